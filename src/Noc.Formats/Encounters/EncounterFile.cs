using System.Text;
using System.Text.Json;

namespace Noc.Formats.Encounters;

/// <summary>Reads files of encounters: one JSON object, a list of them, or one a line (NDJSON).</summary>
public static class EncounterFile
{
    /// <summary>The longest document, or line, in bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32 };

    /// <summary>The encounters of a stream, one by one, with what is wrong with each. Never throws for its content.
    /// </summary>
    /// <param name="stream">The file; stays open. One encounter a line is read line by line, whatever the size.</param>
    public static IEnumerable<ReadEncounter> Read(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, true, 1 << 16, leaveOpen: true);
        var lines = new Lines(reader);
        var (line, number) = (NextLine(lines, out var tooLong), 1);
        for (; line is not null && !tooLong && line.AsSpan().Trim().IsEmpty; number++)
            line = NextLine(lines, out tooLong);
        if (line is null) yield break;
        if (!tooLong && IsObject(line))
        {
            for (; line is not null; line = NextLine(lines, out tooLong), number++)
            {
                if (tooLong) yield return Broken(number, "This line is too long.");
                else if (line.AsSpan().Trim().Length > 0)
                    foreach (var encounter in Document(line, number)) yield return encounter;
            }
            yield break;
        }
        var text = new StringBuilder().Append('\n', number - 1).Append(line);
        while (NextLine(lines, out tooLong) is { } next)
        {
            if (tooLong || text.Append('\n').Append(next).Length <= MaxBytes) continue;
            yield return Broken(0, "The document is larger than 64 MB. Write one encounter a line instead.");
            yield break;
        }
        foreach (var encounter in Whole(text.ToString())) yield return encounter;
    }

    // One document, or lines of which the first is damaged: the others are read.
    private static List<ReadEncounter> Whole(string text)
    {
        var read = Document(text, 0);
        if (read is not [{ Encounter: null }]) return read;
        var lines = text.Split('\n');
        if (lines.Count(line => line.StartsWith('{')) < 2 || !lines.Any(IsObject)) return read;
        return [.. lines.SelectMany((line, at) => line.AsSpan().Trim().IsEmpty ? [] : Document(line, at + 1))];
    }

    private static List<ReadEncounter> Document(string text, long line)
    {
        try
        {
            using var document = JsonDocument.Parse(LoneSurrogates.Marked(text), Limits);
            var root = document.RootElement;
            if (root.ValueKind is JsonValueKind.Object && root.TryGetProperty("encounters", out var listed)
                && listed.ValueKind is JsonValueKind.Array) return Each(listed, line, "/encounters");
            return root.ValueKind is JsonValueKind.Array ? Each(root, line, "") : [EncounterReader.Read(root, line)];
        }
        catch (JsonException failure)
        {
            var place = line > 0 ? $"character {failure.BytePositionInLine + 1}"
                : $"line {failure.LineNumber + 1}, character {failure.BytePositionInLine + 1}";
            return [Broken(line, $"This is no JSON: it goes wrong at {place}.")];
        }
    }

    private static List<ReadEncounter> Each(JsonElement list, long line, string pointer)
    {
        var encounters = new List<ReadEncounter>(list.GetArrayLength());
        var at = 0;
        foreach (var item in list.EnumerateArray())
            encounters.Add(EncounterReader.Read(item, line, $"{pointer}/{at++}"));
        return encounters;
    }

    private static ReadEncounter Broken(long line, string message) => new(line, null, [new(line, "", message)]);

    // One encounter a line: the first line is a whole object.
    private static bool IsObject(string line) => line.AsSpan().Trim() is ['{', .., '}'];

    // Without its end; null at the end of the file. What lies beyond the limit is skipped.
    private static string? NextLine(Lines lines, out bool tooLong)
    {
        tooLong = false;
        StringBuilder? text = null;
        while (true)
        {
            if (lines.At == lines.End && !lines.Fill()) return text?.ToString();
            var rest = lines.Buffer.AsSpan(lines.At, lines.End - lines.At);
            var end = rest.IndexOf('\n');
            var piece = end < 0 ? rest : rest[..end];
            lines.At += piece.Length + (end < 0 ? 0 : 1);
            if (text is null && end >= 0) return piece.ToString();
            text ??= new();
            if (text.Length + piece.Length > MaxBytes) tooLong = true;
            else text.Append(piece);
            if (end >= 0) return text.ToString();
        }
    }

    private sealed class Lines(TextReader from)
    {
        public char[] Buffer { get; } = new char[1 << 16];

        public int At { get; set; }

        public int End { get; private set; }

        public bool Fill()
        {
            (At, End) = (0, from.Read(Buffer, 0, Buffer.Length));
            return End > 0;
        }
    }
}
