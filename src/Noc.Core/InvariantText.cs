using System.Globalization;
using System.Runtime.CompilerServices;

namespace Noc;

/// <summary>A text with numbers and dates written alike on every machine; pieces may be joined with <c>+</c>.</summary>
[InterpolatedStringHandler]
internal ref struct InvariantText
{
    private DefaultInterpolatedStringHandler _text;

    public InvariantText(int literalLength, int formattedCount) =>
        _text = new(literalLength, formattedCount, CultureInfo.InvariantCulture);

    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    // The same text by formats that are read faster: a report of many findings is full of dollars and units.
    public void AppendFormatted<T>(T value, string? format = null)
    {
        if (value is not decimal number) _text.AppendFormatted(value, format);
        else if (format is "0.###" && decimal.IsInteger(number) && Math.Abs(number) <= long.MaxValue)
            _text.AppendFormatted((long)number);
        else _text.AppendFormatted(number, format is "#,0.00" or "#,##0.00" ? "N2" : format is "0.00" ? "F2" : format);
    }

    /// <summary>The text; the handler is used up.</summary>
    public string Take() => _text.ToStringAndClear();
}

/// <summary>Writes numbers and dates the same way on every machine, whatever its culture.</summary>
internal static class Texts
{
    /// <summary>The text in the invariant culture: <c>Texts.Of($"...")</c>.</summary>
    public static string Of(InvariantText text) => text.Take();
}
