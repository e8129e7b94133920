using System.CommandLine;

namespace Noc.Cli;

/// <summary>Options that take one of a few words.</summary>
internal static class OptionWords
{
    /// <summary>Lets an option take nothing but these words; a complaint names the option.</summary>
    public static void TakesOnly<T>(this Option<T> option, params string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (Array.IndexOf(words, token.Value) < 0)
                    result.AddError($"{option.Name} takes {string.Join(", ", words)}; not {token.Value}.");
        });
    }
}
