namespace Noc.App.PriceLines;

/// <summary>How prices are written.</summary>
public enum PriceFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>Schema noc.price/1.</summary>
    Json,

    /// <summary>One row a line.</summary>
    Csv,
}
