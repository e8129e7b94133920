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

    public void AppendFormatted<T>(T value, string? format = null) => _text.AppendFormatted(value, format);

    /// <summary>The text of a handler that the compiler makes: <c>InvariantText.Of($"...")</c>.</summary>
    public static string Of(InvariantText text) => text.Take();

    /// <summary>The text; the handler is used up.</summary>
    public string Take() => _text.ToStringAndClear();
}
