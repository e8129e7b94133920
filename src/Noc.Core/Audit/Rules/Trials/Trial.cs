using Noc.Claims;

namespace Noc.Audit.Rules.Trials;

/// <summary>What a claim says of a clinical trial.</summary>
internal static class Trial
{
    // What texts call a drug that nobody has approved for this use.
    private static readonly string[] Phrases =
        ["INVESTIGATIONAL", "CLINICAL TRIAL", "STUDY DRUG", "EXPANDED ACCESS", "COMPASSIONATE USE"];

    private static readonly string[] Denials = ["NOT ", "NON-", "NON ", "NO "];

    /// <summary>The words by which the text of a drug line says that its drug is under investigation, such as EXPANDED
    /// ACCESS; null where none does, or it says the opposite.</summary>
    public static string? SaidBy(Items<DrugLine> lines)
    {
        foreach (var drug in lines)
            if (drug.IsUnclassified && (SaidBy(drug.Description) ?? SaidBy(drug.Note)) is { } said) return said;
        return null;
    }

    private static string? SaidBy(string text)
    {
        if (text.Length == 0) return null;
        foreach (var phrase in Phrases)
        {
            var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && !Array.Exists(Denials, word =>
                text.AsSpan(0, at).EndsWith(word, StringComparison.OrdinalIgnoreCase))) return phrase;
        }
        return null;
    }

    /// <summary>True where a modifier says that the line belongs to a trial.</summary>
    public static bool IsIn(ServiceLine line) => line.Has(Codes.Q0) || line.Has(Codes.Q1);

    /// <summary>True where REF*P4 holds the eight digits of a trial.</summary>
    public static bool IsNamed(Claim claim)
    {
        var number = claim.Reference("P4"u8).Bytes;
        return number.Length == 8 && number.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    /// <summary>The eight digits of a number that was written in another way, such as NCT01234567; null where it has
    /// fewer or more.</summary>
    public static string? DigitsOf(Field number)
    {
        var digits = string.Concat(number.Text.Where(char.IsAsciiDigit));
        return digits.Length == 8 ? digits : null;
    }

    /// <summary>True where a line of the claim says it.</summary>
    public static bool IsIn(Claim claim)
    {
        for (var i = 0; i < claim.Lines.Count; i++)
            if (claim.Lines[i].Modifiers.Count > 0 && IsIn(claim.Lines[i])) return true;
        return false;
    }
}
