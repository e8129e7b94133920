
namespace Noc.Payers;

/// <summary>What an example of a policy expects.</summary>
public enum ExampleKind
{
    /// <summary>The value applies to the line.</summary>
    Gives,

    /// <summary>The value does not apply to the line.</summary>
    GivesNot,

    /// <summary>A rule fires on the claim.</summary>
    Fires,

    /// <summary>A rule is silent on the claim.</summary>
    Silent,
}
