using Noc.Tables;

namespace Noc.Coding;

/// <summary>Compares drug names of different lists, which never spell them the same way.</summary>
public static class DrugNames
{
    private const int MinWord = 4;

    // Words that many names share; one of them in common says nothing.
    private static readonly string[] Common =
    [
        "ACETATE", "ACID", "AND", "ANHYDROUS", "CALCIUM", "CHLORIDE", "CITRATE", "CONCENTRATE", "DILUENT", "DOSE",
        "EMULSION", "EXTENDED", "FACTOR", "FREE", "FUMARATE", "GLUCONATE", "HUMAN", "HYDROBROMIDE", "HYDROCHLORIDE",
        "IMMUNE", "GLOBULIN", "INJECTABLE", "INJECTION", "INTRAMUSCULAR", "INTRAVENOUS", "LACTATE", "LIQUID", "MALEATE",
        "MESYLATE", "NITRATE", "ORAL", "PHARMACY", "PHOSPHATE", "POTASSIUM", "POWDER", "PRESERVATIVE", "RECOMBINANT",
        "RELEASE", "SALINE", "SODIUM", "SOLUTION", "STERILE", "SUBCUTANEOUS", "SUCCINATE", "SULFATE", "SUSPENSION",
        "SYRINGE", "TARTRATE", "TROMETHAMINE", "VIAL", "WATER", "WITH", "COMPLEX", "ALFA", "BETA", "AUTOINJECTOR",
    ];

    /// <summary>Whether a text has a word of a name that may tell the drug; case does not matter.</summary>
    /// <remarks>Of words cut short, as names in crosswalks and on claims often are, four letters at the start must be
    /// the same and one must be the start of the other.</remarks>
    public static bool Shares(ReadOnlySpan<char> text, ReadOnlySpan<char> name)
    {
        // A name of nothing but such words, such as calcium gluconate, tells the drug as a whole.
        if (!name.IsEmpty && text.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        while (NextWord(ref name, out var word))
        {
            if (!IsTelling(word)) continue;
            var rest = text;
            while (NextWord(ref rest, out var other))
                if (other.Length >= MinWord && (other.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                    || word.StartsWith(other, StringComparison.OrdinalIgnoreCase)) && IsTelling(other)) return true;
        }
        return false;
    }

    /// <summary>Whether two products have the same ingredient, whoever makes them.</summary>
    public static bool AreSameDrug(Product a, Product b) => ReferenceEquals(a, b) || Shares(a.Ingredient, b.Ingredient);

    /// <summary>The first word of a name that may tell the drug; empty where none does.</summary>
    public static ReadOnlySpan<char> FirstTelling(ReadOnlySpan<char> name)
    {
        while (NextWord(ref name, out var word))
            if (IsTelling(word)) return word;
        return [];
    }

    /// <summary>Whether every word of a name that may tell the drug stands in a text.</summary>
    public static bool HasAllOf(ReadOnlySpan<char> text, ReadOnlySpan<char> name)
    {
        while (NextWord(ref name, out var word))
        {
            if (!IsTelling(word)) continue;
            var rest = text;
            var has = false;
            while (!has && NextWord(ref rest, out var other))
                has = other.Equals(word, StringComparison.OrdinalIgnoreCase);
            if (!has) return false;
        }
        return true;
    }

    private static bool IsTelling(ReadOnlySpan<char> word)
    {
        if (word.Length < MinWord || !char.IsAsciiLetter(word[0])) return false;
        foreach (var common in Common)
            if (word.Equals(common, StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    private static bool NextWord(scoped ref ReadOnlySpan<char> text, out ReadOnlySpan<char> word)
    {
        var start = 0;
        while (start < text.Length && !char.IsAsciiLetterOrDigit(text[start])) start++;
        var end = start;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
        word = text[start..end];
        text = text[end..];
        return !word.IsEmpty;
    }
}
