using Noc.Payers;

namespace Noc.Reference.Policies;

/// <summary>Words of policy files for what is known of a line.</summary>
public static class SituationWords
{
    /// <summary>The words of situations, each with "not" in front where it must not be so.</summary>
    public static IEnumerable<string> Of(Situation holds, Situation holdsNot)
    {
        foreach (var word in ScopeReader.SituationNames)
        {
            if ((ScopeReader.SituationOf(word) & holds) != Situation.None) yield return word;
            if ((ScopeReader.SituationOf(word) & holdsNot) != Situation.None) yield return $"not {word}";
        }
    }

    /// <summary>The situation behind a word; <see cref="Situation.None"/> where it is none.</summary>
    public static Situation Of(string word) => ScopeReader.SituationOf(word);
}
