using Noc.Claims;
using Noc.Coding;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD004 c9399-outside-outpatient: C9399 or a pass-through code is billed outside hospital outpatient and
/// surgery centre.</summary>
/// <remarks>
/// <para>Why it matters: C codes exist for OPPS hospitals and ambulatory surgery centres only.</para>
/// <para>What to do: in the office bill the drug's own J or Q code; where it has none, J3590 for a biologic, J9999 for
/// an antineoplastic, else J3490.</para>
/// <para>Source: Medicare Claims Processing Manual, chapter 17; in force since 2004-01-01.</para>
/// <para>Silent when: the bill type is 13x or 83x, or the place of service is 24. A doubt only on 12x and 85x
/// bills, about which no source was found.</para>
/// </remarks>
public static class C9399OutsideOutpatient
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD004", "c9399-outside-outpatient", "c9399", Severity.Reject,
        "C codes exist for OPPS hospitals and surgery centres only.", Sources.C9399);

    /// <summary>Certain for Medicare; other payers may take C-codes by contract.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var line = drug.Line;
        if (line.Code.Series is not 'C') return;
        var isNone = line.Code == Codes.C9399;
        var wanted = isNone ? context.Wants(PolicyKeys.C9399Settings) : null;
        if (IsTaken(drug.Setting, wanted)) return;
        if (!isNone && !context.Tables.IsProductCode(line.Code)) return;
        if (isNone && context.Claim.BillType == BillType.Inpatient && context.Policy.IsMedicare)
        {
            findings.Add(Info, context, context.CodeElement, "An inpatient stay is paid as a whole: C9399 does not "
                + "belong on this bill, and no other code pays the drug apart.", line.CodeText,
                severity: wanted?.Severity ?? Severity.Reject, confidence: wanted?.Confidence, source: wanted?.Source,
                topic: wanted?.Topic ?? "");
            return;
        }
        var code = isNone
            ? DrugCodes.Unclassified(drug.Match, drug.Day, drug.Setting, context.Policy.IsMedicare, drug.Route).Code
            : CodeOf(context, drug);
        if (code == line.Code) return;   // the payer's page names fewer settings than the table of codes
        var instead = code.IsNone ? "J3590 for a biologic, J9999 for an antineoplastic, else J3490" : code.Value;
        findings.Add(Info, context, context.CodeElement, $"{line.Code} does not belong here: bill {instead}.",
            line.CodeText, code.IsNone ? null : new() { Code = code, Units = isNone ? 1 : null },
            severity: context.Policy.IsMedicare && !IsDoubtful(context.Claim) ? wanted?.Severity ?? Severity.Reject
                : Severity.Warn,
            confidence: wanted?.Confidence, source: wanted?.Source, topic: wanted?.Topic ?? "");
    }

    // By default the two settings for which C codes were made.
    private static bool IsTaken(Setting setting, PolicyEntry? wanted) => setting switch
    {
        Setting.Opps => wanted is null || wanted.Value.Has("hospital-outpatient"),
        Setting.Asc => wanted is null || wanted.Value.Has("ambulatory-surgery"),
        _ => false,
    };

    // What the office bills for the product of a pass-through code on that day.
    private static Drugs.HcpcsCode CodeOf(in RuleContext context, DrugLine drug)
    {
        if (drug.Day is not { } day) return default;
        var product = context.Tables.Code(drug.Line.Code, day) switch
        {
            CodeStatus.Found found => found.Product,
            CodeStatus.Ended ended => ended.Product,
            CodeStatus.NotYet notYet => notYet.Product,
            _ => null,
        };
        return product is null ? default
            : DrugCodes.Of(product, day, drug.Setting, context.Policy.IsMedicare, default, drug.Route).Code;
    }

    private static bool IsDoubtful(Claim claim) =>
        claim.BillType == BillType.InpatientPartB || claim.BillType == BillType.CriticalAccess;
}
