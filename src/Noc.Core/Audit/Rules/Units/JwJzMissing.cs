using Noc.Claims;
using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Units;

/// <summary>MOD002 jw-jz-missing: a line for a single-dose container says nothing about waste.</summary>
/// <remarks>
/// <para>Why it matters: since 2023-10-01 Medicare returns such lines as unprocessable.</para>
/// <para>What to do: JZ when nothing was discarded; else a second line with JW for the amount discarded.</para>
/// <para>Source: CMS JW and JZ policy; edits in force since 2023-10-01.</para>
/// <para>Silent when: the payer is not original Medicare Part B, the drug is packaged, the container is not surely
/// single-dose, the drug was obtained free or made by a pharmacy, the patient is an inpatient, the place is a health
/// centre or rural clinic, or another line of the same drug carries JW. On hospital bills only 13x and 85x are judged,
/// and of drugs with a code only those that Medicare pays apart.</para>
/// </remarks>
public static class JwJzMissing
{
    private static readonly DateOnly Since = new(2023, 10, 1);

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD002", "jw-jz-missing", "waste_modifier", Severity.Reject,
        "Medicare returns single-dose lines without JW or JZ.", Sources.Waste);

    /// <summary>A warning on unclassified lines, where contractors differ.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var line = drug.Line;
        if (context.Policy.Program is not PayerProgram.Medicare || drug.Day is not { } day || day < Since) return;
        if (line.Has(Codes.JW) || line.Has(Codes.JZ) || line.ChargeUsd <= 0.01m) return;
        if (drug.IsCompound || drug.IsMadeByPharmacy || !IsSubject(context, drug, day)) return;
        if (drug.IsUnclassified ? !IsSurelySingleDose(drug) : line.Code.Series is not ('J' or 'Q')
            || !context.Tables.IsSurelySingleDose(line.Code, day)) return;
        foreach (var other in context.DrugLines)
            if (other.Line.Code == line.Code && other.Line.Has(Codes.JW) && MayBeSame(drug, other)) return;
        findings.Add(Info, context, context.ModifierElement,
            "The product comes in single-dose containers; the line needs JZ, or a second line with JW for the waste.",
            expected: new() { Text = "JZ if nothing was discarded" },
            severity: drug.IsUnclassified ? Severity.Warn : Severity.Reject);
    }

    private static bool IsSubject(in RuleContext context, DrugLine drug, DateOnly day)
    {
        if (context.Claim.Type is not ClaimType.Institutional)
        {
            var place = context.Claim.PlaceOfService(drug.Line);
            // Inpatient hospitals (21, 51, 61), health centres (50) and rural clinics (72) are paid as a whole.
            return drug.Setting is Setting.Office && !place.Is("21"u8) && !place.Is("50"u8) && !place.Is("51"u8)
                && !place.Is("61"u8) && !place.Is("72"u8);
        }
        if (drug.Line.Code == Codes.C9399) return true;
        return !drug.IsUnclassified && (drug.Setting is Setting.Opps || IsCriticalAccess(context.Claim))
            && IsPaidApart(context.Tables, drug.Line.Code, day);
    }

    private static bool IsCriticalAccess(Claim claim)
    {
        var type = claim.FacilityCode.Bytes;
        if (type.Length == 3 && type[0] == (byte)'0') type = type[1..];
        return type is [(byte)'8', (byte)'5', ..];
    }

    // OPPS status G is a pass-through drug, K one that is paid apart; of quarters that are not loaded the last one
    // before them speaks.
    private static bool IsPaidApart(ReferenceTables tables, HcpcsCode code, DateOnly day)
    {
        DateOnly? since = null;
        var isApart = false;
        foreach (ref readonly var row in tables.Image.Rows<OppsRecord>().Of(TableKey.Of(code)))
        {
            if (row.Days.From is not { } from || from > day || from < since) continue;
            (since, isApart) = (from, tables.Image.Text(row.Status) is "G" or "K");
        }
        return isApart;
    }

    // The waste of one unclassified drug says nothing about another that shares its code.
    private static bool MayBeSame(DrugLine drug, DrugLine other)
    {
        if (!drug.IsUnclassified || drug.DrugName.Length == 0 || other.DrugName.Length == 0) return true;
        if (drug.Match.IsNone || other.Match.IsNone) return NarrativeNames.MayBeSame(drug.DrugName, other.DrugName);
        foreach (var product in drug.Match.Products)
            if (other.Match.Products.Contains(product)) return true;
        return DrugNames.AreSameDrug(drug.Match.Products[0], other.Match.Products[0]);
    }

    private static bool IsSurelySingleDose(DrugLine drug)
    {
        if (drug.Match.IsNone || drug.Match.Kind is NameKind.Base) return false;
        foreach (var product in drug.Match.Products)
            if (product.Container is not ContainerKind.SingleDose || product.Confidence is not Confidence.High)
                return false;
        return true;
    }
}
