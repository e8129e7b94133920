namespace Noc.Drugs;

/// <summary>A run of characters of a narrative.</summary>
/// <param name="Start">First character, from 0.</param>
/// <param name="Length">How many characters; 0 where the fact is absent.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>True where the fact is absent.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>First character behind the run.</summary>
    public int End => Start + Length;

    /// <summary>The characters themselves.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}
