using System.CommandLine;
using Noc.App.ExplainFindings;
using Noc.App.ExplainRules;
using Noc.App.PayerRules;

namespace Noc.Cli;

/// <summary><c>noc explain</c>.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var subject = new Argument<string>("RULE|FINDING")
        {
            Description = "Rule id or name, such as NDC001 or ndc-missing; or the id of a finding, as JSON, CSV and "
                + "HTML reports show it.",
        };
        var claims = new Option<string[]>("--claims")
        {
            Description = "837 files or folders in which the finding was found.",
            HelpName = "PATH",
            AllowMultipleArgumentsPerToken = true,
        };
        var evidence = new Option<string[]>("--evidence")
        {
            Description = "Encounters, where the audit had some.",
            HelpName = "DIR",
            AllowMultipleArgumentsPerToken = true,
        };
        var asOf = NdcCommand.DayOption("--as-of",
            "Day on which the claims are sent, as the audit was told, YYYY-MM-DD; filing windows rest on it.");
        var format = new Option<string>("--format")
        {
            Description = "How the page of a rule is written.",
            DefaultValueFactory = _ => "text",
            HelpName = "text|markdown",
        };
        format.TakesOnly("text", "markdown");
        var command = new Command("explain", "Print the page of a rule, or all that one finding rests on.")
        {
            subject, claims, evidence, asOf, format,
        };
        var policies = new PolicyOptions().AddTo(command);
        command.SetAction(parsed => PrintRule(parsed.GetValue(subject)!, parsed.GetValue(claims) ?? [],
            parsed.GetValue(format) is "markdown") ?? Run(parsed.GetValue(subject)!, parsed.GetValue(claims) ?? [],
            parsed.GetValue(evidence) ?? [],
            parsed.GetValue(asOf) is { } text ? NdcCommand.Day(text) : null, policies.Of(parsed)));
        return command;
    }

    // Null where the text names no rule, or claims are given: then a finding is meant.
    private static int? PrintRule(string text, string[] claims, bool isMarkdown)
    {
        if (claims.Length > 0 || RulePages.Find(text) is not { } page) return null;
        Console.Out.Write(isMarkdown ? page : RulePageText.Of(page, StandardOutput.TakesColor()));
        return 0;
    }

    private static int Run(string text, string[] claims, string[] evidence, DateOnly? asOf, PolicySource source)
    {
        if (!FindingReplay.IsId(text))
        {
            Console.Error.WriteLine(RulePages.Find(text) is not null
                ? $"noc: {text} is a rule; leave out --claims, or name the id of a finding."
                : $"noc: there is no rule {text}. The nearest is {RulePages.Nearest(text)}.");
            return 2;
        }
        if (claims.Length > 0)
        {
            if (source.Open(Console.Error, out var exitCode) is not { } policies) return exitCode;
            return FindingReplay.Run(text, claims, evidence, new(Tables.InUse(), policies)
            {
                AsOf = asOf ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
                Sent = asOf,
            }, StandardOutput.TakesColor(), Console.Out, Console.Error);
        }
        Console.Error.WriteLine($"noc: {text} is spelled like the id of a finding. Name the files it was found in: "
            + $"noc explain {text} --claims FILE");
        return 2;
    }
}
