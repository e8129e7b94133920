namespace Noc.Drugs;

public static partial class NarrativeParser
{
    private ref partial struct Reading
    {
        private void ReadNumber()
        {
            if (TryReadNdc() || TryReadDate() || TryReadNumberInName()) return;
            CloseName();
            var first = _at;
            if (Number(_at) is not { } value)
            {
                _at++;
                return;
            }
            var next = _at + 1;
            var isPower = TryReadPower(ref value, ref next);
            ReadThousands(ref value, ref next);
            if (IsSymbol(next, "-.")) next++;   // 150-MG, 5.MG
            if (BigUnitAt(ref next) is not { } unit)
            {
                if (isPower) _at = next;   // a number of what, the text does not say
                else ReadCount(value);
                return;
            }
            var last = next++;
            if (unit is "VG" && Is(next, "COPIES")) last = next++;
            var amount = new Amount(value, unit);
            if (unit == "%") SetStrength(amount, default, SpanOf(first, last));
            else if (!TryReadUnitMap(amount, first, ref next) && !TryReadPer(amount, first, ref next))
            {
                _at = next;
                Assign(amount, next, SpanOf(first, last));
                return;
            }
            _at = next;
        }

        // A bare number: how many containers, or a dose whose unit is missing. Neither is guessed.
        private void ReadCount(decimal value)
        {
            var next = _at + 1;
            if (TrySkipMeasure(next)) return;
            // "15-30MG" is a range, "1/2MG" a fraction or two strengths; "1 200MG" may be one number.
            _isOpen |= (IsSymbol(next, "-/") && IsAmount(next + 1))
                || (value < 1000 && Has(next) && _tokens[next] is { Kind: TokenKind.Number, Length: 3 }
                    && IsAmount(next) && KindAt(_at - 1) is not (WordKind.Price or WordKind.Lot));
            if (KindAt(next) == WordKind.Container && value < 1000)
            {
                Facts.ContainerCount ??= value;
                if (Facts.Container is null or "VIAL")
                    Facts.Container = NarrativeWords.Entry(_tokens[next].Entry).Value;
                var amount = Is(next + 1, "OF") ? next + 2 : next + 1;
                var isEach = Is(next + 1, "OF") || Is(amount + 2, "EACH") || Is(amount + 2, "EA");
                if (isEach && IsAmount(amount) && Number(amount) is { } content)
                {
                    SetStrength(new(content, UnitAt(amount + 1)!), new(1, "VIAL"), SpanOf(_at, amount + 1));
                    _at = amount + 2;
                    return;
                }
                _at = next + 1;
                return;
            }
            if (IsMultiplier(next) && IsAmount(next + 1) && value < 1000)
            {
                if (IsContainerAt(next + 3)) Facts.ContainerCount ??= value;   // 2 X 300MG VIALS
                else SetTimes(value, -1);
                _at = next + 1;
                return;
            }
            if (TryReadDosesPerContainer(value, next)) return;
            if (Is(next, "TIME") || Is(next, "TIMES") || Is(next, "DOSES")) SetTimes(value, next + 1);
            _at++;
            // Glued letters that are no unit (15OMG) are a misprint, no name.
            while (IsOther(_at) && _tokens[_at].Glued) _at++;
        }

        // 1UNIT=150MG, 5MG=1UNIT: what is billed for what, no dose.
        private bool TryReadUnitMap(Amount left, int first, ref int next)
        {
            if (!IsSymbol(next, "=") || Number(next + 1) is not { } value
                || UnitAt(next + 2) is not { } unit) return false;
            var right = new Amount(value, unit);
            // "3.5ML = 35MG" says what the volume holds; "1ML=50MG" alone what the product is.
            if (left.Unit is "ML" && (right.Unit is "UNITS" or "U" ? value > 10 : unit is not "ML")
                && (left.Value != 1 || !Facts.Strength.IsNone)) return false;
            // "2 X 30MG = 60MG" is a sum; "1UNIT=1000UNITS" is none.
            if (right.In(left.Unit) is not null && left is not { Value: 1, Unit: "UNITS" }
                && !Is(next - 1, "UNIT")) return false;
            if (Facts.UnitMap.IsEmpty)
            {
                Facts.UnitMap = SpanOf(first, next + 2);
                var leftIsUnits = left.Unit is "UNITS" or "U";
                (Facts.UnitMapUnits, Facts.UnitMapAmount) = leftIsUnits ? (left, right) : (right, left);
            }
            next += 3;
            return true;
        }

        // "/ML", "/3ML", " PER ML", " ML" behind MG, "/VIAL", "/KG".
        private bool TryReadPer(Amount amount, int first, ref int next)
        {
            var at = next;
            if (IsSymbol(at, "/") || Is(at, "PER")) at++;
            else if (amount.Unit is "MG" or "MCG" && UnitAt(at) is "ML"
                && !(Has(at + 1) && _tokens[at + 1] is { Glued: true, Kind: TokenKind.Number }))   // 150MG ML3, an NDC
            {
                SetStrength(amount, new(1, "ML"), SpanOf(first, at));
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
            if (!IsWord(at)) return false;
            var per = UnitAt(at);
            if (per is "ML" or "L" || (per is "G" && amount.Unit is not "G"))
            {
                SetStrength(amount, new(count, per), SpanOf(first, at));
                next = at + 1;
                return true;
            }
            // 5 MG/KG and 75 MG/M2 are what the order says; the amount given is another number.
            if (per is "KG" || Is(at, "M") || Is(at, "HR") || Is(at, "HOUR") || Is(at, "MIN"))
            {
                next = at + (Is(at, "M") && Number(at + 1) is 2m ? 2 : 1);
                return true;
            }
            if (KindAt(at) != WordKind.Container) return false;
            SetStrength(amount, new(1, "VIAL"), SpanOf(first, at));
            next = at;   // the container word itself may carry a count
            return true;
        }

        private void Assign(Amount amount, int next, TextSpan span)
        {
            if (amount.Unit is "KG")
            {
                SetWeight(amount.Value, _at - 1);   // a body, no dose
                return;
            }
            (_lastAmount, _lastAmountSpan, _lastAmountEnd, _doseFromLast) = (amount, span, next, false);
            if (_expectTotal)
            {
                TakeTotal(amount, span);
                return;
            }
            if (_expectWaste)
            {
                _expectWaste = false;
                SetWaste(amount, span);
                return;
            }
            var isGiven = _expectGiven
                || (KindAt(next) == WordKind.Given && !(Is(next, "DOSE") && IsContainerAt(next + 1)));
            _expectGiven = false;
            // "300MG VIAL" and "300MG X 2 VIALS" are what the vial holds, unless the text says that it was given.
            var isContainer = !isGiven && amount.Unit is not "ML"
                && (IsContainerAt(next) || (IsMultiplier(next) && IsContainerAt(next + 2)));
            if (isContainer && Facts.Strength.IsNone)
            {
                SetStrength(amount, new(1, "VIAL"), span);
                return;
            }
            if (amount.Unit is "ML" && (!Facts.Dose.IsNone || IsContainerAt(next)) && !isGiven)
            {
                if (!IsContainerAt(next) && Facts.Volume.IsNone && Facts.Dose.Unit is not "ML")
                    (Facts.Volume, Facts.VolumeSpan) = (amount, span);
                return;
            }
            if (amount.Unit is "U" && !Facts.Dose.IsNone) return;
            if (amount.Unit is "UNITS" && amount.Value == 1) return;   // "1 UNIT" is the billed unit
            _doseFromLast = true;
            // "3ML 150MG": the volume of the dose, told first.
            if (Facts is { DoseCount: 1, Dose.Unit: "ML", Volume.IsNone: true, IsCompound: false, OtherNames.Count: 0 }
                && amount.Unit is not "ML")
            {
                (Facts.Volume, Facts.VolumeSpan) = (Facts.Dose, Facts.DoseSpan);
                (Facts.Dose, Facts.DoseSpan) = (amount, span);
                return;
            }
            if (Facts.DoseCount++ == 0) (Facts.Dose, Facts.DoseSpan) = (amount, span);
            else
            {
                if (Facts.OtherDoses.Count == 0) Facts.OtherDoseSpan = span;
                Facts.OtherDoses = Facts.OtherDoses.With(amount);
            }
        }

        private readonly bool IsContainerAt(int at)
        {
            while (Is(at, "SINGLE") || Is(at, "MULTI") || Is(at, "MULTIPLE") || Is(at, "MULTIDOSE") || Is(at, "USE")
                || Is(at, "DOSE") || Is(at, "PREFILLED") || IsSymbol(at, "-")) at++;
            return KindAt(at) == WordKind.Container;
        }

        private void SetStrength(Amount strength, Amount per, TextSpan span)
        {
            (_expectGiven, _lastAmount) = (false, default);
            if (Facts.Strength.IsNone)
            {
                (Facts.Strength, Facts.StrengthPer, Facts.StrengthSpan) = (strength, per, span);
                return;
            }
            Facts.OtherStrengths = Facts.OtherStrengths.With((strength, per));
        }
    }
}
