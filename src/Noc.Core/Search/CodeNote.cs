using Noc.Drugs;
using Noc.Tables;

namespace Noc.Search;

/// <summary>One statement about one or more codes, in our words.</summary>
/// <param name="Codes">The codes it is about.</param>
/// <param name="Topic">What kind of statement.</param>
/// <param name="Label">What the topic says of it; empty where it says nothing.</param>
/// <param name="Text">The statement.</param>
/// <param name="Rule">Id of the rule that finds a breach; empty where none does.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Sources">Where it is from.</param>
public sealed record CodeNote(
    IReadOnlyList<HcpcsCode> Codes, NoteTopic Topic, string Label, string Text, string Rule, Confidence Confidence,
    IReadOnlyList<Source> Sources);
