namespace Noc.Tables;

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
