using System.CommandLine;
using Noc.App.RunCases;

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
        kinds.Validators.Add(result =>
        {
            foreach (var kind in Kinds(result.GetValueOrDefault<string?>()))
                if (!CaseRunner.Kinds.Contains(kind))
                    result.AddError($"--kind knows no '{kind}'. Kinds: {string.Join(", ", CaseRunner.Kinds)}.");
        });
        var run = new Command("run", "Run worked cases against the engine.") { files, kinds };
        var policies = new PolicyOptions().AddTo(run);
        run.SetAction(parsed => policies.Of(parsed).Open(Console.Error, out var exitCode) is not { } set ? exitCode
            : CaseRunner.Run(parsed.GetValue(files)!, Kinds(parsed.GetValue(kinds)),
                new(Tables.InUse(), set) { AsOf = NdcCommand.Day(null) }, Console.Out, Console.Error));
        return new Command("cases", "Worked cases: what the engine must answer.") { run };
    }

    private static string[] Kinds(string? text) => text?.Split(',', StringSplitOptions.TrimEntries) ?? [];
}
