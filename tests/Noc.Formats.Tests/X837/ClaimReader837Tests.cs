using Noc.Claims;
using Noc.X12;

namespace Noc.Formats.Tests.X837;

public class ClaimReader837Tests
{
    private static Result ReadClaims(string claims, string version = "005010X222A1") =>
        Samples.Read(Samples.File837(Samples.Group(
            Samples.Set(Samples.Provider + Samples.Subscriber(2) + claims, 1, version), 1, version)));

    [Fact]
    public void Dependents_have_their_own_claims_under_one_subscriber()
    {
        var read = ReadClaims(
            Samples.Claim("OWN") + "HL*3*2*23*0~PAT*19~NM1*QC*1*KID*ONE~" + Samples.Claim("ONE")
            + "HL*4*2*23*0~PAT*19~NM1*QC*1*KID*TWO~" + Samples.Claim("TWO-A") + Samples.Claim("TWO-B"));
        Assert.Equal(["JANE", "ONE", "TWO", "TWO"], read.Claims.Select(c => c.Patient.FirstName.Text));
        Assert.All(read.Claims, c => Assert.Equal("W2", c.Patient.MemberId.Text));
        Assert.All(read.Claims, c => Assert.Equal("P2", c.Payer.Id.Text));
        Assert.Null(read.Claims[0].Subscriber);
        Assert.Equal("JANE", read.Claims[3].Subscriber?.FirstName.Text);
    }

    [Fact]
    public void A_subscriber_starts_without_anything_of_the_one_before()
    {
        var read = Samples.Read(Samples.File837(Samples.Group(Samples.Set(
            Samples.Provider + Samples.Subscriber(2) + Samples.Claim("A") + "HL*3*1*22*0~SBR*P~" + Samples.Claim("B")
            + "HL*4**20*1~HL*5*4*22*0~" + Samples.Claim("C")))));
        Assert.Equal(["P2", "", ""], read.Claims.Select(c => c.Payer.Id.Text));
        Assert.Equal(["W2", "", ""], read.Claims.Select(c => c.Patient.MemberId.Text));
        Assert.Equal(["GROUP", "GROUP", ""], read.Claims.Select(c => c.Billing.Name.Text));
    }

    [Fact]
    public void A_service_without_its_lx_is_a_line_of_its_own()
    {
        var read = ReadClaims("CLM*A*30***11:B:1~SV1*HC:J3490*10*UN*1~LX*2~SV1*HC:J3590*10*UN*1~SV1*HC:J9999*10*UN*1~");
        Assert.Equal(["J3490", "J3590", "J9999"], read.Only.Lines.Select(l => l.Code.Value));
        Assert.Equal([1, 2, 3], read.Only.Lines.Select(l => l.Number));
        Assert.Equal(["lx-missing", "lx-missing"], read.Ids);
        read.At(read.Only, 3, "2400/SV101-2", "J9999");
    }

    [Fact]
    public void A_line_without_service_is_delivered_and_reported()
    {
        var read = ReadClaims("CLM*A*10***11:B:1~LX*1~DTP*472*D8*20260105~LX*2~SV1*HC:J3490*10*UN*1~");
        Assert.Equal(2, read.Only.Lines.Count);
        var problem = Assert.Single(read.Problems);
        Assert.Equal(("service-missing", ProblemSeverity.Error, "LX"), (problem.Id, problem.Severity, problem.Tag));
        Assert.Equal("LX*1~", System.Text.Encoding.Latin1.GetString(read.Bytes, (int)problem.Offset, 5));
    }

    [Fact]
    public void Several_drugs_on_one_line_are_counted_and_the_first_one_stands()
    {
        var read = ReadClaims("CLM*A*10***11:B:1~LX*1~SV1*HC:J3490*10*UN*1~LIN**N4*11111111111~CTP****1*UN~"
            + "LIN**N4*22222222222~CTP****2*ML~LIN**N4*33333333333~");
        var line = read.Only.Lines[0];
        Assert.Equal((3, "11111111111", "UN"), (line.NdcCount, line.Ndc?.Digits, line.NdcUnit.Text));
        Assert.Equal(["drug-loop-repeated"], read.Ids);
    }

    [Fact]
    public void Segments_out_of_order_are_kept_with_a_warning()
    {
        var read = ReadClaims("CLM*A*10***11:B:1~NM1*82*1*R*R****XX*1234567893~HI*ABK:I10~LX*1~SV1*HC:J3490*10*UN*1~"
            + "LIN**N4*11111111111~NTE*ADD*LATE~DTP*472*D8*20260105~REF*6R*X~");
        Assert.Equal("I10", read.Only.Diagnoses[0].Code.Text);
        Assert.Equal("LATE", read.Only.Lines[0].Notes[0].Text.Text);
        Assert.Equal(new DateOnly(2026, 1, 5), read.Only.Lines[0].ServiceDate);
        Assert.Equal("X", read.Only.Lines[0].References[0].Value.Text);
        Assert.Equal(["segment-misplaced", "segment-misplaced"], read.Ids);
        Assert.All(read.Problems, p => Assert.Equal(ProblemSeverity.Warn, p.Severity));
    }

    [Fact]
    public void Unknown_segments_and_parties_are_named_and_disturb_nothing()
    {
        var read = ReadClaims("CLM*A*10***11:B:1~ZZZ*1~NM1*82*1*R*R****XX*1234567893~N4*X*TX~"
            + "NM1*Q9*1*STRANGER~N4*Y*CA~REF*0B*1~LX*1~SV1*HC:J3490*10*UN*1~");
        Assert.Equal(["segment-unknown", "party-unknown"], read.Ids);
        Assert.Equal("TX", read.Only.Rendering?.State.Text);
        Assert.Empty(read.Only.References);
        Assert.Single(read.Only.Lines);
    }

    [Fact]
    public void A_payer_named_inside_of_a_claim_does_not_replace_the_payer_above()
    {
        var read = ReadClaims(Samples.Claim("A") + "CLM*B*10***11:B:1~NM1*PR*2*STRAY*****PI*STRAY~"
            + "LX*1~SV1*HC:J3490*10~");
        Assert.All(read.Claims, c => Assert.Equal("P2", c.Payer.Id.Text));
        Assert.Equal(["party-unknown"], read.Ids);
    }

    [Fact]
    public void A_claim_without_levels_above_it_is_still_read()
    {
        var read = Samples.Read(Samples.File837(Samples.Group(Samples.Set(Samples.Claim("A")))));
        Assert.Equal("A", read.Only.AccountNumber.Text);
        Assert.True(read.Only.Payer.Id.IsEmpty);
    }

    [Fact]
    public void A_line_outside_of_a_claim_is_named()
    {
        var read = ReadClaims("LX*1~SV1*HC:J3490*10*UN*1~" + Samples.Claim("A"));
        Assert.Single(read.Only.Lines);
        Assert.Contains("line-outside-claim", read.Ids);
    }

    [Theory]
    [InlineData("A", "SV2*0636*HC:J3490*10*UN*1~", ClaimType.Institutional)]
    [InlineData("B", "SV1*HC:J3490*10*UN*1~", ClaimType.Professional)]
    [InlineData("", "SV2*0636*HC:J3490*10*UN*1~", ClaimType.Institutional)]
    [InlineData("", "SV1*HC:J3490*10*UN*1~", ClaimType.Professional)]
    public void Without_a_version_the_claim_says_what_it_is(string qualifier, string service, ClaimType expected)
    {
        var read = ReadClaims($"CLM*A*10***13:{qualifier}:1~LX*1~{service}", version: "");
        Assert.Equal(expected, read.Only.Type);
        Assert.Equal("J3490", read.Only.Lines[0].Code.Value);
    }

    [Fact]
    public void The_group_names_the_guide_where_the_transaction_set_does_not()
    {
        var text = Samples.File837(Samples.Group(Samples.Set(
            Samples.Provider + Samples.Subscriber(2) + Samples.Claim("A", 1, ""), 1, ""), 1, "005010X223A2"));
        Assert.Equal(ClaimType.Institutional, Samples.Read(text).Only.Type);
    }

    [Fact]
    public void Version_4010_is_read_with_its_own_loops()
    {
        var read = ReadClaims("CLM*A*10***11::1~HI*BK:25000*BF:4019~NM1*FA*2*PLACE*****24*123456789~N4*X*NY*10001~"
            + "NM1*82*1*R*R****XX*1234567893~LX*1~SV1*HC:J3490*10*UN*1**1:2~DTP*472*D8*20050105~LIN**N4*11111111111~",
            "004010X098A1");
        var claim = read.Only;
        Assert.Empty(read.Problems);
        Assert.Equal(["25000", "4019"], claim.Diagnoses.Select(d => d.Code.Text));
        read.Has(claim.ServiceFacility!.State, "2310D/N402", "NY");
        Assert.True(claim.ServiceFacility.Npi.IsEmpty);
        read.Has(claim.Rendering!.Npi, "2310B/NM109", "1234567893");
        Assert.Equal("11111111111", claim.Lines[0].Ndc?.Digits);
    }

    [Theory]
    [InlineData("1", false, false)]
    [InlineData("7", true, false)]
    [InlineData("8", false, true)]
    public void Replacements_and_voids_are_known_by_frequency(string frequency, bool replaces, bool voids)
    {
        var claim = ReadClaims($"CLM*A*10***11:B:{frequency}~LX*1~SV1*HC:J3490*10*UN*1~").Only;
        Assert.Equal((replaces, voids), (claim.IsReplacement, claim.IsVoid));
    }

    [Fact]
    public void A_predetermination_is_known_by_clm19()
    {
        var claim = ReadClaims("CLM*A*10***11:B:1**************PB~LX*1~SV1*HC:J3490*10*UN*1~").Only;
        Assert.True(claim.IsPredetermination);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("20260230")]
    [InlineData("20260105-2026")]
    [InlineData("")]
    public void A_date_that_is_none_leaves_the_line_without(string date)
    {
        var line = ReadClaims($"CLM*A*10***11:B:1~LX*1~SV1*HC:J3490*10*UN*1~DTP*472*D8*{date}~").Only.Lines[0];
        Assert.Equal((null, null), (line.ServiceDate, line.LastServiceDate));
        Assert.Equal(date, line.ServiceDateText.Text);
    }

    [Fact]
    public void Amounts_that_are_no_numbers_are_kept_as_text()
    {
        var line = ReadClaims("CLM*A*x***11:B:1~LX*1~SV1*HC:J3490*1,000.00*UN*one~").Only.Lines[0];
        Assert.Equal((null, null), (line.ChargeUsd, line.BilledUnits));
        Assert.Equal(("1,000.00", "one"), (line.ChargeText.Text, line.UnitsText.Text));
    }

    [Fact]
    public void No_problem_says_anything_of_a_patient()
    {
        var read = ReadClaims("CLM*SECRETACCOUNT*10***11:B:1~ZZZ*SECRET~NM1*Q9*1*SECRET~LX*1~"
            + "CLM*SECRET*1~LX*1~HL*9*9*99~");
        Assert.NotEmpty(read.Problems);
        Assert.All(read.Problems, p => Assert.DoesNotContain("SECRET", p.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_beyond_the_limit_are_left_out_and_reported_once()
    {
        var lines = string.Concat(Enumerable.Repeat("LX*1~SV1*HC:J3490*1~", 10_005));
        var read = ReadClaims("CLM*A*1***11:B:1~" + lines + Samples.Claim("B"));
        Assert.Equal([10_000, 1], read.Claims.Select(c => c.Lines.Count));
        Assert.Equal(["too-many-lines"], read.Ids);
    }
}
