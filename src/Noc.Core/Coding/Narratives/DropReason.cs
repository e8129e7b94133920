namespace Noc.Coding;

/// <summary>Why an element does not stand in the description.</summary>
public enum DropReason
{
    /// <summary>There was no room.</summary>
    NoRoom,

    /// <summary>The payer does not want it.</summary>
    Refused,

    /// <summary>The payer has not asked for it, and wants no more than it asks for.</summary>
    NotAsked,
}
