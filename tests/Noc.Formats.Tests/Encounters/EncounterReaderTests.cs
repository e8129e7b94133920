using System.Text;
using Noc.Claims;
using Noc.Encounters;
using Noc.Formats.Encounters;

namespace Noc.Formats.Tests.Encounters;

public sealed class EncounterReaderTests
{
    private static List<ReadEncounter> Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return [.. EncounterFile.Read(stream)];
    }

    private static Encounter One(string text)
    {
        var read = Assert.Single(Read(text));
        Assert.Empty(read.Problems);
        return read.Encounter!;
    }

    private static string Problem(string members) =>
        Assert.Single(Assert.Single(Read($$"""{"id":"V1","from":"2026-03-08",{{members}}}""")).Problems).Pointer;

    [Fact]
    public void A_whole_encounter_is_read()
    {
        var visit = One("""
            {
              "schema": "noc.encounter/1", "id": "V1", "timeZone": "America/New_York", "from": "2026-03-10",
              "claim": {"type": "professional", "placeOfService": "11", "patientAccount": "RB-1"},
              "payers": [{"name": "MEDICARE", "filing": "mb"}],
              "patient": {"lastName": "NOBODY", "weightKg": 70.5, "state": "il"},
              "diagnoses": ["g35.a"],
              "orders": [{"id": "O1", "drug": "EXAMPLAZOLE", "dose": "150 mg", "signedOn": "2026-03-01"}],
              "administrations": [{
                "drug": "EXAMPLAZOLE", "order": "O1", "ndc": "99999-0123-01", "dose": {"value": 150, "unit": "mg"},
                "discarded": "0 mg", "method": "iv-infusion", "category": "therapeutic", "start": "09:00",
                "stop": "10:31", "containers": [{"count": 3, "holds": "50 mg", "lot": "A1", "singleDose": true}]
              }],
              "authorizations": [{"number": "PA1", "code": "j3490", "units": 4}],
              "invoices": [{"ndc": "99999012301", "quantity": 2, "unitCostUsd": 100, "discountUsd": 10}],
              "trial": {"registry": "NCT01234567"}
            }
            """);
        Assert.Equal((ClaimType.Professional, "11", "RB-1"),
            (visit.Claim.Type, visit.Claim.PlaceOfService, visit.Claim.PatientAccount));
        Assert.Equal(("MB", "IL", "G35A"), (visit.Payers[0].Filing, visit.Patient.State, visit.Diagnoses[0]));
        var given = Assert.Single(visit.Administrations);
        Assert.Equal(("99999012301", "150MG", "0MG", 91, new DateOnly(2026, 3, 10)),
            (given.Ndc.Digits, given.Dose.ToString(), given.Discarded.ToString(), given.Minutes, given.Day));
        Assert.Equal(AdministrationMethod.IvInfusion, given.Method);
        Assert.Equal((3, "50MG", true),
            (given.Containers[0].Count, given.Containers[0].Holds.ToString(), given.Containers[0].IsSingleDose));
        Assert.Equal(("J3490", 95m, "01234567"),
            (visit.Authorizations[0].Code.Value, visit.Invoices[0].NetUnitUsd, visit.Trial!.Registry));
    }

    [Theory]
    [InlineData(""" "administrations":[{"drug":"X","dose":"-5 mg"}] """, "/administrations/0/dose")]
    [InlineData(""" "administrations":[{"drug":"X","dose":"5 cubits"}] """, "/administrations/0/dose")]
    [InlineData(""" "administrations":[{"drug":"X","containers":[{"holds":"0 mg"}]}] """,
        "/administrations/0/containers/0/holds")]
    [InlineData(""" "diagnoses":["G43.709","sore!"] """, "/diagnoses/1")]
    [InlineData(""" "diagnoses":["250.00"] """, "/diagnoses/0")]
    [InlineData(""" "administrations":[{"dose":"5 mg"}] """, "/administrations/0/drug")]
    [InlineData(""" "administrations":[{"drug":"X","date":"2026-04-01"}] """, "/administrations/0/date")]
    [InlineData(""" "administrations":[{"drug":"X","start":"2026-04-10T09:00"}] """, "/administrations/0/start")]
    [InlineData(""" "administrations":[{"drug":"X","id":"A"},{"drug":"Y","id":"A"}] """, "/administrations/1/id")]
    [InlineData("""
        "timeZone":"America/New_York","administrations":[{"drug":"X","start":"09:00"},{"drug":"x","start":"09:00"}]
        """, "/administrations/1")]
    [InlineData(""" "administrations":[{"drug":"X","dose":"5 mg","dose":"6 mg"}] """, "/administrations/0/dose")]
    [InlineData(""" "administrations":[{"drug":"X","method":"telepathy"}] """, "/administrations/0/method")]
    [InlineData(""" "administrations":[{"drug":"X","dose":"1,5 mg"}] """, "/administrations/0/dose")]
    [InlineData(""" "administrations":[{"drug":"X","dose":"0,500 mg"}] """, "/administrations/0/dose")]
    [InlineData(""" "administrations":[{"drug":"X","dose":{"value":2,"unit":"mg","per":"kg"}}] """,
        "/administrations/0/dose/per")]
    [InlineData(""" "administrations":[{"drug":"X","chargeUsd":100.005}] """, "/administrations/0/chargeUsd")]
    [InlineData(""" "administrations":[{"drug":"X\ud800"}] """, "/administrations/0/drug")]
    [InlineData(""" "diagnoses":["G43.709","\udc00"] """, "/diagnoses/1")]
    [InlineData(""" "claim":{"billType":"999"} """, "/claim/billType")]
    [InlineData(""" "claim":{"billType":"1311"} """, "/claim/billType")]
    [InlineData(""" "claim":{"placeOfService":"77"} """, "/claim/placeOfService")]
    [InlineData(""" "administrations":[5] """, "/administrations/0")]
    [InlineData(""" "administrations":{} """, "/administrations")]
    [InlineData(""" "administration":[] """, "/administration")]
    [InlineData(""" "to":"2026-03-01" """, "/to")]
    [InlineData(""" "to":"soon" """, "/to")]
    [InlineData(""" "timeZone":"Mars/Olympus" """, "/timeZone")]
    [InlineData(""" "invoices":[{"ndc":"123"}] """, "/invoices/0/ndc")]
    [InlineData(""" "patient":{"weightKg":0} """, "/patient/weightKg")]
    public void What_is_wrong_is_named_by_its_pointer(string members, string pointer) =>
        Assert.Equal(pointer, Problem(members));

    [Theory]
    [InlineData("1e30 mg", "without an exponent")]
    [InlineData("2E+3mg", "without an exponent")]
    [InlineData("5 elephants", "The unit is not known")]
    public void An_amount_with_an_exponent_is_refused_for_that(string dose, string words) => Assert.Contains(words,
        Assert.Single(Assert.Single(Read("{\"id\":\"V1\",\"from\":\"2026-03-08\",\"administrations\":"
            + $"[{{\"drug\":\"X\",\"dose\":\"{dose}\"}}]}}")).Problems).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("21:00", "08:00", 11 * 60 - 60)]          // past midnight; the clock was set forward at 02:00
    [InlineData("2026-03-08T01:30", "2026-03-08T03:30", 60)]
    [InlineData("2026-03-07T23:30", "2026-03-08T00:15", 45)]
    [InlineData("2026-03-08T01:30:00-05:00", "2026-03-08T03:30:00-04:00", 60)]
    public void Times_are_those_of_the_clock_on_the_wall(string start, string stop, int minutes)
    {
        var visit = One($$"""
            {"id":"V1","timeZone":"America/New_York","from":"2026-03-07","to":"2026-03-08","administrations":
              [{"drug":"X","start":"{{start}}","stop":"{{stop}}"}]}
            """);
        Assert.Equal(minutes, visit.Administrations[0].Minutes);
    }

    [Theory]
    [InlineData("2026-03-08T02:30", "2026-03-08T04:00", "/administrations/0/start")]   // skipped by the clock
    [InlineData("2026-03-08T05:00", "2026-03-08T04:00", "/administrations/0/stop")]
    [InlineData("2026-03-08T05:00", "half past", "/administrations/0/stop")]
    [InlineData("09:00", "08:50", "/administrations/0/stop")]
    public void Times_that_cannot_be_are_named(string start, string stop, string pointer) =>
        Assert.Equal(pointer, Problem($$"""
            "timeZone":"America/New_York","administrations":[{"drug":"X","start":"{{start}}","stop":"{{stop}}"}]
            """));

    [Fact]
    public void An_hour_that_comes_twice_is_the_first_one() => Assert.Equal(TimeSpan.FromHours(-4), One("""
        {"id":"V1","timeZone":"America/New_York","from":"2026-11-01","administrations":[{"drug":"X","start":"01:30"}]}
        """).Administrations[0].Start!.Value.Offset);

    [Theory]
    [InlineData("01:30", "01:10", 40)]
    [InlineData("01:30", "01:50", 20)]
    [InlineData("00:30", "02:30", 180)]
    public void A_stop_that_only_fits_the_hour_when_it_comes_again_is_in_it(string start, string stop, int minutes) =>
        Assert.Equal(minutes, One($$"""
            {"id":"V1","timeZone":"America/New_York","from":"2026-11-01",
             "administrations":[{"drug":"X","start":"{{start}}","stop":"{{stop}}"}]}
            """).Administrations[0].Minutes);

    [Theory]
    [InlineData("2026-03-07", "09:00", "10:31", 91)]
    [InlineData("2026-03-07", "23:30", "00:45", 75)]
    [InlineData("2026-03-08", "09:00", "10:31", 91)]
    [InlineData("2026-11-01", "03:00", "04:00", 60)]
    [InlineData("2026-03-10", "2026-03-10T09:00-05:00", "09:45", 45)]
    [InlineData("2026-03-15", "01:30", "02:30", 60)]
    public void Without_a_zone_clock_times_count_as_they_stand(string day, string start, string stop, int minutes) =>
        Assert.Equal(minutes, One($$"""
            {"id":"V1","from":"{{day}}","administrations":[{"drug":"X","start":"{{start}}","stop":"{{stop}}"}]}
            """).Administrations[0].Minutes);

    [Theory]
    [InlineData("2026-03-08", "01:30", "03:30", "start")]
    [InlineData("2026-03-08", "00:30", "04:30", "stop")]
    [InlineData("2026-11-01", "01:10", "01:50", "start")]
    [InlineData("2026-11-01", "00:10", "05:00", "stop")]
    [InlineData("2026-10-31", "23:30", "04:00", "stop")]
    [InlineData("2026-03-10", "09:00", "2026-03-10T09:45-05:00", "stop")]
    public void Without_a_zone_the_hours_in_which_clocks_are_set_need_one(
        string day, string start, string stop, string member)
    {
        var read = Read($$"""
            {"id":"V1","from":"{{day}}","to":"2026-12-31","administrations":
              [{"drug":"X","start":"{{start}}","stop":"{{stop}}"}]}
            """);
        Assert.Contains($"/administrations/0/{member}", read[0].Problems.Select(one => one.Pointer));
    }

    [Fact]
    public void One_bad_line_hides_no_other()
    {
        var read = Read("""
            {"id":"V1","from":"2026-03-08"}
            {"id":"V2","from":
            {"from":"2026-03-08"}

            {"id":"V3","from":"2026-03-08"}
            """);
        Assert.Equal(["V1", null, null, "V3"], read.Select(one => one.Encounter?.Id));
        Assert.Equal([0, 1, 1, 0], read.Select(one => one.Problems.Count));
        Assert.Equal((2, 3, "/id"), (read[1].Problems[0].Line, read[2].Line, read[2].Problems[0].Pointer));
    }

    [Theory]
    [InlineData("\n\n{\"id\":\"V1\",\"from\":\"2026-03-08\"}\n\n{\"id\":\"V2\",\"from\":\"2026-03-08\"}\n", "3 5")]
    [InlineData("\uFEFF \r\n{\"id\":\"V1\",\"from\":\"2026-03-08\"}\r\n{\"id\":\"V2\",\"from\":\"2026-03-08\"}", "2 3")]
    public void Empty_lines_count_and_say_nothing(string text, string lines)
    {
        var read = Read(text).ToList();
        Assert.Equal(["V1", "V2"], read.Select(one => one.Encounter?.Id));
        Assert.Equal(lines, string.Join(' ', read.Select(one => one.Line)));
        Assert.All(read, one => Assert.Empty(one.Problems));
    }

    [Fact]
    public void A_damaged_first_line_hides_no_other()
    {
        var read = Read("""
            {"id":"V1","from":
            {"id":"V2","from":"2026-03-08"}
            """).ToList();
        Assert.Equal([null, "V2"], read.Select(one => one.Encounter?.Id));
        Assert.Equal((1, ""), (Assert.Single(read[0].Problems).Line, read[0].Problems[0].Pointer));
        // One document over several lines, cut off, is one loss.
        Assert.Single(Read("{\n  \"id\": \"V1\",\n  \"orders\": [\n    { \"drug\": \"X\" }\n"));
    }

    [Theory]
    [InlineData("""[{"id":"V1","from":"2026-03-08"},{"id":"V2","from":"2026-03-08"}]""")]
    [InlineData("""{"encounters":[{"id":"V1","from":"2026-03-08"},{"id":"V2","from":"2026-03-08"}]}""")]
    public void A_document_may_hold_many(string text) =>
        Assert.Equal(["V1", "V2"], Read(text).Select(one => one.Encounter!.Id));

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("{")]
    [InlineData("[1,2]")]
    [InlineData("{\"id\":1}")]
    public void No_content_throws(string text) => Assert.All(Read(text), one => Assert.NotEmpty(one.Problems));

    [Fact]
    public void A_problem_never_quotes_the_record() => Assert.DoesNotContain("SECRET",
        string.Concat(Read("""{"id":"V1","from":"SECRET","patient":{"birthDate":"SECRET"}}""")[0].Problems));
}
