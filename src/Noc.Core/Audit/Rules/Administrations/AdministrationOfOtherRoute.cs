using Noc.Claims;
using Noc.Coding;
using Noc.Drugs;

namespace Noc.Audit.Rules.Administrations;

/// <summary>ADM002 administration-of-other-route: the drug was given by one route, and the claim bills giving it by
/// another.</summary>
/// <remarks>
/// <para>Why it matters: an infusion that was an injection is paid too high and taken back; the reverse loses
/// money.</para>
/// <para>What to do: bill the code of the route in the record: 96372 under the skin or into a muscle, 96365 or 96374
/// into a vein, 67028 into the eye.</para>
/// <para>Source: Medicare Claims Processing Manual, chapter 12, section 30.5.</para>
/// <para>Silent when: the text names no route or two, the claim bills more than one drug on the day, or any code of
/// the day may have delivered the drug by its route.</para>
/// </remarks>
public static class AdministrationOfOtherRoute
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("ADM002", "administration-of-other-route", "administration",
        Severity.Warn, "The administration is paid by its route.", Sources.Administration)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>Never more than a warning.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.IsWaste || drug.HasTwoRoutes
            || drug.Route is not ("IV" or "SC" or "IM" or "IVT")) return;
        if (drug.Setting is not (Setting.Office or Setting.Opps) || !DrugAdministration.IsOnlyDrug(context)) return;
        ServiceLine? wrong = null;
        foreach (var line in context.Claim.Lines)
        {
            if (!DrugAdministration.IsOnDay(line, drug) || !AdministrationCodes.Delivers(line.Code)) continue;
            if (!IsOfOtherRoute(drug.Route, line.Code)) return;
            wrong ??= line;
        }
        if (wrong is null) return;
        findings.Add(Info, context, context.CodeElement,
            $"The text says {drug.Route}; line {wrong.Number} bills {wrong.Code}, which is another route.",
            wrong.CodeText, new() { Text = RightOf(drug) });
    }

    // The class of a drug decides the family; only the record tells a push from an infusion.
    private static string RightOf(DrugLine drug)
    {
        var isCancer = DrugAdministration.IsAntineoplastic(drug);
        return drug.Route switch
        {
            "IV" => isCancer ? "96413 for an infusion, 96409 for a push" : "96365 for an infusion, 96374 for a push",
            "IVT" => "67028",
            _ => isCancer ? "96401, or 96402 for a hormone" : "96372",
        };
    }

    private static bool IsOfOtherRoute(string route, HcpcsCode code)
    {
        if (code.Series is not '9' || code.Number is not (>= 6360 and <= 6549)) return false;
        return route switch
        {
            "IV" => code.Number is 6372 or 6377 or 6401 or 6402 or (>= 6369 and <= 6371),
            "IVT" => true,
            _ => AdministrationCodes.IsIntoVein(code),
        };
    }
}
