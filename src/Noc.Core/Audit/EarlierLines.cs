namespace Noc.Audit;

/// <summary>The drug lines of a file so far, by fingerprint. Of bounded size, whatever the size of the file: the last
/// 260,000 lines or so are known; the oldest of a group gives way to the newest.</summary>
/// <remarks>Fed in the order of the file, it says the same each time. Not thread-safe.</remarks>
public sealed class EarlierLines
{
    private const int Groups = 1 << 16, Ways = 4, GroupsOfChunk = 64;

    private readonly record struct Known(ulong Fingerprint, LinePlace Place);

    // Made as lines come: a small file needs few of them.
    private readonly Known[]?[] _chunks = new Known[]?[Groups / GroupsOfChunk];

    /// <summary>Where a line with the same fingerprint stands in an earlier claim; null where there is none.</summary>
    /// <param name="fingerprint">That of <see cref="LineFingerprint"/>; 0 is like no other.</param>
    /// <param name="place">Where the line stands.</param>
    public LinePlace? Add(ulong fingerprint, LinePlace place)
    {
        if (fingerprint == 0) return null;
        var group = (int)(fingerprint % Groups);
        var chunk = _chunks[group / GroupsOfChunk] ??= new Known[GroupsOfChunk * Ways];
        var known = chunk.AsSpan(group % GroupsOfChunk * Ways, Ways);
        foreach (ref readonly var one in known)
        {
            // Two lines of one claim are told apart by the claim itself.
            if (one.Fingerprint == fingerprint) return one.Place.Claim == place.Claim ? null : one.Place;
        }
        known[..^1].CopyTo(known[1..]);
        known[0] = new(fingerprint, place);
        return null;
    }

    /// <summary>Forgets all, for the next file.</summary>
    public void Clear() => Array.Clear(_chunks);

    /// <summary>The audit of the next claim of a file, with the lines that an earlier claim bills.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="context">Tables and policies.</param>
    public ClaimAudit Audit(Claims.Claim claim, AuditContext context)
    {
        var audit = ClaimAuditor.Audit(claim, context);
        Dictionary<LinePlace, LinePlace>? found = null;
        foreach (var drug in audit.DrugLines)
        {
            var place = new LinePlace(claim.Place.Ordinal, drug.Line.Number);
            if (Add(LineFingerprint.Of(claim, drug), place) is { } earlier) (found ??= [])[place] = earlier;
        }
        return found is null ? audit : ClaimAuditor.Audit(claim, context, found);
    }
}
