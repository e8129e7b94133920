using System.Text.RegularExpressions;
using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>Reads the physician fee schedule as text of fixed width.</summary>
/// <remarks>
/// <para>Fields are taken with the whole gap in front of them: values of ten and more reach into it, and a field cut at
/// its four digits would turn 36.36 into 6.36.</para>
/// <para>The year in the copyright lines is not the year of the fees (October 2025 prints 2026). The columns behind the
/// surgery flags are found by the form of the conversion factor, as 2026 added one in front of them.</para>
/// </remarks>
public static partial class FeeScheduleTextReader
{
    private const int SurgeryEnd = 120;

    /// <summary>PPRRVU txt.</summary>
    public static OriginalReader Reader { get; } = new(Dataset.FeeSchedule,
        head => TextFields.AllLines(head, line => IsBanner(line) || TextFields.IsMatch(Factor(), line))
            && head.Lines.Any(line => TextFields.IsMatch(Factor(), line)), Read);

    /// <summary>Reads one quarter.</summary>
    /// <exception cref="UnreadableOriginalException">The name does not tell the quarter.</exception>
    public static Original<FeeScheduleRow> Read(OriginalMember member)
    {
        var period = FeeScheduleFile.PeriodOfName(member);
        var track = FeeScheduleFile.Track(member, period);
        using var lines = new LineReader(member.Open());
        var ledger = new Ledger();
        var rows = new List<FeeScheduleRow>();
        var pool = new TextPool();
        while (lines.Read() is { } line)
        {
            string? wrong = null;
            if (string.IsNullOrWhiteSpace(line)) ledger.Skip("blank");
            else if (IsBanner(line)) ledger.Skip("banner");
            else if (Row(line, lines.Count, track, pool, ref wrong) is { } row && wrong is null) rows.Add(row);
            else ledger.Problem(lines.Count, wrong ?? "The line is not of the layout.");
        }
        return ledger.Close(Dataset.FeeSchedule, period, Cell.ReleaseOf(member), FeeScheduleFile.CompleteFrom,
            rows, lines.Count);
    }

    private static bool IsBanner(string line) => line.StartsWith("HDR ", StringComparison.Ordinal)
        || line.StartsWith("TRL", StringComparison.Ordinal);

    private static FeeScheduleRow? Row(
        string line, int number, FeeScheduleTrack track, TextPool pool, ref string? wrong)
    {
        if (!Cell.TryCode(pool.At(line, 1, 5), out var code)) wrong = "HCPCS is no code.";
        if (TextFields.Match(Factor(), line) is not { Success: true } tail) return null;
        var between = line[SurgeryEnd..tail.Groups["factor"].Index];
        return new()
        {
            Line = number,
            Code = code,
            Modifier = TextFields.Modifier(pool.At(line, 6, 7), ref wrong),
            Description = Cell.IsCpt(code) ? null : pool.AtOrNull(line, 8, 57),
            StatusCode = pool.At(line, 58, 58),
            IsNotUsedByMedicare = pool.At(line, 59, 59) == "+",
            WorkRvu = TextFields.Number(line, 60, 65, "WORK RVU", ref wrong),
            NonFacilityPeRvu = TextFields.Number(line, 66, 72, "NON-FAC PE RVU", ref wrong),
            IsNotDoneOutsideFacility = pool.At(line, 73, 74) == "NA",
            FacilityPeRvu = TextFields.Number(line, 75, 81, "FACILITY PE RVU", ref wrong),
            IsNotDoneInFacility = pool.At(line, 82, 83) == "NA",
            MalpracticeRvu = TextFields.Number(line, 84, 89, "MP RVU", ref wrong),
            NonFacilityTotalRvu = TextFields.Number(line, 90, 96, "NON-FACILITY TOTAL", ref wrong),
            FacilityTotalRvu = TextFields.Number(line, 97, 102, "FACILITY TOTAL", ref wrong),
            PcTcIndicator = pool.AtOrNull(line, 103, 103),
            GlobalDays = pool.AtOrNull(line, 104, 106),
            PreoperativeShare = TextFields.Number(line, 107, 109, "PRE OP", ref wrong),
            IntraoperativeShare = TextFields.Number(line, 110, 112, "INTRA OP", ref wrong),
            PostoperativeShare = TextFields.Number(line, 113, 115, "POST OP", ref wrong),
            MultipleProcedure = pool.AtOrNull(line, 116, 116),
            Bilateral = pool.AtOrNull(line, 117, 117),
            AssistantSurgeon = pool.AtOrNull(line, 118, 118),
            CoSurgeons = pool.AtOrNull(line, 119, 119),
            TeamSurgery = pool.AtOrNull(line, 120, 120),
            PricingIndicator = TextFields.Match(Pricing(), between) is { Success: true } pricing
                ? pool.Of(pricing.Groups["pricing"].ValueSpan) : null,
            EndoscopicBase = TextFields.Match(Endo(), between) is { Success: true } endo
                && HcpcsCode.TryParse(endo.Groups["base"].ValueSpan, out var based) ? based : (HcpcsCode?)null,
            ConversionFactorUsd = Tail(tail, "factor", ref wrong),
            Track = track,
            DiagnosticSupervision = TextFields.OrNull(pool.Of(tail.Groups["supervision"].ValueSpan.Trim())),
            CalculationFlag = TextFields.OrNull(pool.Of(tail.Groups["flag"].ValueSpan.Trim())),
            ImagingFamily = TextFields.OrNull(pool.Of(tail.Groups["family"].ValueSpan.Trim())),
            OppsNonFacilityPe = Tail(tail, "opps1", ref wrong),
            OppsFacilityPe = Tail(tail, "opps2", ref wrong),
            OppsMalpractice = Tail(tail, "opps3", ref wrong),
        };
    }

    private static decimal? Tail(Match tail, string group, ref string? wrong)
    {
        if (!Cell.TryNumber(tail.Groups[group].ValueSpan, out var value))
            wrong ??= "A column behind the flags is no number.";
        return value;
    }

    // Factor, supervision, calculation flag, imaging family, three amounts of the OPPS cap.
    [GeneratedRegex(@"^[A-Z0-9]{5}.{115}.*?(?<=[ 0-9])(?<factor>\d{2}\.\d{4}) "
        + @"(?<supervision>..)(?<flag>.) ?(?<family>..)"
        + @" *(?<opps1>\d*\.\d\d) *(?<opps2>\d*\.\d\d) *(?<opps3>\d*\.\d\d)\s*$",
        TextFields.Exact, TextFields.PatienceMs)]
    private static partial Regex Factor();

    // One character right behind the surgery flags, with the endoscopic base farther on.
    [GeneratedRegex(@"^(?<pricing>\w)(\s|$)", TextFields.Exact, TextFields.PatienceMs)]
    private static partial Regex Pricing();

    [GeneratedRegex(@"\s(?<base>[A-Z0-9]{5})\s", TextFields.Exact, TextFields.PatienceMs)]
    private static partial Regex Endo();
}
