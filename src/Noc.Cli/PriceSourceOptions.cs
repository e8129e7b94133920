using System.CommandLine;
using Noc.App.PriceLines;

namespace Noc.Cli;

/// <summary>Contracts, lists and invoices of <c>noc price</c> and <c>noc code</c>: nothing of it ships.</summary>
internal sealed class PriceSourceOptions
{
    private readonly Option<string?> _contracts = File("--contracts", "Payers' contracts (YAML).");

    private readonly Option<string?> _wac = File("--wac", "Wholesale acquisition costs by NDC and date (CSV).");

    private readonly Option<string?> _awp = File("--awp", "Average wholesale prices by NDC and date (CSV).");

    private readonly Option<string?> _costs = File("--costs", "What drugs cost you, by NDC and date (CSV).");

    private readonly Option<string[]> _invoices = new("--invoices")
    {
        Description = "Purchases: CSV, JSON, PDF with text, or folders of them.", HelpName = "FILE|DIR",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string?> _fee = NarrativeCommand.Number("--dispensing-fee", "Medicaid's professional fee.",
        "USD");

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _contracts, _wac, _awp, _costs, _invoices, _fee }) command.Add(option);
    }

    public PriceSources Of(ParseResult parsed) => new()
    {
        Contracts = parsed.GetValue(_contracts),
        Wac = parsed.GetValue(_wac),
        Awp = parsed.GetValue(_awp),
        Costs = parsed.GetValue(_costs),
        Invoices = parsed.GetValue(_invoices) ?? [],
        DispensingFeeUsd = NarrativeCommand.Parsed(parsed.GetValue(_fee)),
    };

    private static Option<string?> File(string name, string description) =>
        NarrativeCommand.Text(name, description, "FILE");
}
