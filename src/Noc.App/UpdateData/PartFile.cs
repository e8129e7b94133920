namespace Noc.App.UpdateData;

/// <summary>A file that is being downloaded, and what is needed to go on with it later.</summary>
/// <remarks>Beside <c>NAME.part</c> stands <c>NAME.from</c>: the address and what the server knows the version
/// by.</remarks>
internal sealed class PartFile
{
    private readonly string _part, _from;
    private readonly Uri _url;

    /// <summary>The file for an address; what is there of another address or version is thrown away.</summary>
    public PartFile(string path, Uri url)
    {
        (Path, _part, _from, _url) = (path, path + ".part", path + ".from", url);
        if (File.Exists(_from) && File.ReadAllLines(_from) is [var address, { Length: > 0 } validator, ..]
            && address == url.AbsoluteUri) Validator = validator;
        else Restart(null);
    }

    /// <summary>Where the whole file will be.</summary>
    public string Path { get; }

    /// <summary>What the server knows the version by; null where it did not say, so that nothing can be gone on
    /// with.</summary>
    public string? Validator { get; private set; }

    /// <summary>Bytes that are here.</summary>
    public long Length => File.Exists(_part) ? new FileInfo(_part).Length : 0;

    /// <summary>Bytes that can be gone on with.</summary>
    public long Usable => Validator is null ? 0 : Length;

    /// <summary>Begins anew.</summary>
    public void Restart(string? validator)
    {
        File.Delete(_part);
        Validator = validator;
        if (validator is null) File.Delete(_from);
        else File.WriteAllLines(_from, [_url.AbsoluteUri, validator]);
    }

    /// <summary>Opens the end for writing.</summary>
    public FileStream Append() => new(_part, FileMode.Append, FileAccess.Write, FileShare.Read);

    /// <summary>Gives the file its name.</summary>
    public void Finish()
    {
        File.Move(_part, Path, overwrite: true);
        File.Delete(_from);
    }
}
