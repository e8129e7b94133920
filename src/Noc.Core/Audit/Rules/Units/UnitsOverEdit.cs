using Noc.Claims;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Units;

/// <summary>UNT004 units-over-edit: more units of a code than Medicare takes on a line or day.</summary>
/// <remarks>
/// <para>Why it matters: what is above the medically unlikely edit of a code is denied, mostly with all its
/// units.</para>
/// <para>What to do: check the units against the dose; if the record bears them out, send it, and appeal where the edit
/// of the day allows it.</para>
/// <para>Source: CMS, NCCI medically unlikely edits of practitioners, by quarter.</para>
/// <para>Silent when: the table of the quarter is not loaded or does not list the code, which the report says once; the
/// payer is not original Medicare, the claim is institutional, or the code leaves the drug open. Waste (JW) is not
/// counted. A warning where the edit is of a line, which modifiers may split, or of a day and open to appeal; and on
/// lines that bill no drug.</para>
/// </remarks>
public static class UnitsOverEdit
{
    private const byte OfLine = 1, OfDayAbsolute = 2;

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("UNT004", "units-over-edit", "units", Severity.Deny,
        "Units above Medicare's edit are denied.", Sources.UnitEdits) { Judges = LineTraits.OwnCode };

    /// <summary>Judges lines of drugs.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        if (!context.Drug!.IsWaste && IsSubject(context)) Judge(context, context.Drug.Line, findings, null);
    }

    /// <summary>Judges the other lines, such as administrations, with a warning.</summary>
    public static void CheckClaim(in RuleContext context, FindingSink findings)
    {
        if (!IsSubject(context)) return;
        var lines = context.Claim.Lines;
        for (var i = 0; i < lines.Count; i++)
            if (!IsDrug(context, lines[i])) Judge(context, lines[i], findings, Severity.Warn);
    }

    private static bool IsSubject(in RuleContext context) => context.Policy.Program is PayerProgram.Medicare
        && context.Claim.Type is ClaimType.Professional && context.Tables.Image.Rows<MueRecord>().Count > 0;

    private static bool IsDrug(in RuleContext context, ServiceLine line)
    {
        foreach (var drug in context.DrugLines)
            if (ReferenceEquals(drug.Line, line)) return true;
        return false;
    }

    private static void Judge(in RuleContext context, ServiceLine line, FindingSink findings, Severity? atMost)
    {
        if (line.Code.IsNone || line.ServiceDate is not { } day
            || context.Tables.Image.Rows<MueRecord>().Of(TableKey.Of(line.Code)).On(day) is not { } edit
            || edit.Units.Value is not { } most) return;
        var isOfLine = edit.Indicator == OfLine;
        if ((isOfLine ? line.BilledUnits : UnitsOfDay(context.Claim, line)) is not { } units || units <= most) return;
        findings.Add(Info, context, context.UnitsElement,
            Texts.Of($"{units:0.###} unit{(units == 1 ? "" : "s")} of {line.Code} on one ")
            + $"{(isOfLine ? "line" : "day")}; Medicare takes "
            + Texts.Of($"{most:0.###}. Check the units against the dose."), line.UnitsText,
            severity: atMost ?? (edit.Indicator == OfDayAbsolute ? null : Severity.Warn), detail: line.Code.Value);
    }

    // All units of the code on the day; null on a later line of them, which the first one speaks for.
    private static decimal? UnitsOfDay(Claim claim, ServiceLine line)
    {
        decimal sum = 0;
        var isFirst = true;
        for (var i = 0; i < claim.Lines.Count; i++)
        {
            var other = claim.Lines[i];
            if (other.Code != line.Code || other.ServiceDate != line.ServiceDate || other.Has(Codes.JW)) continue;
            if (isFirst && !ReferenceEquals(other, line)) return null;
            isFirst = false;
            if (other.BilledUnits is > 0 and < 1_000_000 and var units) sum += units;
        }
        return sum;
    }
}
