namespace Noc.Drugs;

public static partial class NarrativeParser
{
    private ref partial struct Reading
    {
        // 5 MIL UNITS, 20 BILLION CELLS, 50K UNITS.
        private readonly void ReadThousands(ref decimal value, ref int next)
        {
            if (!IsWord(next)) return;
            var times = Is(next, "MIL") || Is(next, "MILL") || Is(next, "MILLION") || Is(next, "MM")
                || (Is(next, "M") && UnitAt(next + 1) is "UNITS" or "U" or "IU") ? 1_000_000m
                : Is(next, "BILLION") ? 1_000_000_000m
                : Is(next, "TRILLION") ? 1_000_000_000_000m
                : Is(next, "K") && UnitAt(next + 1) is "UNITS" or "U" or "IU" ? 1000m : 0m;
            if (times == 0m) return;
            if (value < 1_000_000m) value *= times;
            next++;
        }

        // 1.8X10E11, 1.8E11, 3.2 X 10^10, 1.2 X 10(9), 1 X E13: so many times a power of ten.
        private readonly bool TryReadPower(ref decimal value, ref int next)
        {
            var at = next;
            if (IsMultiplier(at))
            {
                at++;
                if (Number(at) is 10m && (Is(at + 1, "E") || IsSymbol(at + 1, "^("))) at++;
                else if (!Is(at, "E")) return false;
            }
            else if (!Is(at, "E")) return false;
            at++;
            while (IsSymbol(at, "^(+")) at++;
            if (Number(at) is not (>= 1 and <= 15 and var power) || !decimal.IsInteger(power) || value >= 1_000_000m)
                return false;
            next = at + 1;
            if (IsSymbol(next, ")")) next++;
            for (; power > 0; power--) value *= 10m;
            return true;
        }

        // The unit, also where it has several words: VIABLE T CELLS, VECTOR GENOMES, SQ CM. Ends at its last token.
        private readonly string? BigUnitAt(ref int next)
        {
            if (UnitAt(next) is { } unit) return unit;
            if (!IsWord(next)) return null;
            if (AreaEnd(next) is >= 0 and var area)
            {
                next = area;
                return "SQCM";
            }
            var end = next;
            while (end < next + 8 && IsCellWord(end)) end++;
            if (end == next || UnitAt(end) is not ("CELLS" or "VG" or "VP")) return null;
            next = end;
            return UnitAt(end);
        }

        private readonly bool IsCellWord(int at) => IsSymbol(at, "-+") || Is(at, "VIABLE") || Is(at, "T")
            || Is(at, "CAR") || Is(at, "POSITIVE") || Is(at, "TOTAL") || Is(at, "VECTOR") || Is(at, "VIRAL")
            || Is(at, "NUCLEATED") || Is(at, "AUTOLOGOUS") || Is(at, "ACTIVATED") || Is(at, "CD")
            || (Is(at - 1, "CD") && Number(at) is not null);

        // SQ CM, SQ. CM, SQUARE CM, CM2, CM^2, CM SQ: the last token; -1 where it is no area.
        private readonly int AreaEnd(int at)
        {
            if (Is(at, "CM"))
            {
                if (Is(at + 1, "SQ")) return at + 1;
                if (IsSymbol(at + 1, "^")) at++;
                return Number(at + 1) is 2m && _tokens[at + 1].Glued ? at + 1 : -1;
            }
            if (!Is(at, "SQ") && !Is(at, "SQUARE")) return -1;
            at++;
            if (IsSymbol(at, ".")) at++;
            return Is(at, "CM") || Is(at, "CMS") || Is(at, "CENTIMETERS") ? at : -1;
        }
    }
}
