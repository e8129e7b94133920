using System.CommandLine;
using Noc.App.MaskClaims;

namespace Noc.Cli;

/// <summary><c>noc mask</c>.</summary>
internal static class MaskCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("FILE") { Description = "An 837 file, or - for standard input." };
        var target = new Option<string>("--output", "-o")
        {
            Description = "File that gets the masked claims.",
            HelpName = "FILE",
            Required = true,
        };
        var key = new Option<string?>("--key")
        {
            Description = "Secret text: the same key replaces the same details by the same ones in every file. "
                + "Where left out nobody can repeat it.",
            HelpName = "TEXT",
        };
        key.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { Length: 0 }) result.AddError("--key takes a text.");
        });
        var command = new Command("mask", "Write the same claims with every patient detail replaced, for bug reports.")
        {
            path, target, key,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(MaskRun.Run(parsed.GetValue(path)!,
            Console.OpenStandardInput(), parsed.GetValue(target)!, parsed.GetValue(key), Console.Out, Console.Error,
            cancel)));
        return command;
    }
}
