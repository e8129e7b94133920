using System.Text;

namespace Noc.App.MaskClaims;

/// <summary>What was read of the people of the current claim, to be found again in its free text.</summary>
internal sealed class KnownPeople(Pseudonyms pseudonyms)
{
    private const int ShortestName = 3, ShortestNumber = 5;

    // Surnames that are words of the trade too: replaced only beside another name of the same person.
    private static readonly HashSet<string> TradeWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "BAG", "BILL", "BLOOD", "BRAND", "CASE", "CASH", "CHARGE", "CLAIM", "COST", "DATE", "DAY", "DOSE", "DOSES",
        "DRUG", "EACH", "EYE", "FORM", "FREE", "GIVEN", "GRAM", "GRAMS", "HAND", "INVOICE", "KIT", "LEFT", "LINE",
        "LONG", "LOT", "MAY", "NDC", "NEW", "OFF", "ONE", "PAGE", "PAIN", "PART", "PEN", "PRICE", "PUMP", "RIGHT",
        "ROUTE", "SINGLE", "SITE", "STRENGTH", "TOTAL", "UNIT", "UNITS", "USE", "USED", "VIAL", "VIALS", "WASTE",
        "WEIGHT",
    };

    private readonly List<(int Level, string Text, bool IsName)> _known = [];
    private readonly List<(int Level, string Written, string Masked)> _dates = [];

    /// <summary>Forgets people from a level on: 0 subscriber, 1 dependent, 2 of the claim.</summary>
    public void Forget(int level)
    {
        _known.RemoveAll(one => one.Level >= level);
        _dates.RemoveAll(one => one.Level >= level);
    }

    public void AddName(int level, ReadOnlySpan<byte> name)
    {
        var text = Encoding.Latin1.GetString(name);
        foreach (var (start, length) in Words(text))
            if (length >= ShortestName) _known.Add((level, text.Substring(start, length), IsName: true));
    }

    public void AddNumber(int level, ReadOnlySpan<byte> number)
    {
        var text = Encoding.Latin1.GetString(number).Trim();
        if (text.Length >= ShortestNumber) _known.Add((level, text, IsName: false));
    }

    public void AddBirth(int level, ReadOnlySpan<byte> date, ReadOnlySpan<byte> masked)
    {
        const string format = "yyyyMMdd";
        if (!DateOnly.TryParseExact(Encoding.Latin1.GetString(date), format, out var day)
            || !DateOnly.TryParseExact(Encoding.Latin1.GetString(masked), format, out var other)) return;
        foreach (var way in (string[])
            [format, "MMddyyyy", "MM/dd/yyyy", "MM-dd-yyyy", "MM.dd.yyyy", "yyyy-MM-dd", "yyyy/MM/dd", "MM/dd/yy",
                "MM-dd-yy", "MM.dd.yy"])
            _dates.Add((level, Write(day, way), Write(other, way)));
        if (day is { Month: > 9, Day: > 9 }) return;
        // 4/12/50: the other day has as many digits, so that the length stays.
        other = new(other.Year, day.Month < 10 ? 1 + (other.Month % 9) : 10 + (other.Month % 3),
            day.Day < 10 ? 1 + (other.Day % 9) : 10 + (other.Day % 19));
        foreach (var way in (string[])["M/d/yyyy", "M-d-yyyy", "M.d.yyyy", "M/d/yy", "M-d-yy", "M.d.yy"])
            _dates.Add((level, Write(day, way), Write(other, way)));

        static string Write(DateOnly day, string way) =>
            day.ToString(way, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The text with every detail of a known person replaced; null where it has none.</summary>
    public byte[]? Mask(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < ShortestName) return null;
        var text = Encoding.Latin1.GetString(bytes);
        var changed = text;
        foreach (var (_, written, masked) in _dates)
            changed = ReplaceDate(changed, written, masked);
        foreach (var (_, number, isName) in _known)
            if (!isName) changed = Replace(changed, number, MaskKind.Id);
        changed = MaskNames(changed);
        changed = MaskPersonalNumbers(changed);
        changed = LabelledDetails.Mask(changed, text, value => Masked(MaskKind.Id, value));
        return changed == text ? null : Encoding.Latin1.GetBytes(changed);
    }

    private string MaskNames(string text)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var areTrade = true;
        foreach (var (start, length) in Words(text))
        {
            var word = text.Substring(start, length);
            if (!_known.Exists(one => one.IsName && one.Text.Equals(word, StringComparison.OrdinalIgnoreCase)))
                continue;
            names.Add(word);
            areTrade &= TradeWords.Contains(word);
        }
        if (names.Count == 0 || (areTrade && names.Count == 1)) return text;
        var masked = new StringBuilder(text);
        foreach (var (start, length) in Words(text))
            if (text.Substring(start, length) is var word && names.Contains(word))
                Put(masked, start, Masked(MaskKind.Name, word));
        return masked.ToString();
    }

    // Social security and telephone numbers, 3-2-4 and 3-3-4; an NDC is cut otherwise.
    private string MaskPersonalNumbers(string text)
    {
        var masked = text.Contains('-', StringComparison.Ordinal) ? new StringBuilder(text) : null;
        for (var at = 0; masked is not null && at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]) || (at > 0 && IsPart(text[at - 1]))) continue;
            foreach (var middle in (int[])[2, 3])
            {
                var length = 3 + 1 + middle + 1 + 4;
                if (at + length > text.Length || (at + length < text.Length && IsPart(text[at + length]))
                    || !IsNumber(text.AsSpan(at, length), middle)) continue;
                Put(masked, at, Masked(MaskKind.Id, text.Substring(at, length)));
            }
        }
        return masked?.ToString() ?? text;

        static bool IsPart(char one) => one == '-' || char.IsLetterOrDigit(one);
    }

    private static bool IsNumber(ReadOnlySpan<char> text, int middle)
    {
        for (var i = 0; i < text.Length; i++)
            if (i == 3 || i == 4 + middle ? text[i] != '-' : !char.IsAsciiDigit(text[i])) return false;
        return true;
    }

    private static void Put(StringBuilder text, int at, string masked)
    {
        for (var i = 0; i < masked.Length; i++) text[at + i] = masked[i];
    }

    private static string ReplaceDate(string text, string written, string masked)
    {
        for (var from = 0; text.IndexOf(written, from, StringComparison.Ordinal) is >= 0 and var at;)
        {
            from = at + written.Length;
            var isWhole = (at == 0 || !char.IsAsciiDigit(text[at - 1]))
                && (from == text.Length || !char.IsAsciiDigit(text[from]));
            if (isWhole) text = string.Concat(text.AsSpan(0, at), masked, text.AsSpan(from));
        }
        return text;
    }

    private string Replace(string text, string number, MaskKind kind)
    {
        for (var from = 0; text.IndexOf(number, from, StringComparison.OrdinalIgnoreCase) is >= 0 and var at;)
        {
            from = at + number.Length;
            var isWhole = (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && (from == text.Length || !char.IsLetterOrDigit(text[from]));
            if (isWhole) text = string.Concat(text.AsSpan(0, at), Masked(kind, number), text.AsSpan(from));
        }
        return text;
    }

    private string Masked(MaskKind kind, string text) =>
        Encoding.Latin1.GetString(pseudonyms.Of(kind, Encoding.Latin1.GetBytes(text)));

    // As pseudonyms cut words: a letter beyond ASCII belongs to its word.
    private static IEnumerable<(int Start, int Length)> Words(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] >= 0x80)) end++;
            if (end > start) yield return (start, end - start);
            start = end;
        }
    }
}
