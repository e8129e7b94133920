using System.CommandLine;
using Noc.Administrations;
using Noc.App.CodeInfusions;

namespace Noc.Cli;

/// <summary><c>noc infuse</c>.</summary>
internal static class InfuseCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Encounters (noc.encounter/1, JSON or one a line); - reads standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format")
        {
            Description = "How it is written.", DefaultValueFactory = _ => "text", HelpName = "text|json|svg",
        };
        format.TakesOnly("text", "json", "svg");
        var svg = new Option<string?>("--svg") { Description = "Writes a picture there, too.", HelpName = "FILE" };
        var setting = new Option<string?>("--setting")
        {
            Description = "Who bills, whatever the encounters say.", HelpName = "professional|facility|asc",
        };
        setting.TakesOnly("professional", "facility", "asc");
        var command = new Command("infuse",
            "Administration codes from what was given and when: codes, and why each event became what it did.")
        {
            files, format, svg, setting,
        };
        var policies = new PolicyOptions().AddTo(command);
        command.SetAction(parsed =>
        {
            if (policies.Of(parsed).Open(Console.Error, out var exitCode) is not { } set) return exitCode;
            using var output = StandardOutput.Open();
            return InfusionRun.Run(new()
            {
                Files = parsed.GetValue(files)!,
                Format = parsed.GetValue(format) switch
                {
                    "json" => InfusionFormat.Json,
                    "svg" => InfusionFormat.Svg,
                    _ => InfusionFormat.Text,
                },
                SvgPath = parsed.GetValue(svg),
                Setting = parsed.GetValue(setting) switch
                {
                    "professional" => VisitSetting.Professional,
                    "facility" => VisitSetting.Facility,
                    "asc" => VisitSetting.SurgeryCenter,
                    _ => null,
                },
                IsColored = StandardOutput.TakesColor(),
            }, Tables.InUse(), set, output, Console.Error);
        });
        return command;
    }
}
