using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD008 wrong-unclassified-code: another unclassified code fits the class of the drug.</summary>
/// <remarks>
/// <para>Why it matters: biologics go out as J3590, anticancer drugs as J9999 (J8999 where swallowed), drugs through
/// equipment as J7699 or J7799, what is swallowed as J8499, J8597 (against nausea) or J8999 (against cancer), others as
/// J3490; tracers as A4641, A9597, A9598 or A9699, contrast as A9698, immune globulins into a vein as J1599 or J1566. A
/// vaccine has a code of its own or 90749. C9399 is for drugs approved since 2004.</para>
/// <para>What to do: bill the code of the drug's class.</para>
/// <para>Source: CMS HCPCS Level II; Palmetto GBA article A55913 on C9399.</para>
/// <para>Silent when: the drug is not known, has its own code or is a compound (CMP001), the code is one that a product
/// of the name goes by, or another rule already speaks about the code. On dialysis bills J3591 is expected, but for
/// lines with AY; on hospital outpatient bills only a text by mouth is told. Through equipment or by mouth a drug need
/// not be known where the text has the route. A doubt only where the products of the name go by several codes, for
/// contrast, on dialysis bills and on C9399.</para>
/// </remarks>
public static class WrongUnclassifiedCode
{
    private const string C9399Topic = "c9399", Pump = "INFUSION PUMP";

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD008", "wrong-unclassified-code", "code_choice", Severity.Reject,
        "Each class of drug has its own unclassified code.", Sources.Hcpcs);

    /// <summary>As the payer's policy says where it names the code; else it rejects for Medicare and warns for others.
    /// </summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var code = drug.Line.Code;
        if (IsOfEquipment(code) && drug.Setting is Setting.Dme) CheckEquipment(context, findings);
        else if (code == Codes.SkinSubstitute || code == Codes.SkinDevice) CheckSkin(context, findings);
        if (!Codes.IsCore(code) || code == Codes.J3591 || drug.Day is not { } day) return;
        if (code == Codes.C9399) CheckOldDrug(context, findings);
        else if (drug.Setting is Setting.Esrd) CheckEsrd(context, day, findings);
        else if (drug.Setting is Setting.Opps && drug.Route is "PO" && !drug.IsCompound)
            Add(context, findings, Codes.Swallowed, "A drug that is swallowed");
        else if (drug.Setting is not (Setting.Office or Setting.OtherInstitutional or Setting.Dme)) return;
        else if (drug.IsCompound && drug.Setting is not Setting.Dme) return;   // CMP001
        else CheckClass(context, findings);
    }

    private static bool IsOfEquipment(HcpcsCode code) => code == Codes.J7699 || code == Codes.J7799;

    // The nebuliser's code for what is inhaled, the pump's for what is infused; texts without a route say nothing.
    private static void CheckEquipment(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var isPump = SaysPump(drug);
        if (!isPump && drug.Route is null or "PO" or "TOP") return;
        var right = !isPump && drug.Route is "INH" ? Codes.J7699 : Codes.J7799;
        if (right != drug.Line.Code) Add(context, findings, [right], "A drug through this equipment");
    }

    private static bool SaysPump(DrugLine drug) => drug.Description.Contains(Pump, StringComparison.OrdinalIgnoreCase)
        || drug.Note.Contains(Pump, StringComparison.OrdinalIgnoreCase)
        || drug.Remark.Contains(Pump, StringComparison.OrdinalIgnoreCase);

    // Since 2026 Medicare pays most skin substitutes by the way they came to the market.
    private static void CheckSkin(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!context.Policy.IsMedicare || drug.Day is not { } day || day < Codes.SkinSubstitutesSince) return;
        findings.Add(Info, context, context.CodeElement,
            $"Skin substitutes without a code of their own go out as Q4431, Q4432 or Q4433 since 2026, not "
            + $"{drug.Line.Code}: the product's way to the market decides. They are no drug; the rules of wound care "
            + "count.", drug.Line.CodeText, new() { Text = "Q4431 or Q4432 or Q4433" }, Severity.Warn,
            confidence: Confidence.Medium);
    }

    // AY says that the drug is for something else than the kidney disease; then J3490 and its kin stay.
    private static void CheckEsrd(in RuleContext context, DateOnly day, FindingSink findings)
    {
        var line = context.Drug!.Line;
        if (line.Code == Codes.J9999 || day < UnclassifiedChoice.EsrdSince || line.Has(Codes.AY)
            || !context.Policy.IsMedicare) return;
        findings.Add(Info, context, context.CodeElement,
            $"A dialysis facility bills a drug without its own code as J3591; {line.Code} is for what is not for the "
            + "kidney disease, and has AY.", line.CodeText, new() { Text = "J3591, or AY" }, Severity.Warn,
            confidence: Confidence.Medium);
    }

    private static void CheckClass(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var code = drug.Line.Code;
        if (drug.Match.IsNone)
        {
            if (IsGlobulinIntoVein(drug))
                Add(context, findings, [Codes.J1599, Codes.J1566],
                    "An immune globulin into a vein, where its brand has no code,");
            else if (drug.Setting is Setting.Dme && drug.Route is not (null or "PO" or "TOP"))
                Add(context, findings, [drug.Route is "INH" ? Codes.J7699 : Codes.J7799], "A drug through equipment");
            else if (drug.Route is "PO") Add(context, findings, Codes.Swallowed, "A drug that is swallowed");
            return;
        }
        var choices = DrugCodes.AllUnclassified(
            drug.Match, drug.Day, drug.Setting, context.Policy.IsMedicare, drug.Route);
        if (choices.Count == 0) return;
        var own = OwnOf(context);
        if (own is null ? IsListedSo(drug) : own.Value.Has(code.Value)) return;
        var codes = new List<HcpcsCode>(choices.Count);
        foreach (var choice in choices)
        {
            if (own is null && (choice.Code == code || !IsNamed(choice.Code))) return;
            // Compounds are told by CMP001 where the payer says which code they take.
            if (choice.Code == Codes.J7999 && context.Wants(PolicyKeys.CompoundCode) is not null) return;
            if (own is null || own.Value.Has(choice.Code.Value)) codes.Add(choice.Code);
        }
        if (own is not null && codes.Count == 0)
            foreach (var word in own.Value.Words)
                if (HcpcsCode.TryParse(word, out var named)) codes.Add(named);
        if (codes.Count == 0) return;
        var product = drug.Match.Products[0];
        // Our list has the injection only: the text tells of another form.
        Add(context, findings, codes, drug.Route is "PO" && !product.IsOral && drug.Match.Length > 0
            ? $"{drug.MatchedText.AsSpan(drug.Match.Start, drug.Match.Length)}, swallowed,"
            : $"{drug.NameOf(product)}, {product.Class},");
    }

    // The name of the kind alone: IVIG.
    private static bool IsGlobulinIntoVein(DrugLine drug)
    {
        if (drug.Setting is Setting.Dme || drug.Route is not (null or "IV")
            || drug.DescriptionFacts is not { Name.IsEmpty: false } facts) return false;
        var name = facts.Name.Of(drug.Description);
        return name.StartsWith("IVIG", StringComparison.OrdinalIgnoreCase)
            || (drug.Route is "IV" && (name.StartsWith("GAMMA GLOBULIN", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("GAMMAGLOBULIN", StringComparison.OrdinalIgnoreCase)));
    }

    // The list sends each product of the name to this code by itself, whatever its class: Pemgarda, an antibody that
    // nobody licensed, goes out as a biologic.
    private static bool IsListedSo(DrugLine drug)
    {
        if (drug.Setting is Setting.Dme) return false;
        foreach (var product in drug.Match.Products)
            if (product.Fallback != drug.Line.Code || !RouteChoice.IsPossible(product, drug.Route)) return false;
        return true;
    }

    // The code that this payer names itself; one of its program only says how bad the wrong one is. A value for a class
    // of drugs holds where the drug is one product.
    private static PolicyEntry? OwnOf(in RuleContext context) =>
        context.Drug!.Match.Products.Count == 1 ? context.WantsItself(PolicyKeys.UnclassifiedCode) : null;

    private static void Add(in RuleContext context, FindingSink findings, IReadOnlyList<HcpcsCode> codes, string what)
    {
        var drug = context.Drug!;
        var isVaccine = codes[0] == Codes.Vaccine;
        var wanted = context.Wants(PolicyKeys.UnclassifiedCode);
        if (wanted?.Value.Has(codes[0].Value) != true) wanted = null;
        var names = isVaccine ? "the vaccine's own code, or 90749 where it has none"
            : string.Join(" or ", codes.Select(code => code.Value));
        var isGlobulin = codes.Count == 1 && IsGlobulin(codes[0]);
        var units = isGlobulin ? SpecificCodes.UnitsOf(GlobulinUnit, drug.TotalDose) : 1;
        findings.Add(Info, context, context.CodeElement, $"{what} goes out as {names}, not {drug.Line.Code}."
            + (isGlobulin && units is not null ? $" {SpecificCodes.Arithmetic(GlobulinUnit, drug.TotalDose)}." : ""),
            drug.Line.CodeText, codes.Count == 1 && !isVaccine ? new() { Code = codes[0], Units = units } : null,
            codes.Count != 1 || codes[0] == Codes.Contrast ? Severity.Warn
                : wanted?.Severity ?? (context.Policy.IsMedicare ? Severity.Reject : Severity.Warn),
            confidence: drug.Match.IsNone ? wanted?.Confidence : drug.Match.Products[0].Confidence,
            source: wanted?.Source, topic: wanted?.Topic ?? "");
    }

    private static void CheckOldDrug(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.Setting is not (Setting.Opps or Setting.Asc) || !context.Policy.IsMedicare) return;
        if (drug.IsCompound)
        {
            findings.Add(Info, context, context.CodeElement,
                "C9399 is for approved drugs; a compound goes out as J7999.", drug.Line.CodeText,
                new() { Code = Codes.J7999, Units = 1 }, Severity.Reject, confidence: Confidence.Medium,
                source: Sources.C9399, topic: C9399Topic);
            return;
        }
        if (drug.Match.IsNone) return;
        if (DiagnosticOf(drug) is { IsNone: false } tracer)
        {
            findings.Add(Info, context, context.CodeElement,
                $"C9399 is not for diagnostic radiopharmaceuticals and contrast; "
                + $"{drug.NameOf(drug.Match.Products[0])} goes out as {tracer}.", drug.Line.CodeText,
                new() { Code = tracer, Units = 1 }, Severity.Reject, confidence: Confidence.Medium,
                source: Sources.C9399, topic: C9399Topic);
            return;
        }
        foreach (var product in drug.Match.Products)
            if (!IsOld(product)) return;
        var right = DrugCodes.Unclassified(drug.Match, drug.Day, drug.Setting, isMedicare: true, drug.Route).Code;
        if (right != Codes.J3490 && right != Codes.J3590 && right != Codes.J9999) return;
        findings.Add(Info, context, context.CodeElement,
            $"C9399 is for drugs approved since 2004; {drug.NameOf(drug.Match.Products[0])} is older: bill {right}.",
            drug.Line.CodeText, new() { Code = right, Units = 1 },
            drug.Match.Products[0].IsApprovalVerified ? Severity.Deny : Severity.Warn,
            confidence: drug.Match.Products[0].Confidence, source: Sources.C9399, topic: C9399Topic);
    }

    // The code that all products of the name take where it is one of diagnostic agents.
    private static HcpcsCode DiagnosticOf(DrugLine drug)
    {
        var code = drug.Match.Products[0].Fallback;
        if (Array.IndexOf(Codes.Diagnostic, code) < 0) return default;
        foreach (var product in drug.Match.Products)
            if (product.Fallback != code) return default;
        return code;
    }

    // A generic is as old as what it copies: its own approval is no new drug.
    private static bool IsOld(Product product) => product.Approved is { } approved
        ? approved < UnclassifiedChoice.OppsSince : product.Pathway is "ANDA";

    private static bool IsNamed(HcpcsCode code) => Codes.IsCore(code) || OralCodes.Includes(code) || code == Codes.J7699
        || code == Codes.J7799 || code == Codes.J7999 || code == Codes.Vaccine || code == Codes.FluVaccine
        || IsGlobulin(code) || IsImaging(code) || code == Codes.HivPrevention;

    private static bool IsImaging(HcpcsCode code) =>
        code == Codes.Radiotherapeutic || Array.IndexOf(Codes.Diagnostic, code) >= 0;

    // Immune globulins without a brand's code go by J1599 (liquid) and J1566 (powder), 500 mg each.
    private static readonly Amount GlobulinUnit = new(500, "MG");

    private static bool IsGlobulin(HcpcsCode code) => code == Codes.J1599 || code == Codes.J1566;
}
