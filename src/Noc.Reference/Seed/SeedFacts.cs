using Noc.Drugs;
using Noc.Encounters;

namespace Noc.Reference.Seed;

/// <summary>Facts of the seed that are read when the first rule asks for them.</summary>
internal static class SeedFacts
{
    /// <summary>Modifiers out of the rows of modifiers.csv.</summary>
    public static List<ModifierFact> Modifiers(SeedRows row)
    {
        int modifier = row.Column("modifier"), from = row.Column("from"), to = row.Column("to");
        var use = row.Column("use");
        var modifiers = new List<ModifierFact>(420);
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

    /// <summary>Families of administration codes out of the rows of drug-families.csv.</summary>
    public static List<DrugFamily> Families(SeedRows row, Dictionary<string, Source> sources)
    {
        int names = row.Column("names"), payers = row.Column("payers"), routes = row.Column("routes");
        int diagnosis = row.Column("diagnosis"), family = row.Column("family"), kind = row.Column("kind");
        int from = row.Column("from"), to = row.Column("to"), source = row.Column("source");
        var confidence = row.Column("confidence");
        var families = new List<DrugFamily>(80);
        while (row.Next())
            families.Add(new(row.List(names, ';'), row.List(payers, ' '), row.List(routes, ' '), row.Text(diagnosis),
                row[family] switch
                {
                    "chemo" => AdministrationCategory.Chemotherapy,
                    "chemo-hormonal" => AdministrationCategory.HormonalChemotherapy,
                    "hydration" => AdministrationCategory.Hydration,
                    "therapeutic" => AdministrationCategory.Therapeutic,
                    "vaccine" => AdministrationCategory.Vaccine,
                    _ => throw row.Broken("family is none of chemo, chemo-hormonal, hydration, therapeutic, vaccine"),
                },
                row[kind] switch
                {
                    "" => DrugKind.Ordinary,
                    "rsv-antibody" => DrugKind.RsvAntibody,
                    "hiv-prevention" => DrugKind.HivPrevention,
                    "influenza-vaccine" => DrugKind.InfluenzaVaccine,
                    "pneumococcal-vaccine" => DrugKind.PneumococcalVaccine,
                    "hepatitis-b-vaccine" => DrugKind.HepatitisBVaccine,
                    "covid-vaccine" => DrugKind.CovidVaccine,
                    _ => throw row.Broken("kind is not known"),
                },
                new(row.Date(from), row.Date(to)), SeedTables.ToConfidence(row, confidence),
                row[source] is "recall" ? null : sources[row.Text(source)]));
        return families;
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
