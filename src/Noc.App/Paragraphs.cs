using System.Text;

namespace Noc.App;

/// <summary>Text for a terminal of 80 columns: a label, then words in a column of their own.</summary>
/// <param name="isColored">True to set headings and labels off with escapes.</param>
internal sealed class Paragraphs(bool isColored)
{
    private const int Columns = 80, Label = 13;

    private readonly StringBuilder _text = new(2048);

    /// <summary>All that was written.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>An empty line.</summary>
    public void Gap() => _text.Append('\n');

    /// <summary>A line that stands out.</summary>
    public void Head(string text)
    {
        text = Clean(text);
        _text.Append(isColored ? $"\e[1m{text}\e[0m" : text).Append('\n');
    }

    /// <summary>A line as it is, with its columns.</summary>
    public void Row(string text) => _text.Append(Clean(text)).Append('\n');

    /// <summary>Words behind a label; nothing where there are no words.</summary>
    public void Add(string label, string words)
    {
        if (words.Length == 0) return;
        var first = $"  {label.PadRight(Label - 1)} ";
        Wrap(isColored ? $"  \e[2m{label.PadRight(Label - 1)}\e[0m " : first, first.Length, words);
    }

    /// <summary>Words behind an indent.</summary>
    public void Plain(string words, int indent = 2) => Wrap(new(' ', indent), indent, words);

    /// <summary>One item of a list, behind a dash.</summary>
    public void Item(string words) => Wrap("  - ", 4, words);

    private void Wrap(string first, int indent, string words)
    {
        _text.Append(first);
        var column = indent;
        foreach (var word in Clean(words).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > indent && column + 1 + word.Length > Columns)
            {
                _text.Append('\n').Append(' ', indent);
                column = indent;
            }
            if (column > indent)
            {
                _text.Append(' ');
                column++;
            }
            _text.Append(word);
            column += word.Length;
        }
        _text.Append('\n');
    }

    // A line of a text becomes a word of the paragraph.
    private static string Clean(string text) => TerminalText.Clean(text.Replace('\n', ' '));
}
