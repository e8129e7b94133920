namespace Noc.Formats.X837;

/// <summary>What a segment did to the place in the loops.</summary>
internal enum LoopMove
{
    /// <summary>The segment belongs to the current loop.</summary>
    Stays,

    /// <summary>The segment opened the loop that is now current.</summary>
    Opens,

    /// <summary>A service segment stood where an LX was missing; loop 2400 was opened for it.</summary>
    OpensWithoutLx,

    /// <summary>The segment belongs to a loop further up, which is now current.</summary>
    Returns,

    /// <summary>The segment hangs on an NM1 that opened no loop.</summary>
    Ignored,

    /// <summary>An NM1 or HL whose qualifier opens no loop here.</summary>
    UnknownQualifier,

    /// <summary>A segment of the 837 that has no place here.</summary>
    NoPlace,

    /// <summary>A segment that no 837 holds.</summary>
    UnknownTag,
}
