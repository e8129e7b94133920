using System.Text.RegularExpressions;
using Noc.Audit;

namespace Noc.App.RunCases;

/// <summary>What worked cases say that an auditor must not do, as checks of the findings.</summary>
internal static partial class CaseChecks
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

    private static readonly Check NoNarrative = new("no finding suggests a text",
        findings => findings.Any(one => one.Expected is { Narrative.Length: > 0 }));

    private static readonly Check NoStrength = new("no finding about a strength",
        findings => findings.Any(one => one.Rule.Id == "NAR004"
            || (one is { Rule.Id: "NAR011" } && one.Message.Contains("concentration", Ordinal))));

    private static readonly Check NoNdc = new("no NDC is asked for", Fires("NDC001"));

    private static readonly Check NoOtherCode = new("no other code is suggested",
        findings => findings.Any(one => one.Expected is { Code.IsNone: false }));

    private static readonly Check NoOtherNdc = new("no other NDC is suggested",
        findings => findings.Any(one => one.Expected is { Ndc.Length: > 0 }));

    private static readonly Check NoInvoice = new("no finding stops the claim for an invoice",
        findings => findings.Any(one => one.Rule.Topic is "invoice" or "attachment"
            && one.Severity >= Severity.Delay));

    private static readonly Check ShortText = new("no suggested text is longer than 80 characters",
        findings => findings.Any(one => one.Expected is { Narrative.Length: > 80 }));

    private static readonly Check NoAppeal = new("no finding advises an appeal",
        findings => findings.Any(one => one.Rule.Topic == "appeal"));

    private static readonly Check NoOneLine = new("no finding sets the units to 1 or joins the lines",
        findings => NotOneUnit.IsBroken(findings) || findings.Any(one => one.Expected is { Code.Value: "J7999" }));

    private static readonly Check NoAuthorization = new("no authorization is asked for", Fires("AUT001"));

    private static readonly Check NoStop = new("nothing stops the claim",
        findings => findings.Any(one => one.Severity >= Severity.Deny));

    private static readonly Check NoPaper = new("no finding sends paper",
        findings => findings.Any(one => one.Expected?.Text.Contains("paper", Ordinal) is true));

    private static readonly Check NoUnits = new("no finding changes the units",
        findings => findings.Any(one => one.Expected is { Units: not null, Code.IsNone: true }));

    private static readonly Check NoPatient = new("no finding bills the patient",
        findings => findings.Any(one => one.Expected?.Text.Contains("patient", Ordinal) is true));

    private static readonly Check NoModifier = new("no modifier is asked for",
        findings => findings.Any(one => one.Rule.Id is "MOD002" or "MOD003" or "MOD007"));

    // Words of cases as people write them; the first that fit count.
    private static readonly (string[] Words, Check Check)[] Spoken =
    [
        (["charge"], ChargeKept),
        (["wasted"], ChargeKept),
        (["80 characters"], ShortText),
        (["appeal"], NoAppeal),
        (["bill", "patient"], NoPatient),
        (["balance", "patient"], NoPatient),
        (["jz"], NoJz),
        (["jw"], NoJz),
        (["one-line"], NoOneLine),
        (["units=1"], NotOneUnit),
        (["units = 1"], NotOneUnit),
        (["one unit"], NotOneUnit),
        (["1 unit"], NotOneUnit),
        (["10-digit"], NdcHasElevenDigits),
        (["hyphen"], NdcHasElevenDigits),
        (["dash"], NdcHasElevenDigits),
        (["carton"], NoOtherNdc),
        (["outer", "ndc"], NoOtherNdc),
        (["inner", "ndc"], NoOtherNdc),
        (["change", "ndc"], NoOtherNdc),
        (["invent", "ndc"], NoOtherNdc),
        (["ndc"], NoNdc),
        (["invoice"], NoInvoice),
        (["paper"], NoPaper),
        (["mg/ml"], NoStrength),
        (["concentration"], NoStrength),
        (["to ml"], NoUnit("ML")),
        (["milligram"], NoUnit("ME")),
        (["use me"], NoUnit("ME")),
        (["split"], NoOtherCode),
        (["recode"], NoOtherCode),
        (["narrative"], NoNarrative),
        (["rewrite"], NoNarrative),
        (["authorization"], NoAuthorization),
        (["prior auth"], NoAuthorization),
        (["modifier"], NoModifier),
        (["units"], NoUnits),
        (["code"], NoOtherCode),
        (["reject"], NoStop),
        (["deny"], NoStop),
        (["flag"], NoStop),
    ];

    [GeneratedRegex(@"\b(?:[A-Z]\d{4}|J[A-Z]\d{3}|\d{5})\b", RegexOptions.None, 1000)]
    private static partial Regex CodeInText { get; }

    /// <summary>The name of the check that is broken; null where it holds.</summary>
    /// <param name="words">What the case says.</param>
    /// <param name="findings">What the audit found.</param>
    /// <param name="isKnown">False where no check stands for the words.</param>
    public static string? Broken(string words, IReadOnlyList<Finding> findings, out bool isKnown)
    {
        var check = Of(words);
        isKnown = check is not null;
        return check is not null && check.IsBroken(findings) ? check.Name : null;
    }

    private static Check? Of(string words)
    {
        var plain = words.ToLowerInvariant();
        // How an approval is looked up: that one is asked for at all shows it.
        if (plain.StartsWith("look the authorization up", Ordinal)) return Nothing;
        // "use J9035", "replace J3490 by JX001", "suggest C9399 for the office": the last code is the wrong one.
        if (Verb(plain) && CodeInText.Matches(words) is { Count: > 0 } codes)
            return codes.Count == 1 && plain.StartsWith("replace", Ordinal) && !plain.Contains("by ", Ordinal)
                && !plain.Contains("with ", Ordinal) ? NoOtherCode : NoCode(codes[^1].Value);
        foreach (var (parts, check) in Spoken)
            if (parts.All(part => plain.Contains(part, Ordinal))) return check;
        return null;
    }

    private static bool Verb(string plain) => plain.StartsWith("use ", Ordinal)
        || plain.StartsWith("replace", Ordinal) || plain.StartsWith("suggest", Ordinal)
        || plain.StartsWith("propose", Ordinal) || plain.StartsWith("bill ", Ordinal)
        || plain.StartsWith("recommend", Ordinal) || plain.StartsWith("change to ", Ordinal)
        || plain.StartsWith("switch to ", Ordinal);

    private static readonly Check Nothing = new("", _ => false);

    private const StringComparison Ordinal = StringComparison.OrdinalIgnoreCase;

    private static Check NoUnit(string unit) => new($"no finding suggests {unit}",
        findings => findings.Any(one => one.Expected?.Text.EndsWith($"*{unit}", Ordinal) is true));

    private static Func<IReadOnlyList<Finding>, bool> Fires(string rule) =>
        findings => findings.Any(one => one.Rule.Id == rule);

    private static Check NoCode(string code) => new($"{code} is not suggested",
        findings => findings.Any(one => one.Expected?.Code.Value == code));
}
