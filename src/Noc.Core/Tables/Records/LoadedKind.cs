
namespace Noc.Tables;

/// <summary>How far a loaded file counts.</summary>
public enum LoadedKind : byte
{
    /// <summary>Complete: what it does not list does not exist in its period.</summary>
    Complete,

    /// <summary>An extract: proves what it lists, never that something does not exist.</summary>
    Partial,

    /// <summary>Kept, but a newer release or a complete file of the period is used instead.</summary>
    Superseded,
}
