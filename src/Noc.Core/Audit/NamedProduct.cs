using Noc.Drugs;
using Noc.Tables;

namespace Noc.Audit;

/// <summary>The product that a text says was given; one that is only mentioned is none.</summary>
internal static class NamedProduct
{
    private const int SuffixLength = 5;   // with its hyphen
    private const int MinPart = 5;        // shorter words stand in many names

    /// <summary>Products that the name of the text leads to; empty where it leads to none, whatever drugs stand
    /// elsewhere in the text. Only the base of a name where another drug stands beside it.</summary>
    public static ProductMatch In(ReferenceTables tables, string text, NarrativeFacts? facts)
    {
        if (facts is null || facts.Name.IsEmpty) return default;
        var end = facts.MentionStart > facts.Name.Start ? facts.MentionStart : text.Length;
        var match = At(tables, text, facts.Name.Start, end);
        if (match.IsNone && !facts.NameInParentheses.IsEmpty)
            match = At(tables, text, facts.NameInParentheses.Start, end);
        return match.IsNone || !(HasOther(tables, text, facts, match) || HasUnknownSuffix(text, match)) ? match
            : match with { Kind = NameKind.Base };
    }

    /// <summary>True where the text names a biologic with a suffix that no product at hand has, and none of its
    /// biosimilars has a code: the code of the reference is never that of a biosimilar.</summary>
    public static bool IsUnknownBiosimilar(ReferenceTables tables, string text, in ProductMatch match)
    {
        if (match.IsNone || !HasUnknownSuffix(text, match)) return false;
        var name = text.AsSpan(match.Start, match.Length);
        foreach (var product in tables.Products)
            if (product.Codes.Count > 0 && product.Ingredient.AsSpan().StartsWith(
                    name, StringComparison.OrdinalIgnoreCase)
                && IsSuffix(product.Ingredient.AsSpan(name.Length))) return false;
        return true;
    }

    // NIVOLUMAB-ZZZZ: a name that is known, with four letters behind it that no product has there.
    private static bool HasUnknownSuffix(string text, in ProductMatch match)
    {
        if (match.Kind is NameKind.Brand || !IsSuffix(text.AsSpan(match.Start + match.Length))) return false;
        foreach (var product in match.Products)
            if (product.IsBiologic is not true) return false;
        return true;
    }

    private static bool IsSuffix(ReadOnlySpan<char> rest)
    {
        if (rest.Length < SuffixLength || rest[0] != '-') return false;
        foreach (var letter in rest[1..SuffixLength])
            if (!char.IsAsciiLetter(letter)) return false;
        return rest.Length == SuffixLength || !char.IsAsciiLetterOrDigit(rest[SuffixLength]);
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

    // HYALURONIDASE beside DARZALEX FASPRO: a further ingredient of the same product.
    private static bool IsPart(ReadOnlySpan<char> name, ProductMatch match)
    {
        var end = name.IndexOfAny(" -,(/");
        var word = end < 0 ? name : name[..end];
        if (word.Length < MinPart) return false;
        foreach (var product in match.Products)
        {
            var ingredient = product.Ingredient.AsSpan();
            var at = ingredient.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || (at > 0 && char.IsAsciiLetter(ingredient[at - 1]))) return false;
            var behind = at + word.Length;
            if (behind < ingredient.Length && char.IsAsciiLetter(ingredient[behind])) return false;
        }
        return true;
    }

    private static bool IsSame(ReferenceTables tables, ReadOnlySpan<char> name, ProductMatch match)
    {
        var other = tables.FindProduct(name);
        if (IsPart(other.IsNone ? name : name.Slice(other.Start, other.Length), match)) return true;
        if (other.IsNone) return false;
        foreach (var product in other.Products)
            foreach (var known in match.Products)
                if (FirstWord(product.Ingredient).SequenceEqual(FirstWord(known.Ingredient))) return true;
        return false;
    }
}
