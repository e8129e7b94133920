namespace Noc.Drugs;

/// <summary>The side of the body that something was given into.</summary>
public enum BodySide
{
    /// <summary>Not told.</summary>
    None,

    /// <summary>The left one.</summary>
    Left,

    /// <summary>The right one.</summary>
    Right,

    /// <summary>Both.</summary>
    Both,
}
