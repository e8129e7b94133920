using Noc.Drugs;

namespace Noc.Payers;

/// <summary>Finds the word that somebody meant.</summary>
public static class NearestWord
{
    /// <summary>The word with the fewest changed letters; empty where none is known.</summary>
    public static string Of(string word, IEnumerable<string> known) =>
        known.MinBy(candidate => SpellingDistance.Between(word, candidate)) ?? "";
}
