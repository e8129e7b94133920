using System.CommandLine;
using Noc.App.RunCases;
using Noc.Reference.Store;

namespace Noc.Cli;

/// <summary><c>noc cases</c>.</summary>
internal static class CasesCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Worked-case files (JSON).", Arity =
            ArgumentArity.OneOrMore };
        var kinds = new Option<string?>("--kind") 
        {
            Description = "Only these kinds, separated by commas.",
            HelpName = "KIND,...",
        };
        var run = new Command("run", "Run worked cases against the engine.") { files, kinds };
        run.SetAction(parsed => CaseRunner.Run(parsed.GetValue(files)!,
            parsed.GetValue(kinds)?.Split(',', StringSplitOptions.TrimEntries) ?? [], InstalledTables.Load(),
            Console.Out, Console.Error));
        return new Command("cases", "Worked cases: what the engine must answer.") { run };
    }
}
