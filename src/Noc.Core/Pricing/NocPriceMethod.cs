using System.Globalization;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Pricing;

/// <summary>Medicare's prices by name of drugs that have no code, found through the NDC, else by the name.</summary>
internal static class NocPriceMethod
{
    private static readonly Source Rule = new("CMS, NOC Pricing File with its NDC crosswalk", "price by drug name",
        "https://www.cms.gov/medicare/payment/part-b-drugs/asp-pricing-files", new(2005, 1, 1));

    public static Price? Of(Reckoning work)
    {
        if (!work.IsUnclassified) return null;
        TellOwnCode(work);
        var line = work.Line;
        if (RowOf(line.Ndc, work) is { } row) return ByPackage(work, row);
        if (line.Drug.Length > 0 && ByName(work, line.Drug) is { } named) return named;
        var what = line.Ndc.IsNone ? $"a price of {(line.Drug.Length > 0 ? line.Drug : "the drug, which is not named")}"
            : $"NDC {line.Ndc.Hyphenated}";
        work.Miss($"{line.Code} has no limit of its own, and {MedicareMethods.Missing(
            work.Tables, Dataset.NocPrices, line.Day, work.Quarter, what)} (NOC pricing file)",
            work.Tables.Coverage.Of(Dataset.NocPrices, line.Day) is CoverageKind.Complete ? ""
                : $"the NOC pricing file of {work.Quarter} (`noc data import`)");
        return null;
    }

    // An unclassified code on a drug that has its own is not paid; the NDC tells.
    private static void TellOwnCode(Reckoning work)
    {
        var line = work.Line;
        if (line.Ndc.IsNone) return;
        var rows = work.Tables.Image.Rows<NdcCodeRecord>();
        // Rows whose NDC nobody can read have no key; a package that is not listed must not meet them.
        var row = rows.Of(TableKey.Of(line.Ndc)).On(line.Day)
            ?? (line.ListedNdc.IsNone ? null : rows.Of(TableKey.Of(line.ListedNdc)).On(line.Day));
        if (row is { } own && !own.Code.IsNone)
        {
            work.Flag("own-code", $"NDC {line.Ndc.Hyphenated} has a code of its own on the day, {own.Code}; price and "
                + $"bill that.");
            work.Advice = $"use {own.Code}";
        }
    }

    private static NocNdcRecord? RowOf(Ndc11 ndc, Reckoning work)
    {
        if (ndc.IsNone) return null;
        var rows = work.Tables.Image.Rows<NocNdcRecord>();
        return rows.Of(TableKey.Of(ndc)).On(work.Line.Day)
            ?? (work.Line.ListedNdc.IsNone ? null : rows.Of(TableKey.Of(work.Line.ListedNdc)).On(work.Line.Day));
    }

    private static Price? ByPackage(Reckoning work, NocNdcRecord row)
    {
        var (image, line) = (work.Tables.Image, work.Line);
        var (name, dosage) = (image.Text(row.GenericName).Trim(), image.Text(row.DosageText).Trim());
        if (LimitOf(work, name, dosage) is not { } limit)
        {
            work.Miss($"the NOC pricing file of {work.Quarter} has no price of {name}", "");
            return null;
        }
        work.Row($"NOC crosswalk {line.Ndc.Hyphenated} {row.Days}: {name}, {row.UnitsPerItem} x {dosage} an item");
        if (UnitsIn(line, row, dosage) is not { } units)
        {
            work.Miss($"the line does not tell how much of {name} it bills", "the NDC quantity, or the dose");
            return null;
        }
        return Done(work, name, dosage, limit, units);
    }

    private static Price? ByName(Reckoning work, string drug)
    {
        var image = work.Tables.Image;
        foreach (ref readonly var row in image.Rows<NocPriceRecord>().All)
        {
            var name = image.Text(row.DrugName).Trim();
            if (!row.Days.Include(work.Line.Day) || row.LimitUsd.Value is not { } limit) continue;
            if (!IsNamed(name, drug)) continue;
            var dosage = image.Text(row.DosageText).Trim();
            if (UnitsOf(work.Line.Dose, dosage) is { } units)
            {
                work.Flag("by-name", $"Found by name, without NDC: {name}.");
                return Done(work, name, dosage, limit, units);
            }
            work.Miss($"{name} is priced per {dosage}, and the line does not tell how many", "the dose");
            return null;
        }
        return null;
    }

    private static Price Done(Reckoning work, string name, string dosage, decimal limit, decimal units)
    {
        work.Row($"NOC pricing file {work.Quarter}: {name}, ${limit:0.000###} per {dosage}");
        work.Step($"${limit:0.000###} per {dosage} x {units:#,##0.######} = ${limit * units:#,##0.00####}");
        return work.Priced(PriceMethod.NocPriceFile, "NOC pricing file", limit * units, Rule);
    }

    private static decimal? LimitOf(Reckoning work, string name, string dosage)
    {
        var image = work.Tables.Image;
        foreach (ref readonly var row in image.Rows<NocPriceRecord>().All)
            if (row.Days.Include(work.Line.Day) && IsSame(image.Text(row.DrugName), name)
                && IsSame(image.Text(row.DosageText), dosage)) return row.LimitUsd.Value;
        return null;
    }

    // Price units of the quantity: by containers, else by the dose.
    private static decimal? UnitsIn(PriceLine line, NocNdcRecord row, string dosage)
    {
        if (row.UnitsPerItem.Value is { } each && line.NdcQuantity is { } quantity)
        {
            if (line.NdcUnit == "UN") return quantity * each;
            if (line.NdcUnit is "ML" or "GR" && row.PackageSize.Value is > 0 and var size)
                return quantity / size * each;
        }
        return UnitsOf(line.Dose, dosage);
    }

    private static decimal? UnitsOf(Amount dose, string dosage)
    {
        var cut = dosage.IndexOf(' ', StringComparison.Ordinal);
        if (dose.IsNone || cut < 0 || !decimal.TryParse(dosage.AsSpan(0, cut), NumberStyles.Number,
            CultureInfo.InvariantCulture, out var size) || size <= 0
            || Amount.NormaliseUnit(dosage.AsSpan(cut + 1).Trim()) is not { } unit) return null;
        return dose.In(unit) / size;
    }

    private static bool IsNamed(string name, string drug) => IsSame(name, drug)
        || (name.IndexOf('(', StringComparison.Ordinal) is > 0 and var cut && IsSame(name[..cut], drug));

    private static bool IsSame(string one, string other) =>
        one.AsSpan().Trim().Equals(other.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
}
