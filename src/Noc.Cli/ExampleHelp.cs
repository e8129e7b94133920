using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Noc.Cli;

/// <summary>The help of a command, with commands below it that can be run as they stand.</summary>
/// <remarks>The examples run in the folder of the repository; a test runs each.</remarks>
internal sealed class ExampleHelp(HelpAction help, IReadOnlyDictionary<string, string[]> examples)
    : SynchronousCommandLineAction
{
    private const int MaxColumns = 100;

    /// <summary>Gives every command below <paramref name="root"/>, and the root, its examples.</summary>
    public static void Install(RootCommand root, IReadOnlyDictionary<string, string[]> examples)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        var help = (HelpAction)option.Action!;
        if (Console.IsOutputRedirected) help.MaxWidth = MaxColumns;
        option.Action = new ExampleHelp(help, examples);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (!examples.TryGetValue(Name(parseResult.CommandResult.Command), out var lines)) return code;
        output.WriteLine("Examples:");
        foreach (var line in lines) output.WriteLine($"  {line}");
        output.WriteLine();
        return code;
    }

    // "cases run": the words behind noc.
    private static string Name(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent
        ? $"{Name(parent)} {command.Name}".Trim() : "";
}
