using Noc.Coding;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD004 c9399-outside-outpatient: C9399 is billed outside hospital outpatient and surgery centre.</summary>
/// <remarks>
/// <para>Why it matters: C9399 exists for OPPS hospitals and ambulatory surgery centres only.</para>
/// <para>What to do: in the office bill J3590 for a biologic, J9999 for an antineoplastic, else J3490.</para>
/// <para>Source: Medicare Claims Processing Manual, chapter 17; in force since 2004-01-01.</para>
/// <para>Silent when: the bill type is 13x or 83x, or the place of service is 19, 22 or 24.</para>
/// </remarks>
public static class C9399OutsideOutpatient
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD004", "c9399-outside-outpatient", "c9399", Severity.Reject,
        "C9399 exists for OPPS hospitals and surgery centres only.", Sources.C9399);

    /// <summary>Certain for Medicare; other payers may take C-codes by contract.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.Line.Code != Codes.C9399 || drug.Setting is Setting.Opps or Setting.Asc) return;
        var place = context.Claim.PlaceOfService(drug.Line);
        if (place.Is("19"u8) || place.Is("22"u8)) return;
        var code = DrugCodes.Unclassified(drug.Match, drug.Day, drug.Setting, context.Policy.IsMedicare).Code;
        findings.Add(Info, context, context.CodeElement, code.IsNone
            ? "C9399 does not belong here: bill J3590 for a biologic, J9999 for an antineoplastic, else J3490."
            : $"C9399 does not belong here: bill {code}.", drug.Line.CodeText,
            code.IsNone ? null : new() { Code = code, Units = 1 },
            context.Policy.IsMedicare ? Severity.Reject : Severity.Warn);
    }
}
