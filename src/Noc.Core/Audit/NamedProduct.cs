using Noc.Drugs;
using Noc.Tables;

namespace Noc.Audit;

/// <summary>The product that a text says was given; one that is only mentioned is none.</summary>
internal static class NamedProduct
{
    /// <summary>Products that the name of the text leads to; empty where it leads to none, whatever drugs stand
    /// elsewhere in the text. Only the base of a name where another drug stands beside it.</summary>
    public static ProductMatch In(ReferenceTables tables, string text, NarrativeFacts? facts)
    {
        if (facts is null || facts.Name.IsEmpty) return default;
        var end = facts.MentionStart > facts.Name.Start ? facts.MentionStart : text.Length;
        var match = At(tables, text, facts.Name.Start, end);
        if (match.IsNone && !facts.NameInParentheses.IsEmpty)
            match = At(tables, text, facts.NameInParentheses.Start, end);
        return match.IsNone || !HasOther(tables, text, facts, match) ? match : match with { Kind = NameKind.Base };
    }

    private static ProductMatch At(ReferenceTables tables, string text, int start, int end)
    {
        if (start >= end) return default;
        var match = tables.FindLeadingProduct(text.AsSpan(start, end - start));
        return match.IsNone ? default : match with { Start = start + match.Start };
    }

    // "BRAND 40MG AND LIDOCAINE 10MG": which of the two the code would be for is not certain.
    private static bool HasOther(ReferenceTables tables, string text, NarrativeFacts facts, ProductMatch match)
    {
        var end = match.Start + match.Length;
        foreach (var name in facts.OtherNames)
            if (name.Start >= end && !IsSame(tables, name.Of(text), match)) return true;
        if (facts.Name.End <= end) return false;
        var rest = text.AsSpan(end, facts.Name.End - end);
        var next = tables.FindProduct(rest);
        return !next.IsNone && !IsSalt(rest.Slice(next.Start, next.Length)) && !IsSame(tables, rest, match);
    }

    // KETOROLAC TROMETHAMINE: a drug by itself too, but behind another name its salt.
    private static bool IsSalt(ReadOnlySpan<char> word)
    {
        foreach (var salt in Salts)
            if (word.Equals(salt, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static readonly string[] Salts = ["TROMETHAMINE", "MEGLUMINE", "ARGININE", "LYSINE", "CITRATE",
        "SODIUM CHLORIDE", "CALCIUM GLUCONATE", "SODIUM BICARBONATE", "SODIUM CITRATE", "MANNITOL", "BENZATHINE"];

    // Salts and forms of one ingredient share its first word.
    private static ReadOnlySpan<char> FirstWord(string ingredient)
    {
        var end = ingredient.AsSpan().IndexOfAny(" -,(");
        return end < 0 ? ingredient : ingredient.AsSpan(0, end);
    }

    private static bool IsSame(ReferenceTables tables, ReadOnlySpan<char> name, ProductMatch match)
    {
        var other = tables.FindProduct(name);
        if (other.IsNone) return false;
        foreach (var product in other.Products)
            foreach (var known in match.Products)
                if (FirstWord(product.Ingredient).SequenceEqual(FirstWord(known.Ingredient))) return true;
        return false;
    }
}
