using Noc.X12;

namespace Noc.Formats.X837;

/// <summary>The segments above the claims that a new unit needs again: header, billing provider, subscriber.</summary>
internal sealed class Context837
{
    private readonly List<Kept>[] _levels = [[], [], [], []];
    private int _level = -1;   // 0 header, 1 billing provider, 2 subscriber, 3 patient; -1 inside of a claim

    private readonly record struct Kept(byte[] Bytes, long Offset, long Number);

    /// <summary>Notes a segment where it belongs to the context; to be called for each one of the transaction.</summary>
    public void Follow(uint tag, in Segment segment)
    {
        switch (tag)
        {
            case Tag.ST: Enter(0); break;
            case Tag.HL when segment[3].SequenceEqual("20"u8): Enter(1); break;
            case Tag.HL when segment[3].SequenceEqual("22"u8): Enter(2); break;
            case Tag.HL when segment[3].SequenceEqual("23"u8): Enter(3); break;
            case Tag.CLM or Tag.SE: _level = -1; break;
        }
        if (_level < 0) return;
        var kept = _levels[_level];
        if (kept.Count >= Limits837.MaxContextSegments) return;
        var bytes = segment.Buffer.AsSpan(segment.BufferStart, segment.End - segment.BufferStart).ToArray();
        kept.Add(new(bytes, segment.Offset, segment.Number));
    }

    /// <summary>Replays the levels above <paramref name="below"/> into a unit.</summary>
    public void Replay(ClaimUnit unit, int below)
    {
        for (var level = 0; level < below; level++)
            foreach (var kept in _levels[level]) unit.Append(kept.Bytes, kept.Offset, kept.Number, isContext: true);
    }

    private void Enter(int level)
    {
        _level = level;
        for (var i = level; i < _levels.Length; i++) _levels[i].Clear();
    }
}
