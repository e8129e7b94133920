using System.Globalization;
using Noc.Coding;
using Noc.Drugs;

namespace Noc.Reference.Seed;

/// <summary>Turns rows of the seed files into records of the table image.</summary>
internal static class SeedRecords
{
    public static List<CodeRecord> Codes(SeedRows row, TextHeap texts)
    {
        int code = row.Column("code"), unit = row.Column("unit"), from = row.Column("from"), to = row.Column("to");
        int coverage = row.Column("coverage"), pricing = row.Column("pricing"), kind = row.Column("kind");
        var records = new List<CodeRecord>(2048);
        while (row.Next())
        {
            var (value, measure) = Unit(row, unit);
            records.Add(new()
            {
                Unit = texts.Add(measure),
                Code = Code(row, code),
                Valid = Days(row, from, to),
                UnitValue = Micro.Of(value),
                UnitKind = Kind(row, kind),
                Coverage = row[coverage] is [var letter] ? letter : '\0',
                PricingIndicator = (ushort)(Number(row, pricing) ?? 0),
            });
        }
        return records;
    }

    public static List<LimitRecord> Limits(SeedRows row, TextHeap texts)
    {
        int code = row.Column("code"), from = row.Column("from"), to = row.Column("to"), limit = row.Column("limit");
        int share = row.Column("coinsurance"), dosage = row.Column("dosage"), marks = row.Column("marks");
        int vaccine = row.Column("vaccine_limit"), blood = row.Column("blood_limit"), text = row.Column("text");
        var records = new List<LimitRecord>(8192);
        while (row.Next())
        {
            var unit = CodeUnitText.Parse(row[dosage]);
            records.Add(new()
            {
                DosageText = texts.Add(row.Text(dosage)),
                Unit = texts.Add(unit.Amount.Unit),
                LimitText = texts.Add(row.Text(text)),
                Code = Code(row, code),
                Days = Days(row, from, to),
                LimitUsd = Micro.Of(Number(row, limit)),
                CoinsurancePercent = Micro.Of(Number(row, share)),
                VaccineLimitUsd = Micro.Of(Number(row, vaccine)),
                BloodLimitUsd = Micro.Of(Number(row, blood)),
                UnitValue = unit.Amount.IsNone ? Micro.None : Micro.Of(unit.Amount.Value),
                UnitKind = unit.Kind,
                Marks = (LimitNotes)(byte)(Number(row, marks) ?? 0),
            });
        }
        return records;
    }

    public static List<NdcCodeRecord> NdcCodes(SeedRows row, TextHeap texts)
    {
        int ndc = row.Column("ndc"), code = row.Column("code"), from = row.Column("from"), to = row.Column("to");
        int drug = row.Column("drug"), labeler = row.Column("labeler"), dosage = row.Column("dosage");
        int size = row.Column("size"), quantity = row.Column("quantity");
        int item = row.Column("units_per_item"), package = row.Column("units_per_package");
        var records = new List<NdcCodeRecord>(16_384);
        while (row.Next())
            records.Add(new()
            {
                DrugName = texts.Add(row.Text(drug)),
                Labeler = texts.Add(row.Text(labeler)),
                DosageText = texts.Add(row.Text(dosage)),
                Ndc = Ndc(row, ndc),
                Code = Code(row, code),
                Days = Days(row, from, to),
                PackageSize = Micro.Of(Number(row, size)),
                PackageQuantity = Micro.Of(Number(row, quantity)),
                UnitsPerItem = Micro.Of(Number(row, item)),
                UnitsPerPackage = Micro.Of(Number(row, package)),
            });
        return records;
    }

    public static List<NocPriceRecord> NocPrices(SeedRows row, TextHeap texts)
    {
        int drug = row.Column("drug"), dosage = row.Column("dosage"), limit = row.Column("limit");
        int from = row.Column("from"), to = row.Column("to");
        var records = new List<NocPriceRecord>();
        while (row.Next())
            records.Add(new()
            {
                DrugName = texts.Add(row.Text(drug)),
                DosageText = texts.Add(row.Text(dosage)),
                Days = Days(row, from, to),
                LimitUsd = Micro.Of(Number(row, limit)),
            });
        return records;
    }

    public static List<NocNdcRecord> NocNdcs(SeedRows row, TextHeap texts)
    {
        int ndc = row.Column("ndc"), generic = row.Column("generic"), drug = row.Column("drug");
        int labeler = row.Column("labeler"), dosage = row.Column("dosage"), from = row.Column("from");
        int to = row.Column("to"), size = row.Column("size"), quantity = row.Column("quantity");
        int item = row.Column("units_per_item"), package = row.Column("units_per_package");
        var records = new List<NocNdcRecord>();
        while (row.Next())
            records.Add(new()
            {
                GenericName = texts.Add(row.Text(generic)),
                Labeler = texts.Add(row.Text(labeler)),
                DrugName = texts.Add(row.Text(drug)),
                DosageText = texts.Add(row.Text(dosage)),
                Ndc = Ndc(row, ndc),
                Days = Days(row, from, to),
                PackageSize = Micro.Of(Number(row, size)),
                PackageQuantity = Micro.Of(Number(row, quantity)),
                UnitsPerItem = Micro.Of(Number(row, item)),
                UnitsPerPackage = Micro.Of(Number(row, package)),
            });
        return records;
    }

    public static List<OppsRecord> Opps(SeedRows row, TextHeap texts)
    {
        int code = row.Column("code"), from = row.Column("from"), to = row.Column("to"), status = row.Column("status");
        int apc = row.Column("apc"), rate = row.Column("rate"), copayment = row.Column("copayment");
        int share = row.Column("coinsurance"), ends = row.Column("pass_through_ends");
        var records = new List<OppsRecord>(8192);
        while (row.Next())
            records.Add(new()
            {
                Status = texts.Add(row.Text(status)),
                Apc = texts.Add(row.Text(apc)),
                Code = Code(row, code),
                Days = Days(row, from, to),
                RateUsd = Micro.Of(Number(row, rate)),
                CopaymentUsd = Micro.Of(Number(row, copayment)),
                CoinsurancePercent = Micro.Of(Number(row, share)),
                PassThroughEnds = row[ends] is "y" ? (byte)1 : (byte)0,
            });
        return records;
    }

    public static List<FeeRecord> Fees(SeedRows row, TextHeap texts)
    {
        int code = row.Column("code"), modifier = row.Column("modifier"), from = row.Column("from");
        int to = row.Column("to"), status = row.Column("status"), global = row.Column("global");
        int split = row.Column("pc_tc"), multiple = row.Column("multiple"), work = row.Column("work");
        int outside = row.Column("pe_nonfacility"), inside = row.Column("pe_facility");
        int malpractice = row.Column("malpractice"), sum = row.Column("total_nonfacility");
        int sumInside = row.Column("total_facility"), factor = row.Column("factor");
        int qualifying = row.Column("factor_qualifying"), bilateral = row.Column("bilateral");
        var records = new List<FeeRecord>(256);
        while (row.Next())
            records.Add(new()
            {
                Status = texts.Add(row.Text(status)),
                GlobalDays = texts.Add(row.Text(global)),
                PcTc = texts.Add(row.Text(split)),
                MultipleProcedure = texts.Add(row.Text(multiple)),
                Bilateral = texts.Add(row.Text(bilateral)),
                Code = Code(row, code),
                Modifier = row[modifier].IsEmpty ? default : Modifier.Of(row.Text(modifier)),
                Days = Days(row, from, to),
                Work = Micro.Of(Number(row, work)),
                NonFacilityExpense = Micro.Of(Number(row, outside)),
                FacilityExpense = Micro.Of(Number(row, inside)),
                Malpractice = Micro.Of(Number(row, malpractice)),
                NonFacilityTotal = Micro.Of(Number(row, sum)),
                FacilityTotal = Micro.Of(Number(row, sumInside)),
                ConversionFactor = Micro.Of(Number(row, factor)),
                QualifyingFactor = Micro.Of(Number(row, qualifying)),
            });
        return records;
    }

    public static List<LoadedRecord> Loaded(SeedRows row, TextHeap texts)
    {
        int dataset = row.Column("dataset"), from = row.Column("from"), to = row.Column("to");
        int kind = row.Column("kind"), publisher = row.Column("publisher"), release = row.Column("release");
        int rows = row.Column("rows"), file = row.Column("file");
        var records = new List<LoadedRecord>();
        while (row.Next())
        {
            if (!Enum.TryParse<Dataset>(row[dataset], out var of)) throw row.Broken("the dataset is not known");
            var days = Days(row, from, to);
            records.Add(new()
            {
                Publisher = texts.Add(row.Text(publisher)),
                Release = texts.Add(row.Text(release)),
                File = texts.Add(row.Text(file)),
                Member = texts.Add(row.Text(file)),
                Hash = texts.Add($"seed {of} {days}"),
                Remarks = texts.Add("ships with Noc"),
                Dataset = of,
                Days = days,
                Rows = (int)(Number(row, rows) ?? 0),
                Kind = row[kind] is "complete" ? LoadedKind.Complete : LoadedKind.Partial,
            });
        }
        return records;
    }

    private static HcpcsCode Code(SeedRows row, int column) => HcpcsCode.TryParse(row[column], out var code) ? code
        : throw row.Broken("the code has not five letters or digits");

    private static Ndc11 Ndc(SeedRows row, int column) => Ndc11.TryParse(row[column], out var ndc) ? ndc
        : throw row.Broken("the NDC has not eleven digits");

    private static Days Days(SeedRows row, int from, int to) => new(row.Date(from), row.Date(to));

    private static decimal? Number(SeedRows row, int column) => row[column].IsEmpty ? null
        : decimal.TryParse(row[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : throw row.Broken($"cell {column + 1} is no number");

    private static CodeUnitKind Kind(SeedRows row, int column) => row[column].IsEmpty ? CodeUnitKind.None
        : Enum.TryParse<CodeUnitKind>(row[column], ignoreCase: true, out var kind) ? kind
            : throw row.Broken("the kind of unit is not known");

    // "10 MG": the number, a blank, the measure.
    private static (decimal? Value, string Unit) Unit(SeedRows row, int column)
    {
        var text = row[column];
        var blank = text.IndexOf(' ');
        if (text.IsEmpty) return (null, "");
        return blank > 0 && decimal.TryParse(
            text[..blank], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? (value, text[(blank + 1)..].ToString())
            : throw row.Broken("the unit is no number with a measure");
    }
}
