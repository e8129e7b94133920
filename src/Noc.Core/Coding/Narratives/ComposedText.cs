namespace Noc.Coding;

/// <summary>A text for one place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Element">Its name, such as <c>2400/SV101-7</c>.</param>
/// <param name="Text">The text; parts in angle brackets are for a person to fill in.</param>
/// <param name="Limit">How many characters it may have.</param>
/// <param name="IsRead">True where the payer's policy names the place.</param>
public sealed record ComposedText(NarrativePlace Place, string Element, string Text, int Limit, bool IsRead)
{
    /// <summary>Characters left.</summary>
    public int Left => Limit - Text.Length;
}
