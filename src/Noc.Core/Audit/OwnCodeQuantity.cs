using Noc.Coding;
using Noc.Drugs;

namespace Noc.Audit;

/// <summary>The quantity of the NDC that belongs to a dose, where the line has another one or none.</summary>
/// <param name="Message">A sentence with the arithmetic, a blank in front; empty where nothing is to be said.</param>
/// <param name="Text">What to write; empty where it stays.</param>
internal readonly record struct OwnCodeQuantity(string Message, string Text)
{
    private const decimal Tolerance = 0.005m;

    /// <summary>Compares the quantity on the line with the dose, by the package of the crosswalk.</summary>
    /// <param name="context">The line.</param>
    /// <param name="code">Its own code.</param>
    /// <param name="units">Units of the code, rounded up; null where they are not known.</param>
    public static OwnCodeQuantity Of(in RuleContext context, in OwnCode code, decimal? units)
    {
        var drug = context.Drug!;
        var none = new OwnCodeQuantity("", "");
        if (code.OfNdc is not { } of || drug.Ndc.IsNone || drug.TotalDose.IsNone || units is null) return none;
        var unit = code.Row is { Unit.IsNone: false } row ? row.Unit : NdcUnits.UnitOf(context.Tables, of.Row);
        if (drug.TotalDose.In(unit.Unit) is not { } amount || unit.Value <= 0) return none;
        var exact = amount / unit.Value;
        var line = drug.Line;
        var measure = Measure(context, of);
        if (measure.Length == 0) return none;
        var name = measure == "UN" ? "UN"u8 : "ML"u8;
        if (NdcUnits.QuantityOf(of.Row, exact, name) is not { } right
            || NdcUnits.OfQuantity(of.Row, 1, name) is not { } per) return none;
        if (line.NdcUnit.Is(name) && line.NdcQuantity is { } has && Math.Abs(has - right) <= Tolerance * right)
            return none;
        return new(Texts.Of($" NDC quantity: {exact:0.###} / {per:0.###} in 1 {measure} = {right:0.###} {measure}."),
            NdcQuantity.Segment(right, measure));
    }

    // UN or ML: by the form where the directory has it, else as the line counts; a package of 1 leaves it open.
    private static string Measure(in RuleContext context, in CrosswalkCode of)
    {
        var drug = context.Drug!;
        var form = drug.FactsOfNdc(context.Tables)!.Measure;
        if (form is { IsCertain: true, Unit: NdcUnit.Each or NdcUnit.Millilitre }) return form.Code;
        return drug.Line.NdcUnit.Is("UN"u8) ? "UN" : of.Row.PackageSize.Value == 1 ? "" : "ML";
    }
}
