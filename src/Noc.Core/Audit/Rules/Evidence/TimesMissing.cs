using Noc.Drugs;
using Noc.Encounters;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD021 times-missing: an infusion is billed by time, and the record has no start or no stop.</summary>
/// <remarks>
/// <para>Why it matters: infusion codes are paid by minutes; without start and stop the record proves a push at
/// most.</para>
/// <para>What to do: complete the record with start and stop, or bill what it proves.</para>
/// <para>Source: Medicare Claims Processing Manual, chapter 12, section 30.5: infusions are coded by time.</para>
/// <para>Silent when: the drug was not given by infusion, both times are recorded, or the claim bills no infusion by
/// time on the day.</para>
/// </remarks>
public static class TimesMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD021", "times-missing", "administration", Severity.Warn,
        "Infusions are paid by recorded minutes.", Sources.Administration);

    /// <summary>Judges infusions.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        foreach (var given in evidence.Given)
        {
            if (given.Method is not (AdministrationMethod.IvInfusion or AdministrationMethod.SubcutaneousInfusion
                or AdministrationMethod.ProlongedPump)) continue;
            if (given.Start is not null && given.Stop is not null) continue;
            foreach (var line in context.Claim.Lines)
            {
                if (!IsTimed(line.Code) || line.ServiceDate is { } day && day != given.Day) continue;
                findings.AddEvidence(Info, context, context.CodeElement,
                    $"{line.Code} is billed by time; the record has no {(given.Start is null ? "start" : "stop")}.",
                    expected: new() { Text = "start and stop of the infusion, in the record" });
                return;
            }
        }
    }

    private static bool IsTimed(HcpcsCode code) => code.Series == '9'
        && code.Number is 6360 or 6361 or 6365 or 6366 or 6367 or 6369 or 6370 or 6413 or 6415 or 6416 or 6417;
}
