namespace Noc.Payers;

/// <summary>Whether two values of policies cannot both be met by one line.</summary>
/// <remarks>What only asks for more, or leaves open what the other settles, contradicts nothing; free texts are not
/// compared: a file says itself where they disagree.</remarks>
public static class ValueContradiction
{
    // Words that leave the answer open: any other word fits beside them.
    private static readonly HashSet<string> Open = new(StringComparer.Ordinal)
    {
        "yes", "by-list", "recommended", "any", "on-request", "listed", "unpriced", "check", "or-authorization",
    };

    /// <summary>Whether no line can do what both values say.</summary>
    public static bool Between(PolicyEntry one, PolicyEntry other) => one.Key == other.Key
        ? !one.Value.Adds && !other.Value.Adds && OfOneKey(one.Key, one.Value, other.Value)
        : Refuses(one, other) || Refuses(other, one);

    private static bool OfOneKey(PolicyKey key, PolicyValue one, PolicyValue other) => !one.Equals(other)
        && key.Form switch
        {
            PolicyForm.Number or PolicyForm.Window or PolicyForm.NumberOrWord => true,
            PolicyForm.Word => !Open.Contains(one.Word) && !Open.Contains(other.Word)
                && !Holds(one.Word, other.Word) && !Holds(other.Word, one.Word),
            PolicyForm.Words => key == PolicyKeys.NarrativePlaces && !one.Words.Any(other.Has),
            PolicyForm.Codes => IsChoice(key) && !one.Words.Any(other.Has),
            _ => false,
        };

    // A line of waste and words on it are more than the line alone, not something else.
    private static bool Holds(string more, string word) => more.StartsWith(word + "-and-", StringComparison.Ordinal);

    private static bool IsChoice(PolicyKey key) => key == PolicyKeys.UnclassifiedCode || key == PolicyKeys.CompoundCode
        || key == PolicyKeys.ClaimSplitModifier;

    // One wants what the other does not take.
    private static bool Refuses(PolicyEntry one, PolicyEntry other) =>
        one.Key == PolicyKeys.NarrativeRefused && other.Key == PolicyKeys.NarrativeRequired
            ? one.Value.Words.Any(other.Value.Has)
            : one.Key == PolicyKeys.ModifiersRefused && (other.Key == PolicyKeys.ModifiersRequired
                ? one.Value.Words.Any(other.Value.Has)
                : (other.Key == PolicyKeys.WasteLine && one.Value.Has("JW")
                    && other.Value.Word.StartsWith("jw", StringComparison.Ordinal))
                || (other.Key == PolicyKeys.WasteNone && one.Value.Has("JZ") && other.Value.Word is "jz"));
}
