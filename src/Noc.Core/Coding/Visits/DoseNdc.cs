using System.Globalization;
using Noc.Drugs;
using Noc.Payers;

namespace Noc.Coding;

/// <summary>Unit and quantity of the NDC for an amount of drug.</summary>
/// <param name="Unit">UN, ML, GR or F2; empty where not known.</param>
/// <param name="PerUnit">The drug in one of the unit; none where not known.</param>
/// <param name="IsCertain">False where the form leaves another unit open.</param>
internal readonly record struct DoseNdc(string Unit, Amount PerUnit, bool IsCertain)
{
    /// <summary>How the NDC of a dose is counted: by the directory, the crosswalk, the record of the product, and the
    /// containers, in this order.</summary>
    public static DoseNdc Of(DoseToBill dose, DoseCode code)
    {
        var measure = MeasureOf(dose, code);
        var unit = measure.Unit;
        if (unit is NdcUnit.None && !dose.Dose.IsNone && dose.Dose.In("ML") is not null) unit = NdcUnit.Millilitre;
        Amount per = unit switch
        {
            NdcUnit.Gram => DrugInGram(dose, code),
            NdcUnit.InternationalUnit => new(1, "IU"),
            NdcUnit.Each => PerItem(dose, code),
            NdcUnit.Millilitre => DrugInMillilitre(code),
            _ => default,
        };
        if (per.IsNone && measure.Unit is NdcUnit.Millilitre) per = OfOneMillilitre(code);
        if (unit is NdcUnit.Millilitre && per.In("ML") is null && dose.Dose.In("ML") is not null) per = new(1, "ML");
        return new(NdcMeasure.CodeOf(unit), per, measure.IsCertain);
    }

    /// <summary>The same in a measure that the payer takes: vials of a clotting factor, where it takes no international
    /// units.</summary>
    public static DoseNdc For(VisitFacts visit, DoseToBill dose, DoseCode code, in PolicySubject subject)
    {
        var ndc = Of(dose, code);
        if (ndc.Unit is not "F2" || visit.Wants(PolicyKeys.NdcUnits, subject) is not { } taken
            || taken.Value.Has("F2") || !taken.Value.Has("UN")) return ndc;
        // Crosswalks count these packages by the unit; what a vial holds is on its label.
        var vial = dose.Containers > 0 && !dose.Opened.IsNone
            ? dose.Opened with { Value = dose.Opened.Value / dose.Containers } : PerItem(dose, code);
        return vial.Value <= 1 || dose.Dose.In(vial.Unit ?? "") is null ? ndc : new("UN", vial, true);
    }

    /// <summary>The quantity of an amount, as the payer takes it; null where it cannot be told.</summary>
    /// <param name="amount">Drug given or thrown away.</param>
    /// <param name="isWhole">True where the payer counts parts of a container as whole.</param>
    /// <param name="decimals">How many the payer takes: 2 or 3.</param>
    public decimal? QuantityOf(Amount amount, bool isWhole, int decimals)
    {
        if (PerUnit.IsNone || amount.IsNone || amount.Value == 0) return null;
        if (NdcUnits.QuantityOf(amount, PerUnit) is not { } quantity) return null;
        if (isWhole && Unit is "UN") return decimal.Ceiling(quantity);
        return Rounding.Amount(quantity, decimals);
    }

    /// <summary>How a quantity comes about; empty without one.</summary>
    public string Arithmetic(Amount amount, decimal? quantity) => quantity is null ? ""
        : PerUnit is { Value: 1 } && amount.Unit == PerUnit.Unit
            ? Texts.Of($"{amount} = {quantity:0.###} {Unit}")
            : Texts.Of($"{amount} / {PerUnit} in 1 {Unit} = {quantity:0.###} {Unit}");

    private static NdcMeasure MeasureOf(DoseToBill dose, DoseCode code)
    {
        if (ClottingFactors.IsCounted(code.Code, code.Unit, code.Product) && dose.Dose.In("IU") is not null)
            return NdcMeasure.Of("", isClottingFactor: true);
        if (code.Ndc is { Measure: { Unit: not NdcUnit.None, IsCertain: true } certain }) return certain;
        if (code.Row is { Row.PackageSize.Value: { } size and not 1 } own && size > 0 && !own.Row.IsBottle)
            return new(NdcUnit.Millilitre, "its package is counted in mL", true);
        if (code.Row is null && code.Ndc?.NewestCode is { PackageSize: > 0 and not 1 })
            return new(NdcUnit.Millilitre, "its package is counted in mL", true);
        if (code.Told is { Strength.Length: > 0 } told && Strength(told) is { IsNone: false } strength)
            return strength.Per.Unit switch
            {
                "ML" => new(NdcUnit.Millilitre, "its strength is told in mL", true),
                "G" => new(NdcUnit.Gram, "its strength is told in grams", true),
                _ => new(NdcUnit.Each, "its strength is told for each", true),
            };
        if (code.Ndc is { Measure: { Unit: not NdcUnit.None } likely }) return likely;
        if (code.Product is { } product)
        {
            var byForm = NdcMeasure.Of(FormsBy(product.Forms, dose.Route));
            if (byForm.Unit is not NdcUnit.None) return byForm;
        }
        // A package of 1 is a vial of powder, or a millilitre, which is then the same number.
        return code.Row is not null || code.Ndc?.NewestCode is not null
            ? new(NdcUnit.Each, "its package is counted by containers", false) : default;
    }

    // What is injected is no tablet and no spray; a kit holds what the other forms name.
    private static Items<string> FormsBy(Items<string> forms, string? route)
    {
        if (route is not ("IV" or "IM" or "SC" or "IT" or "IVT" or "ID") || forms.Count < 2) return forms;
        var left = forms.Where(form => !form.Contains("kit", StringComparison.OrdinalIgnoreCase)
            && NdcMeasure.Of(form).Unit is NdcUnit.Millilitre or NdcUnit.None
            || form.Contains("powder", StringComparison.OrdinalIgnoreCase)).ToList();
        return left.Count > 0 ? [.. left] : forms;
    }

    // As the directory writes it, or as people do: 50 mg/mL, 100 mg/vial, 100 mg.
    private static NdcStrength Strength(Encounters.ProductFacts told)
    {
        if (NdcStrength.Read(told.Strength) is { IsNone: false } strength) return strength;
        var (drug, per) = told.Strength.Split('/') is [var above, var below] ? (above, below.Trim())
            : (told.Strength, "");
        var end = drug.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        if (end == 0 || Amount.NormaliseUnit(drug.AsSpan(end).Trim()) is not { } unit
            || !decimal.TryParse(drug.AsSpan(0, end), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
                CultureInfo.InvariantCulture, out var value) || value <= 0) return default;
        var amount = new Amount(value, unit);
        var size = per.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        var count = 1m;
        if (size > 0 && !decimal.TryParse(per.AsSpan(0, size), NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out count)) return default;
        return count <= 0 ? default : Amount.NormaliseUnit(per.AsSpan(size).Trim()) switch
        {
            "ML" => new(amount, new(count, "ML")),
            "L" => new(amount, new(count * 1000, "ML")),
            "G" => new(amount, new(count, "G")),
            _ => new(amount, new(count, "")),
        };
    }

    private static Amount PerItem(DoseToBill dose, DoseCode code)
    {
        if (code.Ndc is { } facts && NdcUnits.InPackage(facts, NdcUnit.Each) is { IsNone: false } item) return item;
        if (code.Told is { } told && DrugInItem(told) is { IsNone: false } each) return each;
        return dose.Containers > 0 && !dose.Opened.IsNone
            ? dose.Opened with { Value = dose.Opened.Value / dose.Containers } : default;
    }

    /// <summary>The drug in one millilitre, by directory, crosswalk or the record of the product; none where they do
    /// not tell.</summary>
    public static Amount DrugInMillilitre(DoseCode code)
    {
        if (code.Ndc is { } facts && NdcUnits.InPackage(facts, NdcUnit.Millilitre) is { IsNone: false } volume)
            return volume;
        return code.Told is { } told && Strength(told) is { IsNone: false, IsPerItem: false } strength
            ? strength.In(new(1, "ML")) : default;
    }

    // A dose in grams is weighed as it comes out of the tube; one in milligrams is drug.
    private static Amount DrugInGram(DoseToBill dose, DoseCode code) => dose.Dose.Unit is not "G"
        && code.Told is { } told && Strength(told) is { IsNone: false, Per.Unit: "G" } strength
        && strength.In(new(1, "G")) is { IsNone: false } drug ? drug : new(1, "G");

    /// <summary>The drug in one container, by the strength that the record of the product tells for each; none where
    /// it tells none.</summary>
    public static Amount DrugInItem(Encounters.ProductFacts told) =>
        told.Strength.Length > 0 && Strength(told) is { IsNone: false, IsPerItem: true } strength
            ? strength.In(default) : default;

    // A package of 1 that is liquid by its form is one millilitre; of a powder nobody knows what one holds.
    private static Amount OfOneMillilitre(DoseCode code) =>
        code is { Row.Row: { PackageSize.Value: 1, UnitsPerItem.Value: { } units }, Unit.IsNone: false }
        && units is > 0 and < 1e6m ? code.Unit with { Value = code.Unit.Value * units } : default;
}
