using Noc.Drugs;
using Noc.Search;
using Noc.Tables;

namespace Noc.App.FindCodes;

/// <summary>Lays codes side by side, and says how to choose among them.</summary>
internal static class Comparison
{
    private const int LabelWidth = 13, MinCell = 11, MaxCell = 18, MaxCodes = 12;

    private static readonly string[] Notes =
        ["For", "Office", "Hospital", "Compound", "Swallowed", "Medicare unit", "Line says"];

    private static readonly (string Code, string Text)[] Path =
    [
        ("", "The drug has a code of its own on the date of service: that code"),
        ("J7999", "Compounded or repackaged by a pharmacy"),
        ("J3591", "Dialysis facility, for the kidney disease"),
        ("J7699", "Equipment supplier: nebuliser (J7799 for a pump)"),
        ("J8499", "Swallowed (J8999 against cancer)"),
        ("C9399", "Medicare hospital outpatient or surgery centre, approved since 2004"),
        ("J9999", "Against cancer"),
        ("J3590", "A biologic"),
        ("J3490", "Anything else that is injected or infused"),
    ];

    // When the statuses of the list of catch-all codes were read.
    private const string StatusOf = "2026-04";

    // Words between codes that are to be compared.
    private static readonly string[] Joining = ["VS", "VS.", "VERSUS", "OR", "AND", "COMPARE", "AGAINST", "WITH"];

    private sealed record Row(string Label, string[] Cells);

    /// <summary>The codes of "J3490 vs J3590": a text that names codes that Noc knows, and says nothing else.</summary>
    public static IReadOnlyList<string> CodesOf(CardFacts facts, string text)
    {
        var codes = new List<string>();
        foreach (var word in text.ToUpperInvariant().Split([' ', ',', ';', '/', '?'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (HcpcsCode.TryParse(word, out var code) && facts.Search.Knows(code)) codes.Add(word);
            else if (!Joining.Contains(word, StringComparer.Ordinal)) return [];
        return [.. codes.Distinct(StringComparer.Ordinal).Take(MaxCodes)];
    }

    /// <summary>Answers <c>noc find --compare</c>.</summary>
    public static int Run(FindOptions options, CardFacts facts, Stream output, TextWriter errors)
    {
        var codes = new List<HcpcsCode>();
        foreach (var text in options.Compare)
        {
            if (!HcpcsCode.TryParse(text, out var code) || !facts.Search.Knows(code))
            {
                errors.WriteLine($"noc: {text} is no code that the tables know.");
                return 2;
            }
            if (!codes.Contains(code)) codes.Add(code);
        }
        if (codes.Count is < 2 or > MaxCodes)
        {
            errors.WriteLine($"noc: --compare takes two to {MaxCodes} codes with commas between, such as J3490,J3590.");
            return 2;
        }
        var rows = Rows(facts, codes);
        if (options.IsJson) WriteJson(options, facts, codes, rows, output);
        else WriteText(options, facts, codes, rows, output);
        return 0;
    }

    private static List<Row> Rows(CardFacts facts, List<HcpcsCode> codes)
    {
        var rows = new List<Row>();
        foreach (var label in Notes)
        {
            string[] cells = [.. codes.Select(code => !IsValid(facts, code) ? "not valid"
                : facts.Of(code, NoteTopic.Short).FirstOrDefault(note => note.Label == label)?.Text ?? "")];
            if (codes.TrueForAll(code => facts.Of(code, NoteTopic.Short).All(note => note.Label != label))) continue;
            if (cells.Any(cell => cell.Length > 0)) rows.Add(new(label, cells));
        }
        if (codes.Exists(code => facts.Search.ProductsOf(code).Count > 0))
            rows.Add(new("Meant for", [.. codes.Select(code => MeantFor(facts, code))]));
        rows.Add(new("Valid since", [.. codes.Select(code => Since(facts, code))]));
        rows.Add(new("OPPS status", [.. codes.Select(code => Status(facts, code))]));
        if (codes.Exists(code => facts.Tables.CatchAll(code) is not { Kind: CatchAllKind.Unclassified }))
        {
            rows.Add(new("Unit", [.. codes.Select(code => Unit(facts, code))]));
            rows.Add(new("Limit, USD", [.. codes.Select(code => Limit(facts, code))]));
        }
        else
            rows.Add(new("Drugs today", [.. codes.Select(code => Drugs(facts, code))]));
        return rows;
    }

    private static bool IsValid(CardFacts facts, HcpcsCode code) => facts.Tables.CatchAll(code) is { } row
        ? row.IsValidOn(facts.Day) : facts.Tables.Code(code, facts.Day) is CodeStatus.Found or CodeStatus.NotCovered;

    // The maker, brand or form, and the use, that tell codes of one ingredient apart.
    private static string MeantFor(CardFacts facts, HcpcsCode code)
    {
        var said = new List<string>();
        foreach (var product in facts.Search.ProductsOf(code))
            foreach (var row in product.Codes)
            {
                if (row.Code != code) continue;
                var label = row.IsForOneLabel ? row.Label
                    : product.Codes.Any(other => other.IsForOneLabel) ? "any other maker or brand" : "any maker";
                var limit = Headline.Limit(product, row);
                label = limit.Length > 0 ? $"{label}, {limit}" : label;
                if (!said.Contains(label)) said.Add(label);
            }
        return said.Count > 0 ? string.Join("; ", said.Take(2)) : "any drug";
    }

    private static string Since(CardFacts facts, HcpcsCode code)
    {
        if (facts.Tables.CatchAll(code) is { } row)
        {
            var listed = facts.Tables.Image.Rows<CodeRecord>().Of(TableKey.Of(code));
            return ((row.From ?? (listed.Length > 0 ? listed[^1].Valid.From : null)) is { } from
                ? $"{from:yyyy-MM-dd}" : "?") + (row.To is { } to ? $" to {to:yyyy-MM-dd}" : "");
        }
        var first = facts.Search.ProductsOf(code).SelectMany(product => product.Codes).Where(one => one.Code == code)
            .Min(one => one.From);
        return first is { } day ? $"{day:yyyy-MM-dd}" : "?";
    }

    private static string Status(CardFacts facts, HcpcsCode code)
    {
        if (facts.Tables.Image.Rows<OppsRecord>().Of(TableKey.Of(code)).On(facts.Day) is { } row)
            return facts.Tables.Image.Text(row.Status);
        return !IsValid(facts, code) ? "not valid"
            : facts.Tables.CatchAll(code) is { OppsStatus.Length: > 0 } known ? $"{known.OppsStatus} ({StatusOf})"
            : "?";
    }

    private static string Unit(CardFacts facts, HcpcsCode code) =>
        facts.Tables.CatchAll(code) is { Kind: CatchAllKind.Unclassified } ? "1"
        : facts.Search.ProductsOf(code).SelectMany(product => product.Codes).FirstOrDefault(one => one.Code == code)
            ?.UnitText ?? "?";

    private static string Limit(CardFacts facts, HcpcsCode code)
    {
        if (facts.Tables.Image.Rows<LimitRecord>().Of(TableKey.Of(code)).On(facts.Day) is { } row)
            return row.LimitUsd.ToString() is { Length: > 0 } usd ? usd : "none";
        return facts.Tables.Coverage.Of(Dataset.AspPrices, facts.Day) is CoverageKind.Complete ? "none" : "?";
    }

    private static string Drugs(CardFacts facts, HcpcsCode code) => BilledUnder.Of(
        facts, code, facts.Tables.CatchAll(code), [])?.Statements.Count is { } count ? $"{count} known" : "?";

    private static void WriteText(
        FindOptions options, CardFacts facts, List<HcpcsCode> codes, List<Row> rows, Stream output)
    {
        var page = new Page(options.Width, options.Color);
        var atOnce = Math.Max(1, (options.Width - LabelWidth - 2) / (MinCell + 1));
        foreach (var part in Enumerable.Range(0, codes.Count).Chunk(atOnce)) WriteTable(page, codes, rows, part);
        if (rows.Exists(row => row.Cells.Contains("?")))
        {
            page.Note("? not known to the tables at hand", 2);
            page.Line();
        }
        page.Heading("What each is for");
        foreach (var code in codes)
            page.Entry(code.Value, 5, CodeCard.Summary(facts, code, facts.Tables.CatchAll(code),
                facts.Search.ProductsOf(code)) + Label(facts, code) + ".");
        if (codes.Exists(code => facts.Tables.CatchAll(code) is { Kind: CatchAllKind.Unclassified }))
        {
            page.Line();
            page.Heading("Which one? The first that holds");
            foreach (var (code, text) in Path) page.Entry(code.Length > 0 ? code : "own", 5, $"{text}.");
            page.Line();
            page.Note("noc find --decide asks what matters and names one code.");
        }
        page.Line();
        page.Heading($"Sources, for {options.Day:yyyy-MM-dd}");
        foreach (var source in Sources(facts, codes)) page.Entry("", 0, CardText.Name(source));
        if (facts.IsBeyond)
            page.Note($"The tables end on {facts.Tables.CoveredTo:yyyy-MM-dd}: later changes are not known.");
        FindRun.Write(output, page, facts.Tables);
    }

    private static string Label(CardFacts facts, HcpcsCode code)
    {
        foreach (var product in facts.Search.ProductsOf(code))
            foreach (var row in product.Codes)
                if (row.Code == code && row.IsForOneLabel) return $", for {row.Label}";
        return "";
    }

    // The files of the day where they say something of a code, and where validity and notes are from.
    private static List<Source> Sources(CardFacts facts, List<HcpcsCode> codes)
    {
        var all = new List<Source>();
        foreach (var code in codes)
        {
            var isCatchAll = facts.Tables.CatchAll(code) is not null;
            all.AddRange(facts.Seed(isCatchAll ? "unclassified-codes.csv" : "product-codes.csv", "code", code.Value));
            if (facts.Tables.Image.Rows<OppsRecord>().Of(TableKey.Of(code)).On(facts.Day) is not null)
                all.Add(facts.File(Dataset.OppsAddendumB, facts.Day));
            if (facts.Tables.Image.Rows<LimitRecord>().Of(TableKey.Of(code)).On(facts.Day) is not null)
                all.Add(facts.File(Dataset.AspPrices, facts.Day));
        }
        return [.. all.Distinct()];
    }

    private static void WriteTable(Page page, List<HcpcsCode> codes, List<Row> rows, int[] part)
    {
        var cell = Math.Clamp((page.Width - LabelWidth - 2) / part.Length - 1, MinCell, MaxCell);
        page.Line(new string(' ', LabelWidth + 2)
            + page.Bold(string.Concat(part.Select(at => codes[at].Value.PadRight(cell + 1))).TrimEnd()));
        foreach (var row in rows)
        {
            List<List<string>> cells = [.. part.Select(at => Page.Wrapped(row.Cells[at], cell))];
            for (var line = 0; line < cells.Max(lines => lines.Count); line++)
                page.Line((page.Dim((line == 0 ? row.Label : "").PadRight(LabelWidth + 2))
                    + string.Concat(cells.Select(lines => (line < lines.Count ? lines[line] : "").PadRight(cell + 1))))
                    .TrimEnd());
        }
        page.Line();
    }

    private static void WriteJson(
        FindOptions options, CardFacts facts, List<HcpcsCode> codes, List<Row> rows, Stream output) =>
        FindJson.Write(output, facts, "compare", string.Join(',', options.Compare), json =>
        {
            json.WriteStartObject("comparison");
            json.WriteStartArray("codes");
            foreach (var code in codes) json.WriteStringValue(code.Value);
            json.WriteEndArray();
            json.WriteStartArray("rows");
            foreach (var row in rows)
            {
                json.WriteStartObject();
                json.WriteString("label", row.Label);
                json.WriteStartArray("cells");
                foreach (var cell in row.Cells) json.WriteStringValue(cell);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            FindJson.WriteSources(json, Sources(facts, codes));
            json.WriteEndObject();
        });
}
