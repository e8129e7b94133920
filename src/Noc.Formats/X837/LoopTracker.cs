using Noc.X12;

namespace Noc.Formats.X837;

/// <summary>Follows the loops of a transaction segment by segment, by the table alone.</summary>
internal struct LoopTracker(LoopTable837 table)
{
    private bool _ignoring;    // behind an NM1 that opened no loop
    private bool _hasService;  // the current line has its SV1, SV2 or SV3

    /// <summary>The table in use.</summary>
    public LoopTable837 Table { get; private set; } = table;

    /// <summary>The current loop.</summary>
    public Loop837 Current { get; private set; } = table.Header;

    /// <summary>Goes on in another guide's table at the same place; used where the type is known only at CLM.</summary>
    public void Use(LoopTable837 other)
    {
        Current = other.ById(Current.Id) ?? other.ById(Current.Root.Id) ?? other.Header;
        Table = other;
    }

    /// <summary>Takes the next segment.</summary>
    public LoopMove Move(in Segment segment, uint tag)
    {
        var index = Tags837.Index(tag);
        if (index == 0) return LoopMove.UnknownTag;
        var bit = 1UL << index;
        if ((bit & Tags837.Triggers) != 0)
        {
            var next = Table.Next(Current, tag, tag == Tag.HL ? segment[3] : segment[1]);
            if (next is not null) return Open(next);
            if (tag is Tag.NM1 or Tag.HL)
            {
                (_ignoring, Current) = (true, Current.Root);
                return LoopMove.UnknownQualifier;
            }
        }
        if (_ignoring)
        {
            if ((bit & Tags837.PartySegments) != 0) return LoopMove.Ignored;
            _ignoring = false;
        }
        if (tag is Tag.SV1 or Tag.SV2 or Tags837.SV3)
        {
            if (Current.Level is not (LoopLevel.Claim or LoopLevel.Line)) return LoopMove.NoPlace;
            if (Current.Level != LoopLevel.Line || _hasService)
            {
                Open(Table.Line);
                _hasService = true;
                return LoopMove.OpensWithoutLx;
            }
            _hasService = true;
        }
        return Place(bit);
    }

    private LoopMove Open(Loop837 next)
    {
        (_ignoring, Current) = (false, next);
        if (next == Table.Line) _hasService = false;
        return LoopMove.Opens;
    }

    private LoopMove Place(ulong bit)
    {
        if ((Current.Allowed & bit) != 0) return LoopMove.Stays;
        for (var at = Current; !at.IsRoot;)
        {
            at = at.Parent!;
            if ((at.Allowed & bit) == 0) continue;
            Current = at;
            return LoopMove.Returns;
        }
        return LoopMove.NoPlace;
    }
}
