namespace Noc.Tables;

/// <summary>Why a table image cannot be used.</summary>
public enum TableFault
{
    /// <summary>Bytes are not what was written.</summary>
    Damaged,

    /// <summary>The end is missing.</summary>
    Cut,

    /// <summary>A newer version of Noc wrote it.</summary>
    Newer,

    /// <summary>An older version of Noc wrote it.</summary>
    Older,
}
