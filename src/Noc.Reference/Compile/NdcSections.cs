using System.Globalization;
using System.Runtime.InteropServices;
using Noc.Drugs;
using Noc.Reference.Originals;

namespace Noc.Reference.Compile;

/// <summary>Sections found by NDC.</summary>
internal static class NdcSections
{
    /// <summary>NDCs with their codes.</summary>
    /// <param name="codes">The codes, made before.</param>
    /// <param name="texts">The texts of the image.</param>
    public static TableSection<NdcCodeRecord> Codes(TableSection<CodeRecord> codes, TextHeap texts) =>
        new TableSection<NdcCodeRecord>(Layers.ByPeriod)
            {
                Afterwards = records =>
                {
                    var printed = new PrintedUnits(codes.Made, texts);
                    return WithNewestNames(printed.OfCodes(WithoutRepeats(records)), printed);
                },
            }
            .Of<NdcCrosswalkRow>(Dataset.NdcCrosswalk, Code)
            .Of<NdcCrosswalkRow>(Dataset.AwpCrosswalk, Code)
            .Of<NdcCrosswalkRow>(Dataset.OppsCrosswalk, Code);

    private static NdcCodeRecord? Code(NdcCrosswalkRow row, RowContext to) => new()
    {
        DrugName = to.Text(row.DrugName),
        Labeler = to.Text(row.Labeler),
        DosageText = to.Text(row.DosageText),
        AlternateId = to.Text(row.Ndc is null ? row.NdcText : ""),
        Ndc = row.Ndc ?? default,
        Code = row.Code,
        Days = to.Days,
        PackageSize = Micro.Of(row.PackageSize),
        PackageQuantity = Micro.Of(row.PackageQuantity),
        UnitsPerItem = Micro.Of(row.BillingUnits),
        UnitsPerPackage = Micro.Of(row.BillingUnitsPerPackage),
    };

    // The sister crosswalks repeat packages: what the first dataset says of all these days stays.
    private static List<NdcCodeRecord> WithoutRepeats(List<NdcCodeRecord> records)
    {
        var known = new Dictionary<(Ndc11, HcpcsCode, TextRef), List<Days>>(records.Count);
        return records.FindAll(record =>
        {
            ref var earlier = ref CollectionsMarshal.GetValueRefOrAddDefault(
                known, (record.Ndc, record.Code, record.AlternateId), out _);
            earlier ??= new(1);
            if (earlier.Exists(days => Covers(days, record.Days))) return false;
            earlier.Add(record.Days);
            return true;
        });
    }

    private static bool Covers(Days wide, Days narrow) =>
        (wide.From is null || wide.From <= narrow.From) && (wide.To is null || wide.To >= narrow.To);

    public static TableSection<NocNdcRecord> NocNdcs() =>
        new TableSection<NocNdcRecord>(Layers.ByPeriod).Of<NocCrosswalkRow>(
            Dataset.NocCrosswalk, static (row, to) => new()
            {
                GenericName = to.Text(row.Name),
                Labeler = to.Text(row.Labeler),
                DrugName = to.Text(row.DrugName),
                DosageText = to.Text(row.DosageText),
                AlternateId = to.Text(row.Ndc is null ? row.NdcText : ""),
                Ndc = row.Ndc ?? default,
                Days = to.Days,
                PackageSize = Micro.Of(row.PackageSize),
                PackageQuantity = Micro.Of(row.PackageQuantity),
                UnitsPerItem = Micro.Of(row.BillingUnits),
                UnitsPerPackage = Micro.Of(row.BillingUnitsPerPackage),
            });

    // The spelling of names drifts from quarter to quarter and means nothing: the newest is taken for all.
    private static List<NdcCodeRecord> WithNewestNames(List<NdcCodeRecord> records, PrintedUnits printed)
    {
        var newest = new Dictionary<(Ndc11, HcpcsCode, TextRef), NdcCodeRecord>(records.Count);
        foreach (var record in records)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(
                newest, (record.Ndc, record.Code, record.AlternateId), out var isKnown);
            if (!isKnown || known.Days.From <= record.Days.From) known = record;
        }
        return Layers.Joined([.. records.OrderBy(record => record.Days.From).Select(record =>
            newest[(record.Ndc, record.Code, record.AlternateId)] is var names
                ? record with
                {
                    DrugName = names.DrugName,
                    Labeler = names.Labeler,
                    DosageText = printed.AreOne(record.DosageText, names.DosageText) ? names.DosageText
                        : record.DosageText,
                }
                : record)]);
    }

    /// <summary>The crosswalk turned round: NDCs by code, each with all its days.</summary>
    public static List<CodeNdcRecord> ByCode(IEnumerable<NdcCodeRecord> records)
    {
        var known = new HashSet<CodeNdcRecord>();
        foreach (var record in records)
            if (!record.Ndc.IsNone)
                known.Add(new() { Code = record.Code, Ndc = record.Ndc, Days = record.Days });
        return Layers.Joined([.. known.OrderBy(record => record.Days.From)]);
    }

    public static TableSection<NdcProductRecord> Products() =>
        new TableSection<NdcProductRecord>(Layers.ByKey).Of<NdcProductRow>(Dataset.NdcProducts, Product);

    public static TableSection<NdcPackageRecord> Packages() =>
        new TableSection<NdcPackageRecord>(Layers.ByKey).Of<NdcPackageRow>(
            Dataset.NdcPackages, static (row, to) => row.Ndc is not { } ndc ? null : new()
            {
                Description = to.Text(row.Description),
                Ndc = ndc,
                Days = new(row.MarketingStart, row.MarketingEnd),
                IsSample = row.IsSample is true ? (byte)1 : (byte)0,
            });

    public static TableSection<RebateRecord> Rebates() =>
        new TableSection<RebateRecord>(Layers.ByKey).Of<MedicaidRebateRow>(
            Dataset.MedicaidRebate, static (row, to) => row.Ndc is not { } ndc ? null : new()
            {
                Labeler = to.Text(row.LabelerName),
                Product = to.Text(row.ProductName),
                Category = to.Text(row.DrugCategory),
                Desi = to.Text(row.DesiIndicator),
                CoveredStatus = to.Text(row.CoveredStatus),
                UnitType = to.Text(row.UnitType),
                Ndc = ndc,
                Days = new(row.MarketDate, row.TerminationDate),
                UnitsPerPackage = Micro.Of(row.UnitsPerPackage),
            });

    public static TableSection<ApprovalRecord> Approvals() =>
        new TableSection<ApprovalRecord>(Layers.ByKey)
            .Of<PurpleBookRow>(Dataset.PurpleBook, static (row, to) => new()
            {
                Brand = to.Text(row.ProprietaryName),
                Name = to.Text(row.ProperName),
                Application = to.Text("BLA" + row.BlaNumber),
                Applicant = to.Text(row.Applicant),
                Strength = to.Text(row.Strength),
                Form = to.Text(row.DosageForm),
                Route = to.Text(row.Route),
                Presentation = to.Text(row.Presentation),
                Type = to.Text(row.LicenseType),
                Status = to.Text(row.MarketingStatus),
                Reference = to.Text(row.ReferenceProperName),
                Number = NumberOf(row.BlaNumber),
                Days = new(row.ApprovalDate, null),
            })
            .Of<OrangeBookRow>(Dataset.OrangeBook, static (row, to) => new()
            {
                Brand = to.Text(row.TradeName),
                Name = to.Text(string.Join("; ", row.Ingredients)),
                Application = to.Text((row.ApplicationType is "N" ? "NDA" : "ANDA") + row.ApplicationNumber),
                Applicant = to.Text(row.ApplicantFullName ?? row.Applicant),
                Strength = to.Text(row.Strength),
                Form = to.Text(row.DosageForm),
                Route = to.Text(row.Route),
                Type = to.Text(row.ApplicationType),
                Status = to.Text(row.Type),
                Number = NumberOf(row.ApplicationNumber),
                Days = new(row.ApprovalDate, null),
            });

    private static NdcProductRecord? Product(NdcProductRow row, RowContext to) =>
        row.Labeler5Product4 is not { } number ? null : new()
        {
            Brand = to.Text(row.NameSuffix is null ? row.ProprietaryName : $"{row.ProprietaryName} {row.NameSuffix}"),
            Generic = to.Text(row.NonproprietaryName),
            Form = to.Text(row.DosageForm),
            Routes = to.Text(string.Join(", ", row.Routes)),
            Strength = to.Text(string.Join("; ", row.Ingredients.Select(
                part => $"{part.Substance} {part.Strength} {part.Unit}".TrimEnd()))),
            Category = to.Text(row.MarketingCategory),
            Application = to.Text(row.ApplicationNumber),
            Labeler = to.Text(row.LabelerName),
            Class = to.Text(row.PharmacologicalClasses),
            Type = to.Text(row.ProductType),
            LabelerProduct = NumberOf(number),
            Days = new(row.MarketingStart, row.MarketingEnd),
            Exclusion = row.ExcludeFlag is [var flag and not 'N', ..] ? flag : '\0',
        };

    private static ulong NumberOf(string digits) =>
        ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
