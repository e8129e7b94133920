using System.Globalization;
using System.Net;
using System.Text;

namespace Noc.App.AuditClaims;

/// <summary>Writes HTML. Whatever comes from a file is escaped here, and nowhere else.</summary>
internal sealed class Html
{
    private const int DayLength = 10;

    private readonly StringBuilder _text = new();

    /// <summary>Markup of ours, as it is.</summary>
    public Html Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>Text of whatever origin.</summary>
    public Html Text(string text)
    {
        var left = Escape(text).AsSpan();
        while (DayAt(left) is >= 0 and var at)
        {
            _text.Append(left[..at]).Append("<span class=\"day\">").Append(left.Slice(at, DayLength)).Append("</span>");
            left = left[(at + DayLength)..];
        }
        _text.Append(left);
        return this;
    }

    // Where the first date such as 2026-11-21 stands, which no line may end in; -1 for none.
    private static int DayAt(ReadOnlySpan<char> text)
    {
        for (var at = 0; at + DayLength <= text.Length; at++)
        {
            if (text[at + 4] != '-' || text[at + 7] != '-') continue;
            var digits = 0;
            for (var i = 0; i < DayLength; i++) digits += char.IsAsciiDigit(text[at + i]) ? 1 : 0;
            if (digits == DayLength - 2) return at;
        }
        return -1;
    }

    /// <summary>Text of whatever origin inside of the quotes of an attribute.</summary>
    public Html Attribute(string text) => Raw(Escape(text));

    /// <summary>An element with a text in it.</summary>
    /// <param name="tag">Its name, with attributes of ours.</param>
    /// <param name="text">Text of whatever origin.</param>
    public Html Element(string tag, string text)
    {
        var name = tag.Split(' ', 2)[0];
        return Raw($"<{tag}>").Text(text).Raw($"</{name}>");
    }

    /// <summary>A table that can be scrolled on a narrow screen.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="columns">Heads; those that begin with # hold numbers.</param>
    /// <param name="rows">Cells; the first of a row is its head.</param>
    public Html Table(string caption, string[] columns, IEnumerable<string[]> rows)
    {
        Raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
            .Attribute(caption).Raw("\"><table>");
        Element("caption", caption).Raw("<thead><tr>");
        foreach (var column in columns)
            Element(column[0] == '#' ? "th scope=\"col\" class=\"n\"" : "th scope=\"col\"", column.TrimStart('#'));
        Raw("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            Raw("<tr>");
            for (var i = 0; i < row.Length; i++)
                Element(i == 0 ? "th scope=\"row\"" : columns[i][0] == '#' ? "td class=\"n\"" : "td", row[i]);
            Raw("</tr>");
        }
        return Raw("</tbody></table></div>\n");
    }

    /// <summary>The page so far.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>US dollars with cents.</summary>
    public static string Money(decimal usd) => usd.ToString("$#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun.</summary>
    public static string Count(long count, string noun) => string.Create(CultureInfo.InvariantCulture,
        $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>A number in running text.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The text with nothing in it that a browser takes for markup, or that turns text around.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(TerminalText.Clean(text));
}
