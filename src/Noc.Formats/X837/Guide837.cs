using Noc.Claims;

namespace Noc.Formats.X837;

/// <summary>The implementation guides whose loops are known, as flags.</summary>
[Flags]
public enum Guide837
{
    /// <summary>None: another transaction, or dental.</summary>
    None = 0,

    /// <summary>837P 005010X222 and its addenda, and the later X291.</summary>
    Professional5010 = 1,

    /// <summary>837I 005010X223 and its addenda, and the later X292.</summary>
    Institutional5010 = 2,

    /// <summary>837P 004010X098.</summary>
    Professional4010 = 4,

    /// <summary>837I 004010X096.</summary>
    Institutional4010 = 8,
}

/// <summary>What a version text (ST03, else GS08) says of a transaction.</summary>
/// <param name="Type">Professional or institutional; null where the text does not say.</param>
/// <param name="Is4010">True for version 004010.</param>
/// <param name="IsDental">True for the dental guides, which are not read.</param>
internal readonly record struct Version837(ClaimType? Type, bool Is4010, bool IsDental)
{
    /// <summary>Reads a version text such as <c>005010X222A1</c>.</summary>
    public static Version837 Of(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOf((byte)'X');
        var guide = at >= 0 && text.Length >= at + 4 ? text.Slice(at, 4) : default;
        ClaimType? type = null;
        if (guide.SequenceEqual("X222"u8) || guide.SequenceEqual("X098"u8) || guide.SequenceEqual("X291"u8))
            type = ClaimType.Professional;
        else if (guide.SequenceEqual("X223"u8) || guide.SequenceEqual("X096"u8) || guide.SequenceEqual("X292"u8))
            type = ClaimType.Institutional;
        var dental = guide.SequenceEqual("X224"u8) || guide.SequenceEqual("X097"u8) || guide.SequenceEqual("X293"u8);
        return new(type, text.StartsWith("004"u8) || text.StartsWith("003"u8), dental);
    }
}
