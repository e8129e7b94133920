namespace Noc.Reference.Policies;

/// <summary>How far a policy file may go before it is refused.</summary>
public static class PolicyLimits
{
    /// <summary>Bytes of a file. The largest shipped has some 100,000.</summary>
    public const int FileBytes = 2_000_000;

    /// <summary>Lists and maps inside each other. The format needs seven.</summary>
    public const int Depth = 12;

    /// <summary>Values, lists and maps of a file.</summary>
    public const int Nodes = 200_000;

    /// <summary>Characters of one text.</summary>
    public const int TextLength = 2_000;

    /// <summary>Files of a folder.</summary>
    public const int Files = 5_000;
}
