using Noc.Encounters;
using Noc.Payers;

namespace Noc.Coding;

/// <summary>The lines of a compounded drug: one, or one for each ingredient and the fee, as the payer wants.</summary>
internal static class CompoundLines
{
    private const string Zeros = "00000000000";

    public static List<LineDraft> Of(VisitFacts visit, DoseToBill dose, DoseCode code, in PolicySubject subject)
    {
        var asked = subject with { Situation = subject.Situation | Situation.Compounded };
        var form = visit.Wants(PolicyKeys.CompoundLines, asked)?.Value.Word ?? "one";
        var ndcs = visit.Wants(PolicyKeys.CompoundNdc, asked)?.Value.Word ?? "none";
        var facts = DoseLines.FactsOf(visit, dose, code, default, default, 1) with
        {
            Ndc = default, IsCompound = true, Waste = default, Container = "", Manufacturer = "", Strength = "",
            Ingredients = [],
        };
        var wants = new NarrativeWants(visit.Payer.Wants, asked);
        var basis = DoseLines.Line(visit, dose, code, default, isWaste: false) with
        {
            Units = 1, UnitsReason = "a compound counts one unit a line", Amount = dose.Dose,
        };
        if (LineModifiers.Side(dose) is "50" && basis.Has("50"))
            basis = basis with { Units = 2, UnitsReason = "one for each side" };
        var ingredients = dose.First.Containers.Where(one => !one.Ndc.IsNone).ToList();
        if (form is "one" && ndcs is "most-expensive" && ingredients.Count == 0)
            visit.Missing($"{dose.First.Pointer}/containers", "ingredients", $"{visit.Payer.Name} wants the NDC of the "
                + "most expensive ingredient of a compound; the containers are not recorded.", "pharmacy");
        if (form is "one")
            return DoseLines.Charged(visit, dose, [new(WithNdc(visit, basis, ndcs, ingredients), facts, wants)]);
        if (ingredients.Count == 0)
        {
            visit.Missing($"{dose.First.Pointer}/containers", "ingredients",
                $"{visit.Payer.Name} wants a line for each "
                + "ingredient of a compound, with its NDC; the containers are not recorded.", "pharmacy");
            return DoseLines.Charged(visit, dose, [new(basis, facts, wants)]);
        }
        var lines = new List<LineDraft>(ingredients.Count + 1);
        foreach (var ingredient in ingredients)
            lines.Add(new(OfIngredient(visit, basis, dose, ingredient), facts, wants));
        if (form is "per-ingredient-and-fee" && visit.Wants(PolicyKeys.CompoundFeeNdc, asked) is { } fee)
            lines.Add(new(basis with
            {
                Kind = CodedLineKind.CompoundingFee, PseudoNdc = fee.Value.Word, NdcUnit = "UN", NdcQuantity = 1,
                Amount = default, CompoundLink = "1",
            }, facts, wants));
        return DoseLines.Charged(visit, dose, lines);
    }

    private static CodedLine WithNdc(VisitFacts visit, CodedLine line, string ndcs, List<Container> ingredients)
    {
        if (ndcs is "zeros-first") return line with { PseudoNdc = Zeros, NdcUnit = "UN", NdcQuantity = 1 };
        if (ndcs is "none" || ingredients.Count == 0) return line;
        var dearest = ingredients.MaxBy(one => visit.Encounter.Invoices.Where(invoice => invoice.Ndc == one.Ndc)
            .Max(invoice => invoice.NetUnitUsd) ?? 0)!;
        return Quantified(visit, line, dearest);
    }

    private static CodedLine OfIngredient(VisitFacts visit, CodedLine basis, DoseToBill dose, Container ingredient) =>
        Quantified(visit, basis with { CompoundLink = "1" }, ingredient) with
        {
            Amount = ingredient.Holds.IsNone ? dose.Dose : ingredient.Holds,
        };

    private static CodedLine Quantified(VisitFacts visit, CodedLine line, Container container)
    {
        var facts = NdcFacts.Of(visit.Tables, container.Ndc, line.Day);
        if (container.Count == 0)
            visit.Missing(line.Administrations[0] + "/containers", "containers",
                $"How many containers of {container.Ndc.Hyphenated} were used is not known.", "pharmacy");
        var quantity = container.Count == 0 ? null
            : container.Holds.IsNone ? facts.ItemQuantity * container.Count
            : facts.QuantityOf(container.Holds with { Value = container.Holds.Value * container.Count });
        var unit = facts.Measure.Code;
        return line with
        {
            Ndc = container.Ndc,
            NdcUnit = unit.Length > 0 ? unit : "UN",
            NdcQuantity = quantity ?? (container.Count > 0 ? container.Count : null),
            NdcReason = quantity is null ? "containers used" : $"by NDC {container.Ndc.Hyphenated}",
        };
    }
}
