using System.Globalization;
using System.Text;
using Noc.Tables;

namespace Noc.Bench;

/// <summary>Writes encounters of invented people, one a line: drugs of the tables and invented ones, many payers and
/// settings, one to three administrations with times. Same arguments, same bytes.</summary>
internal static class EncounterGenerator
{
    private static readonly (string Filing, string Name, string Id, string State, string Zip)[] Payers =
    [
        ("MB", "MEDICARE", "", "SC", "29201"), ("MB", "MEDICARE", "", "CA", "90012"),
        ("MB", "MEDICARE", "", "FL", "33101"), ("MB", "MEDICARE", "", "OH", "43215"),
        ("MB", "MEDICARE", "", "NY", "10001"), ("MB", "MEDICARE", "", "TX", "75001"),
        ("MB", "MEDICARE", "", "KS", "66101"), ("CI", "AETNA", "60054", "NJ", "07101"),
        ("CI", "INVENTED PAYER", "X0001", "IL", "60601"), ("MC", "TEXAS MEDICAID", "", "TX", "75001"),
        ("MC", "ILLINOIS MEDICAID", "", "IL", "60601"), ("16", "HUMANA", "61101", "FL", "33101"),
        ("BL", "BCBS OF ILLINOIS", "", "IL", "60601"), ("CI", "UNITED HEALTHCARE", "87726", "MO", "63101"),
        ("CI", "CIGNA", "62308", "TN", "37201"),
    ];

    // Claim type, place or bill type.
    private static readonly (string Type, string Key, string Place)[] Settings =
    [
        ("professional", "placeOfService", "11"), ("professional", "placeOfService", "11"),
        ("professional", "placeOfService", "22"), ("professional", "placeOfService", "12"),
        ("institutional", "billType", "131"), ("institutional", "billType", "131"),
        ("institutional", "billType", "851"), ("professional", "placeOfService", "24"),
    ];

    private static readonly (string Route, string Method, int Minutes)[] Ways =
    [
        ("IV", "iv-infusion", 75), ("IV", "iv-infusion", 130), ("IV", "iv-infusion", 31), ("IV", "iv-push", 5),
        ("SC", "subq", 1), ("IM", "im", 1),
    ];

    private static readonly string[] Diagnoses = ["G35", "C50.911", "M81.0", "K51.90", "C34.90", "L40.0", "D64.81"];

    /// <summary>Writes encounters.</summary>
    /// <param name="output">Where they go.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">Starts the row of random numbers.</param>
    /// <param name="tables">Names of drugs.</param>
    public static void Write(Stream output, int count, int seed, ReferenceTables tables)
    {
        var random = new Random(seed);
        var names = tables.Products.Where(product => product.Codes.Count > 0 && product.Brands.Count > 0)
            .Select(product => product.Brands[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ToArray();
        var text = new StringBuilder(4096);
        for (var i = 0; i < count; i++)
        {
            text.Clear();
            Append(text, i, random, names);
            output.Write(Encoding.ASCII.GetBytes(text.ToString()));
        }
    }

    private static void Append(StringBuilder text, int number, Random random, string[] names)
    {
        var payer = Payers[random.Next(Payers.Length)];
        var setting = Settings[random.Next(Settings.Length)];
        var day = new DateOnly(2024, 1, 1).AddDays(random.Next(1000));
        var filing = payer.Filing is "MB" && setting.Type is "institutional" ? "MA" : payer.Filing;
        text.Append(CultureInfo.InvariantCulture, $$"""
            {"schema":"noc.encounter/1","id":"B-{{number}}","timeZone":"America/Chicago",
            """)
            .Append(CultureInfo.InvariantCulture, $$"""
            "from":"{{day:yyyy-MM-dd}}",
            """)
            .Append(CultureInfo.InvariantCulture, $$"""
            "claim":{"type":"{{setting.Type}}","{{setting.Key}}":"{{setting.Place}}"},"payers":[{
            """)
            .Append(CultureInfo.InvariantCulture, $$"""
            "name":"{{payer.Name}}",
            """)
            .Append(CultureInfo.InvariantCulture, $$"""
            "id":"{{payer.Id}}","filing":"{{filing}}"}],"patient":{"state":"{{payer.State}}","weightKg":70},"billing":
            """)
            .Append(CultureInfo.InvariantCulture, $$"""
            {"name":"INVENTED CLINIC","state":"{{payer.State}}","zip":"{{payer.Zip}}"},"diagnoses":[
            """)
            .Append(CultureInfo.InvariantCulture, $$"""
            "{{Diagnoses[random.Next(Diagnoses.Length)]}}"],"administrations":[
            """);
        var (given, minute, isInvented) = (random.Next(1, 4), 0, false);
        for (var i = 0; i < given; i++)
        {
            if (i > 0) text.Append(',');
            isInvented |= AppendGiven(text, i, random, names, ref minute);
        }
        text.Append(']');
        if (isInvented)
            text.Append("""
                ,"products":[{"ndc":"99999-0123-01","name":"EXAMPLAZOLE","strength":"50 mg/mL","pathway":"NDA",
                """)
                .Append("""
                "approvedOn":"2023-11-03"}],"invoices":[{"number":"I-1","ndc":"99999-0123-01","drug":"EXAMPLAZOLE",
                """)
                .Append("\"date\":\"2023-12-01\",\"unitCostUsd\":610}]");
        text.Append("}\n").Replace(",\n\"", ",\"").Replace("\r", "");
    }

    private static bool AppendGiven(StringBuilder text, int at, Random random, string[] names, ref int minute)
    {
        var isInvented = random.Next(4) == 0;
        var way = Ways[random.Next(Ways.Length)];
        var containers = random.Next(1, 4);
        var dose = containers * 100 - random.Next(0, 9) * 5;
        var (start, stop) = (Time(minute), Time(minute + way.Minutes));
        minute += way.Minutes + 5;
        var name = isInvented ? "EXAMPLAZOLE" : names[random.Next(names.Length)];
        text.Append(CultureInfo.InvariantCulture, $$"""
            {"drug":"{{name}}",{{(isInvented ? "\"ndc\":\"99999-0123-01\"," : "")}}"dose":"{{dose}} mg","discarded":
            """)
            .Append(CultureInfo.InvariantCulture, $$"""
            "{{containers * 100 - dose}} mg","route":"{{way.Route}}","method":"{{way.Method}}","start":"{{start}}",
            """)
            .Append(CultureInfo.InvariantCulture, $$"""
            "stop":"{{stop}}","chargeUsd":{{random.Next(200, 20_000)}},"containers":[{"count":{{containers}},
            """)
            .Append(CultureInfo.InvariantCulture, $$"""
            "holds":"100 mg","singleDose":true,"lot":"A{{at}}"}]}
            """);
        return isInvented;
    }

    private static string Time(int minute) =>
        new TimeOnly(8, 0).AddMinutes(minute).ToString("HH:mm", CultureInfo.InvariantCulture);
}
