using Noc.Audit;

namespace Noc.App.RunCases;

/// <summary>What worked cases say that an auditor must not do, as checks of the findings.</summary>
internal static class CaseChecks
{
    private sealed record Check(string Name, Func<IReadOnlyList<Finding>, bool> IsBroken);

    private static readonly Check ChargeKept = new("no finding changes a charge",
        findings => findings.Any(one => one.Expected is not null
            && one.Element is "2400/SV102" or "2400/SV203" && one.Rule.Topic is "units" or "waste_modifier"));

    private static readonly Check NoJz = new("nobody is asked for JW or JZ", Fires("MOD002"));

    private static readonly Check NotOneUnit = new("no finding sets the units to 1",
        findings => findings.Any(one => one.Rule.Topic == "units" && one.Expected is { Units: 1 }));

    private static readonly Check NdcHasElevenDigits = new("every suggested NDC has eleven digits",
        findings => findings.Any(one => one.Expected is { Ndc: { Length: > 0 } ndc }
            && (ndc.Length != 11 || !ndc.All(char.IsAsciiDigit))));

    private static readonly Dictionary<string, Check> Known = new(StringComparer.Ordinal)
    {
        ["divide the charge by 150"] = ChargeKept,
        ["divide the charge by 30"] = ChargeKept,
        ["move the wasted amount or its charge to line 1"] = ChargeKept,
        ["flag mg/mL on a compounded drug"] = new("no finding about a strength", Fires("NAR004")),
        ["ask for an NDC of the compound"] = new("no NDC is asked for", Fires("NDC001")),
        ["split into ingredient J-codes"] = new("no other code is suggested",
            findings => findings.Any(one => one.Expected is { Code.IsNone: false })),
        ["use J9035"] = NoCode("J9035"),
        ["replace by C9399"] = NoCode("C9399"),
        ["replace J3490 by JX001 for the SC dose"] = NoCode("JX001"),
        ["add JZ/JW to a compounded drug"] = NoJz,
        ["require JZ"] = NoJz,
        ["ask for JZ"] = NoJz,
        ["attach the invoice as mandatory"] = new("no finding stops the claim for an invoice",
            findings => findings.Any(one => one.Rule.Topic is "invoice" or "attachment"
                && one.Severity >= Severity.Delay)),
        ["suggest an NOC narrative fix"] = new("no finding suggests a text",
            findings => findings.Any(one => one.Expected is { Narrative.Length: > 0 })),
        ["apply Medicare units=1"] = NotOneUnit,
        ["send 10-digit or hyphenated NDC in LIN03"] = NdcHasElevenDigits,
        ["change to ML because the powder was dissolved"] = new("no finding suggests ML",
            findings => findings.Any(one => one.Expected?.Text.EndsWith("*ML", StringComparison.Ordinal) is true)),
        ["use the carton NDC"] = new("no other NDC is suggested",
            findings => findings.Any(one => one.Expected is { Ndc.Length: > 0 })),
        ["exceed 80 characters"] = new("no suggested text is longer than 80 characters",
            findings => findings.Any(one => one.Expected is { Narrative.Length: > 80 })),
        ["prepare an appeal for a line returned this way"] = new("no finding advises an appeal",
            findings => findings.Any(one => one.Rule.Topic == "appeal")),
        ["apply the Medicare one-line rule"] = new("no finding sets the units to 1 or joins the lines",
            findings => NotOneUnit.IsBroken(findings) || findings.Any(one => one.Expected is { Code.Value: "J7999" })),
    };

    /// <summary>The name of the check that is broken; null where it holds.</summary>
    /// <param name="words">What the case says.</param>
    /// <param name="findings">What the audit found.</param>
    /// <param name="isKnown">False where no check stands for the words.</param>
    public static string? Broken(string words, IReadOnlyList<Finding> findings, out bool isKnown)
    {
        isKnown = Known.TryGetValue(words, out var check);
        return check is not null && check.IsBroken(findings) ? check.Name : null;
    }

    private static Func<IReadOnlyList<Finding>, bool> Fires(string rule) =>
        findings => findings.Any(one => one.Rule.Id == rule);

    private static Check NoCode(string code) => new($"{code} is not suggested",
        findings => findings.Any(one => one.Expected?.Code.Value == code));
}
