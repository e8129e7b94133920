using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>The billed units of a dose with how they come about.</summary>
/// <param name="Value">The units; null where dose or unit is not known.</param>
/// <param name="Reason">The arithmetic, or what is counted; empty without units.</param>
internal readonly record struct DoseUnits(decimal? Value, string Reason)
{
    private static readonly DoseUnits NotKnown = new(null, "");

    private static readonly DoseUnits One = new(1, "an unclassified code counts one unit a line");

    /// <summary>Units of a code of the drug's own, rounded up; of an unclassified code what the payer counts.</summary>
    public static DoseUnits Of(
        VisitFacts visit, DoseToBill dose, DoseCode code, DoseWaste waste, in PolicySubject subject)
    {
        if (!code.IsUnclassified) return OfOwnCode(visit, dose, code, waste);
        if (code.Code == Codes.C9399) return One;
        var units = visit.Wants(PolicyKeys.UnitsBasis, subject)?.Value.Word switch
        {
            "containers" => Containers(visit, dose, code),
            "ndc-units" => NdcQuantity(dose, code),
            "milliliters" => Millilitres(dose, code),
            "dose-units" => dose.Dose.IsNone ? NotKnown : new(dose.Dose.Value, $"{dose.Dose} were given"),
            "coverage-unit" => NotKnown,
            "code-unit" when !code.Unit.IsNone && SpecificCodes.UnitsOf(code.Unit, dose.Dose) is { } counted =>
                new(counted, SpecificCodes.Arithmetic(code.Unit, dose.Dose)),
            _ => One,
        };
        if (units.Value is > 0) return units with { Value = Rounding.Amount(units.Value.Value) };
        visit.Missing($"{dose.First.Pointer}/dose", "units",
            $"{visit.Payer.Name} counts the units of {code.Code} in its own "
            + "way, and the record does not tell enough to count them.", "billing");
        return NotKnown;
    }

    private static DoseUnits OfOwnCode(VisitFacts visit, DoseToBill dose, DoseCode code, DoseWaste waste)
    {
        if (SpecificCodes.UnitsOf(code.Unit, dose.Dose) is { } units)
            return new(waste.Units?.Administered ?? units,
                (dose.VolumeReason.Length > 0 ? $"{dose.VolumeReason}; " : "")
                + SpecificCodes.Arithmetic(code.Unit, dose.Dose));
        if (dose.Dose is { IsNone: false, Value: 0 }) return new(0, "");
        if (ByTreatment(visit, dose, code) is { } treatments) return treatments;
        if (ByProduct(dose, code) is { } counted) return counted;
        if (code.Unit.IsNone && dose.Parts == 1 && CodeClass.Includes(CodeKind.Vaccine, code.Code, false))
            return new(dose.Given.Count, "a vaccine counts the dose");
        visit.Missing($"{dose.First.Pointer}/dose", "units",
            dose.Dose.IsNone && !dose.First.DoseInContainers.IsNone ? Demands.ContainersUnknown(dose.First)
            : dose.Dose.IsNone ? $"The dose of {dose.First.Drug} is not recorded; {code.Code} is billed by it."
            : code.Unit.IsNone ? $"One unit of {code.Code} is no single amount: count the units by hand."
            : $"{dose.Dose} cannot be counted in units of {code.Unit}.", "nursing");
        return NotKnown;
    }

    // One unit for any dose of a band, or for each piece of a product that is counted in pieces.
    private static DoseUnits? ByProduct(DoseToBill dose, DoseCode code)
    {
        if (code.Product?.Codes.FirstOrDefault(row => row.Code == code.Code && row.IsValidOn(dose.Day)) is not { } row
            || dose.Parts > 1) return null;
        if (DoseBand.Of(row) is { } band && dose.Given.All(given => band.Holds(given.Dose)))
            return new(dose.Given.Count, Texts.Of($"one unit for any dose {(band.IsAbove ? "above" : "up to")} ")
                + $"{band.Limit}");
        return row.UnitText is "each" or "implant" ? Pieces(dose, code, "EACH") : null;
    }

    /// <summary>The units of gene and cell therapies, which count the treatment, whatever went into it; of vaccines and
    /// implants as the record counts them. Null of all others.</summary>
    public static DoseUnits? ByTreatment(VisitFacts visit, DoseToBill dose, DoseCode code) =>
        visit.Tables.Image.Rows<CodeRecord>().Of(TableKey.Of(code.Code)).On(dose.Day) is
            { UnitKind: CodeUnitKind.Item, UnitValue.Value: 1 } row
            && dose.Parts == 1 ? Pieces(dose, code, visit.Tables.Image.Text(row.Unit)) : null;

    private static DoseUnits? Pieces(DoseToBill dose, DoseCode code, string unit)
    {
        var count = dose.Given.Sum(given => given.DoseInContainers.IsNone ? 0 : given.DoseInContainers.Value);
        if (unit is "VIAL" && dose.Containers > 0) return new(dose.Containers, $"{code.Code} counts the vials used");
        if (unit is not ("TREATMENT" or "INFUSION" or "INSTILLATION") && count > 0 && count == decimal.Floor(count)
            && dose.Given.All(given => !given.DoseInContainers.IsNone))
            return new(count, $"{code.Code} counts by the {unit.ToLowerInvariant()}");
        return unit is "DOSE" or "TREATMENT" ? new(dose.Given.Count, $"{code.Code} counts the treatment") : null;
    }

    private static DoseUnits Containers(VisitFacts visit, DoseToBill dose, DoseCode code)
    {
        if (dose.Containers > 0) return new(dose.Containers, "containers used");
        var item = code.Ndc is { } facts ? NdcUnits.InPackage(facts, NdcUnit.Each) : default;
        if (item.IsNone || item.Value <= 0 || dose.Dose.In(item.Unit) is not ({ } amount and <= 1e9m))
        {
            visit.Missing($"{dose.First.Pointer}/containers", "containers",
                $"{visit.Payer.Name} counts containers, and none are recorded.", "nursing");
            return NotKnown;
        }
        return new(decimal.Ceiling(amount / item.Value), $"{dose.Dose} out of containers of {item}");
    }

    private static DoseUnits NdcQuantity(DoseToBill dose, DoseCode code) =>
        DoseNdc.Of(dose, code) is var ndc && ndc.QuantityOf(dose.Dose, false, 3) is { } quantity
            ? new(quantity, $"units of the NDC: {ndc.Arithmetic(dose.Dose, quantity)}") : NotKnown;

    private static DoseUnits Millilitres(DoseToBill dose, DoseCode code) =>
        dose.Dose.In("ML") is { } volume ? new(volume, $"{dose.Dose} were given")
        : DoseNdc.Of(dose, code) is { Unit: "ML" } ndc && ndc.QuantityOf(dose.Dose, false, 3) is { } quantity
            ? new(quantity, ndc.Arithmetic(dose.Dose, quantity)) : NotKnown;
}
