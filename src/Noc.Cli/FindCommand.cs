using System.CommandLine;
using Noc.App.FindCodes;

namespace Noc.Cli;

/// <summary><c>noc find</c>.</summary>
internal static class FindCommand
{
    private const int MinWidth = 60, MaxWidth = 120, DefaultWidth = 80;

    // The questions of --decide, answered beforehand.
    private static readonly (string Name, string[] Values)[] Questions =
    [
        ("setting", ["office", "hospital", "surgery-center", "dialysis", "equipment", "other"]),
        ("payer", ["medicare", "other"]),
        ("made", ["new", "old", "compounded", "unapproved"]),
        ("kind", ["drug", "biologic", "cancer", "vaccine", "imaging", "blood", "special"]),
        ("detail", []),
        ("route", ["injected", "swallowed", "inhaled", "inhaler", "rectal"]),
        ("pathway", ["BLA", "NDA", "ANDA", "none"]),
        ("cancer", ["yes", "no"]),
        ("compounded", ["yes", "no"]),
    ];

    public static Command Create()
    {
        var text = new Argument<string[]>("TEXT")
        {
            Description = "A code, an NDC in any spelling, a brand, an ingredient, plain words, or a question.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var on = new Option<string?>("--on")
        {
            Description = "Day that the answer speaks for, YYYY-MM-DD; today where left out.", HelpName = "DATE",
        };
        var format = new Option<string>("--format")
        {
            Description = "How the answer is written.", DefaultValueFactory = _ => "text", HelpName = "text|json",
        };
        format.TakesOnly("text", "json");
        var list = new Option<bool>("--list") { Description = "List every hit, even where one is certain." };
        var compare = new Option<string?>("--compare")
        {
            Description = "Codes side by side, commas between.", HelpName = "CODE,CODE",
        };
        var decide = new Option<bool>("--decide")
        {
            Description = "Ask at most six questions and name one unclassified code; the options below answer them.",
        };
        var claims = new Option<string?>("--claims")
        {
            Description = "837 file with the line in hand: the answer says what that line lacks.", HelpName = "FILE",
        };
        var line = new Option<string?>("--line")
        {
            Description = "Account number of the claim; with /2 for its second line.", HelpName = "ACCOUNT/N",
        };
        on.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", out _))
                result.AddError("--on takes a date such as 2026-11-21.");
        });
        var command = new Command("find", "Find a code or a drug and read its card; compare codes; decide on one.")
        {
            text, on, format, list, compare, decide, claims, line,
        };
        var answers = Questions.Select(question => Answer(question.Name, question.Values)).ToList();
        foreach (var answer in answers) command.Add(answer);
        var policies = new PolicyOptions().AddTo(command);
        command.SetAction(parsed => Run(new()
        {
            Policies = policies.Of(parsed),
            Text = string.Join(' ', parsed.GetValue(text) ?? []),
            Day = parsed.GetValue(on) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd")
                : DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
            IsDayAsked = parsed.GetValue(on) is not null,
            Claims = parsed.GetValue(claims) ?? "",
            Line = parsed.GetValue(line) ?? "",
            IsJson = parsed.GetValue(format) is "json",
            ListOnly = parsed.GetValue(list),
            Compare = parsed.GetValue(compare)?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) ?? [],
            Decide = parsed.GetValue(decide),
            Answers = answers.Where(answer => parsed.GetValue(answer) is not null)
                .ToDictionary(answer => answer.Name.TrimStart('-'), answer => parsed.GetValue(answer)!),
            Color = parsed.GetValue(format) is "text" && StandardOutput.TakesColor(),
            Width = Width(),
            IsInteractive = !Console.IsInputRedirected && !Console.IsOutputRedirected,
        }));
        return command;
    }

    private static int Run(FindOptions options)
    {
        using var output = StandardOutput.Open();
        return FindRun.Run(options, Tables.InUse(), output, Console.In, Console.Error);
    }

    private static Option<string?> Answer(string name, string[] values)
    {
        var option = new Option<string?>($"--{name}")
        {
            Description = name switch
            {
                "setting" => "Where it was given",
                "payer" => "Who pays",
                "made" => "How it was made, new being approved since 2004",
                "kind" => "What it is",
                "detail" => "Which vaccine, imaging agent, blood product or special drug it is.",
                "route" => "How it was given",
                "pathway" => "Its approval, instead of --kind",
                "cancer" => "Whether it is against cancer, instead of --kind",
                _ => "Whether a pharmacy compounded it, instead of --made",
            } + (values.Length > 0 ? $": {string.Join(", ", values)}." : ""),
            HelpName = name.ToUpperInvariant(),
        };
        if (values.Length > 0) option.TakesOnly(values);
        return option;
    }

    private static int Width()
    {
        if (Console.IsOutputRedirected) return DefaultWidth;
        try
        {
            return Math.Clamp(Console.WindowWidth, MinWidth, MaxWidth);
        }
        catch (IOException)
        {
            return DefaultWidth;   // no window
        }
    }
}
