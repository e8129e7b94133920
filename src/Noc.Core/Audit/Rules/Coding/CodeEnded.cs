using Noc.Claims;
using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD003 code-ended: the drug code ended before the date of service.</summary>
/// <remarks>
/// <para>Why it matters: the date of service decides; a code is denied after its last day (CARC 181).</para>
/// <para>What to do: bill the code that replaced it, or the one for the product given where several makers have their
/// own; where the unit differs, the billed units are converted.</para>
/// <para>Source: CMS HCPCS Level II, effective dates.</para>
/// <para>Silent when: the seed does not hold the code. Only a warning for codes whose last day was inferred.
/// The front end of the DME contractors rejects the whole claim.</para>
/// </remarks>
public static class CodeEnded
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD003", "code-ended", "specific_code_check", Severity.Deny,
        "A code is denied after its last day (CARC 181).", Sources.Hcpcs) { Judges = LineTraits.OwnCode };

    /// <summary>Checks a line whose code names a drug, or a catch-all code that ended.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.IsUnclassified || drug.Day is not { } day) return;
        var line = drug.Line;
        if (CodeValidity.On(context.Tables, line.Code, day, drug.Setting, context.Policy.IsMedicare)
            is not CodeValidity.Ended status) return;
        // The payer's word on compounds is the surer one.
        var compound = line.Code == Codes.Q9977
            ? context.WantsWhen(PolicyKeys.CompoundCode, Situation.Compounded) : null;
        var severity = status.Row is { IsOutpatientOnly: false } && !IsReplaced(status) ? Severity.Warn
            : FrontEnd.Severity(context) ?? compound?.Severity ?? Severity.Deny;
        var converted = Converted(status, line);
        findings.Add(Info, context, context.CodeElement,
            Texts.Of($"{line.Code} ended on {status.Last:yyyy-MM-dd}, before the date of service.") + Instead(status)
                + converted?.Told,
            line.CodeText, line.Code == Codes.Q9977 ? new() { Code = Codes.J7999, Units = 1 }
                : Expected(status, converted?.Units), severity, confidence: status.Confidence,
            topic: FrontEnd.Topic(context) is { Length: > 0 } front ? front : compound is null ? "" : "compound");
    }

    // The end of a code that others than hospitals bill may be inferred from one table only, unless the codes behind
    // it begin on the next day.
    private static bool IsReplaced(CodeValidity.Ended status)
    {
        if (status is not { Confidence: Confidence.High, Row.Confidence: Confidence.High, Row.To: { } last })
            return false;
        foreach (var next in status.Successors)
            if (next.From == last.AddDays(1)) return true;
        return false;
    }

    private static string Instead(CodeValidity.Ended status)
    {
        if (status.Successors.Count > 0)
            return $" {List(status.Successors)} replaced it (before: unit {status.Row!.UnitText}).";
        return status.After.Count == 0 ? "" : " Nothing says which code replaced it; on this date the drug has "
            + $"{List(status.After.Select(code => code.Row))}: take the one for the product given.";
    }

    // The billed units in those of the next code; null where both count alike, or a unit is not known.
    private static (decimal Units, string Told)? Converted(CodeValidity.Ended status, ServiceLine line)
    {
        if (status is not { Successors: [var next], Row.Unit: { IsNone: false } unit } || unit == next.Unit
            || line.BilledUnits is not (> 0 and <= SpecificCodes.MaxUnits and var units)) return null;
        var dose = new Amount(units * unit.Value, unit.Unit);
        return SpecificCodes.UnitsOf(next, dose) is not { } converted ? null
            : (converted, Texts.Of($" Units: {SpecificCodes.Arithmetic(next.Unit, dose)}, ")
                + Texts.Of($"counted from the {units:0.###} billed."));
    }

    private static ExpectedValue? Expected(CodeValidity.Ended status, decimal? units) => status switch
    {
        { Successors: [var next] } => new() { Code = next.Code, Units = units },
        { Successors.Count: > 1 } => new() { Text = Choice(status.Successors) },
        { After.Count: > 0 } => new() { Text = Choice(status.After.Select(code => code.Row)) },
        _ => null,
    };

    private static string List(IEnumerable<ProductCode> codes) => string.Join(" or ", codes.Select(code =>
        code.IsForOneLabel ? $"{code.Code} ({code.Label}, unit {code.UnitText})"
            : $"{code.Code} (unit {code.UnitText})"));

    private static string Choice(IEnumerable<ProductCode> codes) =>
        string.Join(" or ", codes.Select(code => code.Code.Value));
}
