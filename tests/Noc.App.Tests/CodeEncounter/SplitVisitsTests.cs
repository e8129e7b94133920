using Noc.Coding;

namespace Noc.App.Tests.CodeEncounter;

/// <summary>Visits that are larger than one claim.</summary>
public sealed class SplitVisitsTests
{
    // Each drug by its charge; the last digits of name and NDC tell them apart.
    private static CodedVisit Of(params decimal[] chargesUsd)
    {
        var given = chargesUsd.Select((charge, i) => FormattableString.Invariant($$"""
            { "drug": "SPECIMEN{{(char)('A' + (i / 26))}}{{(char)('A' + (i % 26))}}UMAB", "dose": "100 mg",
              "ndc": "99999-05{{i:00}}-01", "discarded": "0 mg", "route": "IV", "method": "other",
              "start": "09:{{i % 60:00}}", "chargeUsd": {{charge}},
              "containers": [ { "count": 1, "holds": "100 mg", "singleDose": true } ] }
            """));
        return CodedVisits.With(("administrations", $"[{string.Join(',', given)}]"), ("orders", null),
            ("products", null), ("invoices", null)).Visit;
    }

    private static string Told(CodedVisit visit) => string.Join(" | ", visit.Claims.Select(claim => string.Join("; ",
        claim.Lines.Where(line => line.Kind is not CodedLineKind.Administration).Select(line => string.Join('-',
            FormattableString.Invariant($"{line.ChargeUsd:0.##}"), line.Has("76") ? "76" : "first")))));

    [Theory]
    [InlineData("60000-first | 55000-76", 60_000, 55_000)]
    [InlineData("70000-first; 20000-first; 5000-first | 60000-76", 70_000, 60_000, 20_000, 5_000)]
    public void Drugs_that_fit_whole_on_claims_of_their_own_are_not_cut(string told, params int[] charges) =>
        Assert.Equal(told, Told(Of([.. charges.Select(charge => (decimal)charge)])));

    [Fact]
    public void A_drug_dearer_than_a_claim_is_cut_and_the_small_one_stays_whole()
    {
        var visit = Of(150_000, 1_000);
        Assert.Equal(2, visit.Claims.Count);
        Assert.Single(visit.Claims.SelectMany(claim => claim.Lines), line => line.ChargeUsd is 1_000);
        Assert.All(visit.Claims, claim => Assert.InRange(claim.Lines.Sum(line => line.ChargeUsd ?? 0), 1, 99_999.99m));
        Assert.Equal(151_000, visit.Claims.Sum(claim => claim.Lines.Where(
            line => line.Kind is not CodedLineKind.Administration).Sum(line => line.ChargeUsd)));
    }

    [Fact]
    public void Two_claims_never_have_the_same_total()
    {
        var visit = Of(60_000, 60_000);
        Assert.Equal(2, visit.Claims.Select(claim => claim.Lines.Sum(line => line.ChargeUsd ?? 0)).Distinct().Count());
    }

    // Vials of 100 mg; what is not given of the last one is thrown away.
    private static CodedVisit Vials(int count, int doseMg, decimal chargeUsd) => CodedVisits.With(
        ("administrations", FormattableString.Invariant($$"""
            [ { "drug": "Keytruda", "dose": "{{doseMg}} mg", "ndc": "00006-3026-02", "route": "IV",
                "discarded": "{{(count * 100) - doseMg}} mg", "method": "iv-infusion", "start": "09:00",
                "stop": "10:00", "chargeUsd": {{chargeUsd}},
                "containers": [ { "count": {{count}}, "holds": "100 mg", "singleDose": true } ] } ]
            """)),
        ("orders", null), ("products", null), ("invoices", null)).Visit;

    [Theory]
    [InlineData(2, 200, 333_333.33)]
    [InlineData(5, 491, 584_479.62)]
    [InlineData(6, 513, 431_007.77)]
    public void Pieces_of_one_drug_come_to_different_totals(int count, int doseMg, double charge)
    {
        var totals = Vials(count, doseMg, (decimal)charge).Claims.Select(
            claim => claim.Lines.Sum(line => line.ChargeUsd ?? 0)).ToList();
        Assert.True(totals.Count > 2);
        Assert.Equal(totals.Count, totals.Distinct().Count());
        Assert.Equal((decimal)charge + 185, totals.Sum());   // with the infusion
        Assert.All(totals, total => Assert.InRange(total, 1, 99_999.99m));
    }

    [Theory]
    [InlineData(6, 513, 431_007.77)]
    [InlineData(4, 349, 240_000)]
    [InlineData(3, 201, 150_000)]
    public void The_rest_of_a_container_stays_with_its_waste(int count, int doseMg, double charge) => Assert.All(
        Vials(count, doseMg, (decimal)charge).Claims, claim => Assert.Contains(claim.Lines,
            line => line.Kind is not CodedLineKind.Administration && (line.Has("JZ") || line.Has("JW"))));

    [Fact]
    public void More_lines_than_a_claim_holds_go_onto_two()
    {
        var visit = Of([.. Enumerable.Range(1, 60).Select(i => 100m + i)]);
        Assert.Equal([48, 12], visit.Claims.Select(claim => claim.Lines.Count(
            line => line.Kind is not CodedLineKind.Administration)));
        Assert.All(visit.Claims, claim => Assert.InRange(claim.Lines.Count, 1, 50));
    }
}
