using System.Globalization;
using System.Text.RegularExpressions;
using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>Reads the physician fee schedule as csv or sheet.</summary>
/// <remarks>The names of its columns stand in up to four stacked rows, and 2026 put a column (PRIC IND) into their
/// midst: so the rows are joined to one name for each column, and columns are found by that name.</remarks>
public static partial class FeeScheduleSheetReader
{
    private const int StackedRows = 4;

    private static readonly Column Code = new("HCPCS"), Mod = new("MOD"), Description = new("DESCRIPTION"),
        Status = new("STATUS CODE"), NotUsed = Column.Optional("NOT USED FOR MEDICARE PAYMENT"),
        Work = new("WORK RVU"), NonFacilityPe = new("NON-FAC PE RVU"),
        NonFacilityNa = new("NON-FAC NA INDICATOR", "NA INDICATOR"), FacilityPe = new("FACILITY PE RVU"),
        FacilityNa = Column.Optional("FACILITY NA INDICATOR"), Malpractice = new("MP RVU"),
        NonFacilityTotal = new("NON-FACILITY TOTAL"), FacilityTotal = new("FACILITY TOTAL"),
        PcTc = new("PCTC IND"), Global = new("GLOB DAYS"), Pre = Column.Optional("PRE OP"),
        Intra = Column.Optional("INTRA OP"), Post = Column.Optional("POST OP"), Multiple = new("MULT PROC"),
        Bilateral = new("BILAT SURG"), Assistant = new("ASST SURG"), Co = new("CO- SURG"), Team = new("TEAM SURG"),
        Pricing = Column.Optional("PRIC IND"), Endo = Column.Optional("ENDO BASE"), Factor = new("CONV FACTOR"),
        Supervision = Column.Optional("PHYSICIAN SUPERVISION OF DIAGNOSTIC PROCEDURES"),
        Flag = Column.Optional("CALCULATION FLAG"),
        Family = Column.Optional("DIAGNOSTIC IMAGING FAMILY INDICATOR"),
        OppsNonFacility = Column.Optional("NON-FACILITY PE USED FOR OPPS PAYMENT AMOUNT"),
        OppsFacility = Column.Optional("FACILITY PE USED FOR OPPS PAYMENT AMOUNT"),
        OppsMalpractice = Column.Optional("MP USED FOR OPPS PAYMENT AMOUNT");

    private static readonly Column[] Columns =
    [
        Code, Mod, Description, Status, NotUsed, Work, NonFacilityPe, NonFacilityNa, FacilityPe, FacilityNa,
        Malpractice, NonFacilityTotal, FacilityTotal, PcTc, Global, Pre, Intra, Post, Multiple, Bilateral, Assistant,
        Co, Team, Pricing, Endo, Factor, Supervision, Flag, Family, OppsNonFacility, OppsFacility, OppsMalpractice,
    ];

    // What the lowest of the stacked rows is known by, and the columns that these are part of.
    private static readonly string[] LowestRow = ["HCPCS", "MOD", "DESCRIPTION", "FACTOR"];

    /// <summary>PPRRVU csv and xlsx, 2025 and 2026.</summary>
    public static OriginalReader Reader { get; } =
        new(Dataset.FeeSchedule, head => head.HasRow(LowestRow), Read)
        {
            MissingColumn = Lacks,
        };

    /// <summary>Reads one quarter.</summary>
    /// <exception cref="UnreadableOriginalException">Header or period are not found.</exception>
    public static Original<FeeScheduleRow> Read(OriginalMember member)
    {
        using var records = Records.Open(member);
        var ledger = new Ledger();
        var banner = new List<string>();
        var sheet = new Sheet(records, Header(records, ledger, banner));
        var period = banner.Select(FeeScheduleFile.PeriodOfTitle).FirstOrDefault(found => found is not null)
            ?? FeeScheduleFile.PeriodOfName(member);
        var track = FeeScheduleFile.Track(member, period);
        var rows = new List<FeeScheduleRow>();
        while (records.Read())
        {
            ledger.Skip("inner line of a cell", records.Lines - 1);
            string? wrong = null;
            if (records.IsBlank) ledger.Skip("blank");
            else if (records.IsBroken) ledger.Problem(records.Line, "A quote never closes.");
            else if (Row(sheet, track, ref wrong) is var row && wrong is null) rows.Add(row);
            else ledger.Problem(records.Line, wrong!);
        }
        return ledger.Close(Dataset.FeeSchedule, period, ReleaseOf(banner) ?? Cell.ReleaseOf(member),
            FeeScheduleFile.CompleteFrom, rows, records.LinesRead);
    }

    private static string? ReleaseOf(List<string> banner)
    {
        foreach (var line in banner)
            if (TextFields.Match(Released(), line) is { Success: true } stamp
                && Cell.TryDay(stamp.Groups["day"].Value, out var day))
                return day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return null;
    }

    // Moves behind the header; gives one joined name for each column.
    private static Dictionary<Column, int> Header(Records records, Ledger ledger, List<string> banner)
    {
        var above = new Queue<string[]>();
        while (records.LinesRead < OriginalLimits.BannerLines && records.Read())
        {
            var cells = records.Cells;
            if (cells.Exists(Code.Is) && cells.Exists(Mod.Is))
            {
                ledger.Skip("header", records.Lines);
                return Places([.. above, [.. cells]]);
            }
            ledger.Skip(records.IsBlank ? "blank" : "banner", records.Lines);
            var filled = cells.Count(cell => !string.IsNullOrWhiteSpace(cell));
            if (filled == 1) banner.Add(Cell.Clean(cells.Find(cell => !string.IsNullOrWhiteSpace(cell))!));
            if (filled < 2) continue;
            above.Enqueue([.. cells]);
            if (above.Count > StackedRows) above.Dequeue();
        }
        throw new UnreadableOriginalException("No header with the columns \"HCPCS\" and \"MOD\" was found.");
    }

    // The lowest row without one of the names that it is known by.
    private static string? Lacks(OriginalHead head)
    {
        foreach (var row in head.Rows)
        {
            if (!row.Any(cell => Cell.IsNamed(cell, "PE RVU"))) continue;
            var missing = LowestRow.Where(name => !row.Any(cell => Cell.IsNamed(cell, name))).ToArray();
            if (missing is [var one]) return one == LowestRow[^1] ? Factor.Name : one;
        }
        return null;
    }

    private static Dictionary<Column, int> Places(List<string[]> stacked)
    {
        var places = new Dictionary<Column, int>(ReferenceEqualityComparer.Instance);
        var unknown = new List<string>();
        for (var at = 0; at < stacked[^1].Length; at++)
        {
            var name = Cell.Name(string.Join(' ', stacked.Select(row => at < row.Length ? row[at] : "")));
            if (Array.Find(Columns, column => column.Is(name)) is { } found) places.TryAdd(found, at);
            else if (name.Length > 0) unknown.Add(name);
        }
        // A year's file may lack a column (PRIC IND); where another stands in its place, it was renamed.
        var missing = Array.FindAll(Columns,
            column => !places.ContainsKey(column) && (column.IsNeeded || unknown.Count > 0));
        return missing.Length > 0 ? throw new UnreadableOriginalException(HeaderLikeness.Sentence(missing, unknown))
            : places;
    }

    private static FeeScheduleRow Row(Sheet sheet, FeeScheduleTrack track, ref string? wrong)
    {
        if (!Cell.TryCode(sheet.Text(Code), out var code)) wrong ??= "HCPCS is no code.";
        return new()
        {
            Line = sheet.Line,
            Code = code,
            Modifier = TextFields.Modifier(sheet.Text(Mod), ref wrong),
            Description = Cell.IsCpt(code) ? null : TextFields.OrNull(sheet.Text(Description)),
            StatusCode = sheet.Text(Status),
            IsNotUsedByMedicare = sheet.Text(NotUsed) == "+",
            WorkRvu = sheet.Number(Work, ref wrong),
            NonFacilityPeRvu = sheet.Number(NonFacilityPe, ref wrong),
            IsNotDoneOutsideFacility = sheet.Text(NonFacilityNa) == "NA",
            FacilityPeRvu = sheet.Number(FacilityPe, ref wrong),
            IsNotDoneInFacility = sheet.Text(FacilityNa) == "NA",
            MalpracticeRvu = sheet.Number(Malpractice, ref wrong),
            NonFacilityTotalRvu = sheet.Number(NonFacilityTotal, ref wrong),
            FacilityTotalRvu = sheet.Number(FacilityTotal, ref wrong),
            PcTcIndicator = sheet.OrNull(PcTc),
            GlobalDays = sheet.OrNull(Global),
            PreoperativeShare = sheet.Number(Pre, ref wrong),
            IntraoperativeShare = sheet.Number(Intra, ref wrong),
            PostoperativeShare = sheet.Number(Post, ref wrong),
            MultipleProcedure = sheet.OrNull(Multiple),
            Bilateral = sheet.OrNull(Bilateral),
            AssistantSurgeon = sheet.OrNull(Assistant),
            CoSurgeons = sheet.OrNull(Co),
            TeamSurgery = sheet.OrNull(Team),
            PricingIndicator = sheet.OrNull(Pricing),
            EndoscopicBase = Cell.TryCode(sheet.Text(Endo), out var endo) ? endo : (HcpcsCode?)null,
            ConversionFactorUsd = sheet.Number(Factor, ref wrong),
            Track = track,
            DiagnosticSupervision = sheet.OrNull(Supervision),
            CalculationFlag = sheet.OrNull(Flag),
            ImagingFamily = sheet.OrNull(Family),
            OppsNonFacilityPe = sheet.Number(OppsNonFacility, ref wrong),
            OppsFacilityPe = sheet.Number(OppsFacility, ref wrong),
            OppsMalpractice = sheet.Number(OppsMalpractice, ref wrong),
        };
    }

    [GeneratedRegex(@"^RELEASED\s+(?<day>\d{1,2}/\d{1,2}/\d{4})", TextFields.AnyCase, TextFields.PatienceMs)]
    private static partial Regex Released();

    private sealed class Sheet(Records records, Dictionary<Column, int> places)
    {
        private readonly TextPool _pool = new();

        public long Line => records.Line;

        public string Text(Column column) =>
            places.TryGetValue(column, out var at) && at < records.Cells.Count ? _pool.Clean(records.Cells[at]) : "";

        public string? OrNull(Column column) => TextFields.OrNull(Text(column));

        public decimal? Number(Column column, ref string? wrong)
        {
            if (!Cell.TryNumber(Text(column), out var value)) wrong ??= $"{column.Name} is no number.";
            return value;
        }
    }
}
