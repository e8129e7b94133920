namespace Noc.Drugs;

public static partial class NarrativeParser
{
    private const decimal MostThatCounts = 1_000_000_000_000m;

    private ref partial struct Reading
    {
        private void ReadWasteWord()
        {
            var at = _at - 1;
            while (at >= 0 && (Is(at, "DRUG") || IsSymbol(at, ",:-"))) at--;
            if (Is(at, "NO") || Is(at, "ZERO") || Is(_at + 1, "NONE"))
            {
                SetWaste(new(0, "MG"), SpanOf(Is(at, "NO") ? at : _at, _at));
                return;
            }
            if (Facts.Waste is { IsNone: false, Value: > 0 }) return;
            // "120MG WASTED" was read as the last dose; "WASTE 120MG" comes next.
            var next = _at + 1;
            while (IsSymbol(next, ":=-")) next++;
            var isBehind = IsBehindAmount();
            // A short word that also stands for discontinued: only beside an amount.
            if (Is(_at, "DISC") && !isBehind && !IsAmount(next)) return;
            if (isBehind && !_lastAmount.IsNone && !NamesNext(next))
            {
                SetWaste(_lastAmount, _lastAmountSpan);
                if (_doseFromLast) TakeBackDose();
                return;
            }
            if (Number(next) is not { } bare || IsUnitAt(next + 1)) _expectWaste = true;
            else if (bare == 0) SetWaste(new(0, "MG"), SpanOf(_at, next));
            else if (!Facts.Dose.IsNone && IsBare(next)) SetWaste(new(bare, Facts.Dose.Unit), SpanOf(next, next));
            else _expectWaste = true;
        }

        // 50MG WASTED, 50MG OF WASTE, 50MG DRUG WASTED.
        private readonly bool IsBehindAmount()
        {
            var at = _at;
            while (Is(at - 1, "OF") || Is(at - 1, "DRUG")) at--;
            return _lastAmountEnd == at;
        }

        // Whether the amount behind the word is the waste, and the one before it the dose.
        private readonly bool NamesNext(int next) => IsAmount(next) && (Is(_at, "WASTE") || Is(_at, "WASTAGE")
            || Is(_at, "WST") || Is(_at, "DISCARD") || Is(_at, "DISC") || Is(_at, "JW")
            || (_doseFromLast && Facts.DoseCount == 1
                && (_isDoseNamedBefore || KindAt(next + 2) != WordKind.Given)));

        // WASTED 20, in the unit of the dose; WASTED 1 VIAL is something else.
        private readonly bool IsBare(int at) => !IsDateAt(at) && !IsContainerAt(at + 1) && !IsMultiplier(at + 1)
            && !IsSymbol(at + 1, "/-");

        // 50MG NOT USED.
        private bool TryReadNotUsed()
        {
            if (!Is(_at, "NOT") || !Is(_at + 1, "USED") || _lastAmountEnd != _at || _lastAmount.IsNone) return false;
            if (Facts.Waste is not { IsNone: false, Value: > 0 })
            {
                SetWaste(_lastAmount, _lastAmountSpan);
                if (_doseFromLast) TakeBackDose();
            }
            _at += 2;
            return true;
        }

        private readonly void SetWaste(Amount waste, TextSpan span) => (Facts.Waste, Facts.WasteSpan) = (waste, span);

        private readonly void TakeBackDose()
        {
            if (--Facts.DoseCount == 0) (Facts.Dose, Facts.DoseSpan) = (default, default);
            else if (Facts.OtherDoses is [.. var before, _])
            {
                Facts.OtherDoses = before;
                if (before.Count == 0) Facts.OtherDoseSpan = default;
            }
        }

        // What was opened is dose and waste together, and what the containers hold is no second dose.
        private void SettleDoses()
        {
            if (Facts.OtherDoses.Count == 0) return;
            var dose = Facts.Dose.Value;
            var sum = 0m;
            foreach (var one in Facts.OtherDoses)
            {
                if (one.In(Facts.Dose.Unit) is not { } more || more > MostThatCounts) return;
                sum += more;
            }
            if (dose > MostThatCounts) return;
            if (Facts.OtherDoses.Count > 1)
            {
                if (sum == dose) SetDose(Facts.Dose, Facts.DoseSpan);   // 750MG: 375MG right, 375MG left
                return;
            }
            var waste = Facts.Waste.In(Facts.Dose.Unit) ?? 0;
            var count = _times > 1 ? _times : Facts.ContainerCount is { } containers and < 1000 ? containers : 0;
            if (waste > 0 && dose == sum + waste) SetDose(Facts.OtherDoses[0], Facts.OtherDoseSpan);
            else if (waste > 0 && sum == dose + waste) SetDose(Facts.Dose, Facts.DoseSpan);
            else if (count > 1 && dose == sum * count) SetContent(isFirst: false);
            else if (count > 1 && sum == dose * count) SetContent(isFirst: true);
        }

        private readonly void SetDose(Amount dose, TextSpan span) =>
            (Facts.Dose, Facts.DoseSpan, Facts.DoseCount, Facts.OtherDoses, Facts.OtherDoseSpan) =
                (dose, span, 1, [], default);

        // 750MG IV 2X375MG: one of the two amounts is what each container holds.
        private void SetContent(bool isFirst)
        {
            var (first, other) = ((Facts.Dose, Facts.DoseSpan), (Facts.OtherDoses[0], Facts.OtherDoseSpan));
            var (dose, content) = isFirst ? (other, first) : (first, other);
            SetDose(dose.Item1, dose.Item2);
            if (_times > 1)
            {
                Facts.ContainerCount ??= _times;
                if (Facts.Frequency == Times(_times)) Facts.Frequency = null;
                (_times, _isOpen) = (0, false);
            }
            if (Facts.Strength.IsNone) SetStrength(content.Item1, new(1, "VIAL"), content.Item2);
        }
    }
}
