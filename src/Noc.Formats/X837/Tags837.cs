using Noc.X12;

namespace Noc.Formats.X837;

/// <summary>The segments an 837 may hold, each with a small number, so that a set of them is one integer.</summary>
internal static class Tags837
{
    private const string All =
        "ST BHT SE HL PRV CUR SBR PAT NM1 N2 N3 N4 DMG REF PER CLM DTP CL1 PWK CN1 DSB UR AMT K3 NTE CR1 CR2 CR3 CR4 "
        + "CR5 CR6 CR7 CR8 CRC HI HCP QTY HSD OI MIA MOA CAS LX SV1 SV2 SV3 SV4 SV5 SV6 SV7 MEA PS1 IMM LIN CTP SVD LQ "
        + "FRM TOO";

    /// <summary>The dental service; read as far as a line is concerned.</summary>
    public const uint SV3 = 'S' | ('V' << 8) | ('3' << 16);

    private const int Slots = 256;
    private static readonly uint[] Keys = new uint[Slots];
    private static readonly byte[] Numbers = new byte[Slots];

    static Tags837()
    {
        byte number = 0;
        foreach (var name in All.Split(' '))
        {
            var tag = Of(name);
            var slot = Hash(tag);
            while (Keys[slot] != 0) slot = (slot + 1) % Slots;
            (Keys[slot], Numbers[slot]) = (tag, ++number);
        }
        Triggers = Set("HL NM1 CLM SBR LX LIN SVD LQ CR7");
        PartySegments = Set("N2 N3 N4 PRV PER REF DMG DTP");
    }

    /// <summary>Segments that may open a loop.</summary>
    public static ulong Triggers { get; }

    /// <summary>Segments that hang on an NM1.</summary>
    public static ulong PartySegments { get; }

    /// <summary>The number of a tag from 1; 0 for a tag that no 837 holds.</summary>
    public static int Index(uint tag)
    {
        var slot = Hash(tag);
        while (Keys[slot] != tag)
        {
            if (Keys[slot] == 0) return 0;
            slot = (slot + 1) % Slots;
        }
        return Numbers[slot];
    }

    /// <summary>The set of the tags named, parted by blanks.</summary>
    public static ulong Set(string names)
    {
        ulong set = 0;
        foreach (var name in names.Split(' ')) set |= 1UL << Index(Of(name));
        return set;
    }

    /// <summary>The packed tag of a name.</summary>
    public static uint Of(ReadOnlySpan<char> name)
    {
        Span<byte> bytes = stackalloc byte[3];
        for (var i = 0; i < name.Length; i++) bytes[i] = (byte)name[i];
        return Tag.Of(bytes[..name.Length]);
    }

    private static int Hash(uint tag) => unchecked((int)((tag * 2654435769u) >> 24));
}
