
namespace Noc.Drugs;

/// <summary>The package levels of one drug, the outermost first; a kit has one for each component.</summary>
/// <param name="Levels">At least one.</param>
public sealed record PackagePart(IReadOnlyList<PackageLevel> Levels)
{
    private PackageLevel Inner => Levels[^1];

    /// <summary>The measure inside the item as ML, G, MG and so on; none where the text counts pieces.</summary>
    public Amount ItemAmount => NdcPackage.Measure(Inner);

    /// <summary>True where the pieces in the innermost container are items themselves, such as tablets.</summary>
    public bool CountsPieces => ItemAmount.IsNone && (Inner.Count != 1 || NdcPackage.IsWrapper(Inner.Container));

    /// <summary>What is opened to give the drug: VIAL, SYRINGE, TABLET ...</summary>
    public string Item => CountsPieces ? Inner.Content : Inner.Container;

    /// <summary>Items inside a level.</summary>
    /// <param name="level">Index of the level; 0 for the whole package.</param>
    public decimal ItemsIn(int level)
    {
        var items = CountsPieces ? Inner.Count : 1;
        for (var i = level; i < Levels.Count - 1; i++) items *= Levels[i].Count;
        return items;
    }
}
