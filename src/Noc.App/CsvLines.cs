using System.Text;

namespace Noc.App;

/// <summary>Reads CSV as spreadsheets write it (RFC 4180); tabs or semicolons separate where the first line has no
/// comma.</summary>
internal static class CsvLines
{
    /// <summary>The records with the line on which each begins.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="separator">What separates cells; found out where left out.</param>
    public static IEnumerable<(long Line, List<string> Cells)> Read(TextReader reader, char? separator = null)
    {
        long number = 0;
        while (reader.ReadLine() is { } line)
        {
            var first = ++number;
            separator ??= line.Contains(',') ? ',' : line.Contains('\t') ? '\t' : line.Contains(';') ? ';' : ',';
            // A quoted cell may hold line breaks.
            while (line.Count(letter => letter == '"') % 2 == 1 && reader.ReadLine() is { } more)
            {
                line += "\n" + more;
                number++;
            }
            yield return (first, Cells(line, separator.Value));
        }
    }

    private static List<string> Cells(string line, char separator)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (line[i] == '"') isQuoted = !isQuoted;
            else if (line[i] == separator && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else cell.Append(line[i]);
        }
        cells.Add(cell.ToString());
        return cells;
    }
}
