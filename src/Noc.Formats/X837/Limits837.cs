namespace Noc.Formats.X837;

/// <summary>Every limit the 837 reader keeps.</summary>
public static class Limits837
{
    /// <summary>About how many bytes of claims one unit holds.</summary>
    public const int UnitBytes = 256 * 1024;

    /// <summary>How many bytes of header, provider, subscriber or patient are kept for the units that follow.</summary>
    public const int MaxContextBytes = 1024 * 1024;

    /// <summary>Longest single claim in bytes; a longer one is reported and left out.</summary>
    public const int MaxClaimBytes = 4 * 1024 * 1024;

    /// <summary>Most service lines read of one claim; 999 is the most a guide allows.</summary>
    public const int MaxLines = 10_000;

    /// <summary>Most problems reported of one unit; claims that are left out are always reported.</summary>
    public const int MaxProblems = 1_000;
}
