using System.Collections.Concurrent;
using Noc.Drugs;
using Noc.Encounters;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>What the coding of visits needs beside them: facts, payers, charges. Made once; thread-safe.</summary>
/// <param name="tables">Reference facts.</param>
/// <param name="policies">What payers want.</param>
public sealed class CodingContext(ReferenceTables tables, PolicySet policies)
{
    private const int MostNames = 16_384;

    private readonly ConcurrentDictionary<NamesKey, ProductMatch> _matches = new();

    private readonly record struct NamesKey(string Drug, string Told, string Ingredient, string? Route);

    /// <summary>Reference facts.</summary>
    public ReferenceTables Tables => tables;

    /// <summary>The payers of encounters.</summary>
    public EncounterPayers Payers { get; } = new(new(tables, policies), tables);

    /// <summary>US dollars charged for one unit, by code; empty where none are known.</summary>
    public IReadOnlyDictionary<HcpcsCode, decimal> ChargesUsd { get; init; } = new Dictionary<HcpcsCode, decimal>();

    /// <summary>The administration lines of a visit, by its payer and the JSON pointers of administrations whose times
    /// were refused; null where they are coded elsewhere.</summary>
    public Func<Encounter, PayerPolicy, IReadOnlySet<string>, CodedAdministration>? Administration { get; init; }

    /// <summary>The products that names stand for by a route: a practice gives few drugs, each many times.</summary>
    internal ProductMatch MatchOf(string drug, string told, string ingredient, string? route, NdcFacts? ndc)
    {
        var key = new NamesKey(drug, told, ingredient, route);
        if (_matches.TryGetValue(key, out var match)) return match;
        match = tables.FindProduct(drug);
        if (match.IsNone && told.Length > 0) match = tables.FindProduct(told);
        if (match.IsNone && ingredient.Length > 0) match = tables.FindProduct(ingredient);
        // What the NDC says depends on its day.
        if (match.IsNone) return ndc is null ? match : RouteChoice.Of(tables, ndc.Drug, route);
        match = RouteChoice.Of(tables, match, route);
        if (_matches.Count < MostNames) _matches.TryAdd(key, match);
        return match;
    }
}
