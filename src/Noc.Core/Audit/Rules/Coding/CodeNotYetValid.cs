using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD002 code-not-yet-valid: the drug code starts after the date of service.</summary>
/// <remarks>
/// <para>Why it matters: the date of service decides; a code is denied before its first day (CARC 181).</para>
/// <para>What to do: bill the code that was valid on the date, the one it took over from or an unclassified one.</para>
/// <para>Source: CMS HCPCS Level II, effective dates.</para>
/// <para>Silent when: the seed does not hold the code. The front end of the DME contractors rejects the whole
/// claim.</para>
/// </remarks>
public static class CodeNotYetValid
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD002", "code-not-yet-valid", "specific_code_check", Severity.Deny,
        "A code is denied before its first day (CARC 181).", Sources.Hcpcs) { Judges = LineTraits.OwnCode };

    /// <summary>Checks a line whose code names a drug.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.IsUnclassified || drug.Day is not { } day) return;
        var line = drug.Line;
        if (CodeValidity.On(context.Tables, line.Code, day, drug.Setting, context.Policy.IsMedicare)
            is not CodeValidity.NotYet status) return;
        // The payer's word on compounds is the surer one.
        var compound = line.Code == Codes.Q9977 || line.Code == Codes.J7999
            ? context.WantsWhen(PolicyKeys.CompoundCode, Situation.Compounded) : null;
        findings.Add(Info, context, context.CodeElement,
            Texts.Of($"{line.Code} starts on {status.First:yyyy-MM-dd}, after the date of service."), line.CodeText,
            compound is null ? Expected(status.Before)
                : compound.Value.Words is [var word] && HcpcsCode.TryParse(word, out var right)
                    ? new() { Code = right, Units = 1 } : new() { Text = string.Join(" or ", compound.Value.Words) },
            FrontEnd.Severity(context) ?? compound?.Severity, confidence: status.Confidence,
            topic: FrontEnd.Topic(context) is { Length: > 0 } front ? front : compound is null ? "" : "compound");
    }

    private static ExpectedValue? Expected(DrugCoding before) => before switch
    {
        { Own.Count: 1 } => new() { Code = before.Own[0].Row.Code },
        { Own.Count: > 1 } => new() { Text = string.Join(" or ", before.Own.Select(code => code.Row.Code.Value)) },
        { Unclassified.Code.IsNone: true } => null,
        _ => new() { Code = before.Unclassified.Code, Units = 1 },
    };
}
