
namespace Noc.Audit.Evidence;

/// <summary>One fact as order, administration record, invoice and claim tell it.</summary>
/// <param name="Fact">drug, dose, ndc, lot, date, waste or cost.</param>
/// <param name="Order">What the order says; empty where it says nothing.</param>
/// <param name="Record">What the administration record says.</param>
/// <param name="Invoice">What the invoice says.</param>
/// <param name="Claim">What the claim says.</param>
/// <param name="FirstToDiffer">order, record, invoice or claim; empty where none differs from the one before.</param>
public readonly record struct FourWayFact(
    string Fact, string Order, string Record, string Invoice, string Claim, string FirstToDiffer)
{
    /// <summary>The documents that say something, with the one that differs first.</summary>
    public string Chain
    {
        get
        {
            var parts = new List<string>(4);
            if (Order.Length > 0) parts.Add($"order {Order}");
            if (Record.Length > 0) parts.Add($"record {Record}");
            if (Invoice.Length > 0) parts.Add($"invoice {Invoice}");
            if (Claim.Length > 0) parts.Add($"claim {Claim}");
            return string.Join(", ", parts) + (FirstToDiffer.Length > 0 ? $"; the {FirstToDiffer} differs first" : "");
        }
    }
}
