namespace Noc.Formats.X837;

/// <summary>One loop of a guide: where it hangs, what opens it, and the order of its segments.</summary>
public sealed class Loop837
{
    private readonly byte[] _order = new byte[64];
    private readonly int _firstElement;

    internal Loop837(
        int index, string id, Loop837? parent, uint trigger, string[] qualifiers, PartyRole role, string segments)
    {
        (Index, Id, Parent, Trigger, Qualifiers, Role) = (index, id, parent, trigger, qualifiers, role);
        Level = id switch
        {
            "2000A" => LoopLevel.Billing,
            "2000B" => LoopLevel.Subscriber,
            "2000C" => LoopLevel.Dependent,
            "2300" => LoopLevel.Claim,
            "2400" => LoopLevel.Line,
            _ => parent?.Level ?? LoopLevel.Header,
        };
        _firstElement = ElementNames837.FirstOf(id);
        IsRoot = parent is null || parent.Level != Level;
        Root = IsRoot ? this : parent!.Root;
        byte position = 0;
        foreach (var name in segments.Split(' '))
        {
            var tag = Tags837.Index(Tags837.Of(name));
            _order[tag] = ++position;
            Allowed |= 1UL << tag;
        }
    }

    /// <summary>The loop's name in the guide, such as <c>2010AA</c>; <c>ST</c> for the header.</summary>
    public string Id { get; }

    /// <summary>The loop it hangs in; null for the header.</summary>
    public Loop837? Parent { get; }

    /// <summary>The packed tag of the segment that opens it.</summary>
    public uint Trigger { get; }

    /// <summary>The qualifiers (HL03 or NM101) that tell it from loops opened by the same tag; may be empty.</summary>
    public IReadOnlyList<string> Qualifiers { get; }

    /// <summary>The part of the transaction it belongs to.</summary>
    public LoopLevel Level { get; }

    /// <summary>Position in its table, which is the order of the guide.</summary>
    internal int Index { get; }

    internal PartyRole Role { get; }

    /// <summary>True for the first loop of its level: what hangs in it is not looked for further up.</summary>
    internal bool IsRoot { get; }

    /// <summary>The first loop of the level.</summary>
    internal Loop837 Root { get; }

    /// <summary>The set of segments the loop itself may hold, by <see cref="Tags837"/>.</summary>
    internal ulong Allowed { get; }

    /// <summary>True where the loop itself may hold the segment.</summary>
    public bool Holds(uint tag) => OrderOf(tag) > 0;

    /// <summary>The position of a segment in the loop, from 1; 0 where the loop does not hold it.</summary>
    public int OrderOf(uint tag) => _order[Tags837.Index(tag)];

    /// <summary>The number of an element of this loop in <see cref="ElementNames837"/>.</summary>
    internal int Element(Slot slot) => _firstElement + (int)slot;

    /// <summary>The loop's id.</summary>
    public override string ToString() => Id;
}

/// <summary>Who is named in a loop that an NM1 opens, as far as a claim keeps it.</summary>
internal enum PartyRole
{
    None, Billing, Subscriber, Payer, Dependent, Rendering, Attending, ServiceFacility, OtherPayer,
    LineRendering, LineServiceFacility, LineOrdering,
}
