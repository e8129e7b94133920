namespace Noc.Drugs;

public static partial class NarrativeParser
{
    private ref partial struct Reading
    {
        private void ReadNumber()
        {
            if (_nameEnd >= 0) _nameClosed = true;
            if (TryReadNdc() || TryReadDate()) return;
            var value = _tokens[_at].Value;
            var next = _at + 1;
            if (Is(next, "MIL") || Is(next, "MILLION"))
            {
                value *= value < 1_000_000m ? 1_000_000m : 1m;
                next++;
            }
            if (next < _tokens.Length && IsSymbol(next, "-")) next++;   // 150-MG
            var unit = UnitAt(next);
            if (unit is null)
            {
                ReadCount(value);
                return;
            }
            next++;
            if (unit == "%")
            {
                SetStrength(new(value, "%"), default);
                _at = next;
                return;
            }
            if (IsUnitMap(next))
            {
                while (next < _tokens.Length && !IsSymbol(next, "=")) next++;
                _at = Math.Min(_tokens.Length, next + 3);
                return;
            }
            var amount = new Amount(value, unit);
            if (TryReadPer(amount, ref next))
            {
                _at = next;
                return;
            }
            _at = next;
            Assign(amount, next);
        }

        // A bare number: how many containers, or a dose whose unit is missing. Neither is guessed.
        private void ReadCount(decimal value)
        {
            if (_at + 1 < _tokens.Length && _tokens[_at + 1].Kind == TokenKind.Word
                && NarrativeWords.Classify(Word(_at + 1), out var container) == WordKind.Container && value < 1000)
            {
                Facts.ContainerCount ??= value;
                Facts.Container ??= container;
                if (Is(_at + 2, "OF") && IsAmount(_at + 3))
                {
                    SetStrength(new(_tokens[_at + 3].Value, UnitAt(_at + 4)!), new(1, "VIAL"));
                    _at += 5;
                    return;
                }
                _at += 2;
                return;
            }
            _at++;
            // Glued letters that are no unit (15OMG) are a misprint, no name.
            while (_at < _tokens.Length && _tokens[_at].Glued && _tokens[_at].Kind == TokenKind.Word
                && NarrativeWords.Classify(Word(_at), out _) == WordKind.Other) _at++;
        }

        private readonly bool IsUnitMap(int next) =>
            IsSymbol(next, "=") && Number(next + 1) is not null && IsUnitAt(next + 2);

        // "/ML", "/3ML", " PER ML", " ML" behind MG, "/VIAL".
        private bool TryReadPer(Amount amount, ref int next)
        {
            var at = next;
            if (IsSymbol(at, "/") || Is(at, "PER")) at++;
            else if (amount.Unit is "MG" or "MCG" && Is(at, "ML") && Number(at - 1) is null)
            {
                SetStrength(amount, new(1, "ML"));
                next = at + 1;
                return true;
            }
            else return false;
            var count = 1m;
            if (Number(at) is { } number && IsUnitAt(at + 1))
            {
                count = number;
                at++;
            }
            if (at >= _tokens.Length || _tokens[at].Kind != TokenKind.Word) return false;
            var per = Amount.NormaliseUnit(Word(at));
            if (per is "ML" or "L")
            {
                SetStrength(amount, new(count, per));
                next = at + 1;
                return true;
            }
            if (NarrativeWords.Classify(Word(at), out var container) != WordKind.Container) return false;
            Facts.Container ??= container;
            SetStrength(amount, new(1, "VIAL"));
            next = at;   // the container word itself may carry a count
            return true;
        }

        private void Assign(Amount amount, int next)
        {
            (_lastAmount, _lastAmountEnd, _doseFromLast) = (amount, next, false);
            if (_expectWaste)
            {
                _expectWaste = false;
                Facts.Waste = amount;
                return;
            }
            var isGiven = _expectGiven || (next < _tokens.Length && _tokens[next].Kind == TokenKind.Word
                && NarrativeWords.Classify(Word(next), out _) == WordKind.Given);
            _expectGiven = false;
            // "300MG VIAL" is what the vial holds, unless the text says that it was given.
            var isContainer = !isGiven && IsContainerAt(next) && amount.Unit is not "ML";
            if (isContainer && Facts.Strength.IsNone)
            {
                SetStrength(amount, new(1, "VIAL"));
                return;
            }
            if (amount.Unit is "ML" && (!Facts.Dose.IsNone || IsContainerAt(next)) && !isGiven) return;
            if (amount.Unit is "U" && !Facts.Dose.IsNone) return;
            if (amount.Unit is "UNITS" && amount.Value == 1) return;   // "1 UNIT" is the billed unit
            Facts.DoseCount++;
            _doseFromLast = true;
            if (Facts.Dose.IsNone || (isGiven && Facts.DoseCount == 1)) Facts.Dose = amount;
        }

        private readonly bool IsContainerAt(int at)
        {
            while (Is(at, "SINGLE") || Is(at, "MULTI") || Is(at, "MULTIPLE") || Is(at, "DOSE") || IsSymbol(at, "-")) at++;
            return at < _tokens.Length && _tokens[at].Kind == TokenKind.Word
                && NarrativeWords.Classify(Word(at), out _) == WordKind.Container;
        }

        private void SetStrength(Amount strength, Amount per)
        {
            if (!Facts.Strength.IsNone) return;
            (Facts.Strength, Facts.StrengthPer) = (strength, per);
            (_expectGiven, _lastAmount) = (false, default);
        }

        // Eleven digits, ten with hyphens, 5-4-2: nothing else in a narrative looks like it.
        private bool TryReadNdc()
        {
            var start = _tokens[_at].Start;
            int end = start, digits = 0, hyphens = 0;
            while (end < _text.Length)
            {
                if (char.IsAsciiDigit(_text[end])) digits++;
                else if (_text[end] == '-' && end + 1 < _text.Length && char.IsAsciiDigit(_text[end + 1])) hyphens++;
                else break;
                end++;
            }
            var labelled = Is(_at - 1, "NDC") || (_at > 1 && IsSymbol(_at - 1, "#:") && Is(_at - 2, "NDC"));
            var prefixed = _at > 0 && Is(_at - 1, "N") && _text[start] == '4' && digits == 12 && _tokens[_at].Glued;
            if (prefixed) (start, digits) = (start + 1, digits - 1);
            var isNdc = hyphens == 2 ? digits is 10 or 11 or 12
                : hyphens == 0 && (digits is 10 or 11 || (labelled && digits >= 9));
            if (!isNdc) return false;
            if (Facts.Ndc.IsEmpty) Facts.Ndc = new(start, end - start);
            while (_at < _tokens.Length && _tokens[_at].Start < end) _at++;
            return true;
        }

        // 04/02/2026, 2026-04-02, 040226: skipped, so that their numbers are no doses.
        private bool TryReadDate()
        {
            var start = _tokens[_at].Start;
            int end = start, digits = 0, marks = 0;
            while (end < _text.Length && (char.IsAsciiDigit(_text[end]) || _text[end] is '/' or '-'))
            {
                if (char.IsAsciiDigit(_text[end])) digits++;
                else marks++;
                end++;
            }
            var endsWord = end == _text.Length || _text[end] == ' ';
            if (!endsWord || !((marks == 2 && digits is >= 4 and <= 8) || (marks == 0 && digits == 6))) return false;
            while (_at < _tokens.Length && _tokens[_at].Start < end) _at++;
            return true;
        }
    }
}
