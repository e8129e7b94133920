using System.Text.Json;

namespace Noc.App.UpdateData;

/// <summary>Which version of an address was imported last, so that it is not fetched again.</summary>
internal sealed class FetchedVersions
{
    private readonly string _path;
    private readonly SortedDictionary<string, string> _versions;

    /// <summary>Reads what is noted in a folder; a list that cannot be read counts as empty.</summary>
    public FetchedVersions(string folder)
    {
        _path = Path.Combine(folder, "fetched.json");
        try
        {
            _versions = File.Exists(_path)
                ? new(JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(_path)) ?? [],
                    StringComparer.Ordinal)
                : new(StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            _versions = new(StringComparer.Ordinal);
        }
    }

    /// <summary>The version; null where none was fetched.</summary>
    public string? this[Uri url] => _versions.GetValueOrDefault(url.AbsoluteUri);

    /// <summary>Notes a version.</summary>
    public void Note(Uri url, string? version)
    {
        if (version is null) _versions.Remove(url.AbsoluteUri);
        else _versions[url.AbsoluteUri] = version;
        var aside = _path + ".part";
        File.WriteAllText(aside, JsonSerializer.Serialize(_versions));
        File.Move(aside, _path, overwrite: true);
    }
}
