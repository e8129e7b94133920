using Noc.Drugs;
using Noc.Pricing;

namespace Noc.Core.Tests.Pricing;

public class OppsClaimTests
{
    private static readonly DateOnly Day = new(2026, 5, 10);

    private static string Into(int at, params string[] codes) => OppsClaim.PackagedInto(TestTables.Seed,
        [.. codes.Select(code => (HcpcsCode.Of(code), Day))], at).Value;

    [Fact]
    public void An_injection_beside_an_infusion_is_paid_with_it()
    {
        Assert.Equal("96365", Into(0, "96372", "96365"));
        Assert.Equal("96365", Into(1, "96365", "96372"));
        Assert.Equal("", Into(1, "96372", "96365"));
    }

    [Fact]
    public void Alone_it_is_paid() => Assert.Equal("", Into(0, "96372", "J0129"));

    [Fact]
    public void Of_two_conditional_services_the_dearer_is_paid_and_of_equal_ones_the_first()
    {
        Assert.Equal(("96372", ""), (Into(0, "96377", "96372"), Into(1, "96377", "96372")));
        Assert.Equal(("", "96372"), (Into(0, "96372", "96372"), Into(1, "96372", "96372")));
    }

    [Fact]
    public void Another_day_takes_nothing_in() => Assert.Equal("", OppsClaim.PackagedInto(TestTables.Seed,
        [(HcpcsCode.Of("96372"), Day), (HcpcsCode.Of("96365"), Day.AddDays(1))], 0).Value);
}
