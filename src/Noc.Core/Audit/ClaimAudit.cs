using Noc.Audit.Evidence;
using Noc.Claims;
using Noc.Payers;
using Noc.Pricing;

namespace Noc.Audit;

/// <summary>What the audit says of one claim.</summary>
public sealed record ClaimAudit
{
    /// <summary>The claim.</summary>
    public required Claim Claim { get; init; }

    /// <summary>The policy it was judged by.</summary>
    public required PayerPolicy Policy { get; init; }

    /// <summary>What to do with it.</summary>
    public required Decision Decision { get; init; }

    /// <summary>The encounters behind it; null where no evidence is at hand.</summary>
    public ClaimEvidence? Evidence { get; init; }

    /// <summary>What evidence says of each drug line; empty where none is at hand.</summary>
    public IReadOnlyList<LineSupport> Support => field ??= SupportOf?.Invoke() ?? [];

    // Made where a report asks for it: most claims of a file are not shown.
    internal Func<IReadOnlyList<LineSupport>>? SupportOf { get; init; }

    /// <summary>Findings in order of line and rule.</summary>
    public required Items<Finding> Findings { get; init; }

    /// <summary>Findings that a person took responsibility for: they count for nothing else here.</summary>
    public Items<Finding> Suppressed { get; init; } = [];

    /// <summary>The lines that bill drugs.</summary>
    public required Items<DrugLine> DrugLines { get; init; }

    /// <summary>How many of them have an unclassified code.</summary>
    public required int UnclassifiedLines { get; init; }

    /// <summary>US dollars that would be lost, each line counted once.</summary>
    public required decimal AtRiskUsd { get; init; }

    internal ExpectedPay? Pay { get; init; }

    /// <summary>What the payer is expected to pay for the line of a finding that loses or delays its payment, or for
    /// all lines where it is about the claim; null where it costs nothing or no price is known.</summary>
    public Settlement? ExpectedOf(Finding finding)
    {
        if (Pay is null || (finding.LostUsd is null && finding.DelayedUsd is null)) return null;
        if (finding.Line > 0)
            return finding.Line > Claim.Lines.Count ? null
                : Pay.Of(Claim, Claim.Lines[finding.Line - 1], Policy, finding.Expected);
        Settlement? sum = null;
        foreach (var line in Claim.Lines)
        {
            if (Pay.Of(Claim, line, Policy) is { } money) sum = sum is { } known ? known + money : money;
            // The price of giving a dear drug is none of the claim.
            else if (line.ChargeUsd > 0 && IsDrug(line)) return null;
        }
        return sum;
    }

    private bool IsDrug(ServiceLine line)
    {
        foreach (var drug in DrugLines)
            if (ReferenceEquals(drug.Line, line)) return true;
        return false;
    }

    /// <summary>What the payer is expected to pay of what would be lost, each line counted once; zero where no price is
    /// known. Reckoned anew each time.</summary>
    public Settlement ExpectedAtRisk()
    {
        var sum = default(Settlement);
        if (AtRiskUsd <= 0) return sum;
        var last = -1;
        foreach (var finding in Findings)
        {
            if (finding.LostUsd is null) continue;
            if (finding.Line == 0) return ExpectedOf(finding) ?? default;
            // The first finding of a line that tells a price: a code of the drug's own has one, an unclassified none.
            if (finding.Line == last || ExpectedOf(finding) is not { } money) continue;
            sum += money;
            last = finding.Line;
        }
        return sum;
    }

    /// <summary>True where a date of service lies after the newest facts.</summary>
    public required bool IsAfterTables { get; init; }

    /// <summary>A line as payer policies see it; the claim where the line is none of its drug lines.</summary>
    /// <param name="number">Number of the line, from 1; 0 for the claim.</param>
    public PolicySubject SubjectOf(int number)
    {
        foreach (var drug in DrugLines)
            if (drug.Line.Number == number) return drug.Subject;
        var subject = Subjects.Of(Claim, Policy);
        return number == 0 || number > Claim.Lines.Count ? subject
            : subject with { Code = Claim.Lines[number - 1].Code };
    }

    /// <summary>Nothing of the claim: the type's name.</summary>
    public override string ToString() => nameof(ClaimAudit);
}
