namespace Noc.Drugs;

/// <summary>Reads sides as nurses write them.</summary>
public static class BodySides
{
    private static readonly char[] Breaks = [' ', ',', '-', '.', '(', ')', '/', ';', '+', '&'];

    /// <summary>The side that a word tells: LEFT, LT or OS, RIGHT, RT or OD, BOTH, BILATERAL or OU.</summary>
    /// <param name="word">Capitals.</param>
    public static BodySide OfWord(ReadOnlySpan<char> word) => word switch
    {
        "LEFT" or "LT" or "OS" => BodySide.Left,
        "RIGHT" or "RT" or "OD" => BodySide.Right,
        "BOTH" or "BILATERAL" or "OU" => BodySide.Both,
        _ => BodySide.None,
    };

    /// <summary>The side that a place names, such as "right eye" or "L arm"; both where it names both.</summary>
    public static BodySide Of(string place)
    {
        var side = BodySide.None;
        foreach (var word in place.ToUpperInvariant().Split(Breaks, StringSplitOptions.RemoveEmptyEntries))
            side = side.And(word is "L" ? BodySide.Left : word is "R" ? BodySide.Right : OfWord(word));
        return side;
    }

    /// <summary>Both where the two differ.</summary>
    public static BodySide And(this BodySide one, BodySide other) =>
        one is BodySide.None ? other : other is BodySide.None || one == other ? one : BodySide.Both;

    /// <summary>The modifier that tells it: RT, LT, or 50 for both; empty for none.</summary>
    public static string Modifier(this BodySide side) => side switch
    {
        BodySide.Left => "LT",
        BodySide.Right => "RT",
        BodySide.Both => "50",
        _ => "",
    };
}
