namespace Noc.Drugs;

public static partial class NarrativeParser
{
    private ref partial struct Reading
    {
        private void ReadOtherWord()
        {
            if (TryReadDottedRoute()) return;
            var token = _tokens[_at];
            if (Is(_at, "N") && _at + 1 < _tokens.Length && _tokens[_at + 1].Length == 12)
            {
                _at++;   // N4 in front of eleven digits
                return;
            }
            if (TryReadInterval()) return;
            var numberIsGlued = _at + 1 < _tokens.Length && _tokens[_at + 1] is { Glued: true, Kind: TokenKind.Number };
            if (token.Length == 1 && numberIsGlued)
            {
                // J3490 repeats the code, L50MG is a misprint; B12 and F18 belong to a name.
                var number = _tokens[_at + 1];
                if (number.Length <= 3 && !IsUnitAt(_at + 2))
                {
                    ReadName();
                    return;
                }
                CloseName();
                _at += 2;
                while (_at < _tokens.Length && _tokens[_at] is { Glued: true, Kind: TokenKind.Word }) _at++;
                return;
            }
            var isHyphened = IsSymbol(_at + 1, "-") && _tokens[_at + 1].Glued;
            var isLoose = token.Length == 1 && !(isHyphened && _at + 2 < _tokens.Length && _tokens[_at + 2].Glued)
                && !(IsSymbol(_at + 1, ".") && IsLetterBehindMark(_at + 1));
            if (isLoose && (_nameEnd < 0 || _nameClosed || Is(_at - 1, "N") || IsSymbol(_at + 1, "./")))
            {
                _at++;   // a loose letter is no drug; behind a name (VITAMIN K) it belongs to it
                return;
            }
            ReadName();
        }

        // I.V., S.C., S/Q, P.O.: two letters with marks between.
        private bool TryReadDottedRoute()
        {
            if (_tokens[_at].Length != 1 || !IsSymbol(_at + 1, "./") || !IsWord(_at + 2) || _tokens[_at + 2].Length != 1
                || !_tokens[_at + 1].Glued || !_tokens[_at + 2].Glued) return false;
            var route = (Word(_at)[0], Word(_at + 2)[0]) switch
            {
                ('I', 'V') => "IV",
                ('I', 'M') => "IM",
                ('S', 'C') or ('S', 'Q') => "SC",
                ('P', 'O') => "PO",
                ('I', 'T') => "IT",
                ('I', 'D') => "ID",
                _ => null,
            };
            if (route is null) return false;
            CloseName();
            SetRoute(route, _at, _at + 2);
            _at += 3;
            return true;
        }

        // SUB-Q, SUB CUT, INTRA-MUSCULAR, I V: a route in two words, with a hyphen or a blank between.
        private bool TryReadSplitRoute()
        {
            var isLetter = Is(_at, "I") && !Facts.Dose.IsNone;
            if (!isLetter && !Is(_at, "SUB") && !Is(_at, "INTRA")) return false;
            var next = IsSymbol(_at + 1, "-") ? _at + 2 : _at + 1;
            if (!IsWord(next) || _tokens[next].Length > 12 || (isLetter && _tokens[next].Length != 1)) return false;
            var word = string.Concat(Word(_at), Word(next));
            ref readonly var entry = ref NarrativeWords.Entry(NarrativeWords.Find(word));
            if (entry.Kind is not WordKind.Route) return false;
            CloseName();
            SetRoute(entry.Value, _at, next);
            _at = next + 1;
            return true;
        }

        private void ReadName()
        {
            var first = _at;
            var inParentheses = IsSymbol(first - 1, "(") || (IsSymbol(first - 2, "(") && Is(first - 1, "BRAND"));
            var end = NameWordEnd();
            if (IsAbsent(first)) return;
            if (_nameEnd >= 0 && IsCompany(_text[_tokens[first].Start..end]))
            {
                TakeMakerOut(first, end);
                return;
            }
            var span = new TextSpan(_tokens[first].Start, end - _tokens[first].Start);
            if (_nameEnd < 0) Facts.Name = span;
            else if (inParentheses && Facts.OtherNames.Count == 0 && Facts.NameInParentheses.IsEmpty
                && Facts.Dose.IsNone && Facts.Strength.IsNone)
            {
                ReadParentheses(span);
                return;
            }
            else if (StartsIngredient(first))
            {
                Facts.OtherNames = Facts.OtherNames.With(span);
                _nameClosed = false;
            }
            else if (_nameClosed)
            {
                Facts.HasUnreadWords |= end - span.Start > 3;
                return;
            }
            else if (Facts.OtherNames is [.. var before, var last])
                Facts.OtherNames = before.With(last with { Length = end - last.Start });
            else Facts.Name = Facts.Name with { Length = end - Facts.Name.Start };
            _nameEnd = end;
        }

        // A suffix or mass number belongs to the name: LECANEMAB-IRMB, TC-99M, LU-177, B12.
        private int NameWordEnd()
        {
            var last = _at++;
            while (IsSymbol(_at, ".") && IsLetterBehindMark(_at)) last = (_at += 2) - 1;   // D.H.E.
            if (IsGluedNumber(_at)) last = _at++;
            while (_at + 1 < _tokens.Length && IsSymbol(_at, "-") && _tokens[_at].Glued && _tokens[_at + 1].Glued
                && _tokens[_at + 1].Kind != TokenKind.Symbol && !IsAmount(_at + 1) && KindAt(_at + 1) != WordKind.Route)
            {
                last = _at + 1;
                _at += 2;
                var isMass = _tokens[last].Kind == TokenKind.Number;
                // TC-99M, ALFA-2A, ALFA-N3
                if (isMass && IsWord(_at) && _tokens[_at] is { Glued: true, Length: 1 }) last = _at++;
                else if (!isMass && IsGluedNumber(_at)) last = _at++;
            }
            return _tokens[last].Start + _tokens[last].Length;
        }

        private readonly bool IsGluedNumber(int at) => at < _tokens.Length
            && _tokens[at] is { Glued: true, Kind: TokenKind.Number, Length: <= 3 } && !IsUnitAt(at + 1);

        private readonly bool IsLetterBehindMark(int mark) =>
            _tokens[mark].Glued && IsWord(mark + 1) && _tokens[mark + 1] is { Glued: true, Length: 1 };

        // BRAND (GENERIC) is one name; the words up to the closing mark belong to it.
        private void ReadParentheses(TextSpan inner)
        {
            while (IsOther(_at)) inner = inner with { Length = NameWordEnd() - inner.Start };
            var end = inner.End;
            if (IsSymbol(_at, ")")) end = _tokens[_at++].Start + 1;
            Facts.NameInParentheses = inner;
            if (!Facts.Name.IsEmpty) Facts.Name = Facts.Name with { Length = end - Facts.Name.Start };
            (_nameEnd, _nameClosed) = (end, true);
        }

        // A second drug: behind +, /, AND; in a compound also plainly behind the amount of the first one.
        private readonly bool StartsIngredient(int first)
        {
            var isJoined = IsSymbol(first - 1, "+/&;") || KindAt(first - 1) == WordKind.Join;
            if (!isJoined && !(Facts.IsCompound && _nameClosed)) return false;
            if (_expectWaste || Facts.OtherNames.Count >= 8) return false;
            if (!_nameClosed || IsUnitAt(first - 2)) return true;
            if (!isJoined) return IsUnitAt(first - 1) || KindAt(first - 1) is WordKind.Container or WordKind.Route;
            return KindAt(first - 1) == WordKind.Join && IsAmountSoon(first + 1);
        }

        private readonly bool IsAmountSoon(int at)
        {
            for (var to = Math.Min(at + 4, _tokens.Length); at < to; at++)
                if (IsAmount(at)) return true;
            return false;
        }

        private static bool IsCompany(ReadOnlySpan<char> word) => word is "LABS" or "LAB" or "LABORATORIES" or "PHARMA"
            or "PHARMACEUTICALS" or "PHARM" or "INC" or "CORP" or "LLC" or "BIOTECH" or "BIOSCIENCES" or "THERAPEUTICS";

        // "EXAMPLAZOLE EXAMPLE LABS", "EXAMPLE LABS EXAMPLAZOLE": the maker is no part of the name.
        private void TakeMakerOut(int first, int end)
        {
            var name = Facts.Name.Of(_text);
            var blank = name.LastIndexOf(' ');
            if (_nameClosed)
            {
                var maker = first;
                while (IsOther(maker - 1)) maker--;
                if (maker < first) SetMaker(_tokens[maker].Start, end);
            }
            else if (blank > 0 && Facts.OtherNames.Count == 0)
            {
                SetMaker(Facts.Name.Start + blank + 1, end);
                Facts.Name = Facts.Name with { Length = name[..blank].TrimEnd().Length };
            }
            else if (blank < 0 && Facts.Dose.IsNone && Facts.Strength.IsNone && IsOther(_at))
            {
                SetMaker(Facts.Name.Start, end);
                (Facts.Name, _nameEnd) = (default, -1);
                return;
            }
            CloseName();
        }

        private readonly void SetMaker(int start, int end)
        {
            if (Facts.Manufacturer.IsEmpty) Facts.Manufacturer = new(start, end - start);
        }
    }
}
