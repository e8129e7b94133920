using System.Globalization;
using System.Text.RegularExpressions;
using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>Reads single values as agencies write them.</summary>
internal static partial class Cell
{
    private const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands
        | NumberStyles.AllowLeadingSign;

    private const RegexOptions Fixed =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // Texts are cut to this length before they meet an expression, so that none takes long.
    private const int MaxSearched = 2_000, PatienceMs = 5_000;

    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Text without blanks around it; no-break blanks become plain ones.</summary>
    public static string Clean(string text) => text.Replace('\u00A0', ' ').Trim();

    /// <summary>Whether a header cell bears a name, whatever its case, blanks and line breaks; an underscore is as good
    /// as a blank.</summary>
    public static bool IsNamed(string cell, string name)
    {
        var at = 0;
        var hasBlank = false;
        foreach (var c in cell)
        {
            if (char.IsWhiteSpace(c) || c == '_')
            {
                hasBlank = at > 0;
                continue;
            }
            if (hasBlank && (at >= name.Length || name[at++] is not (' ' or '_'))) return false;
            if (at >= name.Length || char.ToUpperInvariant(name[at++]) != char.ToUpperInvariant(c)) return false;
            hasBlank = false;
        }
        return at == name.Length;
    }

    /// <summary>A header cell in one spelling: one blank for any run, upper case.</summary>
    public static string Name(string cell) => Blanks().Replace(Clean(cell), " ").ToUpperInvariant();

    /// <summary>A number with or without <c>$</c>, <c>%</c> and commas. Blank, <c>N/A</c>, <c>NA</c>, <c>.</c> and
    /// <c>-</c> are "not known": true with null. False for any other text.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, out decimal? value)
    {
        value = null;
        text = text.Trim();
        if (text is "" or "." or "-" or "N/A" or "NA" or "n/a") return true;
        var bare = text.Trim("$% \u00A0");
        if (bare.Length is 0 or > 28 || !decimal.TryParse(bare, Plain, CultureInfo.InvariantCulture, out var number))
            return false;
        value = number;
        return true;
    }

    /// <summary>A day as yyyymmdd, yyyy-mm-dd, mm/dd/yyyy or m/d/yyyy. Blank is "not known": true with null.</summary>
    public static bool TryDay(ReadOnlySpan<char> text, out DateOnly? day)
    {
        day = null;
        text = text.Trim();
        if (text.IsEmpty) return true;
        if (text.Length == 8 && !text.Contains('/')) return Date(text[..4], text[4..6], text[6..], out day);
        if (text is [_, _, _, _, '-', _, _, '-', _, _]) return Date(text[..4], text[5..7], text[8..], out day);
        var first = text.IndexOf('/');
        var last = text.LastIndexOf('/');
        return first is 1 or 2 && last - first is 2 or 3 && text.Length - last == 5
            && Date(text[(last + 1)..], text[..first], text[(first + 1)..last], out day);
    }

    private static bool Date(
        ReadOnlySpan<char> yearText, ReadOnlySpan<char> monthText, ReadOnlySpan<char> dayText, out DateOnly? date)
    {
        date = null;
        if (!Digits(yearText, out var year) || !Digits(monthText, out var month) || !Digits(dayText, out var day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new(year, month, day);
        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            number = (number * 10) + (c - '0');
        }
        return true;
    }

    /// <summary>A procedure code with blanks around it.</summary>
    public static bool TryCode(string text, out HcpcsCode code) => HcpcsCode.TryParse(Clean(text), out code);

    /// <summary>Whether a code is a CPT or CDT number, whose descriptors are not ours to keep: it begins with a digit,
    /// or with D.</summary>
    /// <remarks>HCPCS Level II codes begin with A to V and digits; CPT codes of category II, III and PLA are four
    /// digits with a letter.</remarks>
    public static bool IsCpt(HcpcsCode code) => char.IsAsciiDigit(code.Series) || code.Series == 'D';

    /// <summary>The eleven-digit form where the text leaves only one.</summary>
    public static Ndc11? Ndc(string text) => NdcText.Read(Clean(text)).Ndc;

    /// <summary>The period in <c>Effective January 1, 2026 through March 31, 2026</c>; null where none is.</summary>
    public static Period? FindPeriod(string text)
    {
        if (Through().Match(Cut(text)) is not { Success: true } match) return null;
        return Written(match, "m", "d", "y") is { } from && Written(match, "m2", "d2", "y2") is { } to && from <= to
            ? new(from, to) : null;
    }

    /// <summary>The number of a month, 1 to 12, by its first three letters; 0 where it is none.</summary>
    public static int Month(string name) =>
        name.Length < 3 ? 0 : Array.IndexOf(Months, name[..3].ToLowerInvariant()) + 1;

    /// <summary>The quarter in <c>October 2025</c> or <c>OCT2025</c>, the first in a text; null for none.</summary>
    public static Period? FindQuarter(string text)
    {
        foreach (Match match in MonthYear().Matches(Cut(text)))
        {
            var year = int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture);
            if (Month(match.Groups["m"].Value) is > 0 and var month) return Period.Quarter(year, (month + 2) / 3);
        }
        return null;
    }

    /// <summary>What sets a re-issue apart by the name of its file: <c>121725</c>, <c>10.31.25</c> or
    /// <c>09232026</c> as <c>2025-12-17</c>, then <c>v2</c>. Empty where the name says neither.</summary>
    public static string ReleaseOf(string name)
    {
        var parts = new List<string>(2);
        foreach (Match match in Stamp().Matches(Cut(name)))
        {
            var year = match.Groups["y"].Value;
            var text = $"{(year.Length == 2 ? "20" : "")}{year}{match.Groups["m"].Value}{match.Groups["d"].Value}";
            if (TryDay(text, out var day)) parts.Add($"{day:yyyy-MM-dd}");
        }
        if (Version().Match(Cut(name)) is { Success: true } version) parts.Add($"v{version.Groups["n"].Value}");
        return string.Join(' ', parts);
    }

    /// <summary>The same by the name of a member, or of the archive around it where the member's says nothing, such as
    /// <c>rvu26c-updated-06-30-2026.zip</c>.</summary>
    public static string ReleaseOf(OriginalMember member) =>
        ReleaseOf(member.Name) is { Length: > 0 } release ? release : ReleaseOf(Path.GetFileName(member.Path));

    private static string Cut(string text) => text.Length <= MaxSearched ? text : text[..MaxSearched];

    private static DateOnly? Written(Match match, string monthName, string dayName, string yearName)
    {
        var month = Month(match.Groups[monthName].Value);
        return month > 0 && int.TryParse(match.Groups[dayName].Value, out var day)
            && int.TryParse(match.Groups[yearName].Value, out var year)
            && year is > 1900 and < 2200 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(year, month, day) : null;
    }

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, PatienceMs)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\b(?<m>[a-z]{3,9})\.?\s+(?<d>\d{1,2}),?\s+(?<y>\d{4})\s+(through|thru|to|-)\s+"
        + @"(?<m2>[a-z]{3,9})\.?\s+(?<d2>\d{1,2}),?\s+(?<y2>\d{4})", Fixed, PatienceMs)]
    private static partial Regex Through();

    [GeneratedRegex(@"(?<![a-z])(?<m>[a-z]{3,9})[\s_.]*(?<y>20\d\d)(?!\d)", Fixed, PatienceMs)]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"(?<!\d)(?<m>0[1-9]|1[0-2])[._-]?(?<d>[0-2]\d|3[01])[._-]?(?<y>(20)?[1-4]\d)(?!\d)", Fixed,
        PatienceMs)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"(?<![a-z])v(?<n>\d{1,2})(?!\d)", Fixed, PatienceMs)]
    private static partial Regex Version();
}
