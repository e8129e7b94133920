namespace Noc.Coding;

/// <summary>What kind of container an NDC stands for.</summary>
public enum NdcRole
{
    /// <summary>The tables do not say.</summary>
    Unknown,

    /// <summary>The container that is opened: vial, syringe, bag, bottle.</summary>
    Item,

    /// <summary>An outer package around one item.</summary>
    Carton,

    /// <summary>An outer package around several items.</summary>
    MultiPack,

    /// <summary>A kit of several drugs or supplies.</summary>
    Kit,

    /// <summary>A component of a kit.</summary>
    Component,
}
