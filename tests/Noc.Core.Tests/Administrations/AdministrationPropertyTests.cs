using Noc.Administrations;
using Noc.Encounters;

namespace Noc.Core.Tests.Administrations;

public class AdministrationPropertyTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    // The fewest minutes that a unit of a timed code stands for behind its first hour.
    private static readonly Dictionary<string, int> Least = new(StringComparer.Ordinal)
    {
        ["96365"] = 16, ["96367"] = 16, ["96368"] = 16, ["96413"] = 16, ["96417"] = 16, ["96549"] = 16, ["96369"] = 16,
        ["96360"] = 31, ["96361"] = 31, ["96366"] = 31, ["96415"] = 31, ["96370"] = 31,
    };

    [Fact]
    public void The_order_of_the_events_does_not_matter() => Property.Holds(seed: 20261121, random =>
    {
        var visit = Random(random);
        var shuffled = visit.Events.ToArray();
        random.Shuffle(shuffled);
        // Numbers follow the new order: they must not matter either.
        var again = visit with { Events = [.. shuffled.Select((one, at) => one with { Number = at + 1 })] };
        Assert.Equal(TestEvents.Codes(AdministrationCoder.Code(visit)),
            TestEvents.Codes(AdministrationCoder.Code(again)));
    }, times: 3000);

    [Fact]
    public void Minutes_billed_never_exceed_minutes_given() => Property.Holds(seed: 20261122, random =>
    {
        var coded = AdministrationCoder.Code(Random(random));
        foreach (var one in coded.Events)
        {
            var timed = one.Codes.Where(code => Least.ContainsKey(code.Code.Value)).ToList();
            if (timed.Count == 0) continue;
            // Units beyond the first stand for whole hours but the last, which takes more than 30 minutes.
            var units = timed.Sum(code => code.Units);
            var least = units == 1 ? Least[timed[0].Code.Value] : ((units - 1) * 60) + 31;
            Assert.True(one.CountedMinutes >= least, $"{one.CountedMinutes} minutes make {units} units.");
        }
    }, times: 3000);

    [Fact]
    public void One_initial_service_an_access_and_one_concurrent_a_visit() => Property.Holds(seed: 20261123, random =>
    {
        var visit = Random(random);
        var coded = AdministrationCoder.Code(visit);
        string[] initial = ["96360", "96365", "96374", "96409", "96413"];
        var vein = coded.Services.Where(one => initial.Contains(one.Code.Value)).ToList();
        var accesses = visit.Events.Where(one => one.Method is AdministrationMethod.IvInfusion
                or AdministrationMethod.IvPush)
            .Select(one => one.Site).Distinct().Count(site => site.Length > 0);
        Assert.InRange(vein.Sum(one => one.Units), 0, Math.Max(1, accesses));
        Assert.InRange(vein.Where(one => one.Modifiers.Count == 0).Sum(one => one.Units), 0, 1);
        Assert.InRange(coded.Services.Where(one => one.Code.Value is "96368" or "96369" or "96371" or "96523")
            .Select(one => one.Units).DefaultIfEmpty(0).Max(), 0, 1);
        Assert.Equal(coded.Events.Sum(one => one.Codes.Sum(code => code.Units)),
            coded.Services.Sum(one => one.Units));
        if (visit.Setting is VisitSetting.Professional)
            Assert.DoesNotContain(coded.Services, one => one.Code.Value is "96376");
        Assert.Equal(visit.Events.Count, coded.Events.Count);
    }, times: 3000);

    [Fact]
    public void Further_hours_agree_with_counting_minute_by_minute()
    {
        for (var minutes = 0; minutes < 2000; minutes++)
        {
            var hours = 0;
            // An hour begins behind each whole one; it counts from its 31st minute on.
            for (var hour = 60; hour + 31 <= minutes; hour += 60) hours++;
            Assert.Equal(hours, InfusionCodes.FurtherHours(minutes));
        }
    }

    private static Visit Random(Random random)
    {
        string[] drugs = ["A", "B", "C"];
        var events = Enumerable.Range(1, random.Next(1, 8)).Select(number =>
        {
            var category = random.Next(4) switch
            {
                0 => AdministrationCategory.Chemotherapy,
                1 => AdministrationCategory.Hydration,
                _ => AdministrationCategory.Therapeutic,
            };
            var start = new DateTimeOffset(Day.ToDateTime(new(8, 0)), TimeSpan.Zero)
                .AddMinutes(random.Next(0, 30) * 10);
            DateTimeOffset? stop = random.Next(12) == 0 ? null : start.AddMinutes(random.Next(1, 200));
            return new DrugEvent
            {
                Number = number,
                Substance = $"{category} {drugs[random.Next(drugs.Length)]}",
                Category = category,
                Method = random.Next(10) switch
                {
                    < 5 => AdministrationMethod.IvInfusion,
                    < 8 => AdministrationMethod.IvPush,
                    8 => AdministrationMethod.Subcutaneous,
                    _ => AdministrationMethod.SubcutaneousInfusion,
                },
                Site = random.Next(6) == 0 ? "left" : random.Next(6) == 0 ? "right" : "",
                Start = start,
                Stop = stop,
                IsPrimaryReason = random.Next(8) == 0,
            };
        }).ToList();
        return new()
        {
            Setting = (VisitSetting)random.Next(2), PlaceOfService = "11", Day = Day, Events = events,
        };
    }
}
