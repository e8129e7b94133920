namespace Noc.Core.Tests;

public class SlotCacheTests
{
    [Fact]
    public void What_was_kept_is_found_by_its_own_key_only()
    {
        var cache = new SlotCache<string>(16);
        Assert.False(cache.TryGet(7, out _));
        Assert.Equal("seven", cache.Keep(7, "seven"));
        Assert.True(cache.TryGet(7, out var found));
        Assert.Equal("seven", found);
        for (var key = 8ul; key < 200; key++) Assert.False(cache.TryGet(key, out _));
    }

    [Fact]
    public void A_full_cache_keeps_newer_answers_and_never_mixes_them_up() => Property.Holds(11, random =>
    {
        var cache = new SlotCache<ulong>(4);
        for (var i = 0; i < 100; i++)
        {
            var key = (ulong)random.NextInt64();
            cache.Keep(key, key);
            Assert.True(cache.TryGet(key, out var found) && found == key);
            var other = (ulong)random.Next(50);
            if (cache.TryGet(other, out var told)) Assert.Equal(other, told);
        }
    }, times: 50);

    [Fact]
    public void Keys_that_differ_in_any_bits_spread_over_the_slots()
    {
        foreach (var step in new[] { 1ul, 1ul << 22, 1ul << 40, 1ul << 58 })
        {
            var cache = new SlotCache<ulong>(256);
            for (var i = 0ul; i < 32; i++) cache.Keep(i * step, i);
            var kept = Enumerable.Range(0, 32).Count(i => cache.TryGet((ulong)i * step, out _));
            Assert.True(kept >= 24, $"{kept} of 32 keys, {step} apart, are kept");
        }
    }
}
