using System.Text;

namespace Noc.App.FindCodes;

/// <summary>Text of a terminal: headings, labels in a column, wrapped text.</summary>
internal sealed class Page(int width, bool color)
{
    private const int MinText = 24;

    private readonly StringBuilder _text = new(4096);

    public int Width => width;

    public override string ToString() => _text.ToString();

    public void Line(string text = "") => _text.Append(text).Append('\n');

    public void Heading(string text) => Line($"{Bold(text)}");

    public string Bold(string text) => color && text.Length > 0 ? $"\e[1m{text}\e[0m" : text;

    public string Dim(string text) => color && text.Length > 0 ? $"\e[2m{text}\e[0m" : text;

    /// <summary>A line of advice, wrapped and dim.</summary>
    public void Note(string text, int indent = 0)
    {
        foreach (var part in Wrapped(TerminalText.Clean(text), width - indent))
            Line(new string(' ', indent) + Dim(part));
    }

    /// <summary>A label, then text in a column of its own, then a dim tail such as the numbers of sources.</summary>
    public void Entry(string label, int labelWidth, string text, string tail = "", int indent = 2)
    {
        (label, text) = (TerminalText.Clean(label), TerminalText.Clean(text));
        var left = indent + (labelWidth > 0 ? labelWidth + 2 : 0);
        if (width - left < MinText) left = width - MinText;
        if (label.Length > labelWidth && label.Length > 0)
        {
            foreach (var part in Wrapped(label, width - indent)) Line(new string(' ', indent) + part);
            label = "";
        }
        var words = tail.Length > 0 ? $"{text} {tail}" : text;
        var first = true;
        foreach (var part in Wrapped(words, width - left))
        {
            var before = first ? new string(' ', indent) + Dim(label.PadRight(left - indent)) : new string(' ', left);
            if (!color) before = first ? new string(' ', indent) + label.PadRight(left - indent) : before;
            Line(before + (tail.Length > 0 && part.EndsWith(tail, StringComparison.Ordinal)
                ? part[..^tail.Length] + Dim(tail) : part));
            first = false;
        }
    }

    /// <summary>Text in lines of a width; a word that is longer is cut.</summary>
    public static List<string> Wrapped(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var whole in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var word = whole;
            while (word.Length > width)
            {
                if (line.Length > 0) lines.Add(line.ToString());
                line.Clear();
                lines.Add(word[..width]);
                word = word[width..];
            }
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }
            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }
        if (line.Length > 0 || lines.Count == 0) lines.Add(line.ToString());
        return lines;
    }
}
