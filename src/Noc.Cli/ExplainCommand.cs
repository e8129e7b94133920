using System.CommandLine;
using Noc.App.ExplainRules;

namespace Noc.Cli;

/// <summary><c>noc explain</c>.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var rule = new Argument<string>("RULE") { Description = "Rule id or name, such as NDC001 or ndc-missing." };
        var command = new Command("explain", "Print the page of a rule: why it matters, what to do, when it is silent.")
        {
            rule,
        };
        command.SetAction(parsed =>
        {
            var text = parsed.GetValue(rule)!;
            if (RulePages.Find(text) is { } page)
            {
                Console.Out.Write(page);
                return 0;
            }
            Console.Error.WriteLine($"noc: there is no rule {text}. The nearest is {RulePages.Nearest(text)}.");
            return 2;
        });
        return command;
    }
}
