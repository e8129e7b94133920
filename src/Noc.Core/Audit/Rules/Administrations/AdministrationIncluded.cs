using Noc.Claims;
using Noc.Drugs;

namespace Noc.Audit.Rules.Administrations;

/// <summary>ADM008 administration-included: an administration that the others of the day already pay.</summary>
/// <remarks>
/// <para>Why it matters: a concurrent infusion is paid once a visit, and the flush of a port only where nothing else
/// is billed; what is more is denied.</para>
/// <para>What to do: take the line off, or bill one unit.</para>
/// <para>Source: Medicare Claims Processing Manual, chapter 12, 30.5.</para>
/// <para>Silent when: a modifier sets the line apart (a second visit of the day), or the lines have no date or
/// different ones.</para>
/// </remarks>
public static class AdministrationIncluded
{
    private static readonly HcpcsCode Concurrent = HcpcsCode.Of("96368"), Flush = HcpcsCode.Of("96523");

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("ADM008", "administration-included", "administration", Severity.Warn,
        "What another administration already pays is denied.", Sources.Administration);

    /// <summary>Never more than a warning.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var lines = context.Claim.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Code != Concurrent && line.Code != Flush) continue;
            if (line.ServiceDate is null || Codes.HasRepeat(line)) continue;
            if (line.Code == Concurrent && line.BilledUnits > 1)
                Add(context, findings, line, "a concurrent infusion is paid once a visit, whatever its time", "1 unit");
            else if (Beside(lines, i) is { } other)
                Add(context, findings, line, line.Code == Flush
                    ? $"a flush is paid alone only; line {other.Number} bills {other.Code}"
                    : $"line {other.Number} already bills a concurrent infusion, which is paid once a visit",
                    "no line");
        }
    }

    private static void Add(
        in RuleContext context, FindingSink findings, ServiceLine line, string why, string expected) =>
        findings.Add(Info, context, context.CodeElement, $"Line {line.Number}: {line.Code}, but {why}.", line.CodeText,
            new() { Text = expected }, detail: Texts.Of($"{line.Number}"));

    // An infusion, injection or push of the day beside a flush; an earlier concurrent infusion beside another one.
    private static ServiceLine? Beside(Items<ServiceLine> lines, int at)
    {
        var isFlush = lines[at].Code == Flush;
        for (var i = 0; i < (isFlush ? lines.Count : at); i++)
        {
            var other = lines[i];
            if (other.ServiceDate != lines[at].ServiceDate) continue;
            if (isFlush ? DrugAdministration.NumberOf(other.Code) is >= 96_360 and <= 96_522
                : other.Code == Concurrent && !Codes.HasRepeat(other)) return other;
        }
        return null;
    }
}
