using System.Runtime.CompilerServices;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>What the containers of a product hold, by its strengths in the table of products.</summary>
/// <remarks>Read at the first use and kept; safe to share.</remarks>
public sealed class ProductStrengths
{
    private static readonly ConditionalWeakTable<Product, ProductStrengths> Known = [];

    private ProductStrengths(string text)
    {
        var (drugs, perMillilitre, inContainers) = (new List<Amount>(), new List<Amount>(), new List<Amount>());
        foreach (var part in text.Split([";", ", "], StringSplitOptions.RemoveEmptyEntries))
        {
            // One that nobody can read may be of any size.
            if (Read(part) is not var (drug, volume)) return;
            if (volume is { } millilitres) perMillilitre.Add(drug with { Value = drug.Value / millilitres });
            else drugs.Add(drug);
            if (volume is not 1) inContainers.Add(drug);
        }
        // 50 mg/mL is a concentration, and may be a syringe of one millilitre too.
        if (inContainers.Count == drugs.Count + perMillilitre.Count) Sizes = Sorted(inContainers);
        if (drugs.Count == 0) PerMillilitre = Only(perMillilitre);
        else if (perMillilitre.Count == 0) Containers = Sorted(drugs);
    }

    /// <summary>The strengths of a product.</summary>
    public static ProductStrengths Of(Product product) =>
        Known.GetValue(product, static product => new(product.StrengthText));

    /// <summary>The drug in one millilitre, where all that is sold of it is of one concentration; else none.</summary>
    public Amount PerMillilitre { get; }

    /// <summary>The drug in one container of each size, the smallest first; empty where not known, and where any of
    /// them is told with its volume.</summary>
    public Items<Amount> Containers { get; } = [];

    /// <summary>The drug in one container of each size, powders and solutions, the smallest first; empty where one of
    /// them is told by its concentration alone.</summary>
    public Items<Amount> Sizes { get; } = [];

    private static Items<Amount> Sorted(List<Amount> all)
    {
        if (all.Count == 0 || !all.TrueForAll(one => one.In(all[0].Unit) is not null)) return [];
        return [.. all.Select(one => new Amount(one.In(all[0].Unit)!.Value, all[0].Unit)).OrderBy(one => one.Value)];
    }

    // A drug, and the millilitres that hold it: 100MG, 50MG/ML, 12MG/1.2ML (10MG/ML).
    private static (Amount Drug, decimal? Millilitres)? Read(ReadOnlySpan<char> part)
    {
        var words = new UnitWords(part);
        if (words.Quantity(isPer: false) is not { Unit: not "ML" } drug) return null;
        if (words.AtEnd) return (drug, null);
        return words.TakeMark('/') && words.Quantity(isPer: true) is { Unit: "ML" } volume && words.AtEnd
            ? (drug, volume.Value) : null;
    }

    private static Amount Only(List<Amount> all)
    {
        foreach (var one in all)
            if (one.SameAs(all[0]) is not true) return default;
        return all.Count == 0 ? default : all[0];
    }
}
