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

    // The rows of the decision table in its order. Those of special kinds are said where their code is compared.
    private static readonly (string Code, bool IsCommon, string Text)[] Path =
    [
        ("", true, "The drug has a code of its own on the date of service: that code"),
        ("Q2039", false, "An influenza vaccine for Medicare"),
        ("90749", false, "A vaccine or toxoid (Q2039 for influenza and Medicare)"),
        ("P9099", false, "A product of a blood bank"),
        ("A4100", false, "A skin substitute cleared as a device, by the rules of wound care"),
        ("Q4100", false, "A skin substitute, by the rules of wound care"),
        ("A9699", false, "A radioactive drug for therapy (C9399 in a Medicare hospital outpatient department)"),
        ("A9597", false, "A PET tracer that looks for tumours"),
        ("A9598", false, "A PET tracer that looks for anything else"),
        ("A4641", false, "A diagnostic tracer outside PET"),
        ("A9579", false, "Contrast with gadolinium, by the mL"),
        ("A9698", false, "Contrast without gadolinium"),
        ("J7999", true, "Compounded or repackaged by a pharmacy"),
        ("J7192", false, "Recombinant factor VIII, by the international unit"),
        ("J7195", false, "Recombinant factor IX, by the international unit"),
        ("J7199", false, "Another clotting factor"),
        ("J1566", false, "Immune globulin into a vein, from powder"),
        ("J1599", false, "Immune globulin into a vein, liquid"),
        ("90399", false, "Another immune globulin, for payers that take it (J3590 for Medicare)"),
        ("J3591", true, "Dialysis facility, for the kidney disease"),
        ("J3535", false, "A metered dose inhaler"),
        ("J7699", true, "Equipment supplier: nebuliser (J7799 for a pump)"),
        ("J0799", false, "To prevent HIV"),
        ("J7599", false, "Against rejection of a transplant"),
        ("Q0181", false, "Swallowed against nausea, within 48 hours of chemotherapy, for Medicare"),
        ("J8597", false, "Swallowed against nausea, otherwise"),
        ("J8498", false, "A suppository"),
        ("J8499", true, "Swallowed (J8999 against cancer)"),
        ("C9399", true, "Medicare hospital outpatient or surgery centre, approved since 2004"),
        ("J9999", true, "Against cancer"),
        ("J3590", true, "A biologic"),
        ("J3490", true, "Anything else that is injected or infused"),
    ];

    // Codes that stand in the text of another.
    private static readonly string[] AlsoCommon = ["J7799", "J8999"];

    // When the statuses of the list of catch-all codes were read.
    private const string StatusOf = "2026-04";

    // Words between codes that are to be compared.
    private static readonly string[] Joining = ["VS", "VS.", "VERSUS", "OR", "AND", "COMPARE", "AGAINST", "WITH"];

    private const string NotSaid = "-";

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
                errors.WriteLine($"noc: {text} is no code that the tables know. `noc find {text}` looks for the "
                    + "nearest.");
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
                : facts.Of(code, NoteTopic.Short).FirstOrDefault(note => note.Label == label)?.Text ?? NotSaid)];
            if (codes.TrueForAll(code => facts.Of(code, NoteTopic.Short).All(note => note.Label != label))) continue;
            rows.Add(new(label, cells));
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
        if (rows.Exists(row => Notes.Contains(row.Label) && row.Cells.Contains(NotSaid)))
        {
            page.Note($"{NotSaid} our facts say nothing of it, or it is not for this code: see its card", 2);
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
            foreach (var (code, text) in PathOf(codes)) page.Entry(code.Length > 0 ? code : "own", 5, $"{text}.");
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

    private static IEnumerable<(string Code, string Text)> PathOf(List<HcpcsCode> codes)
    {
        bool IsCompared(string code) => codes.Exists(one => one.Value == code);
        var isCommon = AlsoCommon.Any(IsCompared) || Path.Any(one => one.IsCommon && IsCompared(one.Code));
        return Path.Where(one => one.Code.Length == 0 || IsCompared(one.Code) || (one.IsCommon && isCommon))
            .Select(one => (one.Code, one.Text));
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
