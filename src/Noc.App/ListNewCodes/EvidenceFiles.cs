using System.Text.Json;

namespace Noc.App.ListNewCodes;

/// <summary>A row of an authorization list, an order list or a charge master.</summary>
/// <param name="Row">Line of the text file, number of the JSON object, from 1.</param>
/// <param name="Kind">authorization, order, charge-master or record.</param>
/// <param name="Id">Its number; empty where it has none.</param>
/// <param name="Codes">What stands in the column of codes; empty for plain text.</param>
/// <param name="Ndc">What stands in the column of NDCs; empty without.</param>
/// <param name="Text">All cells, or the line.</param>
/// <param name="From">First day; null where not given.</param>
/// <param name="To">Last day; null where not given.</param>
internal sealed record EvidenceRow(
    long Row, string Kind, string Id, string Codes, string Ndc, string Text, DateOnly? From, DateOnly? To);

/// <summary>Reads evidence: tables with a header, JSON lists of objects, and plain text line by line.</summary>
/// <remarks>
/// <para>Comma, tab, semicolon or bar separate the cells, whichever gives most known columns. A text file whose first
/// line names such columns is a table too.</para>
/// <para>Columns and members are known by name, whatever their case, blanks, hyphens and underscores:</para>
/// <para>code: <c>code, hcpcs, hcpcs code, cpt, procedure, procedure code, billing code, service code</c>;
/// NDC: <c>ndc, ndc11, ndc code</c>; drug: <c>drug, drug name, medication, description, item, name</c>;
/// number: <c>id, auth, auth number, authorization, authorization number, order, order id, order number, cdm,
/// charge code, item number, number</c>; first day: <c>from, start, start date, effective, valid from</c>; last day:
/// <c>to, end, end date, expires, expiration, valid to</c>; kind: <c>kind, type</c>.</para>
/// <para>Without a kind the file's name tells: auth, order, charge or cdm in it.</para>
/// </remarks>
internal static class EvidenceFiles
{
    private const long MaxBytes = 256L * 1024 * 1024;
    private const int MaxDepth = 32;

    private static readonly string[] Endings = [".csv", ".tsv", ".json", ".txt"];
    private static readonly char[] Separators = [',', '\t', ';', '|'];
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyyMMdd", "MM/dd/yyyy", "M/d/yyyy"];

    private static readonly Dictionary<string, string> Names = new (string Column, string Words)[]
    {
        ("code", "code hcpcs hcpcscode cpt procedure procedurecode billingcode servicecode"),
        ("ndc", "ndc ndc11 ndccode"),
        ("id", "id auth authnumber authorization authorizationnumber order orderid ordernumber cdm chargecode "
            + "itemnumber number"),
        ("from", "from start startdate effective validfrom"),
        ("to", "to end enddate expires expiration validto"),
        ("kind", "kind type"),
    }.SelectMany(group => group.Words.Split(' ').Select(word => (Word: word, group.Column)))
        .ToDictionary(pair => pair.Word, pair => pair.Column, StringComparer.Ordinal);

    /// <summary>The files under the paths named, in order of their names.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="problems">Gets paths that do not exist or cannot be read.</param>
    public static IEnumerable<string> Of(IReadOnlyList<string> paths, List<string> problems)
    {
        foreach (var path in paths)
        {
            var empty = new List<string>();
            var files = FolderFiles.Of(path, Endings, out var problem, empty);
            if (problem is not null) problems.Add($"{path}: {problem}");
            problems.AddRange(empty.Select(file => $"{file}: {FolderFiles.Empty}"));
            foreach (var file in files) yield return file;
        }
    }

    /// <summary>The rows of a file; what cannot be read is a problem.</summary>
    public static IReadOnlyList<EvidenceRow> Read(string path, List<string> problems)
    {
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
            {
                problems.Add($"{path}: The file has more than 256 MB. Split it.");
                return [];
            }
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".json" => Json(path),
                ".csv" or ".tsv" => Table(path),
                _ => SeparatorOf(path) is null ? [.. File.ReadLines(path).Select((line, at) =>
                    new EvidenceRow(at + 1, KindOf("", path), "", "", "", line, null, null))] : Table(path),
            };
        }
        catch (Exception e) when (FileFault.Is(e) || e is JsonException)
        {
            problems.Add(e is JsonException ? $"{path}: This is no JSON. Export it again."
                : FileFault.Of(path, e));
            return [];
        }
    }

    private static List<EvidenceRow> Table(string path)
    {
        var rows = new List<EvidenceRow>();
        using var reader = new StreamReader(path);
        string[]? columns = null;
        foreach (var (line, cells) in CsvLines.Read(reader, SeparatorOf(path)))
        {
            if (columns is null) columns = [.. cells.Select(Column)];
            else if (cells.Exists(cell => cell.Length > 0))
                rows.Add(Row(line, path, columns.Zip(cells)));
        }
        return rows;
    }

    // The one that gives most known columns, a code or an NDC among them; null where none gives two.
    private static char? SeparatorOf(string path)
    {
        using var reader = new StreamReader(path);
        var header = reader.ReadLine() ?? "";
        char? best = null;
        var most = 1;
        foreach (var separator in Separators)
        {
            var known = header.Split(separator).Select(Column).Where(column => column.Length > 0).ToList();
            if (known.Count > most && (known.Contains("code") || known.Contains("ndc")))
                (best, most) = (separator, known.Count);
        }
        return best;
    }

    private static List<EvidenceRow> Json(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path), new() { MaxDepth = MaxDepth });
        var rows = new List<EvidenceRow>();
        Collect(document.RootElement, path, rows);
        return rows;
    }

    // Objects that hold no further objects are rows, wherever they stand.
    private static void Collect(JsonElement element, string path, List<EvidenceRow> rows)
    {
        if (element.ValueKind is JsonValueKind.Array)
            foreach (var item in element.EnumerateArray()) Collect(item, path, rows);
        if (element.ValueKind is not JsonValueKind.Object) return;
        var members = element.EnumerateObject().ToList();
        var cells = members.FindAll(member =>
            member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number);
        if (cells.Exists(cell => Column(cell.Name) is "code" or "ndc"))
            rows.Add(Row(rows.Count + 1, path, cells.Select(cell => (Column(cell.Name), cell.Value.ToString()))));
        foreach (var member in members) Collect(member.Value, path, rows);
    }

    private static EvidenceRow Row(long number, string path, IEnumerable<(string Column, string Cell)> cells)
    {
        var by = cells.ToLookup(pair => pair.Column, pair => pair.Cell.Trim(), StringComparer.Ordinal);
        string Of(string column) => string.Join(' ', by[column].Where(cell => cell.Length > 0));
        return new(number, KindOf(Of("kind"), path), Of("id"), Of("code"), Of("ndc"),
            string.Join(' ', by.Where(group => group.Key is "").SelectMany(group => group)), Day(Of("from")),
            Day(Of("to")));
    }

    // Empty for a column that is only looked through for the drug's name.
    private static string Column(string name)
    {
        var plain = string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return Names.GetValueOrDefault(plain, "");
    }

    private static string KindOf(string named, string path)
    {
        var text = named.Length > 0 ? named : Path.GetFileName(path);
        bool Has(string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
        return Has("auth") ? "authorization" : Has("order") ? "order" : Has("charge") || Has("cdm") ? "charge-master"
            : "record";
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, DateForms,
        System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
        ? day : null;
}
