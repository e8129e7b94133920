using System.CommandLine;
using Noc.App.LookUpNdc;

namespace Noc.Cli;

/// <summary><c>noc ndc</c>.</summary>
internal static class NdcCommand
{
    private const int MostLines = 100_000;

    public static Command Create()
    {
        var texts = new Argument<string[]>("TEXT")
        {
            Description = "An NDC in any spelling, a scanned barcode, or the text of a label; - reads lines.",
            Arity = ArgumentArity.OneOrMore,
        };
        var on = DayOption("--on", "Date of service, YYYY-MM-DD; today where left out.");
        var format = FormatOption();
        var command = new Command("ndc", "What an NDC is on a day: package, codes, units, market.")
        {
            texts, on, format,
        };
        command.SetAction(parsed => NdcLookup.Run(
            [.. parsed.GetValue(texts)!.SelectMany(Lines)], Day(parsed.GetValue(on)), parsed.GetValue(format) is "json",
            parsed.GetValue(format) is "text" && StandardOutput.TakesColor(), Tables.InUse(), Console.Out));
        return command;
    }

    internal static Option<string?> DayOption(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "DATE" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !DateOnly.TryParseExact(text, "yyyy-MM-dd", out _))
                result.AddError($"{name} takes a date such as 2026-11-21.");
        });
        return option;
    }

    internal static Option<string> FormatOption()
    {
        var option = new Option<string>("--format")
        {
            Description = "How it is written.", DefaultValueFactory = _ => "text", HelpName = "text|json",
        };
        option.TakesOnly("text", "json");
        return option;
    }

    internal static DateOnly Day(string? text) => text is not null ? DateOnly.ParseExact(text, "yyyy-MM-dd")
        : DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    // A scanner types one line a barcode.
    private static IEnumerable<string> Lines(string text)
    {
        if (text != "-") return [text];
        var lines = new List<string>();
        while (lines.Count < MostLines && Console.In.ReadLine() is { } line)
            if (!string.IsNullOrWhiteSpace(line)) lines.Add(line);
        return lines;
    }
}
