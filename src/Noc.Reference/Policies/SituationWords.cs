using Noc.Payers;

namespace Noc.Reference.Policies;

/// <summary>Words of policy files for what is known of a line.</summary>
public static class SituationWords
{
    /// <summary>The situation behind a word; <see cref="Situation.None"/> where it is none.</summary>
    public static Situation Of(string word) => ScopeReader.SituationOf(word);
}
