using System.Collections.Frozen;
using Noc.Encounters;

namespace Noc.Formats.Encounters;

/// <summary>An encounter as it was read.</summary>
/// <param name="Line">Line of the file, from 1; 0 where the file is one document.</param>
/// <param name="Encounter">The encounter; null where it cannot be one.</param>
/// <param name="Problems">What is wrong with it; empty where nothing is.</param>
public sealed record ReadEncounter(long Line, Encounter? Encounter, IReadOnlyList<EncounterProblem> Problems)
{
    /// <summary>JSON pointers of the administrations whose start or stop was refused: a problem at
    /// <c>/administrations/3/stop</c> names <c>/administrations/3</c>.</summary>
    public IReadOnlySet<string> WrongTimes => Problems.Count == 0 ? FrozenSet<string>.Empty
        : Problems.Select(one => one.Pointer)
            .Where(pointer => pointer.Contains("/administrations/", StringComparison.Ordinal)
                && (pointer.EndsWith("/start", StringComparison.Ordinal)
                    || pointer.EndsWith("/stop", StringComparison.Ordinal)))
            .Select(pointer => pointer[..pointer.LastIndexOf('/')]).ToHashSet(StringComparer.Ordinal);
}
