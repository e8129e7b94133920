using System.CommandLine;
using Noc.App.CodeEncounter;

namespace Noc.Cli;

/// <summary><c>noc code</c>.</summary>
internal static class CodeCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("ENCOUNTER")
        {
            Description = "Files of encounters (noc.encounter/1, JSON or one a line); - reads standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format")
        {
            Description = "How it is written.", DefaultValueFactory = _ => "text", HelpName = "text|json|ndjson",
        };
        format.TakesOnly("text", "json", "ndjson");
        var charges = new Option<string?>("--charges")
        {
            Description = "CSV of codes with the charge for one unit, for lines without a charge.", HelpName = "FILE",
        };
        var skip = new Option<bool>("--no-audit") { Description = "Do not audit the coded claims." };
        var deductible = PriceCommand.Usd("--deductible", "What the patient has left of the deductible.");
        var coinsurance = NarrativeCommand.Percent("--coinsurance", "The patient's coinsurance, for payers other than "
            + "Medicare.");
        var zip = NarrativeCommand.Text("--zip", "ZIP code of service, where encounters tell none.", "ZIP");
        var sources = new PriceSourceOptions();
        var command = new Command("code", "Code what was given: lines, units, NDC, modifiers, texts, expected payment, "
            + "what is missing.")
        {
            files, format, charges, skip, deductible, coinsurance, zip,
        };
        sources.AddTo(command);
        var policies = new PolicyOptions().AddTo(command);
        command.SetAction(parsed =>
        {
            using var output = Console.OpenStandardOutput();
            return CodeRun.Run(new()
            {
                Files = parsed.GetValue(files)!,
                Format = parsed.GetValue(format) switch
                {
                    "json" => CodeFormat.Json, "ndjson" => CodeFormat.Ndjson, _ => CodeFormat.Text,
                },
                Charges = parsed.GetValue(charges) ?? "",
                SkipsAudit = parsed.GetValue(skip),
                Sources = sources.Of(parsed),
                Frame = new()
                {
                    Day = default,
                    DeductibleLeftUsd = NarrativeCommand.Parsed(parsed.GetValue(deductible)),
                    CoinsurancePercent = NarrativeCommand.Parsed(parsed.GetValue(coinsurance)),
                    Zip = parsed.GetValue(zip) ?? "",
                },
                Policies = policies.Of(parsed),
                IsColored = parsed.GetValue(format) is "text" && StandardOutput.TakesColor(),
            }, Tables.InUse(), output, Console.Error);
        });
        return command;
    }
}
