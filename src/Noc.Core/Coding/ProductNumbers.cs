using Noc.Tables;

namespace Noc.Coding;

/// <summary>Looks up makers' numbers that stand in the crosswalk in place of an NDC, as for skin substitutes.</summary>
/// <remarks>Source: CMS, ASP NDC-HCPCS crosswalk, whose NDC column holds "NDC or alternate id".</remarks>
public static class ProductNumbers
{
    private const int MostCharacters = 40;

    /// <summary>The rows of a number, in all quarters; none where it is not listed. Hyphens, points, blanks and the
    /// case of letters do not count. Never throws.</summary>
    /// <param name="tables">The tables; those that ship hold no such number.</param>
    /// <param name="text">The number as typed or scanned.</param>
    public static IReadOnlyList<NdcCodeRecord> Find(ReferenceTables tables, string text)
    {
        var wanted = Plain(text);
        if (wanted.Length is 0 or > MostCharacters) return [];
        var found = new List<NdcCodeRecord>();
        foreach (ref readonly var row in tables.Image.Rows<NdcCodeRecord>().Of(TableKey.Of(default(Drugs.Ndc11))))
            if (Plain(tables.Image.Text(row.AlternateId)) == wanted) found.Add(row);
        return found;
    }

    private static string Plain(string text) =>
        string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
