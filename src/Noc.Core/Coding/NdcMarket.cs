using Noc.Tables;

namespace Noc.Coding;

/// <summary>When a package was on the market, as seen from a day.</summary>
/// <param name="Kind">What that means for the day.</param>
/// <param name="From">First day of marketing; null where not known.</param>
/// <param name="To">Last day of marketing; null while it goes on or where not known.</param>
/// <param name="Until">Last day on which packages may still be used; null while marketing goes on.</param>
/// <param name="IsUntilExact">True where <paramref name="Until"/> comes from the label or from Medicaid's termination
/// date; false where it is reckoned with the usual shelf life.</param>
/// <remarks>Source: FDA, NDC directory, marketing start and end; where a firm follows the FDA's advice, the end is the
/// expiry of the last lot. Medicaid's termination date is that expiry by definition.</remarks>
public sealed record NdcMarket(
    NdcMarketKind Kind, DateOnly? From, DateOnly? To, DateOnly? Until, bool IsUntilExact)
{
    /// <summary>Months for which packages are taken to be usable after the end of marketing where nothing else is
    /// known. Our assumption: injections mostly have two or three years from production on.</summary>
    public const int UsualShelfLifeMonths = 24;

    /// <summary>Nothing is known.</summary>
    public static NdcMarket Unknown { get; } = new(NdcMarketKind.NotKnown, null, null, null, false);

    /// <summary>Judges a day.</summary>
    /// <param name="days">Days of marketing; several where marketing was taken up again.</param>
    /// <param name="day">Date of service.</param>
    /// <param name="lotExpiry">Expiry of the package at hand; null where not known.</param>
    /// <param name="termination">Expiry of the last lot as Medicaid lists it; null where not known.</param>
    public static NdcMarket On(ReadOnlySpan<Days> days, DateOnly day, DateOnly? lotExpiry, DateOnly? termination)
    {
        Days best = default;
        foreach (var run in days)
        {
            if (run == default) continue;
            if (best == default || run.From is not { } from || from <= day) best = run;
            if (run.Include(day)) break;
        }
        if (lotExpiry < day) return new(NdcMarketKind.LotExpired, best.From, best.To, lotExpiry, true);
        if (best == default) return Unknown;
        if (day < best.From) return new(NdcMarketKind.NotYet, best.From, best.To, null, false);
        if (best.To is not { } last || day <= last) return new(NdcMarketKind.Marketed, best.From, best.To, null, false);
        var exact = lotExpiry ?? (termination >= last ? termination : null);
        var until = exact ?? last.AddMonths(UsualShelfLifeMonths);
        return new(day <= until ? NdcMarketKind.WithinShelfLife : NdcMarketKind.Ended, best.From, last, until,
            exact is not null);
    }
}
