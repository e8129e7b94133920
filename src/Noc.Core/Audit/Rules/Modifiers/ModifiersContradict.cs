using Noc.Audit.Rules.Administrations;
using Noc.Drugs;

namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD013 modifiers-contradict: two modifiers of the line exclude each other, or its side is not that of the
/// injection beside it.</summary>
/// <remarks>
/// <para>Why it matters: a notice that was given and one that was not, or two routes for one dose, cannot both be true;
/// the line is returned.</para>
/// <para>What to do: keep the one that the record shows.</para>
/// <para>Source: CMS HCPCS Level II, modifiers; our own list of modifiers on drug lines.</para>
/// <para>Silent when: the modifiers go together. JW with JZ is told by MOD001. A warning for other payers than
/// Medicare, for another side than that of the injections into eye or joint of the day, for GA with GY or GX, for RT
/// with LT (MOD007 speaks where the payer wants one of them), for JG with TB (MOD016 where TB alone counts), and for 59
/// beside an X modifier.</para>
/// </remarks>
public static class ModifiersContradict
{
    private static readonly (Modifier A, Modifier B, string Why)[] Pairs =
    [
        Pair("GA", "GZ", "a notice was given, or none was"),
        Pair("GX", "GZ", "a notice was given, or none was"),
        Pair("GY", "GZ", "the law excludes the drug, or it is not needed"),
        Pair("JA", "JB", "into a vein, or under the skin"),
        Pair("Q0", "Q1", "under investigation, or routine care"),
        Pair("PO", "PN", "the department is excepted, or it is not"),
        Pair("JK", "JL", "one month, or three"),
        Pair("EA", "EB", "one reason of the anaemia"),
        Pair("EA", "EC", "one reason of the anaemia"),
        Pair("EB", "EC", "one reason of the anaemia"),
        Pair("RT", "50", "one side, or both"),
        Pair("LT", "50", "one side, or both"),
    ];

    // Odd together, but nobody says that the line is returned.
    private static readonly (Modifier A, Modifier B, string Why)[] Doubts =
    [
        Pair("GA", "GY", "the drug may not be needed, or the law excludes it"),
        Pair("GA", "GX", "the notice is asked for, or it is free"),
        Pair("RT", "LT", "both sides are 50, or two lines"),
        Pair("JG", "TB", "the kind of entity decides which of the two marks a 340B drug"),
        Pair("59", "XE", "the X modifier says the same more exactly"),
        Pair("59", "XS", "the X modifier says the same more exactly"),
        Pair("59", "XP", "the X modifier says the same more exactly"),
        Pair("59", "XU", "the X modifier says the same more exactly"),
    ];

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD013", "modifiers-contradict", "frontend_reject", Severity.Reject,
        "Two modifiers that exclude each other return the line.", Sources.Modifiers) { Judges = LineTraits.Modifiers };

    /// <summary>Judges lines with two modifiers or more.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var line = context.Drug!.Line;
        CheckSide(context, findings);
        if (line.Modifiers.Count < 2) return;
        if (First(line, Pairs) is var (a, b, why) && !(IsSide(b) && ModifierMissing.TellsOfSides(context)))
            findings.Add(Info, context, context.ModifierElement, $"{a} and {b} exclude each other: {why}.", default,
                new() { Text = $"{a} or {b}" }, context.Policy.IsMedicare ? null : Severity.Warn);
        else if (First(line, Doubts) is var (one, other, reason)
            && !(one == Codes.JG && OldDiscountModifier.Judges(context))
            && !(IsSide(other) && ModifierMissing.TellsOfSides(context)))
            findings.Add(Info, context, context.ModifierElement, $"{one} and {other} do not go together: {reason}.",
                default, new() { Text = $"{one} or {other}" }, Severity.Warn);
    }

    // RT beside an injection into the left eye.
    private static void CheckSide(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var isRight = drug.Line.Has(Codes.Right);
        if (isRight == drug.Line.Has(Codes.Left) || drug.Line.Has(Codes.Both)) return;
        var (own, other) = isRight ? (Codes.Right, Codes.Left) : (Codes.Left, Codes.Right);
        var wrong = 0;
        foreach (var line in context.Claim.Lines)
        {
            if (!DrugAdministration.IsOnDay(line, drug)
                || DrugAdministration.NumberOf(line.Code) is not (67_027 or 67_028 or (>= 20_600 and <= 20_611)))
                continue;
            if (!line.Has(other) || line.Has(own) || line.Has(Codes.Both)) return;
            if (wrong == 0) wrong = line.Number;
        }
        if (wrong > 0)
            findings.Add(Info, context, context.ModifierElement, Texts.Of(
                $"The drug has {own}, the injection of line {wrong} has {other}: one of them is the wrong side."),
                default, new() { Text = "the side of the record on both lines" }, Severity.Warn);
    }

    private static bool IsSide(Modifier one) => one == Codes.Left || one == Codes.Both;

    private static (Modifier A, Modifier B, string Why)? First(
        Noc.Claims.ServiceLine line, (Modifier A, Modifier B, string Why)[] pairs)
    {
        foreach (var pair in pairs)
            if (line.Has(pair.A) && line.Has(pair.B)) return pair;
        return null;
    }

    private static (Modifier, Modifier, string) Pair(string a, string b, string why) =>
        (Modifier.Of(a), Modifier.Of(b), why);
}
