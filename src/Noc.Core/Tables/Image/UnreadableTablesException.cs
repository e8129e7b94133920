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

/// <summary>A table image cannot be used.</summary>
public sealed class UnreadableTablesException(TableFault fault) : Exception(MessageOf(fault))
{
    /// <summary>Why.</summary>
    public TableFault Fault => fault;

    private static string MessageOf(TableFault fault) => fault switch
    {
        TableFault.Cut => "The table file is cut off.",
        TableFault.Newer => "The table file was written by a newer version of Noc.",
        TableFault.Older => "The table file was written by an older version of Noc.",
        _ => "The table file is damaged.",
    };
}
