using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>One package of the FDA's NDC directory.</summary>
/// <remarks>Source: package.txt of ndctext.zip.</remarks>
public sealed record NdcPackageRow
{
    /// <summary>Line of the file.</summary>
    public required long Line { get; init; }

    /// <summary>Key of the product's row; null in rebuilt files.</summary>
    public string? ProductId { get; init; }

    /// <summary>Labeler and product with a hyphen, as written.</summary>
    public required string ProductNdc { get; init; }

    /// <summary>The package code as written, ten digits with hyphens (4-4-2, 5-3-2 or 5-4-1).</summary>
    public required string PackageCode { get; init; }

    /// <summary>The eleven digits; null where letters stand in the code.</summary>
    public Ndc11? Ndc { get; init; }

    /// <summary>The package in words, levels joined with " &gt; "; null where blank.</summary>
    public string? Description { get; init; }

    /// <summary>First day of marketing.</summary>
    public DateOnly? MarketingStart { get; init; }

    /// <summary>Last day of marketing; null while it goes on.</summary>
    public DateOnly? MarketingEnd { get; init; }

    /// <summary>NDC_EXCLUDE_FLAG as in the product's row.</summary>
    public string? ExcludeFlag { get; init; }

    /// <summary>True for samples; null where the file does not say.</summary>
    public bool? IsSample { get; init; }
}
