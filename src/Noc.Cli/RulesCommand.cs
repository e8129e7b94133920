using System.CommandLine;
using Noc.App.PayerRules;

namespace Noc.Cli;

/// <summary><c>noc rules</c>.</summary>
internal static class RulesCommand
{
    public static Command Create() => new("rules", "What payers want, and whether it is written down right.")
    {
        List(), Conflicts(), Lint(), Test(),
    };

    private static Command List()
    {
        var payer = new Option<string?>("--payer")
        {
            Description = "Policy or payer, by id, name or the id that claims send: what it wants, value by value.",
            HelpName = "PAYER",
        };
        var on = NdcCommand.DayOption("--on", "Date of service, YYYY-MM-DD; today where left out.");
        var format = NdcCommand.FormatOption();
        var command = new Command("list", "The policies; or what one payer wants on a day, and where it stands.")
        {
            payer, on, format,
        };
        var options = new PolicyOptions().AddTo(command);
        command.SetAction(parsed =>
        {
            if (options.Of(parsed).Open(Console.Error, out var exitCode) is not { } policies) return exitCode;
            return RulesList.Run(parsed.GetValue(payer), NdcCommand.Day(parsed.GetValue(on)),
                parsed.GetValue(format) is "json", parsed.GetValue(format) is "text" && StandardOutput.TakesColor(),
                Tables.InUse(), policies, Console.Out, Console.Error);
        });
        return command;
    }

    private static Command Conflicts()
    {
        var on = NdcCommand.DayOption("--on", "Date of service, YYYY-MM-DD; today where left out.");
        var format = NdcCommand.FormatOption();
        var command = new Command("conflicts", "Where two sources disagree: both, with their dates.") { on, format };
        var options = new PolicyOptions().AddTo(command);
        command.SetAction(parsed =>
        {
            if (options.Of(parsed).Open(Console.Error, out var exitCode) is not { } policies) return exitCode;
            return RulesConflicts.Run(NdcCommand.Day(parsed.GetValue(on)), parsed.GetValue(format) is "json",
                parsed.GetValue(format) is "text" && StandardOutput.TakesColor(), policies, Console.Out);
        });
        return command;
    }

    private static Command Test()
    {
        var command = new Command("test", "Run the examples that stand beside the values.");
        var options = new PolicyOptions().AddTo(command);
        command.SetAction(parsed =>
        {
            if (options.Of(parsed).OpenWithExamples(Console.Error, out var exitCode) is not { } policies)
                return exitCode;
            return PolicyTests.Run(policies, Tables.InUse(), Console.Out);
        });
        return command;
    }

    private static Command Lint()
    {
        var command = new Command("lint", "Check policy files: every error with its place and remedy.");
        var options = new PolicyOptions().AddTo(command, refuses: false);
        command.SetAction(parsed => PolicyLint.Run(options.Of(parsed), Console.Out, Console.Error));
        return command;
    }
}
