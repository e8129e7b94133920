using System.CommandLine;
using System.Globalization;
using Noc.App.TallyRvus;
using Noc.Reference.Policies;

namespace Noc.Cli;

/// <summary><c>noc rvu</c>.</summary>
internal static class RvuCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "CSV logs (date, provider, code, modifiers, units), 837 files, encounters.",
            Arity = ArgumentArity.OneOrMore,
        };
        var asOf = NdcCommand.DayOption("--as-of", "Last day that counts as past, YYYY-MM-DD; today where left out.");
        var format = new Option<string>("--format")
        {
            Description = "How it is written.", DefaultValueFactory = _ => "text", HelpName = "text|json|csv",
        };
        format.TakesOnly("text", "json", "csv");
        var goal = Number("--goal", "Work units a year for each provider.");
        var rate = Number("--rate", "US dollars for a work unit.");
        var whatIf = new Option<string[]>("--what-if")
        {
            Description = "More of a procedure, such as 96413=100.", HelpName = "CODE=N",
        };
        var percentiles = new Option<string?>("--percentiles")
        {
            Description = "CSV of percentile and work units a year, from a survey of your own.", HelpName = "FILE",
        };
        var factors = new Option<string?>("--modifier-factors")
        {
            Description = "CSV of modifier and factor, over the common ones.", HelpName = "FILE",
        };
        var command = new Command("rvu", "Work units of procedures: totals, pace, goal, what if, percentiles.")
        {
            files, asOf, format, goal, rate, whatIf, percentiles, factors,
        };
        command.SetAction(parsed => RvuRun.Run(new()
        {
            Files = parsed.GetValue(files)!,
            AsOf = NdcCommand.Day(parsed.GetValue(asOf)),
            Format = parsed.GetValue(format)!,
            Goal = Parsed(parsed.GetValue(goal)),
            RateUsd = Parsed(parsed.GetValue(rate)),
            WhatIf = parsed.GetValue(whatIf) ?? [],
            Percentiles = parsed.GetValue(percentiles) ?? "",
            Factors = parsed.GetValue(factors) ?? "",
        }, Tables.InUse(), ShippedPolicies.Set, Console.Out, Console.Error));
        return command;
    }

    private static Option<string?> Number(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Parsed(text) is null)
                result.AddError($"{name} takes a number such as 4800.");
        });
        return option;
    }

    private static decimal? Parsed(string? text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint,
        CultureInfo.InvariantCulture, out var number) ? number : null;
}
