using Noc.Audit.Rules.Administrations;
using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Compounds;

/// <summary>CMP001 compound-code-wrong: a compounded drug goes out under a code that this payer does not take for it.
/// </summary>
/// <remarks>
/// <para>Why it matters: Medicare takes compounds as J7999 since 2016, some contractors those of pumps as J7799, some
/// payers as J3490; another code is rejected.</para>
/// <para>What to do: bill the code that the finding names.</para>
/// <para>Source: the payer's policy (compound.code).</para>
/// <para>Silent when: the payer names no code, nothing says that the drug is a compound (of bevacizumab by its own code
/// an injection into the eye says so, as a warning), or it is given through
/// equipment, in dialysis, or in a hospital whose payer speaks of no institutional claims; compounds that are inhaled
/// and have a code of their own are told everywhere. For an implanted pump J7799
/// and J7999 are both taken unless the payer speaks of pumps.</para>
/// </remarks>
public static class CompoundCodeWrong
{
    private const string Bevacizumab = "bevacizumab";

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("CMP001", "compound-code-wrong", "compound", Severity.Reject,
        "Payers take a compounded drug under one code.", Sources.Policies);

    /// <summary>The policy says how bad it is.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var code = drug.Line.Code;
        if (!drug.IsUnclassified) CheckEye(context, findings);
        if (!(drug.IsCompound || drug.IsMadeByPharmacy) || drug.Day is not { } day) return;
        if (drug is { IsUnclassified: true, Route: "INH" } && InhaledCodes(drug, day) is { Count: > 0 } inhaled)
        {
            TellInhaled(context, findings, inhaled);
            return;
        }
        if (!IsJudged(code, drug)) return;
        if (context.Wants(PolicyKeys.CompoundCode) is not { } wanted || wanted.Value.Has(code.Value)) return;
        if (drug.Setting is Setting.Opps or Setting.Asc && !wanted.Scope.Claims.Contains("institutional")) return;
        var isPump = (wanted.Scope.When & Situation.ImplantedPump) != Situation.None;
        if (code == Codes.J7799 && !isPump) return;
        var names = string.Join(" or ", wanted.Value.Words);
        var right = wanted.Value.Words.Count == 1 && HcpcsCode.TryParse(names, out var one) ? one : default;
        findings.Add(Info, context, context.CodeElement,
            (drug.SaysCompound ? "The text says that the drug was compounded"
                : drug.IsRecordedAsCompound ? "The record says that the drug was compounded"
                : !drug.Line.CompoundLink.IsEmpty ? "REF*VY links this line to the ingredients of a compound"
                : drug.IsMadeByPharmacy ? $"{drug.NameOf(drug.Match.Products[0])} is made by a pharmacy"
                : $"{code} bills a compound")
            + $": bill {names}, not {code}.", drug.Line.CodeText,
            right.IsNone ? null : new() { Code = right, Units = UnitsOf(context) },
            wanted.Severity, new(CorrectionSafety.Review, $"replace {code} by {names}"), ConfidenceOf(drug, wanted),
            wanted.Source, wanted.Topic);
    }

    // Inhalation solutions have codes for what a pharmacy mixed, concentrated and in unit doses.
    private static List<HcpcsCode> InhaledCodes(DrugLine drug, DateOnly day)
    {
        var codes = new List<HcpcsCode>();
        if (drug.Match.IsNone) return codes;
        foreach (var product in drug.Match.Products)
            foreach (var code in product.Codes)
                if (code.IsForCompound && code.IsValidOn(day) && !codes.Contains(code.Code)) codes.Add(code.Code);
        return codes;
    }

    private static void TellInhaled(in RuleContext context, FindingSink findings, List<HcpcsCode> codes)
    {
        var drug = context.Drug!;
        var names = string.Join(" or ", codes.Select(code => code.Value));
        findings.Add(Info, context, context.CodeElement, $"{drug.Match.Products[0].Ingredient}, compounded "
            + $"to be inhaled, has its own code {names}; {drug.Line.Code} does not fit.", drug.Line.CodeText,
            codes is [var only] ? new() { Code = only } : new() { Text = names },
            context.Policy.IsMedicare ? Severity.Reject : Severity.Warn,
            new(CorrectionSafety.Review, $"replace {drug.Line.Code} by {names}"), Confidence.Medium, Sources.Hcpcs);
    }

    // Of any maker, unless its label is for the eye.
    private static bool IsBevacizumab(in RuleContext context, DrugLine drug) => drug.Day is { } day
        && context.Tables.Code(drug.Line.Code, day) is CodeStatus.Found { Product: var product }
        && (product.Ingredient is Bevacizumab
            || product.Ingredient.StartsWith(Bevacizumab + "-", StringComparison.Ordinal))
        && !product.Routes.Contains("IVT");

    // Bevacizumab into the eye is a syringe that a pharmacy filled; its own codes are for 10 mg into a vein.
    private static void CheckEye(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.Setting is not Setting.Office || drug.IsWaste || drug.IsCompound || !IsBevacizumab(context, drug)
            || !DrugAdministration.IsOnlyDrug(context)
            || context.WantsWhen(PolicyKeys.CompoundCode, Situation.Compounded) is not { } wanted
            || wanted.Value.Words is not [var word] || !HcpcsCode.TryParse(word, out var right)) return;
        var isEye = false;
        foreach (var line in context.Claim.Lines)
        {
            if (!DrugAdministration.IsOnDay(line, drug)) continue;
            var number = DrugAdministration.NumberOf(line.Code);
            if (number is >= 96_365 and <= 96_379 or >= 96_401 and <= 96_425) return;
            isEye |= number == 67_028;
        }
        if (!isEye) return;
        findings.Add(Info, context, context.CodeElement, $"The claim bills an injection into the eye (67028): "
            + $"bevacizumab for the eye is filled by a pharmacy and goes out as {right}, not {drug.Line.Code}.",
            drug.Line.CodeText, new() { Code = right, Units = UnitsOf(context) }, Severity.Warn,
            new(CorrectionSafety.Review, $"replace {drug.Line.Code} by {right}"), Confidence.Medium, wanted.Source,
            wanted.Topic);
    }

    // One unit, or one for each eye where 50 says both and the payer counts what was used.
    private static decimal? UnitsOf(in RuleContext context) => !context.Policy.IsMedicare ? null
        : context.Drug!.Line.Has(Codes.Both) && (context.WantsWhen(PolicyKeys.ModifiersOneOf, Situation.Compounded)
            ?? context.Wants(PolicyKeys.ModifiersOneOf)) is { } sides && sides.Value.Has("50") ? 2 : 1;

    // What only the table of products says is as sure as the product, unless the payer names the drug itself.
    private static Confidence ConfidenceOf(DrugLine drug, PolicyEntry wanted) =>
        drug.IsCompound || wanted.Scope.Drugs.Count > 0 || drug.Match.Products[0].Confidence > wanted.Confidence
            ? wanted.Confidence : drug.Match.Products[0].Confidence;

    // Unclassified codes that stand for any drug, and those of compounds; a code that has ended is told elsewhere.
    private static bool IsJudged(HcpcsCode code, DrugLine drug) =>
        drug.Setting is not (Setting.Dme or Setting.Esrd)
        && (code == Codes.J3490 || code == Codes.J3590 || code == Codes.J9999 || code == Codes.J7999
            || (code == Codes.J7799 && drug.Line.Has(Codes.KD)));
}
