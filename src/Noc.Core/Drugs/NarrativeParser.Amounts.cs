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
            // 1 000 MG, with a blank between the thousands.
            while (value is > 0 and < 1000m && Has(next) && Word(next) is "000")
            {
                value *= 1000;
                next++;
            }
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
            if (unit == "%")
            {
                if (!IsDiluent(next)) SetStrength(amount, default, SpanOf(first, last));
            }
            else if (!TryReadUnitMap(amount, first, ref next) && !TryReadPer(amount, first, ref next))
            {
                _at = next;
                Assign(amount, first, next, SpanOf(first, last));
                return;
            }
            _at = _strengthEnd = next;
        }

        // IN 250ML 0.9% NACL: behind the drug and its dose.
        private readonly bool IsDiluent(int at) => !Facts.Name.IsEmpty && !Facts.Dose.IsNone && (Is(at, "NACL")
            || Is(at, "NS") || Is(at, "SODIUM") || Is(at, "SALINE") || Is(at, "DEXTROSE") || Is(at, "NORMAL"));

        // A bare number: how many containers, or a dose whose unit is missing. Neither is guessed.
        private void ReadCount(decimal value)
        {
            var next = _at + 1;
            if (TrySkipMeasure(next) || TryReadPart(value, next) || TryReadTimesOfDay(value, next)) return;
            // "15-30MG" is a range, "1/2MG" a fraction or two strengths; "1 200MG" may be one number.
            _isOpen |= (IsSymbol(next, "-/") && IsAmount(next + 1))
                || (value < 1000 && Has(next) && _tokens[next] is { Kind: TokenKind.Number, Length: 3 }
                    && IsAmount(next) && KindAt(_at - 1) is not (WordKind.Price or WordKind.Lot));
            // 1/2 AMP
            if (value is > 0 and < 10 && IsSymbol(next, "/") && Number(next + 1) is > 0 and < 10 and var below
                && value < below && KindAt(next + 2) == WordKind.Container)
            {
                Facts.ContainerCount ??= Rounding.Amount(value / below);
                Facts.Container ??= NarrativeWords.Entry(_tokens[next + 2].Entry).Value;
                _at = next + 3;
                return;
            }
            if (KindAt(next) == WordKind.Container && value < 1000)
            {
                Facts.ContainerCount ??= value;
                if (Facts.Container is null or "VIAL")
                    Facts.Container = NarrativeWords.Entry(_tokens[next].Entry).Value;
                var isOf = Is(next + 1, "OF") || Is(next + 1, "AT") || IsSymbol(next + 1, "@");
                var amount = isOf ? next + 2 : next + 1;
                var isEach = isOf || Is(amount + 2, "EACH") || Is(amount + 2, "EA")
                    || (Facts.DoseCount > 0 && !IsGivenOrWasted(amount + 2));   // 750MG IV 2 VIALS 375MG
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
                // 2 X 300MG VIALS, 2X375MG/18.75ML
                if (IsContainerAt(next + 3) || IsSymbol(next + 3, "/") || Is(next + 3, "PER"))
                    Facts.ContainerCount ??= value;
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

        private readonly bool IsGivenOrWasted(int at) => KindAt(at) is WordKind.Given
            || (KindAt(at) is WordKind.Waste && !IsAmount(at + 1));

        // 700 OF 750MG was given; 1000/300 MG are two ingredients.
        private bool TryReadPart(decimal value, int next)
        {
            if (!IsAmount(next + 1) || UnitAt(next + 2) is not { } unit || unit is "ML" or "%" or "KG"
                || Number(next + 1) is not { } other || value < 10) return false;
            var isPart = Is(next, "OF") && value <= other && value * 4 >= other && !IsContainerAt(next + 3);
            if (!isPart && !IsSymbol(next, "/")) return false;
            Assign(new(value, unit), _at, next, SpanOf(_at, _at));
            _at = isPart ? next + 3 : next;
            return true;
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
            // "150MG = 3ML" is a dose and its volume.
            if (right.Unit is "ML" && left.Unit is not ("UNITS" or "U" or "ML")
                && (right.Value != 1 || !Facts.Strength.IsNone)) return false;
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
            // 10MG/UNIT is what one billed unit stands for.
            if (per is "UNITS" && amount.Unit is not ("UNITS" or "U" or "IU"))
            {
                if (Facts.UnitMap.IsEmpty)
                    (Facts.UnitMap, Facts.UnitMapUnits, Facts.UnitMapAmount) =
                        (SpanOf(first, at), new(count, "UNITS"), amount);
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

        private void Assign(Amount amount, int first, int next, TextSpan span)
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
                if (amount.Unit is "ML" && IsSymbol(next, "(") && IsAmount(next + 1)) return;   // WASTED 2.5ML (50MG)
                _expectWaste = false;
                SetWaste(amount, span);
                return;
            }
            if (IsCalledStrength(next))
            {
                SetStrength(amount, new(1, "VIAL"), span);
                return;
            }
            var isNamedBefore = _expectGiven;
            var isGiven = _expectGiven
                || (KindAt(next) == WordKind.Given && !(Is(next, "DOSE") && IsContainerAt(next + 1)));
            _expectGiven = false;
            // "300MG VIAL" and "300MG X 2 VIALS" are what the vial holds, unless the text says that it was given.
            var isContainer = !isGiven && amount.Unit is not "ML"
                && (IsContainerAt(next) || (IsMultiplier(next) && IsContainerAt(next + 2)));
            if (TryReplaceContent(amount, span)) return;
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
            if (Facts.DoseCount++ == 0)
            {
                (Facts.Dose, Facts.DoseSpan, _isDoseNamedBefore) = (amount, span, isNamedBefore);
                _isOfContainer = !isGiven && (isContainer || KindAt(first - 1) is WordKind.Container);
            }
            else
            {
                if (Facts.OtherDoses.Count == 0) Facts.OtherDoseSpan = span;
                Facts.OtherDoses = Facts.OtherDoses.With(amount);
            }
        }

        // STRENGTH 100MG, 100MG STRENGTH.
        private bool IsCalledStrength(int next)
        {
            var isBefore = _expectStrength;
            _expectStrength = false;
            while (IsSymbol(next, ",;")) next++;
            return (isBefore && !(KindAt(next) is WordKind.Given && !IsAmount(next + 1)))
                || ((Is(next, "STRENGTH") || Is(next, "STR")) && !IsAmount(next + 1) && !IsSymbol(next + 1, ":="));
        }

        // 1 SDV 100MG, 80MG IV: what stood beside the container was what it holds.
        private bool TryReplaceContent(Amount amount, TextSpan span)
        {
            if (!_isOfContainer || Facts.DoseCount != 1 || Facts.IsCompound || Facts.OtherNames.Count > 0
                || amount.In(Facts.Dose.Unit) is null) return false;
            var (content, of) = (Facts.Dose, Facts.DoseSpan);
            (Facts.Dose, Facts.DoseSpan, _isOfContainer, _doseFromLast) = (amount, span, false, true);
            SetStrength(content, new(1, "VIAL"), of);
            (_lastAmount, _lastAmountSpan) = (amount, span);
            return true;
        }

        private readonly bool IsContainerAt(int at)
        {
            while (Is(at, "SINGLE") || Is(at, "MULTI") || Is(at, "MULTIPLE") || Is(at, "MULTIDOSE") || Is(at, "USE")
                || Is(at, "DOSE") || Is(at, "PREFILLED") || IsSymbol(at, "-")) at++;
            return KindAt(at) == WordKind.Container;
        }

        private void SetStrength(Amount strength, Amount per, TextSpan span)
        {
            (_expectGiven, _expectStrength, _lastAmount) = (false, false, default);
            if (Facts.Strength.IsNone)
            {
                (Facts.Strength, Facts.StrengthPer, Facts.StrengthSpan) = (strength, per, span);
                return;
            }
            Facts.OtherStrengths = Facts.OtherStrengths.With((strength, per));
        }
    }
}
