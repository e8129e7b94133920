using Noc.Audit.Rules.Diagnoses;
using Noc.Claims;
using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Trials;

/// <summary>Drugs that original Medicare covers only with evidence development: in a trial or a registry.</summary>
internal static class EvidenceDevelopment
{
    private static readonly byte[][] Alzheimer = [[.. "G300"u8], [.. "G301"u8], [.. "G308"u8], [.. "G309"u8],
        [.. "G3184"u8]];

    // They say that no payment is expected: without evidence the drug is not covered.
    private static readonly Modifier[] Notices = [Modifier.Of("GA"), Modifier.Of("GX"), Codes.GY, Modifier.Of("GZ")];

    /// <summary>The drug of a line that is covered in this way only; null for any other.</summary>
    public static Product? Of(in RuleContext context, DrugLine drug)
    {
        if (context.Policy.Program is not PayerProgram.Medicare || drug.Day is not { } day || drug.IsWaste
            || IsInpatient(context.Claim, drug)) return null;
        if (!drug.Match.IsNone) return OfName(drug, day);
        var code = !drug.IsUnclassified ? drug.Line.Code : drug.NdcCodes.Count > 0 ? drug.NdcCodes[0].Code : default;
        var product = code.IsNone ? null : context.Tables.Code(code, day) switch
        {
            CodeStatus.Found found => found.Product,
            CodeStatus.NotYet early => early.Product,
            CodeStatus.Ended late => late.Product,
            _ => null,
        };
        return product is not null && NeedsStudy(product, day) && !HasNotice(drug.Line) ? product : null;
    }

    /// <summary>True where a line of the claim bills such a drug.</summary>
    public static bool IsIn(in RuleContext context)
    {
        foreach (var drug in context.DrugLines)
            if (Of(context, drug) is not null) return true;
        return false;
    }

    /// <summary>True where the claim has a disease for which these drugs are covered: Alzheimer's disease or mild
    /// cognitive impairment.</summary>
    public static bool HasDisease(Claim claim)
    {
        foreach (var start in Alzheimer)
            if (LineDiagnoses.Has(claim, start)) return true;
        return false;
    }

    private static Product? OfName(DrugLine drug, DateOnly day)
    {
        foreach (var product in drug.Match.Products)
            if (!NeedsStudy(product, day)) return null;
        return drug.Route is "SC" || HasNotice(drug.Line) ? null : drug.Match.Products[0];
    }

    private static bool NeedsStudy(Product product, DateOnly day) =>
        AmyloidAntibodies.NeedStudy(product, PayerProgram.Medicare, day);

    private static bool HasNotice(ServiceLine line)
    {
        foreach (var notice in Notices)
            if (line.Has(notice)) return true;
        return false;
    }

    // Drugs are paid apart on bills of outpatients (13x), critical access hospitals (85x) and inpatients without
    // Part A (12x).
    private static bool IsInpatient(Claim claim, DrugLine drug) => drug.Setting is Setting.OtherInstitutional
        && claim.BillType != BillType.InpatientPartB && claim.BillType != BillType.CriticalAccess;
}
