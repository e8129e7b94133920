using Noc.Administrations;
using Noc.Encounters;
using Noc.Tables;
using static Noc.Core.Tests.Administrations.TestEvents;

namespace Noc.Core.Tests.Administrations;

public class AdministrationCoderTests
{
    [Theory]
    [InlineData("iv A 09:00-09:15", "96374 x1")]
    [InlineData("iv A 09:00-09:16", "96365 x1")]
    [InlineData("iv A 09:00-10:30", "96365 x1")]
    [InlineData("iv A 09:00-10:31", "96365 x1, 96366 x1")]
    [InlineData("iv A 09:00-11:30", "96365 x1, 96366 x1")]
    [InlineData("iv A 09:00-11:31", "96365 x1, 96366 x2")]
    [InlineData("iv saline 09:00-09:30", "none")]
    [InlineData("iv saline 09:00-09:31", "96360 x1")]
    [InlineData("iv saline 09:00-10:31", "96360 x1, 96361 x1")]
    [InlineData("iv chemoA 09:00-10:35", "96413 x1, 96415 x1")]
    [InlineData("iv A 23:30-00:31", "96365 x1")]
    public void Minutes_decide_push_infusion_and_further_hours(string visit, string codes) =>
        Assert.Equal(codes, Codes(visit));

    [Theory]
    [InlineData("push A 08:40; push B 08:45; iv chemoA 09:00-10:00", "96375 x2, 96413 x1")]
    [InlineData("push chemoV 08:50; iv chemoC 09:00-10:00", "96411 x1, 96413 x1")]
    [InlineData("push chemoV 08:50; iv A 09:00-10:00", "96367 x1, 96409 x1")]
    [InlineData("push A 09:00; iv B 09:30-10:00", "96365 x1, 96375 x1")]
    [InlineData("push A 09:00; iv saline 09:05-10:35", "96361 x1, 96374 x1")]
    [InlineData("push A 09:00; iv saline 09:05-10:36", "96361 x2, 96374 x1")]
    [InlineData("iv F 08:30-08:50; iv chemoA 09:00-10:35; iv chemoB 10:40-11:10; iv saline 11:15-12:00",
        "96361 x1, 96367 x1, 96413 x1, 96415 x1, 96417 x1")]
    public void Facilities_follow_the_fixed_order_of_services(string visit, string codes) =>
        Assert.Equal(codes, Codes(visit));

    [Theory]
    [InlineData("push A 09:00; iv saline 09:05-10:35 !", "96360 x1, 96375 x1")]
    [InlineData("push A 09:00 !; iv saline 09:05-10:35", "96361 x1, 96374 x1")]
    [InlineData("push A 09:00 !; iv B 09:30-10:30", "96367 x1, 96374 x1")]
    public void Professional_claims_begin_with_the_main_reason(string visit, string codes) =>
        Assert.Equal(codes, Codes(visit, VisitSetting.Professional));

    [Fact]
    public void A_main_reason_that_is_not_recorded_is_asked_for()
    {
        var coded = AdministrationCoder.Code(Visit("push A 09:00; iv saline 09:05-10:35", VisitSetting.Professional));
        Assert.Equal("96361 x1, 96374 x1", Codes(coded));
        Assert.Contains(coded.Flags, flag => flag.Kind is FlagKind.PrimaryReasonAssumed);
    }

    [Fact]
    public void A_code_without_the_code_it_stands_on_is_named()
    {
        var coded = AdministrationCoder.Code(Visit("push A 09:00; iv saline 09:05-10:35 !", VisitSetting.Professional));
        Assert.Contains(coded.Flags, flag => flag.Kind is FlagKind.BaseMissing
            && flag.Text.StartsWith("96375", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("iv A 09:00-10:00; iv B 09:00-10:00", "96365 x1, 96368 x1")]
    [InlineData("iv A 09:00-10:00; iv B 09:00-10:00; iv C 09:00-10:00", "96365 x1, 96368 x1")]
    [InlineData("iv A 09:00-10:00; iv B 09:45-10:45", "96365 x1, 96367 x1")]
    [InlineData("iv A 09:00-10:00; iv B 09:44-10:44", "96365 x1, 96368 x1")]
    [InlineData("iv chemoA 09:00-11:00; iv L 09:00-11:00", "96368 x1, 96413 x1, 96415 x1")]
    [InlineData("iv chemoA 09:00-10:00; iv chemoB 09:30-10:30", "96413 x1, 96549 x1")]
    public void Infusions_at_the_same_time_count_once(string visit, string codes) => Assert.Equal(codes, Codes(visit));

    [Fact]
    public void The_longer_of_two_that_begin_together_is_the_initial_service()
    {
        Assert.Equal("96365 x1, 96366 x1, 96368 x1", Codes("iv A 09:00-10:00; iv B 09:00-11:00"));
        Assert.Equal("96365 x1, 96366 x1, 96368 x1", Codes("iv A 09:00-11:00; iv B 09:00-10:00"));
    }

    [Theory]
    [InlineData("push H 09:00; push H 09:30", "96374 x1", NotReported.SameDrugPushTooSoon)]
    [InlineData("push H 09:00; push H 09:31", "96374 x1, 96376 x1", null)]
    [InlineData("push H 09:00; push H 09:20; push H 09:40", "96374 x1", NotReported.SameDrugPushTooSoon)]
    [InlineData("push H 09:00; push H 09:20; push H 09:51", "96374 x1, 96376 x1", NotReported.SameDrugPushTooSoon)]
    [InlineData("push chemoA 09:00; push chemoA 10:00", "96409 x1", NotReported.SameDrugPushComplex)]
    [InlineData("push H 09:00; iv H 10:00-11:00", "96365 x1, 96376 x1", null)]
    [InlineData("push H 09:50; iv H 10:00-11:00", "96365 x1", NotReported.SameDrugPushTooSoon)]
    public void The_same_drug_pushed_again_counts_after_more_than_thirty_minutes(
        string visit, string codes, NotReported? reason)
    {
        var coded = AdministrationCoder.Code(Visit(visit));
        Assert.Equal(codes, Codes(coded));
        Assert.Equal(reason, coded.Events.Select(one => one.Reason).FirstOrDefault(one => one is not null));
    }

    [Fact]
    public void The_same_drug_pushed_again_never_counts_on_a_professional_claim()
    {
        var coded = AdministrationCoder.Code(Visit("push H 09:00 !; push H 10:00", VisitSetting.Professional));
        Assert.Equal("96374 x1", Codes(coded));
        Assert.Equal(NotReported.SameDrugPushProfessional, coded.Events[1].Reason);
    }

    [Theory]
    [InlineData("iv A 09:00-10:00; iv A 14:00-14:31", "96365 x1, 96366 x1", null)]
    [InlineData("iv A 09:00-10:00; iv A 14:00-14:30", "96365 x1", NotReported.SameDrugInfusionShort)]
    [InlineData("iv A 09:00-10:00; iv A 10:00-11:31", "96365 x1, 96366 x2", NotReported.SameInfusion)]
    [InlineData("iv saline 09:00-09:20; iv saline 09:20-09:40", "96360 x1", NotReported.SameInfusion)]
    public void The_same_drug_infused_again_is_no_further_drug(string visit, string codes, NotReported? reason)
    {
        var coded = AdministrationCoder.Code(Visit(visit));
        Assert.Equal(codes, Codes(coded));
        Assert.Equal(reason, coded.Events.Select(one => one.Reason).FirstOrDefault(one => one is not null));
    }

    [Theory]
    [InlineData("iv A 10:00-11:00; iv saline 10:00-12:00", "96361 x1, 96365 x1", null)]
    [InlineData("iv A 10:00-11:00; iv saline 10:00-11:30", "96365 x1", NotReported.HydrationBesideDrug)]
    [InlineData("iv A 10:00-11:00; iv saline 09:00-12:00", "96361 x2, 96365 x1", null)]
    [InlineData("iv A 10:00-11:00; iv saline 11:00-11:30", "96365 x1", NotReported.HydrationTooShort)]
    [InlineData("iv A 10:00-11:00; iv saline 11:00", "96365 x1", NotReported.HydrationTimesMissing)]
    public void Only_fluid_beside_no_drug_counts(string visit, string codes, NotReported? reason)
    {
        var coded = AdministrationCoder.Code(Visit(visit));
        Assert.Equal(codes, Codes(coded));
        Assert.Equal(reason, coded.Events.Select(one => one.Reason).FirstOrDefault(one => one is not null));
    }

    [Fact]
    public void An_infusion_without_stop_is_a_push_after_nursing_was_asked()
    {
        var coded = AdministrationCoder.Code(Visit("iv A 09:00"));
        Assert.Equal("96374 x1", Codes(coded));
        Assert.Equal(CodingBasis.Convention, coded.Services[0].Basis);
        Assert.Contains(coded.Events[0].Flags, flag => flag.Kind is FlagKind.LateEntry
            && flag.Text.Contains("stop", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("iv A 09:00-09:30 @left; iv A 09:35-10:05 @right", "96365 x1")]
    [InlineData("iv A 09:00-09:30 @left; iv A 09:50-10:25 @right", "96365 x1, 96366 x1")]
    [InlineData("push A 09:00 @left; push A 09:40 @right", "96374 x1, 96376 x1")]
    [InlineData("iv A 09:00-10:00 @left; iv A 09:30-10:30 @right", "96365 x1, 96365-59 x1")]
    [InlineData("iv A 09:00-09:30 @left; iv A 09:35-10:05 @right; iv B 10:10-10:40 @right",
        "96365 x1, 96367 x1")]
    public void A_line_that_was_moved_is_no_second_access(string events, string codes) =>
        Assert.Equal(codes, TestEvents.Codes(events));

    [Fact]
    public void Drugs_of_one_bag_are_one_infusion()
    {
        var visit = TestEvents.Visit("iv A 09:00-10:00; iv chemoB 09:00-10:00; iv C 09:00-10:00");
        var mixed = visit with { Events = [.. visit.Events.Select(one =>
            one.Number < 3 ? one with { Bag = "bag 1" } : one)] };
        Assert.Equal("96368 x1, 96413 x1", TestEvents.Codes(AdministrationCoder.Code(mixed)));
        Assert.Equal(NotReported.SameInfusion, AdministrationCoder.Code(mixed).Events
            .Single(outcome => outcome.Event.Number == 1).Reason);
    }

    [Fact]
    public void A_second_access_has_an_initial_service_of_its_own_with_59()
    {
        Assert.Equal("96365 x1, 96365-59 x1", Codes("iv A 09:00-10:00 @left; iv B 09:05-10:05 @right"));
        Assert.Equal("96365-59 x1, 96413 x1", Codes("iv A 09:00-10:00 @left; iv chemoB 09:05-10:05 @right"));
        Assert.Equal("96365 x1, 96367 x1", Codes("iv A 09:00-10:00 @left; iv B 10:05-11:05"));
        Assert.Equal("96365 x1, 96374-59 x1", Codes("iv A 09:00-10:00 @left; push B 09:30 @right"));
    }

    [Theory]
    [InlineData("sc A 09:00; im B 09:00", "96372 x2")]
    [InlineData("sc chemoA 09:00", "96401 x1")]
    [InlineData("im hormoneA 09:00", "96402 x1")]
    [InlineData("iv A 09:00-10:00; sc B 10:10", "96365 x1, 96372 x1")]
    [InlineData("onbody A 09:00", "96377 x1")]
    [InlineData("scinf A 09:00-10:00", "96369 x1")]
    [InlineData("scinf A 09:00-10:31 @abdomen; scinf A 09:00-10:31 @thigh", "96369 x1, 96370 x1, 96371 x1")]
    [InlineData("scinf A 09:00-09:15", "96372 x1")]
    [InlineData("iv chemoA 09:00-10:00; pump chemoF 10:05-20:00", "96413 x1, 96416 x1")]
    [InlineData("pump chemoF 09:00-17:00", "96413 x1, 96415 x7")]
    [InlineData("pump A 09:00-18:00", "C8957 x1")]
    [InlineData("artery A 09:00", "96373 x1")]
    [InlineData("artery chemoA 09:00-09:10", "96420 x1")]
    [InlineData("artery chemoA 09:00-11:00", "96422 x1, 96423 x1")]
    [InlineData("artery chemoA 09:00-18:00", "96425 x1")]
    [InlineData("spine chemoA 09:00", "96450 x1")]
    [InlineData("spine chemoA 09:00 @ommaya", "96542 x1")]
    [InlineData("other chemoA 09:00 #IP", "96446 x1")]
    [InlineData("eye A 09:00 @right @eye", "67028-RT x1")]
    [InlineData("eye A 09:00 @right; eye A 09:05 @left", "67028-LT x1, 67028-RT x1")]
    [InlineData("vaccine A 09:00; vaccine B 09:00; vaccine C 09:00 #PO", "90471 x1, 90472 x1, 90474 x1")]
    [InlineData("vaccine C 09:00 #NAS", "90473 x1")]
    [InlineData("oral A 09:00", "none")]
    [InlineData("flush heparin 09:00", "96523 x1")]
    [InlineData("flush heparin 09:00; sc A 09:10", "96372 x1")]
    public void What_is_not_into_a_vein_stands_outside_the_order(string visit, string codes) =>
        Assert.Equal(codes, Codes(visit));

    [Theory]
    [InlineData("iv A 09:00-10:00", "none")]
    [InlineData("sc chemoA 09:00; onbody P 10:00; flush H 10:10; artery B 10:20; pump chemoF 11:00-20:00", "none")]
    [InlineData("spine chemoA 09:00", "96450 x1")]
    [InlineData("other chemoA 09:00 #IP", "96446 x1")]
    [InlineData("eye A 09:00 @left", "67028-LT x1")]
    public void Physicians_in_a_facility_report_only_what_the_bar_leaves(string visit, string codes)
    {
        foreach (var place in (string[])["19", "21", "22", "23", "24"])
            Assert.Equal(codes, Codes(visit, VisitSetting.Professional, place));
        Assert.NotEqual("none", Codes(visit, VisitSetting.Professional, "11"));
    }

    [Fact]
    public void Surgery_centres_report_no_administration() =>
        Assert.Equal("none", Codes("iv A 09:00-10:00; push B 10:10", VisitSetting.SurgeryCenter));

    [Fact]
    public void Medicare_has_codes_of_its_own()
    {
        var visit = Visit("im A 09:00") with { IsMedicare = true };
        string Of(DrugKind kind, AdministrationMethod method) => Codes(AdministrationCoder.Code(visit with
        {
            Events = [visit.Events[0] with { Kind = kind, Method = method }],
        }));
        Assert.Equal("G0012 x1", Of(DrugKind.HivPrevention, AdministrationMethod.Intramuscular));
        Assert.Equal("96381 x1", Of(DrugKind.RsvAntibody, AdministrationMethod.Intramuscular));
        Assert.Equal("G0008 x1", Of(DrugKind.InfluenzaVaccine, AdministrationMethod.Vaccine));
        Assert.Equal("90480 x1", Of(DrugKind.CovidVaccine, AdministrationMethod.Vaccine));
        visit = visit with { IsMedicare = false };
        Assert.Equal("96372 x1", Of(DrugKind.HivPrevention, AdministrationMethod.Intramuscular));
        Assert.Equal("90471 x1", Of(DrugKind.InfluenzaVaccine, AdministrationMethod.Vaccine));
    }

    [Fact]
    public void Impossible_times_stop_only_their_own_event()
    {
        var visit = Visit("iv A 09:00-10:00; iv B 10:00-11:00");
        var first = visit.Events[0];
        var coded = AdministrationCoder.Code(visit with
        {
            Events = [first with { Start = first.Stop, Stop = first.Start }, visit.Events[1]],
        });
        Assert.Equal("96365 x1", Codes(coded));
        Assert.Equal(NotReported.TimesImpossible, coded.Events.Single(one => one.Event.Number == 1).Reason);
    }

    [Fact]
    public void A_record_of_thousands_of_events_is_no_visit_and_ends_soon()
    {
        var one = Visit("iv A 09:00-10:00").Events[0];
        Visit Of(int count) => Visit("iv A 09:00-10:00") with
        {
            Events = [.. Enumerable.Range(1, count).Select(number => one with
            {
                Number = number, Substance = $"drug {number}",
            })],
        };
        Assert.Equal("96365 x1, 96368 x1", Codes(AdministrationCoder.Code(Of(AdministrationCoder.MostEvents))));
        var coded = AdministrationCoder.Code(Of(AdministrationCoder.MostEvents + 1));
        Assert.All(coded.Events, outcome => Assert.Equal(NotReported.TooMany, outcome.Reason));
    }

    [Fact]
    public void Every_event_says_what_it_became_and_why()
    {
        var coded = AdministrationCoder.Code(Visit("push A 08:40; iv chemoA 09:00-10:35; iv saline 10:40-11:00"));
        Assert.Equal([1, 2, 3], coded.Events.Select(one => one.Event.Number));
        Assert.All(coded.Events, one => Assert.NotEmpty(one.Why));
        Assert.All(coded.Events, one => Assert.Equal(one.Codes.Count == 0, one.Reason is not null));
    }
}
