namespace Noc.Drugs;

public static partial class NarrativeParser
{
    private ref partial struct Reading
    {
        // Words behind which another drug is named: PT FAILED, PREMED WITH, NOT, BIOSIMILAR TO.
        private readonly bool IsMentionAt(int at) => KindAt(at) is WordKind.Mention
            || (Is(at, "NOT") && IsOther(at + 1))
            || ((Is(at, "BIOSIMILAR") || Is(at, "SIMILAR") || Is(at, "EQUIVALENT") || Is(at, "GENERIC"))
                && (Is(at + 1, "TO") || Is(at + 1, "OF") || Is(at + 1, "FOR")));

        private void ReadMention()
        {
            CloseName();
            if (Facts.MentionStart < 0) Facts.MentionStart = _tokens[_at].Start;
            // What a drug is mixed with goes where the drug does.
            var isMixed = Is(_at, "MIXED") || Is(_at, "DILUTED") || Is(_at, "RECONSTITUTED");
            _at++;
            var isNamed = false;
            while (_at < _tokens.Length)
            {
                if (IsOther(_at) && !IsMentionAt(_at))
                {
                    isNamed |= _tokens[_at].Length > 1;
                    NameWordEnd();
                }
                else if (IsMentionAt(_at) || IsFiller(_at) || IsSymbol(_at, ",/&+:")) _at++;
                else break;
            }
            // Its amount goes with it; but a dose that nothing else gave is the line's own.
            if (!isNamed || !IsAmount(_at) || (Facts.Dose.IsNone && !Facts.Name.IsEmpty)) return;
            _at += 2;
            if (!isMixed && KindAt(_at) is WordKind.Route) _at++;
        }

        private readonly bool IsFiller(int at) => KindAt(at) is WordKind.Join || Is(at, "TO") || Is(at, "OF")
            || Is(at, "ON") || Is(at, "THE") || Is(at, "A") || Is(at, "FOR") || Is(at, "IN") || Is(at, "WAS")
            || Is(at, "OR") || Is(at, "PT") || Is(at, "PATIENT");

        // HEPARIN FREE, HEPARIN-FREE: what is not in it. "BRAND FREE DRUG" was given for nothing.
        private bool IsAbsent(int first)
        {
            if (Is(_at - 1, "FREE")) return Absent(first);
            var free = IsSymbol(_at, "-") ? _at + 1 : _at;
            if (!Is(free, "FREE") || Is(free + 1, "DRUG") || Is(free + 1, "SAMPLE") || Is(free + 1, "OF")) return false;
            if (_nameEnd < 0 && !IsOther(free + 1)) return false;
            _at = free + 1;
            return Absent(first);
        }

        private bool Absent(int first)
        {
            CloseName();
            if (_nameEnd >= 0 && Facts.MentionStart < 0) Facts.MentionStart = _tokens[first].Start;
            return true;
        }

        // WT 70KG, WEIGHT: 82.5 KG, BSA 1.73 M2: the patient's, no dose. MOLECULAR WEIGHT HEPARIN is a name.
        private void ReadBody()
        {
            var at = _at + 1;
            var isWeight = Is(_at, "WT") || Is(_at, "WGT") || Is(_at, "WEIGHT") || Is(_at, "WEIGHS")
                || Is(_at, "WEIGHED");
            while (IsSymbol(at, ":=-.") || Is(at, "IS") || Is(at, "OF")) at++;
            if (Number(at) is null)
            {
                ReadOtherWord();
                return;
            }
            CloseName();
            _at = at + 1;
            if (isWeight && Number(at) is { } weight) SetWeight(weight, _at);
            if (TrySkipMeasure(_at)) return;
            if (IsUnitAt(_at) || Is(_at, "IN")) _at++;
        }

        private bool TrySkipMeasure(int at)
        {
            var isSquare = Is(at, "M") && Number(at + 1) is 2m;
            if (!isSquare && !Is(at, "LB") && !Is(at, "LBS") && !Is(at, "POUNDS") && !Is(at, "CM")
                && !Is(at, "INCHES")) return false;
            _at = isSquare ? at + 2 : at + 1;
            return true;
        }

        private void ReadFrequencyWord(string word)
        {
            Facts.Frequency ??= word;
            _isOpen |= word is "BID" or "TID" or "QID" or "BIW" or "TIW";
        }

        private void NoteSide(string word)
        {
            var side = BodySides.OfWord(word);
            Facts.Side = Facts.Side.And(side);
            _isRight |= side is BodySide.Right;
            _isLeft |= side is BodySide.Left;
            _isOpen |= side is BodySide.Both;
        }

        // "X 2" and "X 2 DOSES" multiply; a line may be one of "X 3 DAYS"; "X 90 MIN" is a time.
        private void SetTimes(decimal times, int next)
        {
            if (Is(next, "MIN") || Is(next, "MINS") || Is(next, "MINUTES") || Is(next, "HR") || Is(next, "HRS")
                || Is(next, "HOUR") || Is(next, "HOURS")) return;
            Facts.Frequency ??= Times(times);
            _isOpen |= (_times != 0 && _times != times) || times is < 1 or > 100 || !decimal.IsInteger(times)
                || Is(next, "DAY") || Is(next, "DAYS") || Is(next, "WEEK") || Is(next, "WEEKS") || Is(next, "WKS")
                || Is(next, "MONTHS") || KindAt(next) is WordKind.Frequency;
            _times = times;
        }

        private void TakeTotal(Amount amount, TextSpan span)
        {
            if (Facts is { Dose.Unit: "ML", Volume.IsNone: true } && amount.Unit is not "ML")
                (Facts.Volume, Facts.VolumeSpan) = (Facts.Dose, Facts.DoseSpan);
            (_expectTotal, _doseFromLast, _times, _isOpen) = (false, true, 0, false);
            (Facts.Dose, Facts.DoseSpan, Facts.DoseCount, Facts.OtherDoses, Facts.Frequency) =
                (amount, span, 1, [], null);
        }

        private readonly Amount Total()
        {
            if (_isOpen || Facts.Dose.IsNone) return default;
            var sum = Facts.Dose.Value;
            foreach (var other in Facts.OtherDoses)
            {
                // Amounts of another kind, or of another drug, say nothing of this one.
                if (other.In(Facts.Dose.Unit) is not { } more || Facts.OtherNames.Count > 0) continue;
                if (!_isRight || !_isLeft) return default;
                sum += more;
            }
            return new(sum * Math.Max(1m, _times), Facts.Dose.Unit);
        }
    }
}
