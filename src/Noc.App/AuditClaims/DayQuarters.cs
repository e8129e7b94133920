using Noc.Tables;

namespace Noc.App.AuditClaims;

/// <summary>The quarters of some days, one bit each, from 2000 through 2063; other days are left out.</summary>
internal sealed class DayQuarters
{
    private const int FirstYear = 2000, Years = 64;

    private readonly ulong[] _bits = new ulong[Years * 4 / 64];

    public void Add(DateOnly day)
    {
        var quarter = ((day.Year - FirstYear) * 4) + CalendarQuarter.Of(day) - 1;
        if (quarter >= 0 && quarter < Years * 4) _bits[quarter >> 6] |= 1UL << (quarter & 63);
    }

    public void Add(DayQuarters other)
    {
        for (var i = 0; i < _bits.Length; i++) _bits[i] |= other._bits[i];
    }

    /// <summary>The first day of each quarter, in order.</summary>
    public IEnumerable<DateOnly> FirstDays()
    {
        for (var quarter = 0; quarter < Years * 4; quarter++)
            if ((_bits[quarter >> 6] >> (quarter & 63) & 1) != 0)
                yield return new(FirstYear + (quarter / 4), (quarter % 4 * 3) + 1, 1);
    }
}
