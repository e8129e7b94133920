using System.CommandLine;
using Noc.App.PayerRules;
using Noc.Reference.Store;

namespace Noc.Cli;

/// <summary><c>noc rules</c>.</summary>
internal static class RulesCommand
{
    public static Command Create() => new("rules", "What payers want, and whether it is written down right.")
    {
        Lint(), Test(),
    };

    private static Option<string?> Payers() => new("--payers")
    {
        Description = "Folder or file of policies over the shipped ones.",
        HelpName = "DIR",
    };

    private static Command Test()
    {
        var payers = Payers();
        var command = new Command("test", "Run the examples that stand beside the values.") { payers };
        command.SetAction(parsed => PolicyTests.Run(
            parsed.GetValue(payers), InstalledTables.Load(), Console.Out));
        return command;
    }

    private static Command Lint()
    {
        var payers = Payers();
        var command = new Command("lint", "Check policy files: every error with its place and remedy.") { payers };
        command.SetAction(parsed => PolicyLint.Run(parsed.GetValue(payers), Console.Out));
        return command;
    }
}
