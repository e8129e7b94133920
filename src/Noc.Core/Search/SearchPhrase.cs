namespace Noc.Search;

/// <summary>A phrase as people say it, and what it stands for.</summary>
/// <param name="Words">Its words in upper case.</param>
/// <param name="Kind">What kind of thing it stands for.</param>
/// <param name="Target">The code, the route, or words of a class or a use.</param>
public sealed record SearchPhrase(IReadOnlyList<string> Words, PhraseKind Kind, string Target);
