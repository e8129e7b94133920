namespace Noc.Tables;

/// <summary>The ways in which people write the name of an ingredient that its words alone do not give.</summary>
internal static class NameVariants
{
    private const string Liposome = "LIPOSOME", Liposomal = "LIPOSOMAL", ProteinBound = " PROTEIN BOUND";

    // What people put in front of a name as readily as behind it.
    private static readonly string[] Movable = ["RECOMBINANT", "HUMAN", "ORAL", "IMPLANT"];

    // A liposome is filled with the salt, which the list of products leaves out.
    private static readonly string[] Salts = [" HYDROCHLORIDE", " HCL", " SULFATE"];

    private static readonly (string British, string American)[] Spellings =
        [("LYOPHILISED", "LYOPHILIZED"), ("PAEDIATRIC", "PEDIATRIC"), ("GYNAECOLOGIC", "GYNECOLOGIC")];

    /// <summary>Names beside the ingredient itself; empty where there are none.</summary>
    /// <param name="words">All words of the ingredient in upper case, with one blank between them.</param>
    public static IEnumerable<string> Of(string words)
    {
        foreach (var (british, american) in Spellings)
            if (words.Contains(british, StringComparison.Ordinal))
                yield return words.Replace(british, american, StringComparison.Ordinal);
        foreach (var form in Movable)
            if (words.EndsWith($" {form}", StringComparison.Ordinal))
                yield return $"{form} {words[..^(form.Length + 1)]}";
        if (words.EndsWith(ProteinBound, StringComparison.Ordinal)) yield return $"NAB {words[..^ProteinBound.Length]}";
        var at = words.IndexOf(Liposome, StringComparison.Ordinal);
        if (at <= 1) yield break;
        var (drug, rest) = (words[..(at - 1)], words[(at + Liposome.Length)..]);
        yield return $"{Liposomal} {drug}{rest}";
        if (drug.Split(' ') is [var first, var second] && second.Length > 1)
            yield return $"{Liposomal} {second} {first}{rest}";
        yield return $"{drug} {Liposomal}{rest}";
        foreach (var salt in Salts)
        {
            yield return $"{drug}{salt} {Liposome}{rest}";
            yield return $"{drug}{salt} {Liposomal}{rest}";
        }
    }
}
