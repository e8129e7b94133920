using Noc.Tables;

namespace Noc.Payers;

/// <summary>What people should know of a payer.</summary>
/// <param name="Topic">The topic, such as <c>pricing</c>.</param>
/// <param name="Scope">For which lines.</param>
/// <param name="Rules">Ids of the rules whose findings it helps to mend; empty where it is for the list only.</param>
/// <param name="Says">In our words.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Rows">Rows of the payer rules that it holds.</param>
/// <param name="DisagreesWith">Values that say otherwise, each a row and a key, such as PR-044/narrative.refused.
/// </param>
/// <param name="Place">Where it stands.</param>
public sealed record PolicyGuidance(
    string Topic, PolicyScope Scope, IReadOnlyList<string> Rules, string Says, Confidence Confidence, Source Source,
    IReadOnlyList<string> Rows, IReadOnlyList<string> DisagreesWith, PolicyPlace Place)
{
    /// <summary>Codes that it is about; empty for all.</summary>
    public IReadOnlyList<string> Codes => Scope.Codes;

    /// <summary>Whether it was in force on a date of service: by its own dates, else from the day that its source
    /// names.</summary>
    public bool IsInForce(DateOnly day) => Scope.IsInForce(Source, day);

    /// <summary>Whether it is about a line. Allocates nothing.</summary>
    /// <param name="line">The line; without a day dates do not matter.</param>
    public bool Includes(in PolicySubject line) =>
        (line.Day is not { } day || IsInForce(day)) && Scope.Includes(line);
}
