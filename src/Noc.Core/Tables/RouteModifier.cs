
namespace Noc.Tables;

/// <summary>What a contractor does with a line of a listed code that has neither JA nor JB.</summary>
public enum RouteModifier
{
    /// <summary>Nothing is said.</summary>
    NotSaid,

    /// <summary>It asks for one of the two.</summary>
    Asked,

    /// <summary>It denies the line.</summary>
    Denied,
}
