using Noc.Administrations;
using Noc.Encounters;
using Noc.Tables;
using static Noc.Core.Tests.Administrations.TestEvents;

namespace Noc.Core.Tests.Administrations;

/// <summary>What the way of recording must not change, and what it must lead to a question.</summary>
public class VisitRecordTests
{
    [Theory]
    [InlineData("iv A 09:00-10:00 @left @arm; push C 10:40 @L @arm")]
    [InlineData("iv A 09:00-10:00 @Left @arm; push C 09:40 @lt. @arm")]
    public void One_place_in_two_spellings_is_one_access(string visit) =>
        Assert.Equal("96365 x1, 96375 x1", Codes(visit));

    [Fact]
    public void A_second_place_has_an_initial_service_and_where_the_line_may_have_been_moved_this_is_asked()
    {
        var coded = AdministrationCoder.Code(Visit("iv A 09:00-10:00 @left; iv B 10:05-11:05 @right"));
        Assert.Equal("96365 x1, 96365-59 x1", Codes(coded));
        Assert.Contains(coded.Events[1].Flags, flag => flag.Kind is FlagKind.SecondAccess
            && flag.Text.Contains("moved", StringComparison.Ordinal));
    }

    [Fact]
    public void Accesses_that_the_record_names_are_apart_whenever_they_were_used()
    {
        var visit = Visit("iv A 09:00-10:00; iv B 10:05-11:05");
        var coded = AdministrationCoder.Code(visit with
        {
            Events = [visit.Events[0] with { Access = "port" }, visit.Events[1] with { Access = "peripheral" }],
        });
        Assert.Equal("96365 x1, 96365-59 x1", Codes(coded));
    }

    [Theory]
    [InlineData("iv A 09:00-09:30; iv A 09:31-10:02", "96365 x1")]
    [InlineData("iv A 09:00-09:30; iv A 09:35-10:36", "96365 x1, 96366 x1")]
    [InlineData("iv A 09:00-09:30; iv A 09:36-10:07", "96365 x1, 96366 x1")]
    [InlineData("iv saline 09:00-09:20; iv saline 09:21-09:41", "96360 x1")]
    [InlineData("iv saline 09:00-09:20; iv saline 09:40-10:00", "none")]
    public void The_change_of_a_bag_does_not_part_an_infusion(string visit, string codes) =>
        Assert.Equal(codes, Codes(visit));

    [Theory]
    [InlineData("iv A 09:00-09:15; iv saline 09:00-09:40", "96361 x1, 96374 x1")]
    [InlineData("iv A 09:00-09:16; iv saline 09:00-09:40", "96365 x1")]
    public void A_bag_of_fifteen_minutes_is_a_push_and_does_not_keep_fluid_from_counting(string visit, string codes) =>
        Assert.Equal(codes, Codes(visit));

    [Theory]
    [InlineData("iv A 09:00-10:00; iv B 09:50-11:21", "96365 x1, 96366 x1, 96367 x1")]
    [InlineData("iv chemoA 09:00-10:00; iv chemoB 09:50-11:21", "96413 x1, 96415 x1, 96417 x1")]
    public void A_further_drug_counts_from_its_start_to_its_stop(string visit, string codes) =>
        Assert.Equal(codes, Codes(visit));

    [Fact]
    public void Hours_between_what_was_given_raise_the_question_of_a_second_encounter()
    {
        var coded = AdministrationCoder.Code(Visit("iv A 07:00-08:00; iv A 19:00-20:00"));
        Assert.Contains(coded.Flags, flag => flag.Kind is FlagKind.SecondEncounter
            && flag.Text.Contains("59", StringComparison.Ordinal));
        coded = AdministrationCoder.Code(Visit("iv A 07:00-08:00; iv B 11:00-12:00"));
        Assert.DoesNotContain(coded.Flags, flag => flag.Kind is FlagKind.SecondEncounter);
    }

    [Fact]
    public void An_infusion_of_more_than_eight_hours_is_asked_about()
    {
        var coded = AdministrationCoder.Code(Visit("iv A 09:00-18:00"));
        Assert.Contains(coded.Events[0].Flags, flag => flag.Kind is FlagKind.TimesDoubtful);
        coded = AdministrationCoder.Code(Visit("iv A 09:00-17:00"));
        Assert.DoesNotContain(coded.Events[0].Flags, flag => flag.Kind is FlagKind.TimesDoubtful);
    }

    [Fact]
    public void Both_eyes_are_one_line_with_50_for_Medicare()
    {
        var visit = Visit("eye A 09:00 @right; eye A 09:05 @left");
        Assert.Equal("67028-50 x1", Codes(AdministrationCoder.Code(visit with { IsMedicare = true })));
        Assert.Equal("67028-LT x1, 67028-RT x1", Codes(AdministrationCoder.Code(visit)));
    }

    [Fact]
    public void A_botulinum_toxin_is_a_procedure_by_the_note()
    {
        var visit = Visit("im A 09:00");
        var coded = AdministrationCoder.Code(visit with
        {
            Events = [visit.Events[0] with { Kind = DrugKind.BotulinumToxin }],
        });
        Assert.Equal(NotReported.ProcedureCode, coded.Events[0].Reason);
    }

    [Fact]
    public void A_dose_of_nothing_makes_no_code()
    {
        var visit = Visit("iv A 09:00-10:00");
        var coded = AdministrationCoder.Code(visit with { Events = [visit.Events[0] with { IsNotGiven = true }] });
        Assert.Equal("none", Codes(coded));
        Assert.Equal(NotReported.NothingGiven, coded.Events[0].Reason);
    }

    [Fact]
    public void An_injection_is_barred_in_a_facility_by_the_code_that_it_makes()
    {
        string Of(DrugKind kind, bool isMedicare, DateOnly day, VisitSetting setting = VisitSetting.Professional)
        {
            var visit = Visit("im A 09:00", setting, "22") with { IsMedicare = isMedicare, Day = day };
            return Codes(AdministrationCoder.Code(visit with { Events = [visit.Events[0] with { Kind = kind }] }));
        }
        var day = new DateOnly(2026, 3, 2);
        Assert.Equal("none", Of(DrugKind.HivPrevention, isMedicare: false, day));
        Assert.Equal("none", Of(DrugKind.HivPrevention, isMedicare: true, new(2024, 9, 29)));
        Assert.Equal("G0012 x1", Of(DrugKind.HivPrevention, isMedicare: true, day));
        Assert.Equal("none", Of(DrugKind.RsvAntibody, isMedicare: false, new(2023, 10, 5)));
        Assert.Equal("96381 x1", Of(DrugKind.RsvAntibody, isMedicare: false, day));
        Assert.Equal("none", Of(DrugKind.HivPrevention, isMedicare: true, day, VisitSetting.SurgeryCenter));
    }

    [Fact]
    public void A_loading_dose_before_its_infusion_is_told_as_one_and_depends_on_the_payer()
    {
        var coded = AdministrationCoder.Code(Visit("push H 09:50; iv H 10:00-11:00"));
        Assert.Contains("before its infusion", coded.Events[0].Why, StringComparison.Ordinal);
        Assert.Contains(coded.Events[0].Flags, flag => flag.Kind is FlagKind.PayerDependent);
    }

    [Fact]
    public void What_is_missing_is_called_by_its_name()
    {
        var visit = Visit("iv A 09:00-10:00");
        var coded = AdministrationCoder.Code(visit with { Events = [visit.Events[0] with { Start = null }] });
        Assert.Contains(coded.Events[0].Flags, flag => flag.Kind is FlagKind.Convention
            && flag.Text.Contains("no start", StringComparison.Ordinal));
    }

    [Fact]
    public void Events_that_differ_in_their_family_only_are_coded_alike_in_any_order()
    {
        var visit = Visit("iv chemoD1 08:30-11:01; push chemoD3 08:31; push chemoD3 08:31");
        DrugEvent[] events =
        [
            visit.Events[0], visit.Events[1],
            visit.Events[2] with { Category = AdministrationCategory.Therapeutic },
        ];
        var one = Codes(AdministrationCoder.Code(visit with { Events = events }));
        DrugEvent[] other = [events[0], events[2] with { Number = 2 }, events[1] with { Number = 3 }];
        Assert.Equal(one, Codes(AdministrationCoder.Code(visit with { Events = other })));
    }
}
