namespace Noc.Claims;

/// <summary>Where the parts of a claim stand in the file it was read from.</summary>
/// <remarks>A format's reader supplies it, so that a rule can point at a value that is missing.</remarks>
public abstract class ClaimSource
{
    /// <summary>The offset, in the original file, where an element stands or, if missing, would be inserted.</summary>
    /// <param name="line">Line number from 1, or 0 for the claim itself.</param>
    /// <param name="element">Such as <c>2410/LIN03</c>.</param>
    public abstract long? OffsetOf(int line, string element);
}
