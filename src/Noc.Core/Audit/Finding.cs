using Noc.Tables;

namespace Noc.Audit;

/// <summary>One thing wrong or thin on a claim.</summary>
public sealed record Finding
{
    /// <summary>Stable between runs: a hash of rule, claim place, line, element and value.</summary>
    public required string Id { get; init; }

    /// <summary>The rule.</summary>
    public required RuleInfo Rule { get; init; }

    /// <summary>Topic of the payer-rule vocabulary: the rule's, unless the code or the payer makes it
    /// another.</summary>
    public string Topic { get => field.Length > 0 ? field : Rule.Topic; init; } = "";

    /// <summary>How bad it is for this payer.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Line number from 1; 0 for the claim.</summary>
    public required int Line { get; init; }

    /// <summary>The element, such as <c>2410/LIN03</c>.</summary>
    public required string Element { get; init; }

    /// <summary>Byte offset in the original file; null where the format has none.</summary>
    public long? Byte { get; init; }

    /// <summary>What is wrong, in one or two sentences.</summary>
    public required string Message { get; init; }

    /// <summary>The value found; empty where it is missing.</summary>
    public string Found { get; init; } = "";

    /// <summary>What to write instead; null where the facts at hand do not tell.</summary>
    public ExpectedValue? Expected { get; init; }

    /// <summary>The source that applies here.</summary>
    public required Source Source { get; init; }

    /// <summary>How sure the finding is.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>US dollars that would not be paid; null where none would be lost.</summary>
    public decimal? LostUsd { get; init; }

    /// <summary>US dollars that would come late; null where none would.</summary>
    public decimal? DelayedUsd { get; init; }

    /// <summary>The edit that answers it; null where there is none.</summary>
    public Correction? Correction { get; init; }
}
