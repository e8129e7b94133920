using System.Globalization;
using Noc.Payers.Expressions;

namespace Noc.Payers;

/// <summary>What a payer wants of one key, typed by the key's form.</summary>
public sealed record PolicyValue
{
    /// <summary>The words, codes or the text; empty for numbers and windows.</summary>
    public Items<string> Words { get; init; } = [];

    /// <summary>The number; null for others.</summary>
    public decimal? Number { get; init; }

    /// <summary>The span of time; null for others.</summary>
    public PolicyWindow? Window { get; init; }

    /// <summary>True where the words are added to those of the wider policy.</summary>
    public bool Adds { get; init; }

    /// <summary>The one word, or the first of several; empty where there is none.</summary>
    public string Word => Words.Count > 0 ? Words[0] : "";

    /// <summary>Whether the words hold one.</summary>
    public bool Has(string word)
    {
        for (var i = 0; i < Words.Count; i++)
            if (Words[i] == word) return true;
        return false;
    }

    /// <summary>Reads a value as policy files write it.</summary>
    /// <param name="key">What it is of.</param>
    /// <param name="parts">The words of a list, or the one scalar.</param>
    /// <param name="error">What is wrong and what would be right; null where it was read.</param>
    public static PolicyValue? Parse(PolicyKey key, IReadOnlyList<string> parts, out string? error)
    {
        error = null;
        var one = parts.Count == 1 ? parts[0] : "";
        switch (key.Form)
        {
            case PolicyForm.Number or PolicyForm.NumberOrWord
                when decimal.TryParse(
                    one, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number):
                return new() { Number = number };
            case PolicyForm.Number:
                error = $"{key} takes one number, such as 99999.99: no sign, no comma";
                return null;
            case PolicyForm.Window:
                if (PolicyWindow.TryParse(one, out var window)) return new() { Window = window };
                error = $"{key} takes a span such as \"95 days\", \"1 year\" or \"end of next year\"";
                return null;
            case PolicyForm.Text:
                if (one.Length is > 0 and <= 400) return new() { Words = [one] };
                error = $"{key} takes a text of up to 400 characters";
                return null;
            case PolicyForm.Word or PolicyForm.NumberOrWord when parts.Count != 1:
                error = $"{key} takes one word; {Choice(key)}";
                return null;
            default:
                return Listed(key, parts, out error);
        }
    }

    private static PolicyValue? Listed(PolicyKey key, IReadOnlyList<string> parts, out string? error)
    {
        error = parts.Count == 0 ? $"{key} takes at least one word; {Choice(key)}" : null;
        foreach (var part in parts)
        {
            if (key.Form is PolicyForm.Codes)
            {
                if (part.Length is 0 or > 8 || !part.All(char.IsAsciiLetterOrDigit))
                    error ??= $"{key} takes codes of letters and digits, not \"{part}\"";
            }
            else if (!key.Words.Contains(part))
                error ??= $"{key} does not know \"{part}\"; "
                    + (NearestName.Of(part, key.Words) is { } near ? $"nearest: {near}" : Choice(key));
        }
        return error is null ? new() { Words = [.. parts] } : null;
    }

    private static string Choice(PolicyKey key) =>
        key.Words.Count > 0 ? $"it takes {string.Join(", ", key.Words)}" : "it takes letters and digits, such as JW";

    /// <summary>Whether both say the same.</summary>
    public bool Equals(PolicyValue? other) => other is not null && Number == other.Number && Window == other.Window
        && Adds == other.Adds && Words.SequenceEqual(other.Words);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Number, Window, Adds, Words.Count, Word);

    /// <summary>As it is written in policy files.</summary>
    public override string ToString() => Number?.ToString("0.######", CultureInfo.InvariantCulture)
        ?? Window?.ToString() ?? string.Join(", ", Words);
}
