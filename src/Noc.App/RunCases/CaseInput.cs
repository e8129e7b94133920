using System.Globalization;
using System.Text.Json;

namespace Noc.App.RunCases;

/// <summary>The input of a worked case; numbers stand as numbers or as text.</summary>
internal readonly struct CaseInput(JsonElement element)
{
    /// <summary>The day that counts where the case names none; null where there is no such day.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The text of a field; empty where it is left out.</summary>
    public string Text(string name) => CodingCases.Text(element, name);

    /// <summary>Whether a field is true.</summary>
    public bool Flag(string name) => Given(name) is true;

    /// <summary>A field that is true or false; null where it is left out.</summary>
    public bool? Given(string name) => !element.TryGetProperty(name, out var value) ? null
        : value.ValueKind is JsonValueKind.True ? true : value.ValueKind is JsonValueKind.False ? false : null;

    /// <summary>The first of some fields that holds a number; null where none does.</summary>
    public decimal? Number(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (element.TryGetProperty(name, out var value) && Of(value) is { } number) return number;
        return null;
    }

    /// <summary>The first number whose field has a word in its name; null where there is none.</summary>
    public decimal? NumberNamed(string word)
    {
        foreach (var property in element.EnumerateObject())
            if (property.Name.Contains(word, StringComparison.OrdinalIgnoreCase) && Of(property.Value) is { } number)
                return number;
        return null;
    }

    /// <summary>A day; null where the field is left out.</summary>
    public DateOnly? Day(string name) => Text(name) is { Length: > 0 } text ? DateOnly.ParseExact(
        text, CaseReading.DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None) : null;

    /// <summary>The first day of a quarter such as 2024Q3 or 2024-Q3, or a day; null where the field is left out.
    /// </summary>
    public DateOnly? Quarter(string name)
    {
        var text = Text(name).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return text is [_, _, _, _, 'Q' or 'q', >= '1' and <= '4' and var number]
            && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? new(year, ((number - '1') * 3) + 1, 1) : Day(name);
    }

    /// <summary>The quarter or day of the first field whose name begins with a word; null where there is none.
    /// </summary>
    public DateOnly? QuarterNamed(string word)
    {
        foreach (var property in element.EnumerateObject())
            if (property.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && property.Value.ValueKind is JsonValueKind.String && Quarter(property.Name) is { } day) return day;
        return null;
    }

    /// <summary>The parts of a list or the fields of an object; empty where it is left out.</summary>
    public IEnumerable<CaseInput> List(string name) => element.TryGetProperty(name, out var list)
        && list.ValueKind is JsonValueKind.Array ? list.EnumerateArray().Select(one => new CaseInput(one)) : [];

    /// <summary>The numbers of a list; empty where it is left out.</summary>
    public IEnumerable<decimal> Numbers(string name) => element.TryGetProperty(name, out var list)
        && list.ValueKind is JsonValueKind.Array ? list.EnumerateArray().Select(Of).OfType<decimal>() : [];

    /// <summary>The texts of a list; empty where it is left out.</summary>
    public IEnumerable<string> Texts(string name) => element.TryGetProperty(name, out var list)
        && list.ValueKind is JsonValueKind.Array ? list.EnumerateArray().Select(one => one.GetString() ?? "") : [];

    /// <summary>Whether some field has a word in its name.</summary>
    public bool HasNamed(string word) => element.EnumerateObject().Any(property =>
        property.Name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name of the first field that begins with a word and has more; empty where there is none.</summary>
    public string NameOf(string word) => element.EnumerateObject().Select(property => property.Name).FirstOrDefault(
        name => name.Length > word.Length && name.StartsWith(word, StringComparison.OrdinalIgnoreCase)) ?? "";

    /// <summary>An object inside; one without fields where it is left out.</summary>
    public CaseInput? Inside(string name) => element.TryGetProperty(name, out var inside)
        && inside.ValueKind is JsonValueKind.Object ? new(inside) : null;

    /// <summary>A number, or a text that is one; null for others.</summary>
    public static decimal? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDecimal(),
        JsonValueKind.String => decimal.TryParse(value.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture,
            out var number) ? number : null,
        _ => null,
    };
}
