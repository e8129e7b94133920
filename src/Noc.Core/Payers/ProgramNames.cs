namespace Noc.Payers;

/// <summary>Programs as policy files name them.</summary>
public static class ProgramNames
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "medicare", "medicare-dme", "medicare-advantage", "medicaid", "commercial", "federal", "workers-comp",
    ];
}
