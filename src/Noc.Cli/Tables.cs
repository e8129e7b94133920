using Noc.Reference.Store;
using Noc.Tables;

namespace Noc.Cli;

/// <summary>The reference tables of a command.</summary>
internal static class Tables
{
    /// <summary>Opens the tables of this machine. Says on standard error where imported ones cannot be used: a report
    /// may be CSV or go to a file.</summary>
    public static ReferenceTables InUse()
    {
        var tables = InstalledTables.Load();
        if (tables.Notice is { } notice) Console.Error.WriteLine($"noc: {notice}");
        return tables;
    }
}
