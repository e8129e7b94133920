using System.Globalization;

namespace Noc.Bench;

/// <summary>What may stand behind a command of the benchmarks.</summary>
internal sealed record Options
{
    /// <summary>How often a measurement is repeated; the median counts.</summary>
    public int Reps { get; init; } = 9;

    /// <summary>How many claims are generated; null where <see cref="Bytes"/> decides.</summary>
    public int? Claims { get; init; }

    /// <summary>About how many bytes are generated.</summary>
    public long Bytes { get; init; } = 100_000_000;

    /// <summary>Most claims of one transaction set.</summary>
    public int ClaimsPerSet { get; init; } = 2000;

    /// <summary>Starts the row of random numbers.</summary>
    public int Seed { get; init; } = 20261121;

    /// <summary>Reads pairs such as <c>--reps 5</c>; null where one is unknown, or no number above zero.</summary>
    public static Options? Parse(ReadOnlySpan<string> arguments)
    {
        var options = new Options();
        for (; arguments.Length > 0; arguments = arguments[2..])
        {
            if (arguments.Length < 2 || !int.TryParse(arguments[1], NumberStyles.None, CultureInfo.InvariantCulture,
                out var number) || number < 1) return null;
            switch (arguments[0])
            {
                case "--reps": options = options with { Reps = number }; break;
                case "--claims": options = options with { Claims = number }; break;
                case "--mb": options = options with { Bytes = number * 1_000_000L }; break;
                case "--claims-per-st": options = options with { ClaimsPerSet = number }; break;
                case "--seed": options = options with { Seed = number }; break;
                default: return null;
            }
        }
        return options;
    }
}
