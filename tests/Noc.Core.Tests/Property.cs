namespace Noc.Core.Tests;

/// <summary>Checks something of many random values; a failure names the seed that makes it again.</summary>
internal static class Property
{
    public static void Holds(int seed, Action<Random> check, int times = 1000)
    {
        for (var at = 0; at < times; at++)
        {
            try
            {
                check(new Random(seed + at));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"Seed {seed + at}: {e.Message}", e);
            }
        }
    }
}
