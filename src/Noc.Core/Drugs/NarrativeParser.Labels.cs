namespace Noc.Drugs;

public static partial class NarrativeParser
{
    private const decimal KilogramsPerPound = 0.45359237m;   // NIST Special Publication 811, by definition

    private ref partial struct Reading
    {
        // EXAMPLAZOLE PFIZER 150MG, FRESENIUS KABI EXAMPLAZOLE: makers that are known by name.
        private void ReadCompany()
        {
            var first = _at;
            while (KindAt(_at) is WordKind.Company || (_at > first && IsOther(_at) && IsCompany(Word(_at)))) _at++;
            if (Facts.Manufacturer.IsEmpty) Facts.Manufacturer = SpanOf(first, _at - 1);
        }

        // DX G43.709, ICD-10 C50.911, DIAGNOSIS: M05.79. Words in place of a code are left alone.
        private void ReadDiagnosis()
        {
            _at++;
            if (IsSymbol(_at, "-") && Number(_at + 1) is 10m) _at += 2;
            else if (Number(_at) is 10m) _at++;
            if (Is(_at, "CODE")) _at++;
            while (IsSymbol(_at, ":#=-.")) _at++;
            var isCode = IsWord(_at) && _tokens[_at].Length == 1 && Has(_at + 1)
                && _tokens[_at + 1] is { Glued: true, Kind: TokenKind.Number };
            if (!isCode) return;
            var first = _at;
            var last = _at++;
            while (Has(_at) && _tokens[_at].Glued && (_tokens[_at].Kind is not TokenKind.Symbol || (IsSymbol(_at, ".")
                && Has(_at + 1) && _tokens[_at + 1] is { Glued: true, Kind: not TokenKind.Symbol }))) last = _at++;
            if (Facts.Diagnosis.IsEmpty) Facts.Diagnosis = SpanOf(first, last);
        }

        // MODEL AB-12, CATALOG # 4711; a number has a digit.
        private void ReadProductNumber(int at)
        {
            while (IsSymbol(at, ":#.=") || Is(at, "NO") || Is(at, "NUMBER")) at++;
            _at = at;
            if (!Has(at) || _tokens[at].Kind is TokenKind.Symbol) return;
            var last = at;
            while (Has(last + 1) && _tokens[last + 1].Glued && !IsSymbol(last + 1, ",;()")) last++;
            var span = SpanOf(at, last);
            if (!HasDigit(span)) return;
            _at = last + 1;
            if (Facts.ProductNumber.IsEmpty) Facts.ProductNumber = span;
        }

        private readonly bool HasDigit(TextSpan span)
        {
            foreach (var c in span.Of(_text))
                if (char.IsAsciiDigit(c)) return true;
            return false;
        }

        // PRODUCT # 4711, ITEM NO AB-12: only with the mark; the words alone say nothing.
        private bool TryReadItemNumber()
        {
            if (!Is(_at, "PRODUCT") && !Is(_at, "ITEM")) return false;
            if (!IsSymbol(_at + 1, "#") && !Is(_at + 1, "NO") && !Is(_at + 1, "NUMBER")) return false;
            ReadProductNumber(_at + 1);
            return true;
        }

        // "10 DOSES PER VIAL", "10-DOSE VIAL", "10 DOSES/VIAL": what the vial holds, not how often it was given.
        private bool TryReadDosesPerContainer(decimal value, int next)
        {
            if (IsSymbol(next, "-")) next++;
            if (!Is(next, "DOSE") && !Is(next, "DOSES")) return false;
            var at = next + 1;
            if (IsSymbol(at, "/") || Is(at, "PER") || Is(at, "IN") || Is(at, "A")) at++;
            if (Is(at, "EACH") || Is(at, "A")) at++;
            if (KindAt(at) is not WordKind.Container) return false;
            Facts.DosesPerContainer ??= value;
            _at = at;
            return true;
        }

        private readonly void SetWeight(decimal value, int unit)
        {
            if (Facts.WeightKg is not null || value is <= 0 or > 1000) return;
            var isPounds = Is(unit, "LB") || Is(unit, "LBS") || Is(unit, "POUNDS");
            Facts.WeightKg = isPounds ? Rounding.Amount(value * KilogramsPerPound, 2) : value;
        }
    }
}
