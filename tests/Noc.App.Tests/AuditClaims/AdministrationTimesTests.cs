using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>ADM006: the administration codes of a claim against the times of its record.</summary>
public sealed class AdministrationTimesTests
{
    private const string Given = "administrations/0/";

    private static Finding? Of(string[] billed, params (string Pointer, string? Json)[] changes) =>
        (new TestClaim { Others = billed, Evidence = TestVisit.With(changes) }).Findings()
            .FirstOrDefault(finding => finding.Rule.Id == "ADM006");

    private static readonly (string, string?) Push = ("administrations/9",
        """{ "drug": "ondansetron", "method": "iv-push", "category": "therapeutic", "start": "08:50" }""");

    [Fact]
    public void A_missing_hour_is_named_with_its_minutes()
    {
        var finding = Of(["96365*185"], (Given + "stop", "\"11:15\""))!;
        Assert.Contains("missing 96366 x1", finding.Message, StringComparison.Ordinal);
        Assert.Contains("135 minutes", finding.Message, StringComparison.Ordinal);
        Assert.Equal("96365 x1, 96366 x1", finding.Expected!.Text);
        Assert.Equal(Severity.Warn, finding.Severity);
    }

    [Fact]
    public void Hours_that_the_times_do_not_show_are_to_be_paid_back()
    {
        var finding = Of(["96365*185", "96366*40"])!;
        Assert.Contains("not shown by the times 96366 x1", finding.Message,
            StringComparison.Ordinal);
        Assert.Equal("96365 x1", finding.Expected!.Text);
    }

    [Fact]
    public void Sixteen_minutes_make_an_infusion_and_fifteen_a_push()
    {
        Assert.Null(Of(["96365*185"], (Given + "stop", "\"09:16\"")));
        var finding = Of(["96365*185"], (Given + "stop", "\"09:15\""))!;
        Assert.Contains("missing 96374 x1", finding.Message, StringComparison.Ordinal);
        Assert.Contains("not shown by the times 96365 x1", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_push_before_the_infusion_is_missed_and_two_initial_services_are_one_too_many()
    {
        Assert.Contains("missing 96375 x1", Of(["96365*185"], Push)!.Message, StringComparison.Ordinal);
        Assert.Contains("not shown by the times 96374 x1", Of(["96365*185", "96374*90"], Push)!.Message,
            StringComparison.Ordinal);
        Assert.Null(Of(["96365*185", "96375*40"], Push));
    }

    [Fact]
    public void Physicians_may_take_any_reason_of_the_visit_while_the_record_names_none()
    {
        Assert.Null(Of(["96374*90", "96367*60"], Push));
        Assert.NotNull(Of(["96374*90", "96367*60"], Push, (Given + "primaryReason", "true")));
    }

    [Fact]
    public void Chemotherapy_comes_first_while_the_record_names_no_other_reason()
    {
        (string, string?)[] chemo = [("administrations/1", """
            { "drug": "Keytruda", "dose": "200 mg", "route": "IV", "method": "iv-infusion", "category": "chemo",
              "start": "10:00", "stop": "10:40" }
            """)];
        Assert.Contains("96413 x1", Of(["96365*185", "96417*90"], chemo)?.Expected?.Text, StringComparison.Ordinal);
        Assert.Null(Of(["96413*185", "96367*60"], chemo));
    }

    [Fact]
    public void A_hospital_follows_its_own_order()
    {
        var claim = new TestClaim
        {
            Place = "13", Filing = "MA", Code = "C9399", Modifiers = "", Others = ["96374*90", "96367*60"],
            Evidence = TestVisit.With(Push),
        };
        Assert.Contains(claim.Findings(), finding => finding.Rule.Id == "ADM006"
            && finding.Expected!.Text == "96365 x1, 96375 x1");
    }

    [Fact]
    public void A_claim_without_administration_is_told_the_codes_instead_of_that_one_is_missing()
    {
        var findings = (new TestClaim { Others = [], Evidence = TestVisit.Text }).Findings();
        Assert.Contains(findings, finding => finding.Rule.Id == "ADM006" && finding.Expected!.Text == "96365 x1");
        Assert.DoesNotContain(findings, finding => finding.Rule.Id == "ADM001");
    }

    [Fact]
    public void Without_times_or_without_surely_the_same_patient_nothing_is_said()
    {
        Assert.Null(Of(["96365*185", "96366*40"], (Given + "start", null)));
        Assert.Null(Of(["96365*185", "96366*40"], ("claim/patientAccount", null), ("patient", "{}")));
        Assert.Null(Of([], Push));   // another claim may bill the push and the infusion
    }
}
