using Noc.Administrations;
using Noc.Claims;
using Noc.Coding;
using Noc.Drugs;
using Noc.Encounters;
using Noc.Tables;

namespace Noc.Audit.Rules.Administrations;

/// <summary>ADM010 administration-of-other-class: an anticancer drug is given under the codes of ordinary drugs, or an
/// injection that prevents HIV under 96372.</summary>
/// <remarks>
/// <para>Why it matters: 96401 to 96417 pay about twice what 96365 to 96379 pay; for an injection that prevents HIV
/// Medicare takes G0012 alone.</para>
/// <para>What to do: bill the code in the finding, if the record says what the text says.</para>
/// <para>Source: Medicare Claims Processing Manual, chapter 12, section 30.5; coding guide F1 and F2.</para>
/// <para>Silent when: the drug is not known or any product of its name is no anticancer drug or is given otherwise than
/// into vein, muscle or skin, another drug is billed on the day, any code of the day may give it otherwise, or the
/// payer's own list takes the drug among ordinary ones.</para>
/// </remarks>
public static class AdministrationOfOtherClass
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("ADM010", "administration-of-other-class", "administration",
        Severity.Warn, "The class of a drug decides which codes give it.", Sources.Administration, Confidence.Medium);

    /// <summary>Never more than a warning.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.Setting is not (Setting.Office or Setting.Opps) || drug.IsWaste || drug.Day is not { } day) return;
        var prevents = drug.Line.Code == PreventsHiv || PreventHiv.Contains(drug.Line.Code);
        if (prevents ? !context.Policy.IsMedicare || day < OtherServices.HivPreventionFrom
            : !drug.IsUnclassified || !IsAntineoplastic(drug)) return;
        if (!DrugAdministration.IsOnlyDrug(context) || GivenAs(context) is not { } line) return;
        var number = DrugAdministration.NumberOf(line.Code);
        if (prevents ? number != 96_372 : IsOrdinaryHere(context, drug, day)) return;
        findings.Add(Info, context, context.CodeElement, prevents
                ? $"Line {line.Number} bills {line.Code}; Medicare takes G0012 for an injection that prevents HIV."
                : $"Line {line.Number} bills {line.Code}; {drug.DrugName} is an anticancer drug, given under codes of "
                    + "its own.",
            line.CodeText, new() { Text = prevents ? "G0012" : ComplexOf(line.Code) });
    }

    private static readonly HcpcsCode PreventsHiv = HcpcsCode.Of("J0799");

    // Injections alone; J0750 and J0751 are swallowed.
    private static readonly HcpcsCode[] PreventHiv = [HcpcsCode.Of("J0738"), HcpcsCode.Of("J0739")];

    // The first line that gives the drug where all of them are of ordinary drugs.
    private static ServiceLine? GivenAs(in RuleContext context)
    {
        ServiceLine? first = null;
        foreach (var line in context.Claim.Lines)
        {
            if (!DrugAdministration.IsOnDay(line, context.Drug!) || !AdministrationCodes.Delivers(line.Code)) continue;
            if (DrugAdministration.NumberOf(line.Code) is not (>= 96_365 and <= 96_368 or 96_372
                or >= 96_374 and <= 96_376)) return null;
            first ??= line;
        }
        return first;
    }

    // What is put into a cavity or the spinal canal, or swallowed, has codes of its own kind.
    private static bool IsAntineoplastic(DrugLine drug)
    {
        if (drug.Route is not (null or "IV" or "SC" or "IM")) return false;
        if (!DrugAdministration.IsAntineoplastic(drug)) return false;
        foreach (var product in drug.Match.Products)
        {
            if (product.IsOral) return false;
            foreach (var route in product.Routes)
                if (route is not ("IV" or "SC" or "IM")) return false;
        }
        return true;
    }

    private static bool IsOrdinaryHere(in RuleContext context, DrugLine drug, DateOnly day)
    {
        var payer = FamilyPayer.Of(context.Policy);
        foreach (var product in drug.Match.Products)
            if (context.Tables.Families.Find(product.Ingredient, drug.Route ?? "", day, payer.Ids, [])
                is { Category: AdministrationCategory.Therapeutic }) return true;
        return false;
    }

    // The code of the same service in the family of anticancer drugs.
    private static string ComplexOf(HcpcsCode ordinary) =>
        InfusionCodes.ComplexOf(ordinary) switch
        {
            "96401" => "96401, or 96402 for a hormone",
            var code => code,
        };
}
