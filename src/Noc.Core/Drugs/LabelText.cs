using System.Globalization;

namespace Noc.Drugs;

/// <summary>Reads what is printed on a label: NDC, LOT and EXP with their values.</summary>
public static class LabelText
{
    private const int MaxLength = 300;

    private static readonly char[] Blanks = [' ', '\t', '\r', '\n', ',', ';'];

    private static readonly string[] DateForms =
        ["yyyy-MM-dd", "yyyy/MM/dd", "MM/dd/yyyy", "M/d/yyyy", "ddMMMyyyy", "dd-MMM-yyyy", "yyyyMMdd"];

    private static readonly string[] MonthForms =
        ["yyyy-MM", "yyyy/MM", "MM/yyyy", "M/yyyy", "MM-yyyy", "MMM-yyyy", "MMMyyyy", "MM/yy", "MMM/yyyy", "MMMyy"];

    /// <summary>The label as a barcode would say it; null where the text does not name NDC, LOT or EXP. An expiry
    /// without day means the last of the month. Never throws.</summary>
    public static Gs1Text? Read(string text)
    {
        if (text.Length > MaxLength) text = text[..MaxLength];
        var words = text.Replace(":", " ", StringComparison.Ordinal).Replace("#", " ", StringComparison.Ordinal)
            .Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        Gs1Text? read = null;
        for (var i = 0; i + 1 < words.Length; i++)
        {
            var (isTaken, next) = words[i].TrimEnd('.').ToUpperInvariant() switch
            {
                "NDC" => (true, (read ?? new()) with { Ndc = Code(words, i + 1) }),
                "LOT" or "BATCH" => (true, (read ?? new()) with { Lot = words[i + 1] }),
                "SN" or "SERIAL" => (true, (read ?? new()) with { Serial = words[i + 1] }),
                "EXP" or "EXPIRY" or "EXPIRES" => (true, (read ?? new()) with { Expiry = Date(words, i + 1) }),
                _ => (false, read),
            };
            if (isTaken) read = next;
        }
        return read is null || read is { Ndc: null, Lot.Length: 0 } ? null : read;
    }

    // Blanks may stand between the segments.
    private static NdcText Code(string[] words, int at)
    {
        var text = words[at];
        for (var i = at + 1; i < words.Length && i < at + 3 && char.IsAsciiDigit(words[i][0])
            && NdcText.Read(text).Ndc is null; i++) text += " " + words[i];
        return NdcText.Read(text) is { Ndc: not null } whole ? whole : NdcText.Read(words[at]);
    }

    private static DateOnly? Date(string[] words, int at)
    {
        var (style, culture) = (DateTimeStyles.None, CultureInfo.InvariantCulture);
        foreach (var text in (string[])[words[at], at + 1 < words.Length ? words[at] + words[at + 1] : ""])
        {
            if (DateOnly.TryParseExact(text, DateForms, culture, style, out var day)) return day;
            if (DateOnly.TryParseExact(text, MonthForms, culture, style, out var month))
                return month.AddMonths(1).AddDays(-1);
        }
        return null;
    }
}
