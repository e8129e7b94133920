using Noc.Drugs;

namespace Noc.Reference.Seed;

/// <summary>Facts of the seed that are read when the first rule asks for them.</summary>
internal static class SeedFacts
{
    /// <summary>Modifiers out of the rows of modifiers.csv.</summary>
    public static List<ModifierFact> Modifiers(SeedRows row)
    {
        int modifier = row.Column("modifier"), from = row.Column("from"), to = row.Column("to");
        var use = row.Column("use");
        var modifiers = new List<ModifierFact>(90);
        while (row.Next())
            modifiers.Add(new(Modifier.Of(row.Text(modifier)), new(row.Date(from), row.Date(to)),
                row[use] is "never"));
        return modifiers;
    }

    /// <summary>Entries of contractors' lists out of the rows of self-administered.csv.</summary>
    public static List<SelfAdministered> SelfAdministered(SeedRows row, Dictionary<string, Source> sources)
    {
        int names = row.Column("names"), jurisdictions = row.Column("jurisdictions"), code = row.Column("code");
        int from = row.Column("from"), to = row.Column("to"), routes = row.Column("routes");
        int others = row.Column("other_routes"), modifier = row.Column("modifier"), source = row.Column("source");
        var confidence = row.Column("confidence");
        var entries = new List<SelfAdministered>(220);
        while (row.Next())
            entries.Add(new(row.List(names, ';'), row.List(jurisdictions, ' '), SeedTables.Optional(row, code),
                new(row.Date(from), row.Date(to)), row.List(routes, ' '), row[others] is "y", row[modifier] switch
                {
                    "denied" => RouteModifier.Denied,
                    "asked" => RouteModifier.Asked,
                    _ => RouteModifier.NotSaid,
                }, SeedTables.ToConfidence(row, confidence),
                row[source] is "recall" ? null : sources.GetValueOrDefault(row.Text(source))));
        return entries;
    }

    /// <summary>Starts of diagnosis codes by product id, without dots, out of the rows of product-uses.csv.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Diagnoses(SeedRows row)
    {
        int product = row.Column("product"), diagnoses = row.Column("icd10");
        var starts = new Dictionary<string, IReadOnlyList<string>>(1400, StringComparer.Ordinal);
        while (row.Next())
        {
            var list = row.List(diagnoses, ' ');
            for (var i = 0; i < list.Length; i++) list[i] = list[i].Replace(".", "", StringComparison.Ordinal);
            if (list.Length > 0) starts[row.Text(product)] = list;
        }
        return starts;
    }
}
