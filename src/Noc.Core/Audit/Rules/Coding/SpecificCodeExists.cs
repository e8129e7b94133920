using Noc.Coding;
using Noc.Tables;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD001 specific-code-exists: the drug has a code of its own on the date of service.</summary>
/// <remarks>
/// <para>Why it matters: payers deny an unclassified code (CARC 189) once the drug has its own.</para>
/// <para>What to do: bill the drug's own code with its units; check the NDC against the container.</para>
/// <para>Source: CMS HCPCS Level II; claim adjustment reason code 189.</para>
/// <para>Silent when: no known drug name stands on the line, the route given is none of the coded product's, or one
/// of several products that share the name has no code.</para>
/// </remarks>
public static class SpecificCodeExists
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD001", "specific-code-exists", "specific_code_check", Severity.Deny,
        "An unclassified code is denied (CARC 189) once the drug has its own.", Sources.Carc189);

    /// <summary>Severity follows payer, certainty of the drug, and how new the code is.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.Day is not { } day || drug.Match.IsNone || drug.IsCompound) return;
        var codes = Candidates(drug, day);
        if (codes.Count == 0) return;
        var distinct = codes.DistinctBy(code => code.Row.Code).ToList();
        var best = distinct[0];
        var isSure = distinct.Count == 1 && drug.Match.Kind is not NameKind.Base && drug.Route is not null
            && best.Product.Routes.Contains(drug.Route) && (!drug.Dose.IsNone || !drug.Strength.IsNone);
        var isNew = best.Row.From is { } from && day < from.AddMonths(6);
        var severity = !isSure || (isNew && !context.Policy.IsMedicare) ? Severity.Warn : Severity.Deny;
        var names = string.Join(" or ", distinct.Take(4).Select(code => code.Row.Code.Value));
        var since = best.Row.From is { } first ? Texts.Of($" since {first:yyyy-MM-dd}") : "";
        var message = $"{best.Product.DisplayName} has its own code {names}{since}; {drug.Line.Code} no longer fits."
            + (best.Arithmetic.Length > 0 ? $" Units: {best.Arithmetic}." : "")
            + (isNew && !context.Policy.IsMedicare ? " The code is new: check that the plan has loaded it." : "")
            + (isSure ? "" : " Confirm product and route first.");
        findings.Add(Info, context, context.CodeElement, message, drug.Line.CodeText,
            distinct.Count == 1 ? new() { Code = best.Row.Code, Units = best.Units } : null, severity,
            new(CorrectionSafety.Review, $"replace {drug.Line.Code} by {names}"),
            best.Product.Confidence < best.Row.Confidence ? best.Product.Confidence : best.Row.Confidence);
    }

    private static List<SpecificCode> Candidates(DrugLine drug, DateOnly day)
    {
        var all = new List<SpecificCode>();
        foreach (var product in drug.Match.Products)
        {
            if (drug.Route is { } route && product.Routes.Count > 0 && !product.Routes.Contains(route)) continue;
            var codes = SpecificCodes.Find(product, day, drug.Setting, drug.Dose);
            // Where a product of the same name has no code, the unclassified code may be right.
            if (codes.Count == 0) return [];
            all.AddRange(SpecificCodes.For(codes, drug.Description, drug.Note));
        }
        return all;
    }
}
