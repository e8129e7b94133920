using System.Globalization;
using System.Text.RegularExpressions;

namespace Noc.Reference.Originals;

/// <summary>What the two layouts of the physician fee schedule share.</summary>
internal static partial class FeeScheduleFile
{
    /// <summary>October 2025 has 18,144 rows without dental codes; an extract has some dozens.</summary>
    public const int CompleteFrom = 15_000;

    /// <summary>The first year with two conversion factors.</summary>
    public const int TwoFactorsFrom = 2026;

    /// <summary>The release's quarter by its title, such as "2025 National Physician Fee Schedule Relative Value
    /// File October Release"; null where the text is no title.</summary>
    public static Period? PeriodOfTitle(string line) => Quarter(TextFields.Match(Title(), line));

    /// <summary>The release's quarter by the name of the member (PPRRVU2025_Oct) or of the file (rvu25d).</summary>
    /// <exception cref="UnreadableOriginalException">Neither tells.</exception>
    public static Period PeriodOfName(OriginalMember member)
    {
        if (Quarter(TextFields.Match(MemberName(), member.Name)) is { } period) return period;
        foreach (var name in (string[])[member.Name, Path.GetFileName(member.Path)])
            if (TextFields.Match(ReleaseName(), name) is { Success: true } match)
                return Period.Quarter(2000 + Number(match.Groups["year"].Value),
                    char.ToLowerInvariant(match.Groups["part"].ValueSpan[0]) - 'a' + 1);
        throw new UnreadableOriginalException(
            "Neither the file nor its name (such as PPRRVU2025_Oct or rvu25d) says of which quarter it is.");
    }

    /// <summary>Which factor the file was computed with; only its name tells.</summary>
    public static FeeScheduleTrack Track(OriginalMember member, Period period) =>
        period.From.Year < TwoFactorsFrom ? FeeScheduleTrack.Single
        : member.Name.Contains("nonQPP", StringComparison.OrdinalIgnoreCase) ? FeeScheduleTrack.NonQualifying
        : member.Name.Contains("QPP", StringComparison.OrdinalIgnoreCase) ? FeeScheduleTrack.Qualifying
        : FeeScheduleTrack.NotSaid;

    private static Period? Quarter(Match match) =>
        match.Success && Cell.Month(match.Groups["part"].Value) is > 0 and var month
            ? Period.Quarter(Number(match.Groups["year"].Value) is var year && year < 100 ? 2000 + year : year,
                (month + 2) / 3)
            : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?<year>20\d\d) National Physician Fee Schedule Relative Value File (?<part>[A-Za-z]{3,9})\b",
        TextFields.AnyCase, TextFields.PatienceMs)]
    private static partial Regex Title();

    [GeneratedRegex(@"PPRRVU(?<year>(20)?\d\d)_?(?<part>[A-Za-z]{3,9})", TextFields.AnyCase, TextFields.PatienceMs)]
    private static partial Regex MemberName();

    [GeneratedRegex(@"rvu(?<year>\d\d)(?<part>[a-d])", TextFields.AnyCase, TextFields.PatienceMs)]
    private static partial Regex ReleaseName();
}
