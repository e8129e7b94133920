using Noc.Drugs;

namespace Noc.Coding;

/// <summary>Walks through the words, numbers and marks of a unit text; what stands in brackets is left out.</summary>
internal ref struct UnitWords
{
    private const decimal Largest = 1_000_000_000_000m;

    // Between a number of cells and the word "cells" stand words such as "CAR-positive viable T".
    private const int CellWords = 12;

    private ReadOnlySpan<char> _rest;

    public UnitWords(ReadOnlySpan<char> text)
    {
        _rest = text;
        Trim();
    }

    /// <summary>Whether nothing is left.</summary>
    public readonly bool AtEnd => _rest.IsEmpty;

    /// <summary>Takes a word where it is next.</summary>
    public bool Take(ReadOnlySpan<char> word)
    {
        if (!Next().Equals(word, StringComparison.OrdinalIgnoreCase)) return false;
        Advance(word.Length);
        return true;
    }

    /// <summary>Takes a mark where it is next.</summary>
    public bool TakeMark(char mark)
    {
        if (_rest.IsEmpty || _rest[0] != mark) return false;
        Advance(1);
        return true;
    }

    /// <summary>Leaves a word or a mark out.</summary>
    public void Skip() => Advance(Math.Max(1, Math.Max(Next().Length, NumberLength())));

    /// <summary>A number with a unit behind it. Behind "per" the number may be missing: <c>per ml</c>.</summary>
    public Amount? Quantity(bool isPer)
    {
        var before = _rest;
        var value = 1m;
        if (Number() is { } number) value = number;
        else if (!isPer) return null;
        if (Take("MILLION")) value *= 1_000_000;
        else if (Take("BILLION")) value *= 1_000_000_000;
        if (value is > 0 and <= Largest && Unit(value > 1_000_000) is { } unit) return new(value, unit);
        _rest = before;
        return null;
    }

    /// <summary>A unit that is the whole rest of the text.</summary>
    public Amount? BareUnit()
    {
        var before = _rest;
        if (Unit(canBeCells: false) is { } unit && AtEnd) return new(1, unit);
        _rest = before;
        return null;
    }

    /// <summary>An item, with or without a number: <c>vial</c>, <c>single dose vial</c>, <c>1 each</c>.</summary>
    public Amount? Item()
    {
        var before = _rest;
        var value = Number() ?? 1;
        if (Take("SINGLE")) Take("UNIT");
        while (Take("USE") || Take("THERAPEUTIC") || Take("STUDY") || Take("DIAGNOSTIC") || TakeMark('-')) { }
        if (ItemOf(Next()) is { } item && value > 0)
        {
            Advance(Next().Length);
            // A "dose vial" is a vial, a "treatment dose" a dose.
            while (item is "DOSE" or "TREATMENT" && ItemOf(Next()) is { } more)
            {
                item = more;
                Advance(Next().Length);
            }
            return new(value, item);
        }
        _rest = before;
        return null;
    }

    private string? Unit(bool canBeCells)
    {
        var before = _rest;
        if (Measure(Next()) is { } measure) return measure;
        _rest = before;
        if (canBeCells && Cells()) return "CELLS";
        _rest = before;
        return null;
    }

    // Takes the words of a measure; words taken in vain are given back by the caller.
    private string? Measure(ReadOnlySpan<char> first)
    {
        if (first.IsEmpty) return null;
        if (Take("SQ") || Take("SQUARE"))
        {
            TakeMark('.');
            return TakeCentimeter() ? "SQCM" : null;
        }
        if (Take("CUBIC")) return TakeCentimeter() ? "CUCM" : null;
        if (Take("INTERNATIONAL")) return Take("UNIT") || Take("UNITS") ? "IU" : null;
        if (Take("USP"))
        {
            if (!Take("UNIT")) Take("UNITS");
            return "UNITS";
        }
        if (Take("PFU") || (Take("PLAQUE") && Take("FORMING") && Take("UNITS"))) return "PFU";
        if (Take("VECTOR")) return Take("GENOMES") ? "VG" : null;
        if (Take("DAYS") || Take("DAY")) return "DAYS";
        if (Take("FACTOR"))
        {
            Skip();
            first = Next();
        }
        if (Amount.NormaliseUnit(first) is not { } unit) return null;
        Advance(first.Length);
        return unit;
    }

    // The agency misspells it in Q4208 and Q4314.
    private bool TakeCentimeter() =>
        Take("CM") || Take("CENTIMETER") || Take("CENTIMETERS") || Take("CENITMETER");

    private bool Cells()
    {
        for (var i = 0; i < CellWords && !AtEnd; i++)
        {
            if (Take("CELLS")) return true;
            if (NumberLength() > 0) return false;
            Skip();
        }
        return false;
    }

    private static string? ItemOf(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 12) return null;
        Span<char> upper = stackalloc char[12];
        word.ToUpperInvariant(upper);
        return upper[..word.Length] switch
        {
            "VIAL" or "VIALS" => "VIAL",
            "DOSE" or "DOSES" or "DOSAGE" => "DOSE",
            "EA" or "EACH" => "EACH",
            "IMPLANT" or "IMPLANTS" => "IMPLANT",
            "INFUSION" => "INFUSION",
            "INSTILLATION" => "INSTILLATION",
            "TREATMENT" => "TREATMENT",
            "SYRINGE" or "SYRINGES" => "SYRINGE",
            "APPLICATOR" => "APPLICATOR",
            "INSERT" => "INSERT",
            "KIT" => "KIT",
            "TABLET" => "TABLET",
            "CAPSULE" => "CAPSULE",
            "BAG" => "BAG",
            "PELLET" => "PELLET",
            "CARTRIDGE" => "CARTRIDGE",
            _ => null,
        };
    }

    private decimal? Number()
    {
        var length = NumberLength();
        if (length == 0) return null;
        decimal value = 0, scale = 0;
        foreach (var c in _rest[..length])
            if (c == '.') scale = 1;
            else if (c != ',')
            {
                value = (value * 10) + (c - '0');
                scale *= 10;
            }
        Advance(length);
        return scale > 1 ? value / scale : value;
    }

    // Digits with commas between groups and one point; sixteen characters at most.
    private readonly int NumberLength()
    {
        int length = 0, points = 0, digits = 0;
        for (; length < _rest.Length && length < 16; length++)
        {
            var hasDigit = length + 1 < _rest.Length && char.IsAsciiDigit(_rest[length + 1]);
            if (char.IsAsciiDigit(_rest[length])) digits++;
            else if (_rest[length] == '.' && points == 0 && hasDigit) points++;
            else if (_rest[length] != ',' || digits == 0 || points > 0 || !hasDigit) break;
        }
        return digits == 0 ? 0 : length;
    }

    // Letters, digits behind a letter, and points between or behind letters ("I.U.").
    private readonly ReadOnlySpan<char> Next()
    {
        if (_rest.IsEmpty || !char.IsLetter(_rest[0])) return default;
        var length = 1;
        while (length < _rest.Length && (char.IsLetterOrDigit(_rest[length]) || IsInnerPoint(length))) length++;
        return _rest[..length];
    }

    private readonly bool IsInnerPoint(int at) => _rest[at] == '.' && char.IsLetter(_rest[at - 1])
        && ((at + 1 < _rest.Length && char.IsLetter(_rest[at + 1])) || (at > 1 && _rest[at - 2] == '.'));

    private void Advance(int length)
    {
        _rest = _rest[Math.Min(length, _rest.Length)..];
        Trim();
    }

    // Leaves blanks and bracketed text out.
    private void Trim()
    {
        _rest = _rest.TrimStart();
        while (!_rest.IsEmpty && _rest[0] == '(')
        {
            var depth = 0;
            var at = 0;
            for (; at < _rest.Length; at++)
                if (_rest[at] == '(') depth++;
                else if (_rest[at] == ')' && --depth == 0) break;
            _rest = _rest[Math.Min(at + 1, _rest.Length)..].TrimStart();
        }
    }
}
