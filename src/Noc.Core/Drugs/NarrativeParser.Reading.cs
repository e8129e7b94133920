namespace Noc.Drugs;

public static partial class NarrativeParser
{
    /// <summary>One pass over the tokens of a text.</summary>
    private ref partial struct Reading(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private readonly ReadOnlySpan<Token> _tokens = tokens;
        private Amount _lastAmount;   // the amount read last, in case the next word says that it was thrown away
        private int _at, _nameEnd = -1, _lastAmountEnd = -1;
        private bool _sawGeneric, _expectGiven, _expectWaste, _nameClosed, _doseFromLast;

        public NarrativeFacts Facts { get; } = new();

        public void Run()
        {
            while (_at < _tokens.Length)
            {
                var token = _tokens[_at];
                switch (token.Kind)
                {
                    case TokenKind.Number: ReadNumber(); break;
                    case TokenKind.Word: ReadWord(); break;
                    default: ReadSymbol(); break;
                }
            }
            Facts.IsGeneric = Facts.Name.IsEmpty && Facts.Ndc.IsEmpty && _tokens.Length > 0 && !Facts.IsCompound
                && (_sawGeneric || Facts.Dose.IsNone);
        }

        private void ReadSymbol()
        {
            if (_text[_tokens[_at].Start] == '$' && Number(_at + 1) is { } price)
            {
                Facts.PriceUsd ??= price;
                _at += 2;
                return;
            }
            _at++;
        }

        private void ReadWord()
        {
            var word = Word(_at);
            var kind = NarrativeWords.Classify(word, out var value);
            if (kind is not (WordKind.Other or WordKind.Generic) && _nameEnd >= 0) _nameClosed = true;
            switch (kind)
            {
                case WordKind.Route when ReadsAsRoute(word): Facts.Route ??= value; break;
                case WordKind.Container:
                    Facts.Container ??= value;
                    if (_at + 2 < _tokens.Length && Is(_at + 1, "X") && Number(_at + 2) is { } count)
                    {
                        Facts.ContainerCount = count;
                        _at += 2;
                    }
                    break;
                case WordKind.Waste: ReadWasteWord(); break;
                case WordKind.Price: ReadPriceWord(); return;
                case WordKind.Compound: Facts.IsCompound = true; break;
                case WordKind.Given: _expectGiven = true; break;
                case WordKind.Manufacturer or WordKind.Lot: SkipWords(); return;
                case WordKind.Generic: _sawGeneric = true; break;
                case WordKind.Noise or WordKind.Side or WordKind.Per or WordKind.Frequency or WordKind.Ndc: break;
                case WordKind.Route: break;
                default: ReadOtherWord(word); return;
            }
            _at++;
        }

        // "IT" and "ID" are words too: they count as routes only behind something else.
        private readonly bool ReadsAsRoute(ReadOnlySpan<char> word) => word is not ("IT" or "ID") || _at > 0;

        private void ReadWasteWord()
        {
            if (_at > 0 && Is(_at - 1, "NO"))
            {
                Facts.Waste = new(0, "MG");
                return;
            }
            // "120MG WASTED" was read as the last dose; "WASTE 120MG" comes next.
            var namesNext = Word(_at) is "WASTE" or "WASTAGE" or "DISCARD" && IsAmount(_at + 1);
            if (_lastAmountEnd == _at && !_lastAmount.IsNone && !namesNext)
            {
                Facts.Waste = _lastAmount;
                if (_doseFromLast)
                {
                    Facts.DoseCount--;
                    if (Facts.DoseCount == 0) Facts.Dose = default;
                }
                return;
            }
            _expectWaste = true;
        }

        private void ReadPriceWord()
        {
            var next = _at + 1;
            while (next < _tokens.Length && IsSymbol(next, ".#:$")) next++;
            if (Number(next) is { } price && !IsUnitAt(next + 1))
            {
                Facts.PriceUsd ??= price;
                _at = next + 1;
                return;
            }
            _at++;
        }

        private void SkipWords()
        {
            var isLot = Word(_at) is "LOT" or "EXP";
            _at++;
            if (isLot)
            {
                if (_at < _tokens.Length) _at++;
                if (_at < _tokens.Length && _tokens[_at].Glued) _at++;
                return;
            }
            while (_at < _tokens.Length && _tokens[_at].Kind == TokenKind.Word
                && NarrativeWords.Classify(Word(_at), out _) == WordKind.Other) _at++;
        }

        private void ReadOtherWord(ReadOnlySpan<char> word)
        {
            if (word is "CLAIM" && Number(_at + 1) is not null && Is(_at + 2, "OF") && Number(_at + 3) is not null)
            {
                Facts.IsSplitClaim = true;
                _at += 4;
                return;
            }
            // A HCPCS code repeated in the text, a Q4W frequency, a loose letter or a unit name no drug.
            if (word is "N" && _at + 1 < _tokens.Length && _tokens[_at + 1].Length == 12)
            {
                _at++;   // N4 in front of eleven digits
                return;
            }
            var isIsotope = word.Length <= 2 && IsSymbol(_at + 1, "-") && Number(_at + 2) is not null;
            var isCode = word.Length == 1 && _at + 1 < _tokens.Length && _tokens[_at + 1].Glued
                && _tokens[_at + 1].Kind == TokenKind.Number;
            if (isCode)
            {
                if (_nameEnd >= 0) _nameClosed = true;
                _at += 2;
                while (_at < _tokens.Length && _tokens[_at].Glued && _tokens[_at].Kind == TokenKind.Word) _at++;
                return;
            }
            if (!isIsotope && (word.Length == 1 || Amount.NormaliseUnit(word) is not null))
            {
                _at++;
                return;
            }
            ReadName();
        }

        private void ReadName()
        {
            var token = _tokens[_at++];
            var end = token.Start + token.Length;
            // A suffix or mass number belongs to the name: LECANEMAB-IRMB, TC-99M, LU-177.
            while (_at + 1 < _tokens.Length && IsSymbol(_at, "-") && _tokens[_at].Glued && _tokens[_at + 1].Glued
                && !IsAmount(_at + 1) && !IsRouteAt(_at + 1))
            {
                end = _tokens[_at + 1].Start + _tokens[_at + 1].Length;
                _at += 2;
            }
            if (_nameEnd >= 0 && IsCompany(_text[token.Start..end]))
            {
                DropLastNameWord();   // "EXAMPLAZOLE EXAMPLE LABS": the maker is no part of the name
                return;
            }
            if (_nameEnd < 0) Facts.Name = new(token.Start, end - token.Start);
            else if (!_nameClosed) Facts.Name = Facts.Name with { Length = end - Facts.Name.Start };
            else return;
            _nameEnd = end;
            // "(BRAND)" behind a name goes with it.
            if (_at < _tokens.Length && IsSymbol(_at, "(")) _at++;
        }

        private static bool IsCompany(ReadOnlySpan<char> word) =>
            word is "LABS" or "LAB" or "LABORATORIES" or "PHARMA" or "PHARMACEUTICALS" or "PHARM" or "INC" or "CORP";

        private void DropLastNameWord()
        {
            var name = Facts.Name.Of(_text);
            var blank = name.LastIndexOf(' ');
            if (!_nameClosed && blank > 0) Facts.Name = Facts.Name with { Length = blank };
            _nameClosed = true;
        }

        private readonly ReadOnlySpan<char> Word(int at) => _text.Slice(_tokens[at].Start, _tokens[at].Length);

        private readonly bool Is(int at, string word) =>
            at >= 0 && at < _tokens.Length && _tokens[at].Kind == TokenKind.Word && Word(at).SequenceEqual(word);

        private readonly bool IsSymbol(int at, string any) =>
            at < _tokens.Length && _tokens[at].Kind == TokenKind.Symbol && any.Contains(_text[_tokens[at].Start]);

        private readonly decimal? Number(int at) =>
            at < _tokens.Length && _tokens[at].Kind == TokenKind.Number ? _tokens[at].Value : null;

        private readonly bool IsUnitAt(int at) => UnitAt(at) is not null;

        private readonly string? UnitAt(int at) =>
            at >= _tokens.Length ? null
            : _tokens[at].Kind == TokenKind.Word ? Amount.NormaliseUnit(Word(at))
            : IsSymbol(at, "%") ? "%" : null;

        private readonly bool IsAmount(int at) => Number(at) is not null && IsUnitAt(at + 1);

        private readonly bool IsRouteAt(int at) => _tokens[at].Kind == TokenKind.Word
            && NarrativeWords.Classify(Word(at), out _) is WordKind.Route;
    }
}
