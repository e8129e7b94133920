using System.CommandLine;
using Noc.App.FindCodes;

namespace Noc.Cli;

/// <summary><c>noc find</c>.</summary>
internal static class FindCommand
{
    private const int MinWidth = 60, MaxWidth = 120, DefaultWidth = 80;

    // More answers than this fill the help, and fit one kind of drug only.
    private const int MostListed = 8;

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
            Description = $"Ask at most {Question.All.Count} questions and name one unclassified code; the options "
                + "below answer them.",
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
        var answers = Question.All.Concat(Question.InOtherWords).Select(Answer).ToList();
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

    private static Option<string?> Answer(Question question)
    {
        string[] values = [.. question.Choices.Select(choice => choice.Value)];
        var option = new Option<string?>($"--{question.Name}")
        {
            Description = question.About
                + (values.Length > MostListed ? "." : $": {string.Join(", ", values)}."),
            HelpName = question.Name.ToUpperInvariant(),
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
