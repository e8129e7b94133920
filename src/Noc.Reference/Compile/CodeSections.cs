using System.Globalization;
using Noc.Coding;
using Noc.Reference.Originals;

namespace Noc.Reference.Compile;

/// <summary>Sections of codes: procedures, diagnoses, code lists.</summary>
internal static class CodeSections
{
    public static TableSection<CodeRecord> Codes() =>
        new TableSection<CodeRecord>(Releases).Of<HcpcsRow>(Dataset.Hcpcs, Code);

    public static TableSection<ChangeRecord> Changes() =>
        new TableSection<ChangeRecord>(Layers.All)
            .Of<HcpcsChangeRow>(Dataset.HcpcsChanges, static (row, to) => new()
            {
                Action = to.Text(row.Action),
                Code = row.Code,
                Modifier = row.Modifier,
                Days = new(to.Days.From, null),
            })
            .Of<HcpcsCorrectionRow>(Dataset.HcpcsCorrections, static (row, to) => new()
            {
                Action = to.Text(row.Action),
                Comment = to.Text(row.Comments),
                ShortText = to.Text(row.ShortDescription),
                Code = row.Code,
                Modifier = row.Modifier,
                Days = new(row.Effective ?? to.Days.From, null),
            });

    public static TableSection<MueRecord> Mue() =>
        new TableSection<MueRecord>(Layers.ByPeriod) { Subject = row => row.Code.Value }
            .Of<MueRow>(Dataset.MuePractitioner, static (row, to) => new()
        {
            Code = row.Code,
            Days = to.Days,
            Units = Micro.Of(row.Units),
            Indicator = (byte)row.Indicator,
        });

    public static TableSection<DiagnosisRecord> Diagnoses() =>
        new TableSection<DiagnosisRecord>(Layers.ByPeriod).Of<Icd10CmRow>(Dataset.Icd10Cm, static (row, to) => new()
        {
            Title = to.Text(row.LongTitle),
            Packed = TableKey.OfText(row.Code),
            Days = to.Days,
            IsBillable = row.IsBillable ? (byte)1 : (byte)0,
        });

    public static TableSection<CodeNumberRecord> Numbers()
    {
        var section = new TableSection<CodeNumberRecord>(Layers.ByPeriod)
            .Of<PlaceOfServiceRow>(Dataset.PlaceOfService, static (row, to) => new()
            {
                Name = to.Text(row.Name),
                Packed = TableKey.OfText(row.Code),
                List = to.Dataset,
                Days = to.Days,
                IsFacility = row.IsFacilityRate switch { true => 1, false => 2, null => 0 },
            })
            .Of<NocCodeRow>(Dataset.HcpcsNocList, static (row, to) => new()
            {
                Packed = TableKey.OfText(row.Code.Value),
                List = to.Dataset,
                Days = to.Days,
                IsActive = 1,
            });
        foreach (var list in (Dataset[])
            [
                Dataset.Carc, Dataset.Rarc, Dataset.ClaimStatusCategories, Dataset.ClaimStatuses, Dataset.RevenueCodes,
            ])
            section.Of<CodeNumberRow>(list, static (row, to) => new()
            {
                Packed = TableKey.OfText(row.Code),
                List = to.Dataset,
                Days = to.Days,
                IsActive = row.IsActive switch { true => 1, false => 2, null => 0 },
            });
        return section;
    }

    private static CodeRecord? Code(HcpcsRow row, RowContext to)
    {
        var unit = CodeUnitText.InDescription(row.LongDescription);
        return new()
        {
            ShortText = to.Text(row.ShortDescription),
            LongText = to.Text(row.LongDescription),
            Unit = to.Text(unit.Amount.Unit),
            Betos = to.Text(row.Betos),
            CrossReferences = to.Text(string.Join(' ', row.CrossReferences)),
            Code = row.Code,
            Days = to.Days,
            Valid = new(row.Added, row.LastDay),
            UnitValue = unit.Amount.IsNone ? Micro.None : Micro.Of(unit.Amount.Value),
            UnitKind = unit.Kind,
            Action = row.ActionCode ?? '\0',
            Coverage = row.Coverage ?? '\0',
            PricingIndicator = Pricing(row.Pricing),
        };
    }

    private static ushort Pricing(string text) =>
        ushort.TryParse(text.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : (ushort)0;

    /// <summary>Wordings by release, each until the next release; dates and flags as the newest release with the
    /// code has them.</summary>
    /// <remarks>A code that a later complete release leaves out without a last day ended before that release.
    /// </remarks>
    private static List<CodeRecord> Releases(IReadOnlyList<Layer<CodeRecord>> layers)
    {
        var all = Layers.ByPeriod(layers);
        var starts = all.Select(record => record.Days.From).Distinct().OrderBy(day => day).ToList();
        var complete = layers.Where(layer => layer is { IsPartial: false, IsSuperseded: false })
            .Select(layer => layer.Days.From).OrderBy(day => day).ToList();
        var records = new List<CodeRecord>(all.Count);
        foreach (var code in all.GroupBy(record => record.Code))
        {
            var versions = code.OrderBy(record => record.Days.From).ToList();
            var newest = versions[^1];
            var valid = newest.Valid;
            if (valid.To is null && complete.Find(day => day > LastOf(newest)) is { } gone)
                valid = new(valid.From, gone.AddDays(-1));
            // The seed has dates but no wording: it counts for dates only.
            if (versions.Exists(version => !version.LongText.IsEmpty))
                versions.RemoveAll(version => version.LongText.IsEmpty && version.ShortText.IsEmpty);
            foreach (var version in versions)
            {
                var next = starts.Find(day => day > LastOf(version));
                records.Add(version with
                {
                    Days = new(version.Days.From, next?.AddDays(-1)),
                    Valid = valid,
                    Action = newest.Action,
                    Coverage = newest.Coverage,
                    PricingIndicator = newest.PricingIndicator,
                    Betos = newest.Betos,
                    CrossReferences = newest.CrossReferences,
                });
            }
        }
        return Layers.Joined(records);
    }

    // Of releases that follow each other with the same wording, the end of the last one.
    private static DateOnly? LastOf(CodeRecord version) => version.Days.To ?? version.Days.From;
}
