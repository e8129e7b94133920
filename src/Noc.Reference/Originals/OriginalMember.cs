namespace Noc.Reference.Originals;

/// <summary>A plain file, or one member of a zip, or the inside of a gzip.</summary>
public sealed class OriginalMember
{
    private readonly Func<Stream> _open;
    private OriginalHead? _head;

    /// <summary>A member whose content the function opens, anew each time.</summary>
    /// <param name="path">The file on disk.</param>
    /// <param name="name">Its name inside the file; the file's own name where it is plain.</param>
    /// <param name="open">Opens the content.</param>
    public OriginalMember(string path, string name, Func<Stream> open) => (Path, Name, _open) = (path, name, open);

    /// <summary>The file on disk.</summary>
    public string Path { get; }

    /// <summary>The name inside the file, such as <c>HCPC2019_CONTR_ANWEB.txt</c>; an archive inside an archive
    /// stands in front of a <c>!</c>.</summary>
    public string Name { get; }

    /// <summary>The beginning; read once.</summary>
    /// <exception cref="UnreadableOriginalException">The content is damaged.</exception>
    public OriginalHead Head => _head ??= OriginalHead.Of(this);

    /// <summary>The content from its beginning.</summary>
    public Stream Open() => _open();
}
