namespace Noc.Tables;

/// <summary>A text of the image.</summary>
/// <param name="Offset">Where it stands among the texts; 0 is the empty text.</param>
public readonly record struct TextRef(uint Offset)
{
    /// <summary>True where there is no text.</summary>
    public bool IsEmpty => Offset == 0;
}
