using Noc.Administrations;
using Noc.Coding;
using Noc.Drugs;

namespace Noc.Audit.Rules.Administrations;

/// <summary>ADM003 administration-too-complex: chemotherapy administration is billed for a drug that is no anticancer
/// drug and no biologic.</summary>
/// <remarks>
/// <para>Why it matters: 96401 to 96549 are for anticancer drugs, certain antibodies and biologic response modifiers;
/// contractors deny or down-code them for others.</para>
/// <para>What to do: bill the code in the finding, of 96372 or 96365 to 96379, unless the record shows the extra
/// work.</para>
/// <para>Source: Medicare contractors' articles A58527, A58532, A58544 and A59272.</para>
/// <para>Silent when: the drug or its class is not known, it is a biologic or an anticancer drug, or so is another drug
/// of the day or its class is not known; the first line of the day speaks for all. A warning for other payers than
/// Medicare, and where class is from memory.</para>
/// </remarks>
public static class AdministrationTooComplex
{
    private static readonly DateOnly Since = new(2021, 1, 10);

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("ADM003", "administration-too-complex", "administration", Severity.Deny,
        "Chemotherapy codes are for anticancer drugs and certain biologics.", Sources.ComplexAdministration)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>Judges unclassified lines of drugs whose class is known.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.IsWaste || drug.Match.IsNone || drug.IsCompound || drug.Day is not { } day)
            return;
        if (day < Since || drug.Line.Code == Codes.J9999 || drug.Setting is not (Setting.Office or Setting.Opps))
            return;
        if (!IsFirstOfPlainDrugs(context)) return;
        foreach (var line in context.Claim.Lines)
        {
            if (!DrugAdministration.IsOnDay(line, drug) || !IsComplex(line.Code)) continue;
            var confidence = drug.Match.Products[0].Confidence;
            findings.Add(Info, context, context.CodeElement,
                $"Line {line.Number} bills {line.Code}; {drug.DrugName} is neither an anticancer drug nor a biologic.",
                line.CodeText, new() { Text = InfusionCodes.PlainOf(line.Code)
                    is { Length: > 0 } plain ? plain : "96372, or of 96365 to 96379" },
                context.Policy.IsMedicare && drug.Match.Products.Count == 1 ? null : Severity.Warn,
                confidence: confidence);
            return;
        }
    }

    // Nothing that was given on the day needs the complex family.
    private static bool IsFirstOfPlainDrugs(in RuleContext context)
    {
        var drug = context.Drug!;
        if (!DrugAdministration.IsPlain(drug)) return false;
        foreach (var other in context.DrugLines)
        {
            if (ReferenceEquals(other, drug) || other.IsWaste || !DrugAdministration.IsOnDay(other.Line, drug)
                || AdministrationCodes.Delivers(other.Line.Code)) continue;
            if (other.Line.Number < drug.Line.Number || !other.IsUnclassified || !DrugAdministration.IsPlain(other))
                return false;
        }
        return true;
    }

    // The code of the same service in the family of ordinary drugs.
    private static bool IsComplex(HcpcsCode code) => DrugAdministration.NumberOf(code) is >= 96_401 and <= 96_417;
}
