namespace Noc.Audit.Evidence;

/// <summary>What claim and evidence together say of one drug line.</summary>
/// <param name="Line">Line number from 1.</param>
/// <param name="Facts">The four-way match; empty where no encounter fits.</param>
/// <param name="Checklist">What is required of the line; null where nothing is.</param>
/// <param name="Statement">The necessity statement; empty where no encounter fits.</param>
public sealed record LineSupport(
    int Line, IReadOnlyList<FourWayFact> Facts, Checklist? Checklist, IReadOnlyList<StatementSentence> Statement)
{
    /// <summary>The support of the line at hand.</summary>
    public static LineSupport Of(in RuleContext context) => new(
        context.Drug!.Line.Number, FourWayMatch.Of(context), Checklist.Of(context),
        context.Drug.Evidence is { } evidence ? NecessityStatement.Of(evidence) : []);
}
