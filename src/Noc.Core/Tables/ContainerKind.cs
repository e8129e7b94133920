
namespace Noc.Tables;

/// <summary>How a product is packed, as its label says.</summary>
public enum ContainerKind
{
    /// <summary>Not known, or both kinds are sold.</summary>
    Unknown,

    /// <summary>Single-dose container.</summary>
    SingleDose,

    /// <summary>Multiple-dose container.</summary>
    MultiDose,
}
