using System.Globalization;
using System.Text.Json;
using Noc.Drugs;

namespace Noc.Formats.Encounters;

/// <summary>Reads the members of one JSON object by name, keeps their pointers, and collects what is wrong.</summary>
/// <remarks>A member that is wrong counts as absent; a null counts as absent and is not wrong.</remarks>
internal sealed class JsonObjectReader
{
    private const int MaxText = 2000, MaxContainers = 10_000;

    // Dollars, units and kilograms: sums of them stay far within what a decimal holds.
    private const decimal LargestNumber = 1_000_000_000_000m;

    private const string HalfCharacter =
        "This text holds half a character (an escape such as \\ud800 alone). Send it whole, or leave it off.";

    private const string UnknownUnit =
        "The unit is not known. Known are mg, mcg, g, mL, units, IU, mCi, MBq, mEq, mmol and their kin; a dose may "
        + "also count containers, such as 2 vials.";

    private static readonly DateOnly FirstDay = new(1900, 1, 1), LastDay = new(2099, 12, 31);

    private readonly JsonElement _element;
    private readonly string _pointer;
    private readonly long _line;
    private readonly List<EncounterProblem> _problems;
    private readonly List<string> _asked = new(16);

    public JsonObjectReader(JsonElement element, string pointer, long line, List<EncounterProblem> problems) =>
        (_element, _pointer, _line, _problems) = (element, pointer, line, problems);

    /// <summary>JSON pointer to the object.</summary>
    public string Pointer => _pointer;

    /// <summary>Says that a member is wrong; the object itself where the name is empty.</summary>
    public void Wrong(string name, string message) =>
        _problems.Add(new(_line, name.Length == 0 ? _pointer : $"{_pointer}/{name}", message));

    /// <summary>Whether a member is there and not null.</summary>
    public bool Has(string name) => Member(name) is not null;

    /// <summary>A text; empty where absent. Numbers are taken as they stand.</summary>
    public string Text(string name)
    {
        if (Member(name) is not { } member) return "";
        if (member.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            Wrong(name, "This takes a text.");
            return "";
        }
        var text = member.ToString().Trim();
        if (text.Length <= MaxText && !text.Contains(LoneSurrogates.Mark)) return text;
        Wrong(name, text.Length > MaxText ? $"This text is longer than {MaxText} characters." : HalfCharacter);
        return "";
    }

    /// <summary>A text that must be there.</summary>
    public string? Required(string name, string what)
    {
        var text = Text(name);
        if (text.Length > 0) return text;
        if (!IsNamed($"{_pointer}/{name}")) Wrong(name, $"{what} is missing.");
        return null;
    }

    private bool IsNamed(string pointer) =>
        _problems.Exists(problem => problem.Pointer == pointer && problem.Line == _line);

    /// <summary>A text of a fixed shape, upper case; empty where absent or of another shape.</summary>
    public string Shaped(string name, string shape, Func<string, bool> fits)
    {
        var text = Text(name).ToUpperInvariant();
        if (text.Length == 0 || fits(text)) return text;
        Wrong(name, $"This takes {shape}.");
        return "";
    }

    /// <summary>One word of a list.</summary>
    public T Word<T>(string name, IReadOnlyDictionary<string, T> words, T absent)
    {
        var text = Text(name);
        if (text.Length == 0) return absent;
        if (words.TryGetValue(text.ToLowerInvariant(), out var value)) return value;
        Wrong(name, $"This takes one of {string.Join(", ", words.Keys.Order(StringComparer.Ordinal))}.");
        return absent;
    }

    /// <summary>A day, as YYYY-MM-DD; null where absent.</summary>
    public DateOnly? Day(string name)
    {
        var text = Text(name);
        if (text.Length == 0) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day >= FirstDay && day <= LastDay) return day;
        Wrong(name, "This takes a date such as 2026-03-10.");
        return null;
    }

    /// <summary>A number that is not negative; null where absent.</summary>
    public decimal? Number(string name, bool mayBeZero = true)
    {
        if (Member(name) is not { } member) return null;
        var isNumber = TryNumber(member, out var number);
        if (isNumber && number >= 0 && (mayBeZero || number > 0) && number <= LargestNumber) return number;
        Wrong(name, isNumber && number > LargestNumber ? "No number here is as large as that."
            : mayBeZero ? "This takes a number that is not negative." : "This takes a number above zero.");
        return null;
    }

    /// <summary>US dollars and cents; null where absent.</summary>
    public decimal? Dollars(string name)
    {
        if (Number(name) is not { } usd) return null;
        if (usd == Math.Truncate(usd * 100) / 100) return usd;
        Wrong(name, "This takes dollars and whole cents.");
        return null;
    }

    /// <summary>Yes or no; null where absent.</summary>
    public bool? Flag(string name)
    {
        switch (Member(name)?.ValueKind)
        {
            case null: return null;
            case JsonValueKind.True: return true;
            case JsonValueKind.False: return false;
            default:
                Wrong(name, "This takes true or false.");
                return null;
        }
    }

    /// <summary>An amount: a text such as "150 mg", or an object with value and unit; none where absent.</summary>
    public Amount Amount(string name)
    {
        if (Counted(name) is not var (number, unit)) return default;
        if (Drugs.Amount.NormaliseUnit(unit) is { } known) return new(number, known);
        Wrong(name, ContainerText.Of(unit) is null ? UnknownUnit
            : "This counts containers: give the amount of drug, such as \"150 mg\".");
        return default;
    }

    /// <summary>The same, or a count of containers, such as "2 vials"; at most one of both is there.</summary>
    public (Amount Drug, Amount Containers) AmountOrContainers(string name)
    {
        if (Counted(name) is not var (number, unit)) return default;
        if (Drugs.Amount.NormaliseUnit(unit) is { } known) return (new(number, known), default);
        if (ContainerText.Of(unit) is { } container && number <= MaxContainers)
            return (default, new(number, container));
        Wrong(name, ContainerText.Of(unit) is null ? UnknownUnit : "So many containers cannot be.");
        return default;
    }

    // Number and unit as they stand; null where absent, or wrong, which is told.
    private (decimal Number, string Unit)? Counted(string name)
    {
        if (Member(name) is not { } member) return null;
        var (number, unit) = member.ValueKind switch
        {
            JsonValueKind.String => Split(member.GetString()!),
            JsonValueKind.Object when member.TryGetProperty("value", out var value) => (
                TryNumber(value, out var read) ? read : null,
                member.TryGetProperty("unit", out var named) && named.ValueKind is JsonValueKind.String
                    ? named.GetString()! : ""),
            _ => ((decimal?)null, ""),
        };
        if (member.ValueKind is JsonValueKind.Object && Unknown(member) is { } more)
        {
            // "per": "kg" would make another dose of it.
            Wrong($"{name}/{Escape(more)}", "This name is not known here; an amount has value and unit.");
            return null;
        }
        unit = unit.Trim();
        if (number is >= 0 && unit is ['e' or 'E', '+' or '-' or (>= '0' and <= '9'), ..])
        {
            Wrong(name, "This takes an amount in plain digits, such as \"1500 mg\", without an exponent.");
            return null;
        }
        if (number is >= 0) return (number.Value, unit);
        Wrong(name, number is null ? "This takes an amount such as \"150 mg\"." : "An amount is never negative.");
        return null;
    }

    private static string? Unknown(JsonElement amount)
    {
        foreach (var member in amount.EnumerateObject())
            if (!member.NameEquals("value") && !member.NameEquals("unit") && !member.NameEquals("note"))
                return member.Name;
        return null;
    }

    /// <summary>An NDC in any spelling; none where absent.</summary>
    public Ndc11 Ndc(string name)
    {
        var text = Text(name);
        if (text.Length == 0) return default;
        if (NdcText.Read(text).Ndc is { } ndc) return ndc;
        Wrong(name, "This is no NDC of eleven digits (or ten with hyphens).");
        return default;
    }

    /// <summary>An HCPCS or CPT code; none where absent.</summary>
    public HcpcsCode Code(string name)
    {
        var text = Text(name);
        if (text.Length == 0) return default;
        if (HcpcsCode.TryParse(text.ToUpperInvariant(), out var code)) return code;
        Wrong(name, "This takes a code of five characters, such as J3490.");
        return default;
    }

    /// <summary>A member that is an object; null where absent.</summary>
    public JsonObjectReader? Object(string name)
    {
        if (Member(name) is not { } member) return null;
        if (member.ValueKind is JsonValueKind.Object) return new(member, $"{_pointer}/{name}", _line, _problems);
        Wrong(name, "This takes an object.");
        return null;
    }

    /// <summary>What a list of objects holds, one at a time.</summary>
    public IReadOnlyList<T> List<T>(string name, Func<JsonObjectReader, T?> read)
        where T : class
    {
        if (Member(name) is not { } member) return [];
        if (member.ValueKind is not JsonValueKind.Array)
        {
            Wrong(name, "This takes a list.");
            return [];
        }
        var list = new List<T>(member.GetArrayLength());
        var at = 0;
        foreach (var item in member.EnumerateArray())
        {
            var pointer = $"{_pointer}/{name}/{at++}";
            if (item.ValueKind is not JsonValueKind.Object)
            {
                _problems.Add(new(_line, pointer, "This takes an object."));
                continue;
            }
            var reader = new JsonObjectReader(item, pointer, _line, _problems);
            if (read(reader) is not { } value) continue;   // what it lacks is named already
            list.Add(value);
            reader.Finish();
        }
        return list;
    }

    /// <summary>The texts of a list.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (Member(name) is not { } member) return [];
        if (member.ValueKind is JsonValueKind.Array)
        {
            var texts = new List<string>(member.GetArrayLength());
            var at = 0;
            foreach (var item in member.EnumerateArray())
            {
                if (item.ValueKind is JsonValueKind.String
                    && item.GetString()!.Trim() is { Length: > 0 and <= MaxText } text
                    && !text.Contains(LoneSurrogates.Mark))
                    texts.Add(text);
                else _problems.Add(new(_line, $"{_pointer}/{name}/{at}", "This takes a text."));
                at++;
            }
            return texts;
        }
        Wrong(name, "This takes a list of texts.");
        return [];
    }

    /// <summary>Names the members that nobody asked for: a misspelt name would be lost silently.</summary>
    public void Finish()
    {
        var next = 0;
        ulong seen = 0;
        foreach (var member in _element.EnumerateObject())
        {
            if (!IsAsked(member, ref next))
            {
                if (!member.NameEquals("note")) NameUnknown(member.Name);
                continue;
            }
            var bit = 1UL << ((next - 1) & 63);
            if ((seen & bit) != 0 && _asked.Count <= 64)
                Wrong(Escape(member.Name), "This name stands twice here; the last one counts.");
            seen |= bit;
        }
    }

    private void NameUnknown(string name) =>
        _problems.Add(new(_line, $"{_pointer}/{Escape(name)}", "This name is not known here; nearest: "
            + $"{_asked.MinBy(known => SpellingDistance.Between(known, name)) ?? "none"}."));

    // Members mostly stand in the order in which they are asked for: the search goes on from the last one.
    private bool IsAsked(JsonProperty member, ref int next)
    {
        for (var i = 0; i < _asked.Count; i++)
        {
            var at = (next + i) % _asked.Count;
            if (!member.NameEquals(_asked[at])) continue;
            next = at + 1;
            return true;
        }
        return false;
    }

    private static string Escape(string name) =>
        (name.Length > 60 ? name[..60] : name).Replace(LoneSurrogates.Mark, '?')
            .Replace("~", "~0", StringComparison.Ordinal)
            .Replace("/", "~1", StringComparison.Ordinal);

    private JsonElement? Member(string name)
    {
        _asked.Add(name);
        return _element.TryGetProperty(name, out var member) && member.ValueKind is not JsonValueKind.Null
            ? member : null;
    }

    private static bool TryNumber(JsonElement value, out decimal number)
    {
        number = 0;
        return value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDecimal(out number),
            JsonValueKind.String => decimal.TryParse(value.GetString(),
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
                out number),
            _ => false,
        };
    }

    private static (decimal? Number, string Unit) Split(string text)
    {
        text = text.Trim();
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ',' or '-')) end++;
        return NumberText.TryRead(text.AsSpan(0, end), out var number) ? (number, text[end..]) : (null, "");
    }
}
