using System.Globalization;
using System.Text;

namespace Noc.Payers.Expressions;

internal enum TokenKind
{
    End,
    Number,
    Text,
    Name,
    Symbol,
}

/// <summary>One word of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Column">Where it starts, from 1.</param>
/// <param name="Value">The word; of a text, what stands between the quotes.</param>
/// <param name="Number">The value of a number.</param>
internal readonly record struct Token(TokenKind Kind, int Column, string Value, decimal Number = 0)
{
    public bool Is(string symbol) => Kind is TokenKind.Symbol && Value == symbol;
}

/// <summary>Cuts an expression into words.</summary>
internal sealed class ExpressionLexer(string text)
{
    private static readonly string[] Symbols =
        ["==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "+", "-", "*", "/", "(", ")", "[", "]", ","];

    private readonly List<Token> _tokens = [];
    private int _at;

    /// <summary>What is wrong; null where every word could be read.</summary>
    public ExpressionError? Error { get; private set; }

    /// <summary>All words, the last one an End; fewer where there is an error.</summary>
    public IReadOnlyList<Token> Read()
    {
        while (Error is null)
        {
            while (_at < text.Length && text[_at] is ' ' or '\t' or '\r' or '\n') _at++;
            if (_at >= text.Length) break;
            var c = text[_at];
            if (c == '"') ReadText();
            else if (char.IsAsciiDigit(c)) ReadNumber();
            else if (char.IsAsciiLetter(c) || c == '_') ReadName();
            else ReadSymbol();
        }
        _tokens.Add(new(TokenKind.End, text.Length + 1, ""));
        return _tokens;
    }

    private void ReadText()
    {
        var (start, value) = (_at, new StringBuilder());
        for (_at++; _at < text.Length; _at++)
        {
            var c = text[_at];
            if (c == '"')
            {
                _tokens.Add(new(TokenKind.Text, start + 1, value.ToString()));
                _at++;
                return;
            }
            if (char.IsControl(c))
            {
                Fail(_at, $"Text may not hold the control character U+{(int)c:X4}.", "Leave it out.");
                return;
            }
            var slash = _at;
            if (c == '\\' && (_at + 1 >= text.Length || text[++_at] is not ('"' or '\\')))
            {
                Fail(slash, "A backslash in text stands before \" or another backslash only.",
                    "Write \\\\ for a backslash.");
                return;
            }
            value.Append(text[_at]);
        }
        Fail(start, "This text is not closed.", "Write \" at its end.");
    }

    private void ReadNumber()
    {
        var start = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at])) _at++;
        if (_at < text.Length && text[_at] == '.')
        {
            _at++;
            if (_at >= text.Length || !char.IsAsciiDigit(text[_at]))
            {
                Fail(start, "Digits are missing behind the point of this number.",
                    $"Write {ExpressionText.Quote(text[start..(_at - 1)])}.");
                return;
            }
            while (_at < text.Length && char.IsAsciiDigit(text[_at])) _at++;
        }
        var digits = text[start.._at];
        if (_at < text.Length && (char.IsAsciiLetter(text[_at]) || text[_at] is '_' or '.'))
        {
            var end = _at;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.')) end++;
            Fail(start, $"{ExpressionText.Quote(text[start..end])} is no number.",
                $"Write {ExpressionText.Quote(digits)} for a number, or text in double quotes.");
            return;
        }
        if (digits.Length - (digits.Contains('.', StringComparison.Ordinal) ? 1 : 0) > ExpressionLimits.MaxDigits)
            Fail(start, $"A number has at most {ExpressionLimits.MaxDigits} digits.", "");
        else
            _tokens.Add(new(TokenKind.Number, start + 1, digits, decimal.Parse(digits, CultureInfo.InvariantCulture)));
    }

    private void ReadName()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '_' or '.')) _at++;
        _tokens.Add(new(TokenKind.Name, start + 1, text[start.._at]));
    }

    private void ReadSymbol()
    {
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, _at, symbol, 0, symbol.Length) != 0) continue;
            _tokens.Add(new(TokenKind.Symbol, _at + 1, symbol));
            _at += symbol.Length;
            return;
        }
        var rune = Rune.TryGetRuneAt(text, _at, out var read) ? read : Rune.ReplacementChar;
        Fail(_at, $"{ExpressionText.Quote(rune)} has no place here.", text[_at] switch
        {
            '=' => "Write == to compare.",
            '&' => "Write && for and.",
            '|' => "Write || for or.",
            '\'' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '`' =>
                "Text stands between plain double quotes: \"text\".",
            '\u2264' => "Write <=.",
            '\u2265' => "Write >=.",
            '\u2260' => "Write !=.",
            '.' => "A number starts with a digit: 0.5.",
            '%' or '^' => "Arithmetic is + - * and /.",
            '{' or '}' => "A list stands between [ and ].",
            '#' or ';' => "An expression is one condition, without remarks.",
            _ => "Outside text there are names, numbers, operators and parentheses only.",
        });
    }

    private void Fail(int index, string message, string remedy) => Error = new(index + 1, message, remedy);
}
