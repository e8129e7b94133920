using System.Text.Encodings.Web;
using System.Text.Json;

namespace Noc.App;

/// <summary>JSON as reports are written: indented, letters beyond ASCII as they are, for people and programs.</summary>
internal static class JsonOutput
{
    /// <summary>For types whose shape is generated: names begin with a small letter. New each time, as a context takes
    /// its options for itself.</summary>
    public static JsonSerializerOptions Shaped() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A writer of the same looks.</summary>
    public static Utf8JsonWriter Writer(Stream stream) => new(stream, new()
    {
        Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
