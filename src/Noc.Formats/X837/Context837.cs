using Noc.X12;

namespace Noc.Formats.X837;

/// <summary>The segments above the claims that a new unit needs again, from the header down to the patient.</summary>
internal sealed class Context837
{
    private readonly List<Kept>[] _levels = [[], [], [], []];
    private readonly int[] _bytes = new int[4];
    private int _level = -1;   // 0 header, 1 billing provider, 2 subscriber, 3 patient; -1 inside of a claim

    private readonly record struct Kept(byte[] Bytes, long Offset, long Number);

    /// <summary>Notes a segment if it belongs to the context; to be called for each one of the transaction.</summary>
    /// <returns>False where the context is too long to be kept.</returns>
    public bool Follow(uint tag, in Segment segment)
    {
        switch (tag)
        {
            case Tag.ST: Enter(0); break;
            case Tag.HL when segment[3].SequenceEqual("20"u8): Enter(1); break;
            case Tag.HL when segment[3].SequenceEqual("22"u8): Enter(2); break;
            case Tag.HL when segment[3].SequenceEqual("23"u8): Enter(3); break;
            case Tag.CLM or Tag.SE: _level = -1; break;
        }
        if (_level < 0) return true;
        var length = segment.End - segment.BufferStart;
        if (_bytes[_level] + length > Limits837.MaxContextBytes) return false;
        _bytes[_level] += length;
        _levels[_level].Add(new(
            segment.Buffer.AsSpan(segment.BufferStart, length).ToArray(), segment.Offset, segment.Number));
        return true;
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
        for (var i = level; i < _levels.Length; i++)
        {
            _levels[i].Clear();
            _bytes[i] = 0;
        }
    }
}
