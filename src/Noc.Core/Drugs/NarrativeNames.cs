namespace Noc.Drugs;

/// <summary>Compares drug names as people write them.</summary>
internal static class NarrativeNames
{
    private const int MaxWords = 12, MaxWordLength = 40;

    /// <summary>True unless the names clearly differ: a shared, shortened or misspelt word is enough.</summary>
    public static bool MayBeSame(ReadOnlySpan<char> nameA, ReadOnlySpan<char> nameB)
    {
        Span<TextSpan> wordsA = stackalloc TextSpan[MaxWords], wordsB = stackalloc TextSpan[MaxWords];
        wordsA = wordsA[..Split(nameA, wordsA)];
        wordsB = wordsB[..Split(nameB, wordsB)];
        if (wordsA.IsEmpty || wordsB.IsEmpty) return true;
        foreach (var wordA in wordsA)
        {
            foreach (var wordB in wordsB)
                if (IsNear(wordA.Of(nameA), wordB.Of(nameB))) return true;
        }
        return AreInitials(nameA, wordsA, nameB, wordsB) || AreInitials(nameB, wordsB, nameA, wordsA);
    }

    private static int Split(ReadOnlySpan<char> name, Span<TextSpan> words)
    {
        var count = 0;
        for (var i = 0; i < name.Length && count < words.Length; i++)
        {
            if (!char.IsLetterOrDigit(name[i])) continue;
            var start = i;
            while (i < name.Length && char.IsLetterOrDigit(name[i])) i++;
            var length = Math.Min(i - start, MaxWordLength);
            // Salts and forms are no names: two drugs share SODIUM and differ.
            if (length >= 2 && !IsSalt(name.Slice(start, length))) words[count++] = new(start, length);
        }
        return count;
    }

    private static bool IsSalt(ReadOnlySpan<char> word)
    {
        Span<char> upper = stackalloc char[MaxWordLength];
        upper = upper[..word.ToUpperInvariant(upper)];
        return upper is "SODIUM" or "POTASSIUM" or "CALCIUM" or "HCL" or "HYDROCHLORIDE" or "ACETATE" or "SULFATE"
            or "PHOSPHATE" or "CITRATE" or "TARTRATE" or "SUCCINATE" or "MALEATE" or "MESYLATE" or "ACID"
            or "ER" or "XR" or "LAR" or "DEPOT" or "VITAMIN" or "HUMAN" or "RECOMBINANT" or "FACTOR" or "VACCINE"
            or "IMMUNE" or "GLOBULIN";
    }

    private static bool IsNear(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length)
        {
            var longer = a;
            a = b;
            b = longer;
        }
        if (a.Equals(b, StringComparison.OrdinalIgnoreCase)) return true;
        if (a.Length >= 3 && b.Contains(a, StringComparison.OrdinalIgnoreCase)) return true;
        if (a.Length is >= 3 and <= 5) return IsShortFor(a, b);
        return a.Length >= 6 && b.Length - a.Length <= 2 && SpellingDistance.Between(a, b) <= 2;
    }

    // MTX for METHOTREXATE: the letters in their order, from the first one on.
    private static bool IsShortFor(ReadOnlySpan<char> abbreviation, ReadOnlySpan<char> word)
    {
        if (char.ToUpperInvariant(abbreviation[0]) != char.ToUpperInvariant(word[0])) return false;
        var at = 0;
        foreach (var c in word)
            if (at < abbreviation.Length && char.ToUpperInvariant(c) == char.ToUpperInvariant(abbreviation[at])) at++;
        return at == abbreviation.Length;
    }

    // HCG for HUMAN CHORIONIC GONADOTROPIN; read from all words, salts and all.
    private static bool AreInitials(
        ReadOnlySpan<char> nameA, ReadOnlySpan<TextSpan> wordsA,
        ReadOnlySpan<char> nameB, ReadOnlySpan<TextSpan> wordsB)
    {
        if (wordsA.Length != 1 || wordsA[0].Length is < 2 or > 5 || wordsB.Length < 2) return false;
        var initials = wordsA[0].Of(nameA);
        var at = 0;
        for (var i = 0; i < nameB.Length && at < initials.Length; i++)
        {
            if (!char.IsLetter(nameB[i]) || (i > 0 && char.IsLetterOrDigit(nameB[i - 1]))) continue;
            if (char.ToUpperInvariant(nameB[i]) == char.ToUpperInvariant(initials[at])) at++;
        }
        return at == initials.Length;
    }
}
