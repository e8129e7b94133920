using System.CommandLine;
using Noc.App.ListNewCodes;

namespace Noc.Cli;

/// <summary><c>noc new-codes</c>.</summary>
internal static class NewCodesCommand
{
    public static Command Create()
    {
        var since = new Option<string?>("--since")
        {
            Description = "First quarter, such as 2026Q1, or a day; four quarters ago where left out.",
            HelpName = "QUARTER",
        };
        since.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && NewCodesOptions.Quarter(text) is null)
                result.AddError("--since takes a quarter such as 2026Q1.");
        });
        var claims = Paths("--claims", "837 files or folders: lines that must be recoded, lines that must not wait.");
        var evidence = Paths("--evidence",
            "Folders or files (CSV, JSON, text) of authorizations, orders, charge master.");
        var on = NdcCommand.DayOption("--on", "Day to answer for, YYYY-MM-DD; today where left out.");
        var format = NdcCommand.FormatOption();
        var command = new Command("new-codes", "Drugs that got a code, and what must change for it.")
        {
            since, claims, evidence, on, format,
        };
        var policies = new PolicyOptions().AddTo(command);
        command.SetAction(parsed =>
        {
            if (policies.Of(parsed).Open(Console.Error, out var exitCode) is not { } set) return exitCode;
            var day = NdcCommand.Day(parsed.GetValue(on));
            return NewCodesList.Run(new()
            {
                On = day,
                Since = parsed.GetValue(since) is { } text ? NewCodesOptions.Quarter(text)!.Value
                    : NewCodesOptions.YearBefore(day),
                Claims = parsed.GetValue(claims) ?? [],
                Evidence = parsed.GetValue(evidence) ?? [],
                IsJson = parsed.GetValue(format) is "json",
                IsColored = parsed.GetValue(format) is "text" && StandardOutput.TakesColor(),
            }, Tables.InUse(), set, Console.Out, Console.Error);
        });
        return command;
    }

    private static Option<string[]> Paths(string name, string description) => new(name)
    {
        Description = description, HelpName = "PATH", AllowMultipleArgumentsPerToken = true,
    };
}
