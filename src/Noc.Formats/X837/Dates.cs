namespace Noc.Formats.X837;

/// <summary>Dates as X12 writes them.</summary>
internal static class Dates
{
    /// <summary>Reads D8 (<c>20260105</c>) or RD8 (<c>20260105-20260107</c>); false where it is no such date.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateOnly from, out DateOnly to)
    {
        (from, to) = (default, default);
        text = text.Trim((byte)' ');
        if (text.Length == 8 && TryDay(text, out from))
        {
            to = from;
            return true;
        }
        return text.Length == 17 && text[8] == (byte)'-' && TryDay(text[..8], out from) && TryDay(text[9..], out to);
    }

    private static bool TryDay(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        var number = 0;
        foreach (var b in text)
        {
            if (b is < (byte)'0' or > (byte)'9') return false;
            number = (number * 10) + (b - '0');
        }
        int year = number / 10_000, month = number / 100 % 100, date = number % 100;
        if (year < 1 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month)) return false;
        day = new(year, month, date);
        return true;
    }
}
