
namespace Noc.Tables;

/// <summary>What kind of catch-all a code is.</summary>
public enum CatchAllKind
{
    /// <summary>Names no ingredient: J3490 and its kin.</summary>
    Unclassified,

    /// <summary>Names the ingredient but no maker: a specific code with a real unit.</summary>
    Named,

    /// <summary>An unlisted administration procedure.</summary>
    Procedure,

    /// <summary>Any prescription drug or contrast agent, for the few payers that ask for it.</summary>
    Generic,
}
