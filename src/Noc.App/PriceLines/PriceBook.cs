using Noc.Coding;
using Noc.Drugs;
using Noc.Encounters;
using Noc.Payers;
using Noc.Pricing;
using Noc.Tables;

namespace Noc.App.PriceLines;

/// <summary>Prices lines one after the other, with the purchases they came from and what the patient has left of the
/// deductible: one way for lines by options, claims and coded encounters.</summary>
/// <param name="tables">Reference facts.</param>
/// <param name="inputs">Lists and contracts.</param>
/// <param name="purchases">Purchases of all lines; those of an encounter come with its lines.</param>
internal sealed class PriceBook(ReferenceTables tables, PriceInputs inputs, List<InvoiceLine> purchases)
{
    private readonly LinePricer _pricer = new(tables, inputs);

    private (string? File, string? Claim, decimal? Usd) _left;

    // Coinsurance of the drugs of the claim so far: its limit in hospitals is for the dose, not for each line of it.
    private readonly Dictionary<(HcpcsCode Code, DateOnly Day), decimal> _taken = [];

    /// <summary>Lists and contracts.</summary>
    public PriceInputs Inputs => inputs;

    /// <summary>True where purchases are known that come with no encounter.</summary>
    public bool HasPurchases => purchases.Count > 0;

    /// <summary>Prices a line. Lines of a claim come behind each other: the deductible of the first is used up line by
    /// line.</summary>
    public PricedLine Of(LineToPrice one)
    {
        if (_left.Claim != one.Claim || _left.File != one.File)
        {
            _left = (one.File, one.Claim, one.Line.DeductibleLeftUsd);
            _taken.Clear();
        }
        var dose = (one.Line.Code, one.Line.Day);
        var line = one.Line with
        {
            DeductibleLeftUsd = _left.Usd, CoinsuranceTakenUsd = _taken.GetValueOrDefault(dose),
        };
        var (notes, match) = (one.Notes, default(InvoiceMatch));
        var compound = line.IsCompounded && line.Ndc.IsNone ? line.Drug : "";
        if ((purchases.Count > 0 || one.Invoices.Count > 0)
            && (!line.Ndc.IsNone || one.Lots.Count > 0 || compound.Length > 0))
            match = InvoiceMatch.Find(one.Invoices.Concat(purchases), [line.Ndc, line.ListedNdc], one.Lots, line.Day,
                compound);
        if (match is not null)
        {
            var said = new List<PriceFlag>(notes);
            line = Bought(one, line, match, said);
            notes = said;
        }
        else if (purchases.Count > 0 && !line.Ndc.IsNone)
            notes = [.. notes, new("invoice-none",
                $"No invoice of NDC {line.Ndc.Hyphenated} is dated by the day of service.")];
        var price = one.Refusal ?? _pricer.Of(line);
        if (price is Price.Priced { Money: var money } && _left.Usd is { } usd)
            _left.Usd = usd - money.DeductibleUsd;
        // An unclassified code stands for several drugs.
        if (price is Price.Priced { Money: var owed } && dose.Code.Series is >= 'A' and <= 'Z'
            && !tables.IsUnclassified(dose.Code, dose.Day))
            _taken[dose] = line.CoinsuranceTakenUsd + owed.CoinsuranceUsd;
        return new(one.File, one.Claim, one.Number, line, price) { Invoice = match, Notes = notes };
    }

    // Invoice price and cost of what the line bills; a whole container is bought even where a part is billed.
    private PriceLine Bought(LineToPrice one, PriceLine line, InvoiceMatch match, List<PriceFlag> notes)
    {
        notes.AddRange(match.Flags);
        var invoice = match.Invoice;
        notes.AddRange(InvoiceCheck.Of(invoice, one.Wants, new PolicySubject
        {
            Code = line.Code,
            IsUnclassified = tables.IsUnclassified(line.Code, line.Day),
            IsInstitutional = line.PlaceOfService.Length == 0 && line.System is not PaySystem.Physician,
            Place = line.PlaceOfService,
            State = line.State,
            Jurisdiction = "",
            Day = line.Day,
            Drugs = [],
        }, line.Day));
        // A compound is bought as it is billed: one preparation a unit.
        var used = one.Containers ?? LinePricer.Containers(line, tables)
            ?? (line.IsCompounded && line.Ndc.IsNone ? line.Units : null);
        if (used is not { } containers)
        {
            notes.Add(new("invoice-quantity", "The line does not tell how many containers it bills (NDC quantity)."));
            return line;
        }
        var ndc = invoice.Ndc.IsNone ? line.Ndc : invoice.Ndc;
        var facts = ndc.IsNone ? null : NdcFacts.Of(tables, ndc, line.Day);
        var inside = facts?.Items;
        if (facts?.CrosswalkItems is { } listed && inside is { } counted && listed != counted)
            notes.Add(new("invoice-items-conflict", FormattableString.Invariant(
                $"The NDC directory counts {counted:0.###} in a package of {ndc.Hyphenated}, Medicare's crosswalk ")
                + FormattableString.Invariant($"{listed:0.###}. {counted:0.###} is taken: check what the invoice's ")
                + "unit cost is for."));
        if (inside is null) notes.Add(new("invoice-items", "One container a package of the invoice is taken."));
        if (match.CostUsd(containers, inside ?? 1) is not { } cost) return line;
        return line with { InvoiceUsd = line.InvoiceUsd ?? cost, CostUsd = line.CostUsd ?? cost };
    }
}
