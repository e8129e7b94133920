using Noc.Coding;

namespace Noc.Core.Tests.Coding;

public sealed class VialChoiceTests
{
    [Theory]
    [InlineData(new[] { 100d, 400d }, 480d, new[] { 400d, 100d })]
    [InlineData(new[] { 40d, 100d }, 80d, new[] { 40d, 40d })]
    [InlineData(new[] { 100d, 200d }, 155d, new[] { 200d })]
    [InlineData(new[] { 100d, 200d, 300d }, 400d, new[] { 300d, 100d })]
    [InlineData(new[] { 2.5d, 0.7d }, 3.2d, new[] { 2.5d, 0.7d })]
    [InlineData(new[] { 420d, 150d }, 0.5d, new[] { 150d })]
    [InlineData(new[] { 7d, 11d }, 24d, new[] { 11d, 7d, 7d })]
    public void Takes_the_vials_that_waste_least_and_then_the_fewest(double[] sizes, double dose, double[] vials)
    {
        var best = VialChoice.Choose([.. sizes.Select(size => new VialSize((decimal)size))], (decimal)dose)!;
        Assert.Equal(vials.Select(vial => (decimal)vial), best.Vials);
        Assert.Equal(best.Vials.Sum(), best.Total);
        Assert.Equal(best.Total - (decimal)dose, best.Discarded((decimal)dose));
        Assert.Null(best.CostUsd);
    }

    [Fact]
    public void The_same_waste_from_as_many_vials_is_decided_by_cost()
    {
        var best = VialChoice.Choose([new(100, 20), new(200, 50), new(300, 90)], 400)!;
        Assert.Equal([200m, 200m], VialChoice.Choose([new(100, 60), new(200, 50), new(300, 90)], 400)!.Vials);
        Assert.Equal([200m, 200m], best.Vials);
        Assert.Equal(100, best.CostUsd);
        Assert.Equal([300m, 100m], VialChoice.Choose([new(100, 5), new(200, 50), new(300, 90)], 400)!.Vials);
    }

    [Fact]
    public void The_cheaper_of_two_vials_of_a_size_is_taken() =>
        Assert.Equal(7, VialChoice.Choose([new(50, 9), new(50, 7)], 20)!.CostUsd);

    [Fact]
    public void Without_every_cost_cost_decides_nothing() =>
        Assert.Equal([300m, 100m], VialChoice.Choose([new(100), new(200, 1), new(300, 90)], 400)!.Vials);

    [Fact]
    public void Finds_what_trying_all_combinations_finds()
    {
        var random = new Random(5);
        for (var round = 0; round < 2_000; round++)
        {
            var sizes = Enumerable.Range(0, random.Next(1, 4))
                .Select(_ => new VialSize(random.Next(1, 25) / 2m, random.Next(1, 6))).ToList();
            var dose = random.Next(1, 120) / 4m;
            var best = VialChoice.Choose(sizes, dose)!;
            var want = Best(sizes, dose, 0, (0, 0, 0));
            Assert.True(want == (best.Total, best.Vials.Count, best.CostUsd!.Value),
                $"{string.Join(' ', sizes)} for {dose}: {want}, not {best}");
        }
    }

    [Fact]
    public void Many_vials_of_odd_sizes_are_exact()
    {
        var best = VialChoice.Choose([new(997), new(1009)], 500_000)!;
        Assert.Equal(500_000, best.Total);
        Assert.Null(VialChoice.Choose([new(1), new(7)], VialChoice.MaxSteps + 1));
        Assert.Equal(VialChoice.MaxSteps, VialChoice.Choose([new(1), new(7)], VialChoice.MaxSteps)!.Total);
        Assert.Equal(20_000, VialChoice.Choose([new(100)], 2_000_000)!.Vials.Count);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(-5, 100)]
    [InlineData(5, 0)]
    [InlineData(5, -1)]
    public void Without_a_dose_or_a_size_there_is_no_answer(int dose, int size)
    {
        Assert.Null(VialChoice.Choose([new(size)], dose));
        Assert.Null(VialChoice.Choose([], dose));
        Assert.Null(VialChoice.Choose([new(0.00000001m)], 5));
        Assert.Null(VialChoice.Choose([new(decimal.MaxValue)], 5));
        Assert.Null(VialChoice.Choose([new(5)], decimal.MaxValue));
    }

    [Theory]
    [InlineData(95, 100, 1, 95, 5)]
    [InlineData(7, 10, 10, 1, 0)]
    [InlineData(495, 500, 10, 50, 0)]
    [InlineData(57, 64, 1, 57, 7)]
    [InlineData(12, 25, 10, 2, 0)]
    [InlineData(105, 100, 1, 100, 0)]
    public void Units_given_round_up_units_opened_round_down(
        int dose, int opened, int unit, int administered, int discarded) =>
        Assert.Equal(new(administered, discarded), WasteUnits.Of(dose, opened, unit));

    // Every combination, one size after another.
    private static (decimal Total, int Count, decimal Cost) Best(
        List<VialSize> sizes, decimal dose, int from, (decimal Total, int Count, decimal Cost) so)
    {
        if (so.Total >= dose) return so;
        (decimal Total, int Count, decimal Cost) best = (decimal.MaxValue, 0, 0);
        for (var index = from; index < sizes.Count; index++)
        {
            var (amount, cost) = (sizes[index].Amount, sizes[index].CostUsd!.Value);
            var other = Best(sizes, dose, index, (so.Total + amount, so.Count + 1, so.Cost + cost));
            if (other.CompareTo(best) < 0) best = other;
        }
        return best;
    }
}
