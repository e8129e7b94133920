namespace Noc.Drugs;

public static partial class NarrativeParser
{
    private static readonly string[] Months =
    [
        "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER",
        "DECEMBER",
    ];

    private ref partial struct Reading
    {
        private readonly bool IsDateAt(int at) => DateAt(at, out _) is not null;

        // 04/02/2026, 2026-04-02, 040226, 04.02.2026, APR 2, 2026, 2APR26.
        private bool TryReadDate()
        {
            var isNamed = IsWord(_at) ? MonthAt(_tokens[_at].Start, out _) > 0 : Number(_at) is not null;
            if (!isNamed || (NamedDateAt(_at, out var end) ?? DateAt(_at, out end)) is not { } date) return false;
            CloseName();
            var start = (int)_tokens[_at].Start;
            if (Facts.Date is null && date != default && !IsOfOtherDose(_at))
                (Facts.Date, Facts.DateSpan) = (date, new(start, end - start));
            while (_at < _tokens.Length && _tokens[_at].Start < end) _at++;
            return true;
        }

        // LAST DOSE 2/10/26, NEXT DUE: 4/10/26.
        private readonly bool IsOfOtherDose(int at)
        {
            for (at--; at >= 0; at--)
            {
                if (Is(at, "LAST") || Is(at, "FIRST") || Is(at, "NEXT") || Is(at, "PREV")) return true;
                if (!IsSymbol(at, ":=-,") && !Is(at, "DOSE") && !Is(at, "INJ") && !Is(at, "INJECTION")
                    && !Is(at, "INFUSION") && !Is(at, "TX") && !Is(at, "TREATMENT") && !Is(at, "VISIT")
                    && !Is(at, "ON") && !Is(at, "WAS") && !Is(at, "DUE") && !Is(at, "GIVEN")) return false;
            }
            return false;
        }

        // default(DateOnly) for what is written like a date but is none, so that its numbers are no doses.
        private readonly DateOnly? DateAt(int at, out int end)
        {
            end = 0;
            if (!Has(at) || _tokens[at].Kind is not TokenKind.Number) return null;
            int start = _tokens[at].Start, digits = 0, marks = 0, part = 0, first = 0;
            Span<int> parts = stackalloc int[3];
            for (end = start; end < _text.Length && digits < 9; end++)
            {
                if (char.IsAsciiDigit(_text[end]))
                {
                    parts[part] = (parts[part] * 10) + (_text[end] - '0');
                    digits++;
                    if (part == 0) first++;
                }
                else if (_text[end] is '/' or '-' or '.' && end + 1 < _text.Length
                    && char.IsAsciiDigit(_text[end + 1]))
                {
                    if (++marks > 2) return null;
                    part++;
                }
                else break;
            }
            if (end < _text.Length && (char.IsAsciiDigit(_text[end]) || char.IsLetter(_text[end]) || _text[end] is '%'))
                return null;
            if (marks == 2 && digits is >= 4 and <= 8)
            {
                var date = first == 4 ? Date(parts[0], parts[1], parts[2]) : Date(Year(parts[2]), parts[0], parts[1]);
                // 1.500.000 is a number.
                return date == default && _text[start..end].Contains('.') ? null : date;
            }
            if (marks != 0 || digits is not (6 or 8) || digits != _tokens[at].Length || IsUnitAt(at + 1)) return null;
            var number = parts[0];
            var day = digits == 6 ? Date(Year(number % 100), number / 10000, number / 100 % 100)
                : number / 10000 is > 1999 and < 2100 ? Date(number / 10000, number / 100 % 100, number % 100)
                : Date(number % 10000, number / 1_000_000, number / 10000 % 100);
            return day == default ? null : day;
        }

        // Day and month in either order, then the year: JUN 11, 2024, 11JUN2024, 11-JUN-24.
        private readonly DateOnly? NamedDateAt(int at, out int end)
        {
            var (month, day) = (MonthAt(_tokens[at].Start, out end), 0);
            if (month == 0) end = _tokens[at].Start;
            if (DigitsAt(ref end, out day) is not (1 or 2)) return null;
            if (month == 0)
            {
                end = SkipMarks(end);
                month = MonthAt(end, out end);
                if (month == 0) return null;
            }
            var length = DigitsAt(ref end, out var year);
            if (length is not (2 or 4)) return null;
            var next = at;
            while (next < _tokens.Length && _tokens[next].Start < end) next++;
            return IsUnitAt(next) ? null : Date(Year(year), month, day);   // MAY 5 20 MG
        }

        // The month whose name stands at a place, in full or by three letters and more; 0 where none does.
        private readonly int MonthAt(int start, out int end)
        {
            end = start;
            while (end < _text.Length && char.IsAsciiLetter(_text[end])) end++;
            var word = _text[start..end];
            if (word.Length is < 3 or > 9 || !"JFMASOND".Contains(word[0])) return 0;
            if (word.SequenceEqual("SEPT")) return 9;
            for (var month = 0; month < Months.Length; month++)
                if ((word.Length == 3 || word.Length == Months[month].Length) && Months[month].StartsWith(word))
                    return month + 1;
            return 0;
        }

        // How many digits come next behind marks; 0 where none do, or a letter is glued to them, as in 20MG.
        private readonly int DigitsAt(ref int at, out int number)
        {
            at = SkipMarks(at);
            var (start, value) = (at, 0);
            for (; at < _text.Length && char.IsAsciiDigit(_text[at]) && at - start < 5; at++)
                value = (value * 10) + (_text[at] - '0');
            number = value;
            return at < _text.Length && (_text[at] is '%' || (char.IsLetter(_text[at]) && MonthAt(at, out _) == 0))
                ? 0 : at - start;
        }

        private readonly int SkipMarks(int at)
        {
            while (at < _text.Length && _text[at] is ' ' or '-' or '.' or ',' or '/') at++;
            return at;
        }

        private static int Year(int year) => year < 100 ? 2000 + year : year;

        private static DateOnly Date(int year, int month, int day) =>
            year is >= 1990 and < 2100 && month is >= 1 and <= 12 && day >= 1
                && day <= DateTime.DaysInMonth(year, month)
                ? new(year, month, day) : default;
    }
}
