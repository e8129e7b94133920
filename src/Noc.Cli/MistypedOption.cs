using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using Noc.Payers;

namespace Noc.Cli;

/// <summary>Refuses what looks like an option and is none: the parser would take it for a file or a word to
/// find.</summary>
internal static class MistypedOption
{
    /// <summary>What is wrong, with the option that was probably meant; null where every option is known. What stands
    /// behind <c>--</c> is never an option.</summary>
    public static string? In(string[] args, ParseResult parsed)
    {
        foreach (var arg in args.TakeWhile(arg => arg != "--"))
            if (LooksLikeOption(arg) && parsed.Tokens.Any(
                token => token.Type is TokenType.Argument && token.Value == arg))
                return $"There is no option {arg}. The nearest is {Nearest(arg, parsed.CommandResult)}.";
        return null;
    }

    private static bool LooksLikeOption(string arg) => arg is ['-', var first, ..]
        && (char.IsAsciiLetter(first) || arg is ['-', '-', not '-', ..]);

    // The words of options too: --json is meant for --format json.
    private static string Nearest(string typed, CommandResult result)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        for (SymbolResult? at = result; at is not null; at = at.Parent)
            foreach (var option in at is CommandResult { Command: var command } ? command.Options : [])
            {
                if (option.Hidden) continue;
                foreach (var name in option.Aliases.Prepend(option.Name)) known.TryAdd(name, option.Name);
                if (option.ValueType == typeof(bool)) continue;
                foreach (var word in option.GetCompletions(CompletionContext.Empty))
                    known.TryAdd($"--{word.Label}", $"{option.Name} {word.Label}");
            }
        // Others call the day of service by these names.
        if (known.ContainsKey("--on"))
            foreach (var name in (string[])["--date", "--dos", "--day"]) known.TryAdd(name, "--on");
        var written = typed.IndexOf('=', StringComparison.Ordinal) is var end and > 0 ? typed[..end] : typed;
        return known[NearestWord.Of(written, known.Keys)];
    }
}
