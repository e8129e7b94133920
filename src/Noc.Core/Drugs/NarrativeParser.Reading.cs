namespace Noc.Drugs;

public static partial class NarrativeParser
{
    /// <summary>One pass over the tokens of a text.</summary>
    private ref partial struct Reading(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private readonly ReadOnlySpan<Token> _tokens = tokens;
        private Amount _lastAmount;   // the amount read last, in case the next word says that it was thrown away
        private TextSpan _lastAmountSpan;
        private decimal _times;       // how often the dose was given; 0 where not said
        private bool _isOpen;         // the text leaves open how much was given in all
        private bool _isRight, _isLeft;
        private int _at, _nameEnd = -1, _lastAmountEnd = -1;
        private int _strengthEnd = -1;
        private bool _sawGeneric, _expectGiven, _expectWaste, _expectTotal, _nameClosed, _doseFromLast;
        private bool _expectStrength;
        private bool _isDoseNamedBefore;   // GIVEN 150MG: the words stand in front of their amounts
        private bool _isOfContainer;       // what was read as the dose stands beside a container

        public NarrativeFacts Facts { get; } = new();

        public void Run()
        {
            while (_at < _tokens.Length)
            {
                switch (_tokens[_at].Kind)
                {
                    case TokenKind.Number: ReadNumber(); break;
                    case TokenKind.Word: ReadWord(); break;
                    default: ReadSymbol(); break;
                }
            }
            SettleDoses();
            Facts.TotalDose = Total();
            Facts.HasGenericWords = _sawGeneric;
            Facts.IsGeneric = Facts.Name.IsEmpty && Facts.Ndc.IsEmpty && _tokens.Length > 0
                && (_sawGeneric || Facts.Dose.IsNone);
        }

        private void ReadSymbol()
        {
            if (_text[_tokens[_at].Start] == '$' && Number(_at + 1) is { } price)
            {
                SetPrice(price, _at, _at + 1);
                _at += 2;
                return;
            }
            // "X 70KG = 350MG", "2 X 30MG = 60MG": what stands behind a sum is the dose.
            // 150MG = 3ML: the volume of the dose.
            var isVolume = UnitAt(_at + 2) is "ML" && !Facts.Dose.IsNone && Facts.Dose.Unit is not "ML";
            _expectTotal |= IsSymbol(_at, "=") && IsAmount(_at + 1) && !IsSymbol(_at + 2, "%") && !_expectWaste
                && !isVolume
                && Has(_at - 1) && (_tokens[_at - 1].Kind is TokenKind.Number || IsUnitAt(_at - 1)
                    || Is(_at - 1, "DOSES") || Is(_at - 1, "SITES"));
            _at++;
        }

        private void ReadWord()
        {
            ref readonly var entry = ref NarrativeWords.Entry(_tokens[_at].Entry);
            // HEPATITIS A and IN-111 are names, A and IN alone are not.
            if ((entry.Word == "A" && _nameEnd >= 0 && !_nameClosed)
                || (entry.Word == "IN" && IsSymbol(_at + 1, "-") && Number(_at + 2) is not null))
            {
                ReadOtherWord();
                return;
            }
            if (TryReadSplitRoute() || TryReadDate() || TryReadNotUsed()) return;
            if (IsMentionAt(_at))
            {
                ReadMention();
                return;
            }
            if (entry.Kind is WordKind.Body)
            {
                ReadBody();
                return;
            }
            if (entry.Kind is not (WordKind.Other or WordKind.Generic or WordKind.Unit)) CloseName();
            NoteSide(entry.Word);
            switch (entry.Kind)
            {
                case WordKind.Route: ReadRouteWord(entry.Value); break;
                case WordKind.Container: ReadContainerWord(entry.Value); return;
                case WordKind.Waste: ReadWasteWord(); break;
                case WordKind.Price: ReadPriceWord(); return;
                case WordKind.Compound: Facts.IsCompound = true; break;
                case WordKind.Given: ReadGivenWord(); return;
                case WordKind.Manufacturer or WordKind.Lot: ReadMaker(); return;
                case WordKind.Company: ReadCompany(); return;
                case WordKind.Diagnosis: ReadDiagnosis(); return;
                case WordKind.ProductNumber: ReadProductNumber(_at + 1); return;
                case WordKind.Side: break;
                case WordKind.Frequency: ReadFrequencyWord(entry.Word); break;
                case WordKind.Generic when !TryReadSplitClaim() && !TryReadItemNumber(): _sawGeneric = true; break;
                case WordKind.Generic: return;
                case WordKind.Noise: ReadNoise(entry.Word); return;
                case WordKind.Per or WordKind.Ndc or WordKind.Unit or WordKind.Join: break;
                default: ReadOtherWord(); return;
            }
            _at++;
        }

        private void CloseName()
        {
            if (_nameEnd >= 0) _nameClosed = true;
        }

        // "IT" and "ID" are words too: they count as routes only behind something else.
        private readonly void ReadRouteWord(string route)
        {
            if (route is not ("IT" or "ID") || _at > 0 || _tokens[_at].Length > 2) SetRoute(route, _at, _at);
        }

        private readonly void SetRoute(string route, int first, int last)
        {
            // INTRAVESICAL INSTILLATION is one route.
            var isLoose = Facts.Route is "instillation" or "infiltration";
            if (Facts.Route is null || isLoose) (Facts.Route, Facts.RouteSpan) = (route, SpanOf(first, last));
            else if (Facts.Route != route && route is not ("instillation" or "infiltration"))
                Facts.OtherRoute ??= route;
        }

        private void ReadContainerWord(string container)
        {
            if (Facts.Container is null or "VIAL") Facts.Container = KindOfVial(container);
            _at++;
            if (IsMultiplier(_at) && Number(_at + 1) is { } count && !IsUnitAt(_at + 2))
            {
                Facts.ContainerCount ??= count;
                _at += 2;
            }
        }

        // "SINGLE DOSE VIAL" and "MULTI-DOSE VIAL" are SDV and MDV.
        private readonly string KindOfVial(string container)
        {
            var at = _at - 1;
            while (at >= 0 && (IsSymbol(at, "-") || Is(at, "DOSE") || Is(at, "USE"))) at--;
            return container != "VIAL" ? container
                : Is(at, "SINGLE") ? "SDV"
                : Is(at, "MULTI") || Is(at, "MULTIPLE") || Is(at, "MULTIDOSE") ? "MDV" : container;
        }

        private void ReadGivenWord()
        {
            // "SINGLE DOSE VIAL" speaks of the vial, not of what was given.
            if (!(Is(_at, "DOSE") && IsContainerAt(_at + 1))) _expectGiven = true;
            _at++;
        }

        private void ReadPriceWord()
        {
            var next = _at + 1;
            var isListed = Is(_at, "AWP") || Is(_at, "WAC");
            var isNumbered = Is(next, "NO");   // "INVOICE # 1234" numbers the invoice
            if (isNumbered || (Is(_at, "PRICE") && Is(next, "LIST"))) next++;
            while (IsSymbol(next, ".#:$=-"))
            {
                isNumbered |= IsSymbol(next, "#");
                isNumbered &= !IsSymbol(next, "$");
                next++;
            }
            // Two decimals are cents, whatever letter stands behind them.
            var isPrice = Number(next) is not null && (!IsUnitAt(next + 1) || HasCents(next)) && !IsDateAt(next)
                && AreaEnd(next + 1) < 0;   // GRAFIX PL 16 SQ CM
            if (isPrice && Number(next) is { } price)
            {
                if (!isNumbered)
                {
                    Facts.IsListedPrice |= isListed && Facts.PriceUsd is null;
                    SetPrice(price, _at, next);
                }
                _at = next + 1;
                if (IsUnitAt(_at) && !IsSymbol(_at, "%")) _at++;
                return;
            }
            _at++;
        }

        private readonly bool HasCents(int at) => Word(at) is [.., '.', _, _];

        private readonly void SetPrice(decimal price, int first, int last)
        {
            if (Facts.PriceUsd is null) (Facts.PriceUsd, Facts.PriceSpan) = (price, SpanOf(first, last));
            else if (Facts.PriceUsd != price) Facts.OtherPriceUsd ??= price;
        }

        private void ReadMaker()
        {
            var isLot = Is(_at, "LOT") || Is(_at, "EXP");
            var isLotNumber = Is(_at, "LOT");
            _at++;
            while (IsSymbol(_at, "#:.")) _at++;
            var first = _at;
            if (isLot)
            {
                if (_at < _tokens.Length) _at++;
                while (_at < _tokens.Length && _tokens[_at].Glued && !IsSymbol(_at, ",;")) _at++;
                if (isLotNumber && _at > first && Facts.Lot.IsEmpty) Facts.Lot = SpanOf(first, _at - 1);
                return;
            }
            while (IsOther(_at) || KindAt(_at) is WordKind.Company) _at++;
            // A pharmacy mixes a drug; it is not its maker.
            if (_at > first && Facts.Manufacturer.IsEmpty && !Is(_at, "PHARMACY"))
                Facts.Manufacturer = SpanOf(first, _at - 1);
        }

        private bool TryReadSplitClaim()
        {
            if (!(Is(_at, "CLAIM") || Is(_at, "CLM")) || Number(_at + 1) is null
                || !(Is(_at + 2, "OF") || IsSymbol(_at + 2, "/")) || Number(_at + 3) is null) return false;
            Facts.IsSplitClaim = true;
            if (Number(_at + 1) is >= 0 and < 1000 and var part && Number(_at + 3) is > 0 and < 1000 and var parts)
                Facts.Split = ((int)part, (int)parts);
            _at += 4;
            return true;
        }

        private readonly ReadOnlySpan<char> Word(int at) => _text.Slice(_tokens[at].Start, _tokens[at].Length);

        private readonly TextSpan SpanOf(int first, int last) =>
            new(_tokens[first].Start, _tokens[last].Start + _tokens[last].Length - _tokens[first].Start);

        private readonly bool Has(int at) => at >= 0 && at < _tokens.Length;

        private readonly bool Is(int at, string word) =>
            Has(at) && _tokens[at].Kind == TokenKind.Word && Word(at).SequenceEqual(word);

        private readonly bool IsSymbol(int at, string any) =>
            Has(at) && _tokens[at].Kind == TokenKind.Symbol && any.Contains(_text[_tokens[at].Start]);

        private readonly bool IsWord(int at) => Has(at) && _tokens[at].Kind == TokenKind.Word;

        private readonly WordKind KindAt(int at) =>
            IsWord(at) ? NarrativeWords.Entry(_tokens[at].Entry).Kind : WordKind.Other;

        private readonly bool IsOther(int at) => IsWord(at) && _tokens[at].Entry == 0;

        private readonly bool IsMultiplier(int at) => Is(at, "X") || Is(at, "TIMES") || IsSymbol(at, "×");

        private readonly decimal? Number(int at) =>
            Has(at) && _tokens[at].Kind == TokenKind.Number ? ToNumber(Word(at)) : null;

        private readonly bool IsUnitAt(int at) => KindAt(at) == WordKind.Unit || IsSymbol(at, "%");

        private readonly string? UnitAt(int at) =>
            KindAt(at) == WordKind.Unit ? NarrativeWords.Entry(_tokens[at].Entry).Value
                : IsSymbol(at, "%") ? "%" : null;

        private readonly bool IsAmount(int at) =>
            Has(at) && _tokens[at].Kind == TokenKind.Number && IsUnitAt(at + 1);
    }
}
