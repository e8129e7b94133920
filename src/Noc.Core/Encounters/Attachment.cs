
namespace Noc.Encounters;

/// <summary>A document that supports the claim.</summary>
public sealed record Attachment
{
    /// <summary>JSON pointer to it in its document; empty where it was not read from one.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>What it is: invoice, order, note, record, approval, lab, authorization, other.</summary>
    public required string Kind { get; init; }

    /// <summary>Its date; null where not given.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Attachment control number (PWK06); empty where it has none.</summary>
    public string Control { get; init; } = "";
}
