using Noc.Claims;
using Noc.X12;

namespace Noc.Formats.X837;

/// <summary>The loops of one guide, with a fast answer to "which loop does this segment open?".</summary>
/// <remarks>The rows are in <c>LoopTable837.Rows.cs</c>. A loop is looked for among the children of the current
/// loop, then of its ancestors, up to the first loop of its level: a party behind a CLM never becomes one of the
/// subscriber's.</remarks>
public sealed partial class LoopTable837
{
    private const int NoLoop = byte.MaxValue;

    private readonly Loop837[] _loops;
    private readonly byte[] _next;                       // [current loop * triggers + trigger]
    private readonly byte[] _parties = new byte[1 << 12]; // NM101, six bits a letter -> trigger number; 0 = unknown
    private readonly byte[] _plain = new byte[64];        // Tags837 number -> trigger number, tags without qualifier
    private readonly int _triggers;
    private readonly List<(uint Tag, string Qualifier)> _keys = [];

    private LoopTable837(Guide837 guide)
    {
        Guide = guide;
        _loops = BuildLoops(guide);
        _keys.Add((0, ""));
        foreach (var loop in _loops)
            foreach (var qualifier in loop.Qualifiers.Count == 0 ? [""] : loop.Qualifiers)
                if (loop.Trigger != 0 && !_keys.Contains((loop.Trigger, qualifier)))
                    _keys.Add((loop.Trigger, qualifier));
        _triggers = _keys.Count;
        _next = new byte[_loops.Length * _triggers];
        foreach (var loop in _loops)
            for (var key = 0; key < _triggers; key++)
                _next[(loop.Index * _triggers) + key] = (byte)(Find(loop, _keys[key])?.Index ?? NoLoop);
        for (var key = 1; key < _triggers; key++)
        {
            if (_keys[key] is (Tag.NM1, [var a, var b])) _parties[PartyIndex((byte)a, (byte)b)] = (byte)key;
            else if (_keys[key].Qualifier.Length == 0) _plain[Tags837.Index(_keys[key].Tag)] = (byte)key;
        }
        Header = ById("ST")!;
        Line = ById("2400")!;
        Drug = ById("2410")!;
    }

    /// <summary>The guide the loops are taken from.</summary>
    public Guide837 Guide { get; }

    /// <summary>The loops in the order of the guide.</summary>
    public IReadOnlyList<Loop837> Loops => _loops;

    /// <summary>The header: ST and BHT.</summary>
    public Loop837 Header { get; }

    /// <summary>Loop 2400.</summary>
    internal Loop837 Line { get; }

    /// <summary>Loop 2410.</summary>
    internal Loop837 Drug { get; }

    /// <summary>The claim type the guide is for.</summary>
    internal ClaimType Type => (Guide & I) != Guide837.None ? ClaimType.Institutional : ClaimType.Professional;

    /// <summary>The table of the same version for another claim type.</summary>
    internal LoopTable837 With(ClaimType type) => type == Type ? this : For(type, (Guide & (P4 | I4)) != Guide837.None);

    /// <summary>The table for a claim type and version.</summary>
    public static LoopTable837 For(ClaimType type, bool is4010) => (type, is4010) switch
    {
        (ClaimType.Professional, false) => Tables.Professional5010,
        (ClaimType.Institutional, false) => Tables.Institutional5010,
        (ClaimType.Professional, true) => Tables.Professional4010,
        _ => Tables.Institutional4010,
    };

    /// <summary>The loop with this id, or null.</summary>
    public Loop837? ById(ReadOnlySpan<char> id)
    {
        foreach (var loop in _loops)
            if (id.SequenceEqual(loop.Id)) return loop;
        return null;
    }

    /// <summary>The loop that a segment opens when read in <paramref name="current"/>; null if it opens none.</summary>
    /// <param name="current">The loop being read.</param>
    /// <param name="tag">The segment's tag.</param>
    /// <param name="qualifier">HL03 or NM101; not looked at for other tags.</param>
    public Loop837? Next(Loop837 current, uint tag, ReadOnlySpan<byte> qualifier)
    {
        int key = tag switch
        {
            Tag.NM1 => qualifier.Length == 2 ? _parties[PartyIndex(qualifier[0], qualifier[1])] : 0,
            Tag.HL => KeyOf(tag, qualifier),
            _ => _plain[Tags837.Index(tag)],
        };
        var next = _next[(current.Index * _triggers) + key];
        return next == NoLoop ? null : _loops[next];
    }

    private int KeyOf(uint tag, ReadOnlySpan<byte> qualifier)
    {
        for (var key = 1; key < _triggers; key++)
        {
            if (_keys[key].Tag != tag) continue;
            var expected = _keys[key].Qualifier;
            if (qualifier.Length == 2 && qualifier[0] == expected[0] && qualifier[1] == expected[1]) return key;
        }
        return 0;
    }

    private Loop837? Find(Loop837 current, (uint Tag, string Qualifier) key)
    {
        // A level or a claim always opens, wherever it stands: nothing of it may be lost.
        var anywhere = key.Tag is Tag.HL or Tag.CLM;
        if (anywhere) return Array.Find(_loops, loop => IsOpenedBy(loop, key));
        for (Loop837? at = current; at is not null; at = at.Parent)
        {
            var child = Array.Find(_loops, loop => loop.Parent == at && IsOpenedBy(loop, key));
            if (child is not null) return child;
            if (at.IsRoot && !(key.Tag == Tag.LX && at.Level == LoopLevel.Line)) return null;
        }
        return null;
    }

    private static bool IsOpenedBy(Loop837 loop, (uint Tag, string Qualifier) key) =>
        loop.Trigger == key.Tag && loop.Trigger != 0
        && (loop.Qualifiers.Count == 0 || loop.Qualifiers.Contains(key.Qualifier, StringComparer.Ordinal));

    private static int PartyIndex(byte a, byte b) => ((a & 63) << 6) | (b & 63);

    private static Loop837[] BuildLoops(Guide837 guide)
    {
        var loops = new List<Loop837>();
        foreach (var row in Rows)
        {
            if ((row.Guides & guide) == Guide837.None) continue;
            loops.Add(new(
                loops.Count, row.Id, loops.Find(loop => string.Equals(loop.Id, row.Parent, StringComparison.Ordinal)),
                row.Trigger.Length == 0 ? 0 : Tags837.Of(row.Trigger),
                row.Qualifiers.Length == 0 ? [] : row.Qualifiers.Split(' '), row.Role, row.Segments));
        }
        return [.. loops];
    }

    private static class Tables
    {
        public static readonly LoopTable837 Professional5010 = new(Guide837.Professional5010);
        public static readonly LoopTable837 Institutional5010 = new(Guide837.Institutional5010);
        public static readonly LoopTable837 Professional4010 = new(Guide837.Professional4010);
        public static readonly LoopTable837 Institutional4010 = new(Guide837.Institutional4010);
    }
}
