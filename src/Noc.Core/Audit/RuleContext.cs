using Noc.Claims;
using Noc.Coding;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit;

/// <summary>All that a rule may look at: one claim, and one of its drug lines where the rule is about a line.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="DrugLines">All its drug lines.</param>
/// <param name="Drug">The line at hand; null for rules about the claim.</param>
/// <param name="Policy">What the payer wants.</param>
/// <param name="Tables">Reference facts.</param>
public readonly record struct RuleContext(
    Claim Claim, Items<DrugLine> DrugLines, DrugLine? Drug, PayerPolicy Policy, ReferenceTables Tables)
{
    /// <summary>The day for which the claim is judged; null where not said.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The day on which the claim is sent; null where not said.</summary>
    public DateOnly? Sent { get; init; }

    /// <summary>The day of sending that somebody named; null where nobody did.</summary>
    public DateOnly? SentKnown { get; init; }

    /// <summary>True where the provider is in the payer's network, false where not; null where nobody said.</summary>
    public bool? IsInNetwork { get; init; }

    /// <summary>True for a claim that goes on paper.</summary>
    public bool IsPaper { get; init; }

    /// <summary>Drugs that only the FDA directory names.</summary>
    public required DirectoryNames DirectoryNames { get; init; }

    /// <summary>Lines of the claim that an earlier claim bills, with where; null where none does.</summary>
    internal IReadOnlyDictionary<LinePlace, LinePlace>? Earlier { get; init; }

    /// <summary>The line's name of an element that professional and institutional claims number differently.</summary>
    public string Element(string professional, string institutional) =>
        Claim.Type is ClaimType.Institutional ? institutional : professional;

    /// <summary>What the payer wants of the line; of the claim where no line is at hand. Null where nothing is known.
    /// </summary>
    public PolicyEntry? Wants(PolicyKey key) =>
        Told(key, Policy.Wants?.Of(key, Drug is null ? OfClaim(IsInNetwork is true) : Drug.Subject));

    /// <summary>What the payer itself wants of the line; null where only its program or the standard say something, or
    /// nobody does.</summary>
    public PolicyEntry? WantsItself(PolicyKey key) => Policy.Wants is { Policy.Level: > PolicyLevel.Program } wants
        && Wants(key) is { } entry && wants.IsOwn(entry) ? entry : null;

    /// <summary>What the payer wants of a claim of its network; null where nothing is known.</summary>
    public PolicyEntry? WantsInNetwork(PolicyKey key) => Told(key, Policy.Wants?.Of(key, OfClaim(isInNetwork: true)));

    private PolicySubject OfClaim(bool isInNetwork)
    {
        var subject = Subjects.Of(Claim, Policy);
        return isInNetwork ? subject with { Situation = subject.Situation | Situation.Participating } : subject;
    }

    /// <summary>What the payer would want of the line if more were known of it.</summary>
    /// <param name="key">What it is about.</param>
    /// <param name="situation">What is taken for known besides.</param>
    public PolicyEntry? WantsWhen(PolicyKey key, Situation situation) => Drug is null ? null
        : Told(key, Policy.Wants?.Of(key, Drug.Subject with { Situation = Drug.Subject.Situation | situation }));

    /// <summary>Hears each question to the policy with its answer; null where nobody listens.</summary>
    internal Action<PolicyKey, PolicyEntry?>? Asked { get; init; }

    private PolicyEntry? Told(PolicyKey key, PolicyEntry? answer)
    {
        Asked?.Invoke(key, answer);
        return answer;
    }

    /// <summary>The words of a list that the payer wants of the line, each with the value that says it.</summary>
    public PolicyWords Words(PolicyKey key)
    {
        if (Policy.Wants is not { } wants || Drug is null) return default;
        Asked?.Invoke(key, wants.Of(key, Drug.Subject));
        return wants.WordsOf(key, Drug.Subject);
    }

    /// <summary>SV101-7 or SV202-7.</summary>
    public string DescriptionElement => Element("2400/SV101-7", "2400/SV202-7");

    /// <summary>SV101-2 or SV202-2.</summary>
    public string CodeElement => Element("2400/SV101-2", "2400/SV202-2");

    /// <summary>SV104 or SV205.</summary>
    public string UnitsElement => Element("2400/SV104", "2400/SV205");

    /// <summary>SV102 or SV203.</summary>
    public string ChargeElement => Element("2400/SV102", "2400/SV203");

    /// <summary>SV101-3 or SV202-3.</summary>
    public string ModifierElement => Element("2400/SV101-3", "2400/SV202-3");
}
