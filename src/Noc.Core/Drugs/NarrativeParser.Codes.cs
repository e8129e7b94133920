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
                if (IsContainerAt(_at + 2)) Facts.ContainerCount ??= count;
                else SetTimes(count, _at + 2);
                _at += IsContainerAt(_at + 2) ? 1 : 2;
                return;
            }
            if (word == "EVERY" && TryReadInterval()) return;
            if (word == "JZ" && Facts.Waste.IsNone) SetWaste(new(0, "MG"), SpanOf(_at, _at));
            _at++;
        }

        // Q4W, Q 4 WKS, Q28D, Q8H, EVERY 2 WEEKS.
        private bool TryReadInterval()
        {
            if (!Is(_at, "Q") && !Is(_at, "EVERY")) return false;
            if (Number(_at + 1) is not { } every || every > 365 || !decimal.IsInteger(every)) return false;
            var unit = !IsWord(_at + 2) ? '\0' : Word(_at + 2) switch
            {
                "W" or "WK" or "WKS" or "WEEK" or "WEEKS" => 'W',
                "D" or "DAY" or "DAYS" => 'D',
                "H" or "HR" or "HRS" or "HOURS" => 'H',
                "M" or "MO" or "MOS" or "MONTHS" => 'M',
                _ => '\0',
            };
            if (unit == '\0') return false;
            CloseName();
            Facts.Frequency ??= $"Q{(int)every}{unit}";
            _at += 3;
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
