using System.Globalization;
using Noc.Administrations;
using Noc.Encounters;

namespace Noc.Core.Tests.Administrations;

/// <summary>Visits in one line: "iv A 09:00-10:00; push B 09:10".</summary>
internal static class TestEvents
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    /// <summary>A visit out of a text. Words of an event: method, drug, times, then <c>@access</c>, <c>!</c> for the
    /// main reason. A drug that begins with chemo is of the complex family, hormone is a hormone of it, saline is
    /// fluid.</summary>
    public static Visit Visit(string text, VisitSetting setting = VisitSetting.Facility, string place = "") => new()
    {
        Setting = setting,
        PlaceOfService = place,
        Day = Day,
        Events = [.. text.Split("; ").Select((one, index) => Event(one, index + 1))],
    };

    /// <summary>The codes of a visit out of a text, such as "96365 x1, 96366 x2".</summary>
    public static string Codes(string text, VisitSetting setting = VisitSetting.Facility, string place = "") =>
        Codes(AdministrationCoder.Code(Visit(text, setting, place)));

    /// <summary>The codes of a visit.</summary>
    public static string Codes(VisitCodes coded) => coded.Services.Count == 0 ? "none"
        : string.Join(", ", coded.Services.Select(one => string.Create(CultureInfo.InvariantCulture,
            $"{string.Join('-', one.Modifiers.Select(m => m.Value).Prepend(one.Code.Value))} x{one.Units}")));

    private static DrugEvent Event(string text, int number)
    {
        var words = text.Split(' ');
        var times = words.FirstOrDefault(word => word.Length > 4 && word[2] == ':')?.Split('-') ?? [];
        var drug = words[1];
        var start = times.Length > 0 ? At(times[0]) : (DateTimeOffset?)null;
        var stop = times.Length > 1 ? At(times[1]) : (DateTimeOffset?)null;
        return new()
        {
            Number = number,
            Substance = drug,
            Category = drug.StartsWith("chemo", StringComparison.Ordinal) ? AdministrationCategory.Chemotherapy
                : drug.StartsWith("hormone", StringComparison.Ordinal) ? AdministrationCategory.HormonalChemotherapy
                : drug.StartsWith("saline", StringComparison.Ordinal) ? AdministrationCategory.Hydration
                : drug.StartsWith("vaccine", StringComparison.Ordinal) ? AdministrationCategory.Vaccine
                : AdministrationCategory.Therapeutic,
            Method = words[0] switch
            {
                "iv" => AdministrationMethod.IvInfusion,
                "push" => AdministrationMethod.IvPush,
                "im" => AdministrationMethod.Intramuscular,
                "sc" => AdministrationMethod.Subcutaneous,
                "scinf" => AdministrationMethod.SubcutaneousInfusion,
                "onbody" => AdministrationMethod.OnBody,
                "pump" => AdministrationMethod.ProlongedPump,
                "flush" => AdministrationMethod.Flush,
                "artery" => AdministrationMethod.IntraArterial,
                "spine" => AdministrationMethod.Intrathecal,
                "eye" => AdministrationMethod.Intravitreal,
                "inhaled" => AdministrationMethod.Inhalation,
                "oral" => AdministrationMethod.Oral,
                "vaccine" => AdministrationMethod.Vaccine,
                _ => AdministrationMethod.Other,
            },
            Start = start,
            Stop = stop < start ? stop.Value.AddDays(1) : stop,
            Site = string.Join(' ', words.Where(word => word[0] == '@').Select(word => word[1..])),
            Route = string.Concat(words.Where(word => word[0] == '#').Select(word => word[1..])),
            IsPrimaryReason = words.Contains("!"),
        };
    }

    private static DateTimeOffset At(string text) =>
        new(Day.ToDateTime(TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture)), TimeSpan.Zero);
}
