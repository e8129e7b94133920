using System.Globalization;
using System.Text.Json;

namespace Noc.Reference.Originals;

/// <summary>Reads the average acquisition costs of pharmacies, as csv and as the rows of the API (JSON).</summary>
public static class NadacReader
{
    // A week has over 25,000 NDCs; the csv of a year has all its weeks.
    private const int CompleteFrom = 20_000;

    // The API gives pages of at most some thousand rows (300 bytes each); a year is published as csv.
    private const int JsonBytes = 1 << 28;

    private static readonly Column Description = Named("NDC Description"), NdcCode = Named("NDC"),
        PerUnit = new("NADAC Per Unit", "NADAC_Per_Unit"), Effective = Named("Effective Date"),
        PricingUnit = Named("Pricing Unit"), Pharmacy = Maybe("Pharmacy Type Indicator"), Otc = Maybe("OTC"),
        Explanation = Maybe("Explanation Code"), Classification = Maybe("Classification for Rate Setting"),
        GenericPerUnit = Maybe("Corresponding Generic Drug NADAC Per Unit"),
        GenericDate = Maybe("Corresponding Generic Drug Effective Date"), AsOf = Named("As of Date");

    private static readonly Column[] Columns =
    [
        Description, NdcCode, PerUnit, Effective, PricingUnit, Pharmacy, Otc, Explanation, Classification,
        GenericPerUnit, GenericDate, AsOf,
    ];

    /// <summary>csv and xlsx of data.medicaid.gov.</summary>
    public static OriginalReader SheetReader { get; } = new(Dataset.Nadac,
        head => head.Rows.Any(row => row.Any(Description.Is) && row.Any(PerUnit.Is) && row.Any(AsOf.Is)), ReadSheet)
    {
        Columns = Columns,
    };

    /// <summary>Rows of the API: an array, or an object with an array in <c>results</c>.</summary>
    public static OriginalReader JsonReader { get; } = new(Dataset.Nadac,
        head => !head.IsSheet && head.Lines.FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) is { } first
            && first.TrimStart() is ['[' or '{', ..] && head.Contains("\"nadac_per_unit\""), ReadJson);

    /// <summary>Reads the weeks of a file.</summary>
    /// <exception cref="UnreadableOriginalException">The header or the weeks are not found.</exception>
    public static Original<NadacRow> ReadSheet(OriginalMember member)
    {
        using var table = Table.Open(Records.Open(member), Columns);
        var rows = new List<NadacRow>();
        var source = new Source(table.Text);
        while (table.Read())
        {
            string? wrong = null;
            var row = Row(source, table.Line, ref wrong);
            if (wrong is null) rows.Add(row);
            else table.Ledger.Problem(table.Line, wrong);
        }
        return Close(table.Ledger, rows, table.LinesRead);
    }

    /// <summary>Reads the rows of the API. Lines are rows here, numbered from 1.</summary>
    /// <exception cref="UnreadableOriginalException">It is no JSON, or has no rows.</exception>
    public static Original<NadacRow> ReadJson(OriginalMember member)
    {
        using var document = Parse(member);
        var list = document.RootElement;
        if (list.ValueKind == JsonValueKind.Object && !list.TryGetProperty("results", out list))
            throw new UnreadableOriginalException("The JSON has no array \"results\".");
        if (list.ValueKind != JsonValueKind.Array) throw new UnreadableOriginalException("The JSON is no array.");
        var ledger = new Ledger();
        var rows = new List<NadacRow>();
        var number = 0;
        JsonElement item = default;
        var source = new Source(column => Text(item, column));
        foreach (var element in list.EnumerateArray())
        {
            number++;
            item = element;
            string? wrong = item.ValueKind == JsonValueKind.Object ? null : "The row is no object.";
            var row = wrong is null ? Row(source, number, ref wrong) : null;
            if (row is not null && wrong is null) rows.Add(row);
            else ledger.Problem(number, wrong!);
        }
        return Close(ledger, rows, number);
    }

    private static Original<NadacRow> Close(Ledger ledger, List<NadacRow> rows, int lines)
    {
        if (rows.Min(row => row.AsOf) is not { } from || rows.Max(row => row.AsOf) is not { } to)
            throw new UnreadableOriginalException("No row says of which week it is (as of date).");
        return ledger.Close(Dataset.Nadac, new(from, to), to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            CompleteFrom, rows, lines);
    }

    private static NadacRow Row(Source source, long line, ref string? wrong)
    {
        var ndc = source.Text(NdcCode);
        if (ndc.Length == 0) wrong ??= "NDC is blank.";
        return new()
        {
            Line = line,
            Description = source.Text(Description),
            NdcText = ndc,
            Ndc = Cell.Ndc(ndc),
            PerUnitUsd = source.Number(PerUnit, ref wrong),
            EffectiveDate = source.Day(Effective, ref wrong),
            PricingUnit = TextFields.OrNull(source.Text(PricingUnit)),
            PharmacyType = TextFields.OrNull(source.Text(Pharmacy)),
            IsOverTheCounter = TextFields.YesNo(source.Text(Otc)),
            ExplanationCodes = source.Codes(Explanation),
            Classification = TextFields.OrNull(source.Text(Classification)),
            GenericPerUnitUsd = source.Number(GenericPerUnit, ref wrong),
            GenericEffectiveDate = source.Day(GenericDate, ref wrong),
            AsOf = source.Day(AsOf, ref wrong),
        };
    }

    private static JsonDocument Parse(OriginalMember member)
    {
        using var stream = member.Open();
        using var copy = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (copy.Length + read > JsonBytes)
                throw new UnreadableOriginalException($"The JSON has more than {JsonBytes} bytes; take the csv.");
            copy.Write(buffer, 0, read);
        }
        try
        {
            return JsonDocument.Parse(copy.GetBuffer().AsMemory(0, (int)copy.Length), new() { MaxDepth = 8 });
        }
        catch (JsonException fault)
        {
            throw new UnreadableOriginalException("The JSON is damaged.", fault);
        }
    }

    private static string Text(JsonElement row, Column column)
    {
        try
        {
            var name = column.Aliases[^1].ToLowerInvariant();
            return !row.TryGetProperty(name, out var value) ? ""
                : value.ValueKind switch
                {
                    JsonValueKind.String => Cell.Clean(WithoutTime(value.GetString()!)),
                    JsonValueKind.Number => value.GetRawText(),
                    _ => "",
                };
        }
        catch (InvalidOperationException fault)
        {
            throw new UnreadableOriginalException("The JSON holds text that is no UTF-8.", fault);
        }
    }

    // "2026-09-23T00:00:00.000" in older pages.
    private static string WithoutTime(string text) =>
        text.Length > 10 && text[10] == 'T' && text[4] == '-' ? text[..10] : text;

    private static Column Named(string name) => new(name, name.Replace(' ', '_'));

    private static Column Maybe(string name) => Column.Optional(name, name.Replace(' ', '_'));

    // The cells of the row at hand, whichever layout they stand in.
    private sealed class Source(Func<Column, string> text)
    {
        private readonly ListPool _lists = new(',');

        public string Text(Column column) => text(column);

        public decimal? Number(Column column, ref string? wrong)
        {
            if (!Cell.TryNumber(text(column), out var value)) wrong ??= $"{column.Name} is no number.";
            return value;
        }

        public DateOnly? Day(Column column, ref string? wrong)
        {
            if (!Cell.TryDay(text(column), out var day)) wrong ??= $"{column.Name} is no date.";
            return day;
        }

        public IReadOnlyList<string> Codes(Column column) => _lists.Of(text(column));
    }
}
