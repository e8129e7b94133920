using Noc.Claims;
using Noc.X12;

namespace Noc.Formats.X837;

/// <summary>Reads whole 837 files in one call, for callers that need no streaming control.</summary>
public static class ClaimFile
{
    /// <summary>The claims of a stream, one by one. A claim is valid until the next one is asked for.</summary>
    /// <param name="stream">An 837 interchange; stays open.</param>
    /// <param name="problems">Gets what is wrong with the file, at the end also what the envelopes show.</param>
    public static IEnumerable<Claim> Read(Stream stream, List<X12Problem>? problems = null)
    {
        problems ??= [];
        var units = new ClaimUnitReader(stream);
        var reader = new ClaimReader837();
        while (units.Read() is { } unit)
        {
            using (unit)
            {
                foreach (var claim in reader.Read(unit, problems)) yield return claim;
            }
        }
        problems.AddRange(units.Problems);
    }
}
