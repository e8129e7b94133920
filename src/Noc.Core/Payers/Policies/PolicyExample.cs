
namespace Noc.Payers;

/// <summary>An example of a policy value or rule.</summary>
/// <param name="Kind">What it expects.</param>
/// <param name="Rule">The rule that fires or is silent; empty for the other kinds.</param>
/// <param name="Facts">The line and claim, by the names that policy files use; dotted for parts of the line.</param>
/// <param name="Place">Where it stands.</param>
public sealed record PolicyExample(
    ExampleKind Kind, string Rule, IReadOnlyDictionary<string, IReadOnlyList<string>> Facts, PolicyPlace Place);
