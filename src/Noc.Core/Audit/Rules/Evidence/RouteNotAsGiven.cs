using Noc.Drugs;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD026 route-not-as-given: the line tells another route than the record.</summary>
/// <remarks>
/// <para>Why it matters: the route decides between codes, between paid and self-administered, and the code of the
/// administration; a wrong one is paid back.</para>
/// <para>What to do: write the route of the record, or have the record corrected where it is what is wrong.</para>
/// <para>Source: what was given must be documented, and the claim must say what the record says; Medicare Benefit
/// Policy Manual, chapter 15, section 50.</para>
/// <para>Silent when: neither text nor JA or JB tell a route, the text tells two, an administration is recorded without
/// one, with one that nobody can read, or with that of the line, or the line bills waste.</para>
/// </remarks>
public static class RouteNotAsGiven
{
    // Another word may be another name for the same route.
    private static readonly string[] Known = ["IV", "SC", "IM", "IVT", "IT", "ID", "IA", "PO", "INH"];

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD026", "route-not-as-given", "administration", Severity.Deny,
        "The route decides what is paid; the record is the proof.", Sources.Records);

    /// <summary>Compares text and modifier with every administration of the drug.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var given = drug.Evidence!.Given;
        if (drug.IsWaste || given.Count == 0) return;
        var told = drug.RouteOfText;
        if ((told ?? Codes.RouteOf(drug.Line)) is not { } route) return;
        var routes = given.Select(one => RouteText.Spelled(one.Route)).Distinct().ToList();
        if (routes.Contains(route) || !routes.TrueForAll(one => Known.Contains(one))) return;
        var recorded = string.Join(", ", routes);
        findings.AddEvidence(Info, context, told is null ? context.ModifierElement : context.DescriptionElement,
            $"The line tells {route}; the record has {recorded}.",
            told is null ? drug.Line.CodeText : drug.Line.Description, new() { Text = recorded });
    }
}
