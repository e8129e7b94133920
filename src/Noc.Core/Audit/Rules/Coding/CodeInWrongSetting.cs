using Noc.Claims;
using Noc.Coding;
using Noc.Payers;

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
        var code = drug.Match is { IsNone: false, Products.Count: 1 } ? drug.Match.Products[0].Fallback : default;
        findings.Add(Info, context, context.CodeElement, code.IsNone
            ? "C9399 does not belong here: bill J3590 for a biologic, J9999 for an antineoplastic, else J3490."
            : $"C9399 does not belong here: bill {code}.", drug.Line.CodeText,
            code.IsNone ? null : new() { Code = code, Units = 1 },
            context.Policy.IsMedicare ? Severity.Reject : Severity.Warn);
    }
}

/// <summary>COD005 packaged-unclassified-code: a code without separate payment bills a product that C9399 would
/// pay.</summary>
/// <remarks>
/// <para>Why it matters: under OPPS J3490, J3590 and J9999 are packaged; C9399 is paid at 95% of AWP.</para>
/// <para>What to do: bill C9399 with NDC, quantity and date in the remarks.</para>
/// <para>Source: CMS OPPS Addendum B, status N against A.</para>
/// <para>Silent when: the bill is no 13x, the payer is not Medicare, the product was approved before 2004 or has a
/// code, is compounded, or is not known; in Maryland, whose hospitals are not paid by OPPS.</para>
/// </remarks>
public static class PackagedUnclassifiedCode
{
    private static readonly DateOnly Since = new(2004, 1, 1);

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD005", "packaged-unclassified-code", "packaged", Severity.Warn,
        "This code is packaged under OPPS and pays nothing; C9399 is paid.", Sources.AddendumB);

    /// <summary>A possible underpayment, never a denial.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var code = drug.Line.Code;
        if (drug.Setting is not Setting.Opps || !context.Policy.IsMedicare || drug.IsCompound) return;
        if (code != Codes.J3490 && code != Codes.J3590 && code != Codes.J9999) return;
        if (drug.Day is not { } day || drug.Match.IsNone || IsMaryland(context.Claim)) return;
        foreach (var product in drug.Match.Products)
            if (product.IsCompounded || product.FallbackOpps != Codes.C9399 || !(product.Approved >= Since)
                || SpecificCodes.Find(product, day, Setting.Opps).Count > 0) return;
        findings.Add(Info, context, context.CodeElement,
            $"{code} is packaged on this bill. {drug.Match.Products[0].DisplayName} was approved since 2004 and has no "
            + "code: C9399 is paid separately.", drug.Line.CodeText, new() { Code = Codes.C9399, Units = 1 },
            confidence: drug.Match.Products[0].Confidence);
    }

    private static bool IsMaryland(Claim claim) =>
        (claim.ServiceFacility is { State.IsEmpty: false } place ? place.State : claim.Billing.State).Is("MD"u8);
}

/// <summary>COD006 esrd-code-elsewhere: J3591 is billed outside a dialysis facility.</summary>
/// <remarks>
/// <para>Why it matters: J3591 is for drugs that a dialysis facility gives for the kidney disease.</para>
/// <para>What to do: bill the unclassified code of the drug's class.</para>
/// <para>Source: CMS HCPCS Level II, J3591, in force since 2019-01-01.</para>
/// <para>Silent when: the bill type is 72x or the place of service is 65.</para>
/// </remarks>
public static class EsrdCodeElsewhere
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD006", "esrd-code-elsewhere", "code_choice", Severity.Reject,
        "J3591 is for dialysis facilities only.", Sources.Hcpcs);

    /// <summary>Certain for Medicare.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.Line.Code != Codes.J3591 || drug.Setting is Setting.Esrd) return;
        findings.Add(Info, context, context.CodeElement,
            "J3591 is for dialysis facilities (bill type 72x); this claim is none.", drug.Line.CodeText,
            severity: context.Policy.IsMedicare ? Severity.Reject : Severity.Warn);
    }
}

/// <summary>COD007 dme-code-elsewhere: J7699 or J7799 is billed to a contractor that is none for equipment.</summary>
/// <remarks>
/// <para>Why it matters: these codes are for drugs given through durable medical equipment.</para>
/// <para>What to do: bill the DME contractor, or the unclassified code of the drug's class.</para>
/// <para>Source: CMS HCPCS Level II; OPPS status M of J7699.</para>
/// <para>Silent when: the payer is a DME contractor or not Medicare, the place is the home (12), or modifier KD
/// names an implanted pump.</para>
/// </remarks>
public static class DmeCodeElsewhere
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD007", "dme-code-elsewhere", "code_choice", Severity.Reject,
        "J7699 and J7799 are for drugs given through equipment.", Sources.Hcpcs);

    private static readonly Noc.Drugs.Modifier Pump = Noc.Drugs.Modifier.Of("KD");

    /// <summary>Fires for Medicare Part A and B only.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.Line.Code != Codes.J7699 && drug.Line.Code != Codes.J7799) return;
        if (context.Policy.Program is not PayerProgram.Medicare || drug.Line.Has(Pump)) return;
        if (context.Claim.PlaceOfService(drug.Line).Is("12"u8)) return;
        findings.Add(Info, context, context.CodeElement,
            $"{drug.Line.Code} is for drugs through equipment; this contractor handles none.", drug.Line.CodeText);
    }
}

/// <summary>COD008 wrong-unclassified-code: another unclassified code fits the class of the drug.</summary>
/// <remarks>
/// <para>Why it matters: biologics go out as J3590, anticancer drugs as J9999, compounds as J7999, others as
/// J3490.</para>
/// <para>What to do: bill the code of the drug's class.</para>
/// <para>Source: CMS HCPCS Level II; coding guide A4.</para>
/// <para>Silent when: the drug is not known or has its own code, the claim is C9399, ESRD or DME, or another rule
/// already speaks about the code.</para>
/// </remarks>
public static class WrongUnclassifiedCode
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD008", "wrong-unclassified-code", "code_choice", Severity.Reject,
        "Each class of drug has its own unclassified code.", Sources.Hcpcs);

    /// <summary>Rejects for Medicare, warns for others.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var code = drug.Line.Code;
        if (!Codes.IsCore(code) || code == Codes.C9399 || code == Codes.J3591 || drug.Day is not { } day) return;
        if (drug.Setting is not (Setting.Office or Setting.OtherInstitutional)) return;
        if (drug.IsCompound)
        {
            if (context.Policy.IsMedicare && day >= new DateOnly(2016, 1, 1))
                findings.Add(Info, context, context.CodeElement,
                    $"The text says that the drug was compounded: bill J7999, not {code}.", drug.Line.CodeText,
                    new() { Code = Codes.J7999, Units = 1 });
            return;
        }
        if (drug.Match.IsNone || drug.Match.Products[0].Fallback is { IsNone: true }) return;
        var product = drug.Match.Products[0];
        foreach (var other in drug.Match.Products)
            if (other.Fallback != product.Fallback || other.IsCompounded
                || SpecificCodes.Find(other, day, drug.Setting).Count > 0) return;
        if (product.Fallback == code || !Codes.IsCore(product.Fallback)) return;
        findings.Add(Info, context, context.CodeElement,
            $"{product.DisplayName} ({product.Class}) goes out as {product.Fallback}, not {code}.", drug.Line.CodeText,
            new() { Code = product.Fallback, Units = 1 },
            context.Policy.IsMedicare ? Severity.Reject : Severity.Warn, confidence: product.Confidence);
    }
}
