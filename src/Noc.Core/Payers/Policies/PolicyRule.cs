using Noc.Tables;

namespace Noc.Payers;

/// <summary>A rule written in a policy file.</summary>
/// <param name="Id">Its permanent id, such as <c>tricare-east-payer-id</c>.</param>
/// <param name="Topic">The topic.</param>
/// <param name="When">The condition, in the language of <c>docs/payers/expressions.md</c>.</param>
/// <param name="Says">What is wrong, in our words.</param>
/// <param name="Expected">What would be right; empty where it depends.</param>
/// <param name="Severity">What happens.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Rows">Rows of the payer rules that it holds.</param>
/// <param name="Examples">Examples that prove it.</param>
/// <param name="Place">Where it stands.</param>
public sealed record PolicyRule(
    string Id, string Topic, string When, string Says, string Expected, Severity Severity, Confidence Confidence,
    Source Source, IReadOnlyList<string> Rows, IReadOnlyList<PolicyExample> Examples, PolicyPlace Place)
{
    /// <summary>Dates of service on which it is in force; <c>default</c> where its source tells.</summary>
    public Days Service { get; init; }

    /// <summary>Dates of receipt on which it is in force; <c>default</c> for any.</summary>
    public Days Received { get; init; }

    /// <summary>Whether it is in force: by its own dates, else from the day that its source names.</summary>
    /// <param name="service">Date of service; null where not known: then it does not matter.</param>
    /// <param name="received">Date of receipt, where the rule asks for one and it is known; null elsewhere.</param>
    public bool IsInForce(DateOnly? service, DateOnly? received)
    {
        if (Service != default || Received != default)
            return (service is not { } day || Service.Include(day))
                && (received is not { } arrival || Received.Include(arrival));
        return Source.Effective is not { } effective || (service ?? effective) >= effective || received >= effective;
    }
}
