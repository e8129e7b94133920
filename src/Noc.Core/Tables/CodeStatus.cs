namespace Noc.Tables;

/// <summary>What the tables say of a drug code on a day.</summary>
public abstract record CodeStatus
{
    private CodeStatus() { }

    /// <summary>The code is valid on the day.</summary>
    /// <param name="Row">The row that says so.</param>
    /// <param name="Product">A product it stands for.</param>
    public sealed record Found(ProductCode Row, Product Product) : CodeStatus;

    /// <summary>The code starts after the day.</summary>
    /// <param name="Row">The row with its first day.</param>
    /// <param name="Product">A product it stands for.</param>
    public sealed record NotYet(ProductCode Row, Product Product) : CodeStatus;

    /// <summary>The code ended before the day.</summary>
    /// <param name="Row">The row with its last day.</param>
    /// <param name="Product">A product it stood for.</param>
    public sealed record Ended(ProductCode Row, Product Product) : CodeStatus;

    /// <summary>The tables at hand cannot tell.</summary>
    /// <param name="Reason">Why not.</param>
    public sealed record NotCovered(string Reason) : CodeStatus;
}
