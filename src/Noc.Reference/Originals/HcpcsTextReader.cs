using System.Text;
using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>Reads the HCPCS Level II file in its fixed columns, padded to 320 characters or trimmed.</summary>
public static class HcpcsTextReader
{
    private const int RecordId = 10;

    /// <summary>Text of which lines have a code, a sequence number and a record id in their places.</summary>
    public static OriginalReader Reader { get; } = new(Dataset.Hcpcs, Recognises, Read);

    /// <summary>Reads one release.</summary>
    /// <exception cref="UnreadableOriginalException">No code has a date.</exception>
    public static Original<HcpcsRow> Read(OriginalMember member)
    {
        using var lines = new LineReader(member.Open());
        var ledger = new Ledger();
        var rows = new List<HcpcsRow>();
        var description = new StringBuilder();
        var pool = new TextPool();
        HcpcsRow? open = null;
        while (lines.Read() is { } line)
        {
            if (!IsRecord(line)) ledger.Skip(string.IsNullOrWhiteSpace(line) ? "blank" : "notice");
            else if (line[RecordId] is '7' or '8') ledger.Skip(HcpcsFile.ModifierRecord);
            else if (line[RecordId] == '4' && open is not null && IsOf(open, line))
            {
                ledger.Skip(HcpcsFile.Continuation);
                description.Append(' ').Append(TextFields.Span(line, 12, 91));
            }
            else if (line[RecordId] == '4')
                ledger.Problem(lines.Count, "The line goes on with a code that is not begun.");
            else
            {
                Finish(rows, ref open, description);
                open = First(line, lines.Count, pool, out var wrong);
                if (open is null) ledger.Problem(lines.Count, wrong);
                else description.Append(TextFields.Span(line, 12, 91));
            }
        }
        Finish(rows, ref open, description);
        return HcpcsFile.Close(member, ledger, rows, lines.Count);
    }

    private static bool Recognises(OriginalHead head)
    {
        if (head.IsSheet) return false;
        int records = 0, others = 0;
        foreach (var line in head.Lines)
            if (IsRecord(line) && IsLevelTwo(line)) records++;
            else if (records > 0 && line.Length > 0) others++;
        return records > 0 && others * 10 <= records + 10;
    }

    // A code letter and four digits, or a modifier.
    private static bool IsLevelTwo(string line) => line.StartsWith("   ", StringComparison.Ordinal)
        ? line[RecordId] is '7' or '8'
        : char.IsAsciiLetterUpper(line[0]) && line.AsSpan(1, 4).IndexOfAnyExceptInRange('0', '9') < 0;

    // Five digits of sequence and the record id: 3 and 4 begin and continue a code, 7 and 8 a modifier.
    private static bool IsRecord(string line) =>
        line.Length > RecordId + 1 && line[RecordId] is '3' or '4' or '7' or '8'
        && line.AsSpan(5, 5).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsOf(HcpcsRow row, string line) =>
        HcpcsCode.TryParse(TextFields.Span(line, 1, 5), out var code) && code == row.Code;

    private static HcpcsRow? First(string line, long number, TextPool pool, out string wrong)
    {
        string? fault = null;
        if (!HcpcsCode.TryParse(TextFields.Span(line, 1, 5), out var code)) fault = "Columns 1 to 5 are no HCPCS code.";
        List<HcpcsCode>? references = null;
        for (var at = 205; at < 230; at += 5) HcpcsFile.AddCode(ref references, TextFields.Span(line, at, at + 4));
        var row = new HcpcsRow
        {
            Line = number,
            Code = code,
            LongDescription = "",
            ShortDescription = Cell.IsCpt(code) ? "" : pool.At(line, 92, 119),
            Pricing = Pairs(TextFields.Span(line, 120, 127), pool),
            MultiplePricing = One(line, 128),
            Statute = pool.At(line, 171, 180),
            CrossReferences = references is null ? [] : references,
            Coverage = One(line, 230),
            ProcessingNote = pool.At(line, 253, 256),
            Betos = pool.At(line, 257, 259),
            TypesOfService = pool.Of(pool.At(line, 261, 265).Replace(" ", "", StringComparison.Ordinal)),
            Added = Day(line, 269, ref fault),
            ActionEffective = Day(line, 277, ref fault),
            LastDay = Day(line, 285, ref fault),
            ActionCode = One(line, 293),
        };
        wrong = fault ?? "";
        return fault is null ? row : null;
    }

    private static void Finish(List<HcpcsRow> rows, ref HcpcsRow? open, StringBuilder description)
    {
        if (open is not null) rows.Add(HcpcsFile.Describe(open, Cell.Clean(description.ToString())));
        open = null;
        description.Clear();
    }

    private static string Pairs(ReadOnlySpan<char> text, TextPool pool)
    {
        if (text.Length <= 2) return pool.Of(text);
        var pairs = new StringBuilder();
        for (var at = 0; at < text.Length; at += 2)
        {
            if (at > 0) pairs.Append(' ');
            pairs.Append(text[at..Math.Min(at + 2, text.Length)]);
        }
        return pool.Of(pairs.ToString());
    }

    private static DateOnly? Day(string line, int first, ref string? fault)
    {
        if (!Cell.TryDay(TextFields.Span(line, first, first + 7), out var day))
            fault ??= $"Column {first} begins no date.";
        return day;
    }

    private static char? One(string line, int at) => line.Length >= at && line[at - 1] != ' ' ? line[at - 1] : null;

}
