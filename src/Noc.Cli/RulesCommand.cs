using System.CommandLine;
using Noc.App.PayerRules;

namespace Noc.Cli;

/// <summary><c>noc rules</c>.</summary>
internal static class RulesCommand
{
    public static Command Create() => new("rules", "What payers want, and whether it is written down right.")
    {
        Lint(),
    };

    private static Command Lint()
    {
        var payers = new Option<string?>("--payers")
        {
            Description = "Folder or file of policies over the shipped ones.",
            HelpName = "DIR",
        };
        var command = new Command("lint", "Check policy files: every error with its place and remedy.") { payers };
        command.SetAction(parsed => PolicyLint.Run(parsed.GetValue(payers), Console.Out));
        return command;
    }
}
