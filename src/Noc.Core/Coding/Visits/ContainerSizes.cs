using Noc.Drugs;

namespace Noc.Coding;

/// <summary>Holds the containers of the record against what the NDC stands for.</summary>
internal static class ContainerSizes
{
    // Units of some packages are rounded, and labels count overfill.
    private const decimal Slack = 0.25m;

    /// <summary>Tells where the containers that were opened are not of the NDC: one of both is wrong, and quantity and
    /// waste with it.</summary>
    public static void Check(VisitFacts visit, DoseToBill dose, DoseCode code)
    {
        if (dose.Containers == 0 || dose.Opened.IsNone || code.Ndc is not { } facts
            || ClottingFactors.IsCounted(code.Code, code.Unit, code.Product)) return;
        var item = NdcUnits.InPackage(facts, NdcUnit.Each);
        if (item.IsNone || item.In(dose.Opened.Unit) is not (> 0 and var holds)) return;
        var each = dose.Opened.Value / dose.Containers;
        if (each > 0 && decimal.Abs(each - holds) <= Slack * Math.Max(each, holds)) return;
        var recorded = new Amount(Rounding.Amount(each), dose.Opened.Unit);
        var listed = new Amount(holds, dose.Opened.Unit);
        visit.Missing($"{dose.First.Pointer}/containers", "containers",
            $"The record opens containers of {recorded}; NDC {dose.Ndc} is one of {listed}. Either the NDC or the "
            + "container is not what was opened.", "pharmacy");
    }
}
