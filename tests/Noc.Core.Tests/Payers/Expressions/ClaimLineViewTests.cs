using Noc.Claims;
using Noc.Payers.Expressions;

namespace Noc.Core.Tests.Payers.Expressions;

/// <summary>What of a claim becomes what variable; the sample line of the page covers the plain cases.</summary>
public sealed class ClaimLineViewTests
{
    [Fact]
    public void An_institutional_claim_has_a_bill_type_and_a_revenue_code_but_no_place()
    {
        var view = View(Claim(ClaimType.Institutional, "13"), new() { Number = 3, RevenueCode = Field("0636") });
        Assert.Equal(("institutional", "13", null, null, "0636"),
            (view.ClaimType, view.Bill, view.ClaimPlace, view.LinePlace, view.Revenue));
        Assert.Empty(view.LineDiagnoses);
    }

    [Fact]
    public void The_line_decides_on_place_and_state_before_the_claim()
    {
        var view = View(Claim(state: "TX", facilityState: "LA"), new()
        {
            Number = 1,
            PlaceOfService = Field("12"),
            ServiceFacility = new() { State = Field("OK") },
        });
        Assert.Equal(("11", "12", "OK"), (view.ClaimPlace, view.LinePlace, view.State));
        Assert.Equal("LA", View(Claim(state: "TX", facilityState: "LA"), new() { Number = 1 }).State);
        Assert.Equal("TX", View(Claim(state: "TX"), new() { Number = 1 }).State);
    }

    [Theory]
    [InlineData("", "primary")]
    [InlineData("P", "primary")]
    [InlineData("S", "secondary")]
    [InlineData("T", "secondary")]
    public void The_order_is_that_of_the_payer(string sequence, string order) =>
        Assert.Equal(order, View(Claim(sequence: sequence), new() { Number = 1 }).Order);

    [Fact]
    public void What_is_no_code_or_NDC_is_kept_as_written()
    {
        var view = View(Claim(), new()
        {
            Number = 1,
            CodeText = Field("J349"),
            Drug = new() { NdcText = Field("0000-1111-22") },
            UnitsText = Field("two"),
        });
        Assert.Equal(("J349", "0000-1111-22"), (view.Code, view.Ndc));
        Assert.False(SampleLine.Read("has(line.units)").Holds(view));
    }

    [Fact]
    public void Authorization_and_attachment_may_stand_on_the_claim_or_the_line()
    {
        ReferenceNumber[] numbers = [new(Field("9F"), Field("1")), new(Field("G1"), Field("A1"))];
        Paperwork[] papers = [new(Field("OZ"), Field("FX"), Field("1"))];
        var plain = new ServiceLine { Number = 1 };
        Assert.False(View(Claim(), plain).HasAuthorization);
        Assert.False(View(Claim(references: numbers[..1]), plain).HasAuthorization);
        Assert.False(View(Claim(references: [new(Field("G1"), default)]), plain).HasAuthorization);
        Assert.True(View(Claim(references: numbers), plain).HasAuthorization);
        Assert.True(View(Claim(), new() { Number = 1, References = numbers }).HasAuthorization);
        Assert.False(View(Claim(), plain).HasAttachment);
        Assert.True(View(Claim(paperwork: papers), plain).HasAttachment);
        Assert.True(View(Claim(), new() { Number = 1, Paperwork = papers }).HasAttachment);
    }

    [Fact]
    public void Notes_are_joined_and_blank_ones_are_none()
    {
        Note Of(string text) => new(Field("ADD"), Field(text));
        Assert.Equal("A B", View(Claim(), new() { Number = 1, Notes = [Of("A"), Of(""), Of("B")] }).LineNote);
        Assert.Equal("A", View(Claim(), new() { Number = 1, Notes = [Of("A")] }).LineNote);
        Assert.Null(View(Claim(), new() { Number = 1, Notes = [Of("")] }).LineNote);
        Assert.Null(View(Claim(), new() { Number = 1, Notes = [Of(""), Of(" ")] }).LineNote);
    }

    [Theory]
    [InlineData("1", "Z5111")]
    [InlineData("2", "M0579")]
    [InlineData("0", null)]
    [InlineData("3", null)]
    [InlineData("-1", null)]
    [InlineData("A", null)]
    [InlineData("99999999999999999", null)]
    public void A_pointer_leads_to_a_diagnosis_or_nowhere(string pointer, string? code)
    {
        var view = View(SampleLine.Claim(), new() { Number = 1, DiagnosisPointers = [Field(pointer)] });
        Assert.Equal(code is null ? [] : [code], view.LineDiagnoses);
    }

    [Fact]
    public void Blank_facts_are_absent()
    {
        var facts = new ClaimLineFacts { Jurisdiction = " ", Route = "", TextNdc = null };
        Assert.Equal((null, null, null), (facts.Jurisdiction, facts.Route, facts.TextNdc));
        Assert.Equal("JE", new ClaimLineFacts { Jurisdiction = " JE" }.Jurisdiction);
    }

    [Fact]
    public void Texts_are_made_once()
    {
        var view = SampleLine.View();
        Assert.Same(view.Description, view.Description);
        Assert.Same(view.Modifiers, view.Modifiers);
        Assert.Same(view.LineDiagnoses, view.LineDiagnoses);
        Assert.Same(view.LineNote, view.LineNote);
    }

    private static Field Field(string text) => SampleLine.Field(text);

    private static ClaimLineView View(Claim claim, ServiceLine line) => new(claim, line, ClaimLineFacts.None);

    private static Claim Claim(
        ClaimType type = ClaimType.Professional, string facility = "11", string state = "", string facilityState = "",
        string sequence = "", Items<ReferenceNumber> references = default,
        Items<Paperwork> paperwork = default) => new()
        {
            Place = default,
            Source = new SampleLine.NoSource(),
            Type = type,
            FacilityCode = Field(facility),
            Payer = new() { Sequence = Field(sequence) },
            Patient = new(),
            Billing = new() { State = Field(state) },
            ServiceFacility = facilityState.Length == 0 ? null : new() { State = Field(facilityState) },
            References = references,
            Paperwork = paperwork,
        };
}
