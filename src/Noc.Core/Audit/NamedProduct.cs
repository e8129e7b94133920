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
        return match.IsNone || !(HasUnknownSuffix(text, match) || HasOther(tables, text, facts, match)) ? match
            : match with { Kind = NameKind.Base };
    }

    // NIVOLUMAB-ZZZZ: four letters behind the name tell another maker's biologic, which no table has. The code of the
    // reference is never that of its biosimilar.
    private static bool HasUnknownSuffix(string text, in ProductMatch match)
    {
        var rest = text.AsSpan(match.Start + match.Length);
        if (rest is not ['-', _, _, _, _, ..] || (rest.Length > 5 && char.IsAsciiLetterOrDigit(rest[5]))) return false;
        foreach (var letter in rest[1..5])
            if (!char.IsAsciiLetter(letter)) return false;
        foreach (var product in match.Products)
            if (product.IsBiologic is true) return true;
        return false;
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
    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> ingredient)
    {
        var end = ingredient.IndexOfAny(" -,(");
        return end < 0 ? ingredient : ingredient[..end];
    }

    // Whether an ingredient is one of those of a product: hyaluronidase of daratumumab and hyaluronidase.
    private static bool Names(ReadOnlySpan<char> ingredients, ReadOnlySpan<char> word)
    {
        if (word.IsEmpty) return false;
        for (var at = 0; ingredients[at..].IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var next; at++)
        {
            at += next;
            var end = at + word.Length;
            if ((at == 0 || !char.IsAsciiLetter(ingredients[at - 1]))
                && (end == ingredients.Length || !char.IsAsciiLetter(ingredients[end]))) return true;
        }
        return false;
    }

    private static bool IsSame(ReferenceTables tables, ReadOnlySpan<char> name, ProductMatch match)
    {
        foreach (var known in match.Products)
            if (Names(known.Ingredient, FirstWord(name.TrimStart(" (,-")))) return true;
        var other = tables.FindProduct(name);
        if (other.IsNone) return false;
        foreach (var product in other.Products)
            foreach (var known in match.Products)
                if (Names(known.Ingredient, FirstWord(product.Ingredient))) return true;
        return false;
    }
}
