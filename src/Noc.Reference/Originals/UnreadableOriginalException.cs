namespace Noc.Reference.Originals;

/// <summary>A file is not of the layout that it seemed to have, or is damaged, or beyond a limit.</summary>
/// <remarks>The message names a column, a limit or a line, never the content of a row.</remarks>
public sealed class UnreadableOriginalException : Exception
{
    /// <summary>Says what could not be read.</summary>
    public UnreadableOriginalException(string message) : base(message) { }

    /// <summary>Says what could not be read, and which fault showed it.</summary>
    public UnreadableOriginalException(string message, Exception inner) : base(message, inner) { }
}
