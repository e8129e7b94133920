using Noc.Coding;
using Noc.Drugs;
using Noc.Search;
using Noc.Tables;

namespace Noc.App.FindCodes;

/// <summary>What happened to a code: wordings, changes, predecessor and successor.</summary>
internal static class CodeHistory
{
    /// <summary>The history of a code; null where the tables know none.</summary>
    public static CardSection? Of(CardFacts facts, HcpcsCode code, IReadOnlyList<Product> products)
    {
        var all = new List<(DateOnly Day, Statement Statement)>();
        AddWordings(facts, code, all);
        AddChanges(facts, code, all);
        foreach (var product in products) AddNeighbours(facts, product, code, all);
        foreach (var note in facts.Of(code, NoteTopic.History))
            all.Add((DateOnly.TryParseExact(note.Label, "yyyy-MM-dd", out var day) ? day : DateOnly.MinValue,
                CardFacts.ToStatement(note)));
        List<Statement> said = [.. all.OrderBy(one => one.Day).Select(one => one.Statement)
            .DistinctBy(one => (one.Label, one.Text))];
        return said.Count == 0 ? null : new("history", "History", said);
    }

    /// <summary>What the releases at hand say of a code, by the quarters that each speaks for; null where none has it.
    /// </summary>
    public static CardSection? ByQuarter(CardFacts facts, HcpcsCode code)
    {
        var image = facts.Tables.Image;
        var all = new List<Statement>();
        foreach (ref readonly var row in image.Rows<CodeRecord>().Of(TableKey.Of(code)))
        {
            if (row.Days.From is not { } from) continue;
            var (shortText, longText) = (image.Text(row.ShortText), image.Text(row.LongText));
            var start = CalendarQuarter.Words(from);
            var end = row.Days.To is { } last ? CalendarQuarter.Words(last) : null;
            all.Add(new(end is null ? $"{start} on" : start == end ? start : $"{start} to {end}",
                (row.Valid.From is { } first ? $"Valid from {first:yyyy-MM-dd}" : "Valid")
                + (row.Valid.To is { } until ? $" to {until:yyyy-MM-dd}" : "")
                + (shortText.Length > 0 ? $"; \"{shortText}\"" : "")
                + (longText.Length > 0 && longText != shortText ? $"; {longText}" : ""),
                facts.File(Dataset.Hcpcs, from)));
        }
        return all.Count == 0 ? null : new("byQuarter", "By quarter, as the code list says it", all);
    }

    private static void AddWordings(CardFacts facts, HcpcsCode code, List<(DateOnly, Statement)> all)
    {
        var image = facts.Tables.Image;
        var before = "";
        foreach (ref readonly var row in image.Rows<CodeRecord>().Of(TableKey.Of(code)))
        {
            var text = image.Text(row.ShortText);
            if (text.Equals(before, StringComparison.OrdinalIgnoreCase) || row.Days.From is not { } from) continue;
            all.Add((from, new($"{from:yyyy-MM-dd}",
                before.Length == 0 ? $"Short text \"{text}\" in the first release at hand."
                    : $"Short text becomes \"{text}\".", facts.File(Dataset.Hcpcs, from))));
            before = text;
        }
        var rows = image.Rows<CodeRecord>().Of(TableKey.Of(code));
        if (rows.Length == 0) return;
        if (rows[0].Valid.From is { } added)
            all.Add((added, new($"{added:yyyy-MM-dd}", "Added.", facts.File(Dataset.Hcpcs, facts.Day))));
        if (rows[^1].Valid.To is { } ended)
            all.Add((ended, new($"{ended:yyyy-MM-dd}", "Last valid day."
                + (rows[^1].CrossReferences.IsEmpty ? "" : $" CMS points to {image.Text(rows[^1].CrossReferences)}."),
                facts.File(Dataset.Hcpcs, facts.Day))));
    }

    private static void AddChanges(CardFacts facts, HcpcsCode code, List<(DateOnly, Statement)> all)
    {
        var image = facts.Tables.Image;
        foreach (ref readonly var row in image.Rows<ChangeRecord>().Of(TableKey.Of(code)))
            if (row.Days.From is { } from
                && !image.Text(row.Action).StartsWith("Add", StringComparison.OrdinalIgnoreCase))
                all.Add((from, new($"{from:yyyy-MM-dd}", $"{Sentence(image.Text(row.Action))}",
                    facts.File(Dataset.HcpcsChanges, from))));
    }

    // Codes of the same product that end the day before, or start the day after.
    private static void AddNeighbours(
        CardFacts facts, Product product, HcpcsCode code, List<(DateOnly, Statement)> all)
    {
        var isDated = facts.Tables.Image.Rows<CodeRecord>().Of(TableKey.Of(code)).Length > 0;
        foreach (var row in product.Codes)
        {
            if (row.Code != code) continue;
            var sources = facts.Seed("product-codes.csv", "product", product.Id);
            if (!isDated && row.From is { } first)
                all.Add((first, new($"{first:yyyy-MM-dd}", "First day of the code.", sources)
                {
                    Confidence = row.Confidence,
                }));
            foreach (var other in product.Codes)
            {
                if (other.Code == code) continue;
                if (CodeSuccession.TakesOver(product, other, row))
                    all.Add((row.From!.Value, new($"{row.From:yyyy-MM-dd}",
                        $"Takes over from {other.Code} ({other.UnitText}){Changed(other, row)}.", sources)));
                if (CodeSuccession.TakesOver(product, row, other))
                    all.Add((other.From!.Value, new($"{other.From:yyyy-MM-dd}",
                        $"{other.Code} ({other.UnitText}) takes over{Changed(row, other)}.", sources)));
            }
        }
    }

    private static string Changed(ProductCode old, ProductCode next) =>
        old.UnitText == next.UnitText ? "" : "; the unit changes";

    private static string Sentence(string text) =>
        text.Length == 0 ? "Changed." : $"{char.ToUpperInvariant(text[0])}{text[1..].ToLowerInvariant().TrimEnd('.')}.";
}
