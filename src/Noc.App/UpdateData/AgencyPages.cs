using System.Text.Json;
using System.Text.Json.Serialization;

namespace Noc.App.UpdateData;

/// <summary>Where agencies publish their files, and what the links look like: <c>data/agency-pages.json</c>.</summary>
/// <param name="Hosts">Hosts that pages and files may come from.</param>
/// <param name="Sources">The files, one entry a kind.</param>
public sealed record AgencyPages(IReadOnlyList<string> Hosts, IReadOnlyList<AgencySource> Sources)
{
    /// <summary>The pages that ship with Noc.</summary>
    public static AgencyPages Load()
    {
        using var stream = typeof(AgencyPages).Assembly.GetManifestResourceStream("agency-pages.json")!;
        return JsonSerializer.Deserialize(stream, AgencyPagesJson.Default.AgencyPages)!;
    }
}

/// <summary>The shape of the file.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AgencyPages))]
internal sealed partial class AgencyPagesJson : JsonSerializerContext;
