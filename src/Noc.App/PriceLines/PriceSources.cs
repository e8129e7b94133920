using Noc.Payers;
using Noc.Pricing;
using Noc.Reference.Contracts;
using Noc.Tables;

namespace Noc.App.PriceLines;

/// <summary>Files of contracts, prices and purchases that the user brings. Null and empty where left out.</summary>
public sealed record PriceSources
{
    /// <summary>File of contracts.</summary>
    public string? Contracts { get; init; }

    /// <summary>File of wholesale acquisition costs.</summary>
    public string? Wac { get; init; }

    /// <summary>File of average wholesale prices.</summary>
    public string? Awp { get; init; }

    /// <summary>File of acquisition costs.</summary>
    public string? Costs { get; init; }

    /// <summary>Files and folders of invoices.</summary>
    public IReadOnlyList<string> Invoices { get; init; } = [];

    /// <summary>Medicaid's professional fee in US dollars.</summary>
    public decimal? DispensingFeeUsd { get; init; }

    /// <summary>Reads them; null where a contract is wrong, as prices would be, which is told.</summary>
    internal PriceBook? Open(ReferenceTables tables, List<string> problems, TextWriter errors)
    {
        IReadOnlyList<Contract> contracts = [];
        if (Contracts is { } path)
        {
            IReadOnlyList<PolicyProblem> wrong;
            try
            {
                contracts = ContractFile.Read(path, File.ReadAllText(path), out wrong);
            }
            catch (Exception e) when (FileFault.Is(e))
            {
                FileFault.Tell(errors, path, e);
                return null;
            }
            foreach (var problem in wrong) errors.WriteLine($"noc: {problem}");
            if (wrong.Count > 0) return null;
        }
        PriceList List(string? file) => file is null ? PriceList.Empty : PriceListFile.Read(file, problems);
        return new(tables, new()
        {
            Contracts = contracts, Wac = List(Wac), Awp = List(Awp), Cost = List(Costs),
            DispensingFeeUsd = DispensingFeeUsd,
        }, InvoiceFiles.Read(Invoices, problems));
    }
}
