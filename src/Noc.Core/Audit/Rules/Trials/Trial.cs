using Noc.Claims;

namespace Noc.Audit.Rules.Trials;

/// <summary>What a claim says of a clinical trial.</summary>
internal static class Trial
{
    private const int NumberLength = 8;

    // What texts call a drug that nobody has approved for this use.
    private static readonly Phrases Unapproved =
        new("INVESTIGATIONAL", "CLINICAL TRIAL", "STUDY DRUG", "EXPANDED ACCESS", "COMPASSIONATE USE");

    private static readonly string[] Denials = ["NOT ", "NON-", "NON ", "NO "];

    /// <summary>The words by which the text of a drug line says that its drug is under investigation, such as EXPANDED
    /// ACCESS; null where none does, or it says the opposite.</summary>
    public static string? SaidBy(Items<DrugLine> lines)
    {
        foreach (var drug in lines)
            if (drug.IsUnclassified && (SaidBy(drug.Description) ?? SaidBy(drug.Note)) is { } said) return said;
        return null;
    }

    private static string? SaidBy(ReadOnlySpan<char> text)
    {
        for (var at = 0; (at = Unapproved.IndexIn(text, at, out var phrase)) >= 0; at++)
            if (!IsDenied(text[..at])) return phrase;
        return null;
    }

    private static bool IsDenied(ReadOnlySpan<char> before)
    {
        foreach (var word in Denials)
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>True where a modifier says that the line belongs to a trial.</summary>
    public static bool IsIn(ServiceLine line) => line.Has(Codes.Q0) || line.Has(Codes.Q1);

    /// <summary>True where REF*P4 holds the eight digits of a trial.</summary>
    public static bool IsNamed(Claim claim)
    {
        var number = claim.Reference("P4"u8).Bytes;
        return number.Length == NumberLength && number.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    /// <summary>True where an institutional claim has condition code 30.</summary>
    public static bool HasCondition(Claim claim)
    {
        foreach (var code in claim.Codes)
            if (code.Qualifier.Is("BG"u8) && code.Code.Is("30"u8)) return true;
        return false;
    }

    /// <summary>The eight digits behind NCT in REF*P4 or a note of claim or line; null where there are none, or
    /// several numbers differ.</summary>
    public static string? NumberIn(Claim claim)
    {
        var found = DigitsIn(claim.Reference("P4"u8).Text);
        foreach (var note in claim.Notes.Concat(claim.Lines.SelectMany(line => line.Notes)))
            if (NumberIn(note.Text.Text) is { } number)
            {
                if (found is not null && found != number) return null;
                found = number;
            }
        return found;
    }

    private static string? NumberIn(string text)
    {
        var at = text.IndexOf("NCT", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = text.AsSpan(at + "NCT".Length).TrimStart(" #:-");
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        return (end < 0 ? rest.Length : end) == NumberLength ? rest[..NumberLength].ToString() : null;
    }

    // The reference holds nothing but the number, however it is set apart.
    private static string? DigitsIn(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length == NumberLength ? digits : null;
    }

    /// <summary>True where a line of the claim says it.</summary>
    public static bool IsIn(Claim claim)
    {
        for (var i = 0; i < claim.Lines.Count; i++)
            if (claim.Lines[i].Modifiers.Count > 0 && IsIn(claim.Lines[i])) return true;
        return false;
    }
}
