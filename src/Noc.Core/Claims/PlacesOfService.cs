using System.Globalization;

namespace Noc.Claims;

/// <summary>Groups of the two-digit places of service of professional claims.</summary>
/// <remarks>Source: CMS, place of service code set.</remarks>
public static class PlacesOfService
{
    /// <summary>True for two digits that stand for a place.</summary>
    public static bool IsAssigned(string place) => int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture,
        out var number) && number is >= 1 and <= 27 or >= 31 and <= 34 or 41 or 42 or >= 49 and <= 58 or >= 60 and <= 62
            or 65 or 66 or 71 or 72 or 81 or 99;

    /// <summary>True for a hospital: outpatient on or off campus, inpatient, emergency room (19, 21, 22, 23).</summary>
    public static bool IsHospital(ReadOnlySpan<char> place) => place is "19" or "21" or "22" or "23";

    /// <summary>The same of a claim's own bytes.</summary>
    public static bool IsHospital(Field place) =>
        place.Bytes is { Length: 2 } bytes && IsHospital([(char)bytes[0], (char)bytes[1]]);

    /// <summary>True where the institution bills giving drugs, and a physician does not: a hospital, or a surgery
    /// centre (24).</summary>
    /// <remarks>Source: NCCI policy manual, chapter 11.</remarks>
    public static bool IsHospitalOrSurgeryCentre(ReadOnlySpan<char> place) => IsHospital(place) || place is "24";

    /// <summary>True where the stay or the visit is paid as a whole: inpatient hospitals (21, 51, 61), health centres
    /// (50) and rural clinics (72).</summary>
    public static bool IsPaidAsAWhole(ReadOnlySpan<char> place) => place is "21" or "50" or "51" or "61" or "72";

    /// <summary>The same of a claim's own bytes.</summary>
    public static bool IsPaidAsAWhole(Field place) =>
        place.Bytes is { Length: 2 } bytes && IsPaidAsAWhole([(char)bytes[0], (char)bytes[1]]);
}
