using System.CommandLine;
using Noc.App.PayerRules;
using Noc.Reference.Store;

namespace Noc.Cli;

/// <summary><c>--payers</c> and <c>--ignore-bad-policies</c>, the same on every command that uses policies.</summary>
internal sealed class PolicyOptions
{
    private readonly Option<string?> _payers = new("--payers")
    {
        Description = "Folder or file of payer policies that are put over the shipped ones.", HelpName = "DIR",
    };

    private readonly Option<bool> _ignores = new("--ignore-bad-policies")
    {
        Description = "Leave policies with errors out, instead of refusing to go on.",
    };

    /// <summary>Gives a command the options.</summary>
    public PolicyOptions AddTo(Command command, bool refuses = true)
    {
        command.Add(_payers);
        if (refuses) command.Add(_ignores);
        return this;
    }

    /// <summary>What the user asked for.</summary>
    public PolicySource Of(ParseResult parsed) =>
        new(parsed.GetValue(_payers), parsed.GetValue(_ignores), DataFolder.Path);
}
