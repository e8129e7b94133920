namespace Noc.Drugs;

public static partial class NarrativeParser
{
    private static readonly string[] TimesWords = ["", "X1", "X2", "X3", "X4", "X5", "X6", "X7", "X8", "X9"];

    private static string? Times(decimal count) =>
        count is >= 1m and <= 9m && decimal.IsInteger(count) ? TimesWords[(int)count] : null;

    private ref partial struct Reading
    {
        // X2 and X 2 DOSES say how often; the other noise words say nothing.
        private void ReadNoise(string word)
        {
            if (word is "X" or "TIMES" && Number(_at + 1) is { } count && !IsUnitAt(_at + 2))
            {
                if (_strengthEnd == _at)   // 375MG/18.75ML X2
                {
                    Facts.ContainerCount ??= count;
                    _at += 2;
                    return;
                }
                if (IsContainerAt(_at + 2)) Facts.ContainerCount ??= count;
                else SetTimes(count, _at + 2);
                _at += IsContainerAt(_at + 2) ? 1 : 2;
                return;
            }
            if (word == "EVERY" && TryReadInterval()) return;
            if (word is "TWICE" or "THRICE" && TryReadTimesOfDay(word == "TWICE" ? 2 : 3, _at)) return;
            _expectStrength |= word is "STRENGTH" or "STR" or "CONC" or "CONCENTRATION"
                && IsAmount(BehindMarks(_at + 1));
            if (word == "JZ" && Facts.Waste.IsNone) SetWaste(new(0, "MG"), SpanOf(_at, _at));
            _at++;
        }

        private readonly int BehindMarks(int at)
        {
            while (IsSymbol(at, ":=-#") || Is(at, "OF") || Is(at, "IS")) at++;
            return at;
        }

        // TWICE DAILY, 3X WEEKLY, 2 TIMES DAILY.
        private bool TryReadTimesOfDay(decimal times, int at)
        {
            if (IsMultiplier(at) || Is(at, "TWICE") || Is(at, "THRICE")) at++;
            else return false;
            if (Is(at, "A")) at++;
            if (!Is(at, "DAILY") && !Is(at, "WEEKLY") && !Is(at, "MONTHLY") && !Is(at, "DAY") && !Is(at, "WEEK"))
                return false;
            if (times is not (2 or 3 or 4)) return false;
            CloseName();
            var isDaily = Is(at, "DAILY") || Is(at, "DAY");
            Facts.Frequency ??= isDaily ? times == 2 ? "BID" : times == 3 ? "TID" : "QID"
                : $"{(int)times}X {(Is(at, "MONTHLY") ? "MONTHLY" : "WEEKLY")}";
            _isOpen = true;
            _at = at + 1;
            return true;
        }

        // Q4W, Q 4 WKS, Q28D, Q8H, EVERY 2 WEEKS, EVERY OTHER DAY, EVERY WEEK.
        private bool TryReadInterval()
        {
            if (!Is(_at, "Q") && !Is(_at, "EVERY")) return false;
            var isOther = Is(_at + 1, "OTHER");
            var at = isOther || Number(_at + 1) is not null ? _at + 2 : _at + 1;
            if (at == _at + 1 && !Is(_at, "EVERY")) return false;
            var every = isOther ? 2 : Number(_at + 1) ?? 1;
            if (every > 365 || !decimal.IsInteger(every)) return false;
            var unit = !IsWord(at) ? '\0' : Word(at) switch
            {
                "W" or "WK" or "WKS" or "WEEK" or "WEEKS" => 'W',
                "D" or "DAY" or "DAYS" => 'D',
                "H" or "HR" or "HRS" or "HOUR" or "HOURS" => 'H',
                "M" or "MO" or "MOS" or "MONTH" or "MONTHS" => 'M',
                _ => '\0',
            };
            if (unit == '\0') return false;
            CloseName();
            Facts.Frequency ??= $"Q{(int)every}{unit}";
            _at = at + 1;
            return true;
        }

        // 17-HYDROXY..., 5-FU, 5FU in front of any name: the number is part of the drug's name.
        private bool TryReadNumberInName()
        {
            if (_nameEnd >= 0 || _tokens[_at].Length > 2 || _at + 1 >= _tokens.Length) return false;
            var next = IsSymbol(_at + 1, "-") && _tokens[_at + 1].Glued ? _at + 2 : _at + 1;
            if (!IsOther(next) || !_tokens[next].Glued || _tokens[next].Length < 2) return false;
            var word = Word(next);
            if (word.EndsWith("MG") || word.EndsWith("ML") || word is "MIL" or "MILLION") return false;   // 1OMG
            var start = _tokens[_at].Start;
            _at = next;
            ReadName();
            if (Facts.Name.Start > start) Facts.Name = new(start, Facts.Name.End - start);
            return true;
        }

        // Eleven digits, ten with hyphens, 5-4-2: nothing else in a narrative looks like it.
        private bool TryReadNdc()
        {
            var start = (int)_tokens[_at].Start;
            if (_tokens[_at].Length < 4) return false;
            var label = _at - 1;
            while (IsSymbol(label, "#:.=") || Is(label, "NO")) label--;
            var labelled = KindAt(label) == WordKind.Ndc;
            int end = start, digits = 0, hyphens = 0;
            while (end < _text.Length)
            {
                // Behind the word NDC blanks may stand for the hyphens: NDC 12345 6789 01.
                var isMark = _text[end] == '-'
                    || (_text[end] == ' ' && labelled && (hyphens, digits)
                        is (0, >= 4 and <= 6) or (1, >= 7 and <= 10));
                while (isMark && end + 1 < _text.Length && _text[end] == ' ' && _text[end + 1] == ' ') end++;
                if (char.IsAsciiDigit(_text[end])) digits++;
                else if (isMark && end + 1 < _text.Length && char.IsAsciiDigit(_text[end + 1])) hyphens++;
                else break;
                end++;
            }
            var prefixed = Is(_at - 1, "N") && _text[start] == '4' && _tokens[_at].Glued
                && (digits == 12 || (digits == 11 && hyphens == 2));
            if (prefixed) (start, digits) = (start + 1, digits - 1);
            var isNdc = hyphens == 2 ? digits is 10 or 11 or 12
                : hyphens == 0 && (digits is 10 or 11 || (labelled && digits is >= 9 and <= 13));
            if (!isNdc) return false;
            if (end < _text.Length && _text[end] is '.' or ',' && end + 1 < _text.Length
                && char.IsAsciiDigit(_text[end + 1]))
                return false;
            CloseName();
            if (Facts.Ndc.IsEmpty) Facts.Ndc = new(start, end - start);
            else if (Facts.OtherNdc.IsEmpty && !_text[start..end].SequenceEqual(Facts.Ndc.Of(_text)))
                Facts.OtherNdc = new(start, end - start);
            while (_at < _tokens.Length && _tokens[_at].Start < end) _at++;
            return true;
        }
    }
}
