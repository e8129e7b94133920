namespace Noc.Formats.X837;

/// <summary>Which part of a transaction a loop belongs to.</summary>
public enum LoopLevel
{
    /// <summary>ST, BHT and the loops 1000.</summary>
    Header,

    /// <summary>Loop 2000A and below, up to the subscriber.</summary>
    Billing,

    /// <summary>Loop 2000B and below, up to the claim.</summary>
    Subscriber,

    /// <summary>Loop 2000C and below, up to the claim.</summary>
    Dependent,

    /// <summary>Loop 2300 and below, up to the service line.</summary>
    Claim,

    /// <summary>Loop 2400 and below.</summary>
    Line,
}

/// <summary>Who is named in a loop that an NM1 opens, as far as a claim keeps it.</summary>
internal enum PartyRole
{
    None, Billing, Subscriber, Payer, Dependent, Rendering, Attending, ServiceFacility, OtherPayer,
    LineRendering, LineServiceFacility, LineOrdering,
}

/// <summary>One loop of an implementation guide: where it hangs, what opens it, and the order of its segments.</summary>
public sealed class Loop837
{
    private readonly byte[] _order = new byte[64];
    private readonly string?[] _names = new string?[(int)Slot.Count];

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

    /// <summary>The qualifiers (HL03 or NM101) that tell it from loops with the same opening segment; may be empty.</summary>
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

    /// <summary>The name of an element in this loop, such as <c>2400/SV101-7</c>; the same string every time.</summary>
    internal string Name(Slot slot) =>
        _names[(int)slot] ??= string.Concat(Id, "/", slot.ToString().Replace('_', '-'));

    /// <summary>The loop's id.</summary>
    public override string ToString() => Id;
}

/// <summary>The elements a claim keeps; the name is the X12 position with <c>_</c> for the hyphen.</summary>
internal enum Slot
{
    BHT06, NM103, NM104, NM109, PRV03, N402, N403, DMG03, SBR01, SBR03, SBR05, SBR09,
    CLM01, CLM02, CLM05_1, CLM05_3, CLM19, PWK01, PWK02, PWK06, REF01, REF02, K301, NTE01, NTE02, DTP03, AMT02,
    CAS01, CAS02, CAS03, CAS05, CAS06, CAS08, CAS09, CAS11, CAS12, CAS14, CAS15, CAS17, CAS18,
    HI01_1, HI01_2, HI01_5, HI02_1, HI02_2, HI02_5, HI03_1, HI03_2, HI03_5, HI04_1, HI04_2, HI04_5,
    HI05_1, HI05_2, HI05_5, HI06_1, HI06_2, HI06_5, HI07_1, HI07_2, HI07_5, HI08_1, HI08_2, HI08_5,
    HI09_1, HI09_2, HI09_5, HI10_1, HI10_2, HI10_5, HI11_1, HI11_2, HI11_5, HI12_1, HI12_2, HI12_5,
    LX01, SV101_1, SV101_2, SV101_3, SV101_4, SV101_5, SV101_6, SV101_7, SV102, SV103, SV104, SV105,
    SV107_1, SV107_2, SV107_3, SV107_4,
    SV201, SV202_1, SV202_2, SV202_3, SV202_4, SV202_5, SV202_6, SV202_7, SV203, SV204, SV205,
    LIN02, LIN03, CTP04, CTP05_1, SVD01, SVD02,
    Count,
}
