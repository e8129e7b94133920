using Noc.Coding;
using Noc.Reference.Store;
using Noc.Tables;

namespace Noc.Cli;

/// <summary>The reference tables of a command.</summary>
internal static class Tables
{
    private static Task<ReferenceTables>? _begun;

    /// <summary>Opens the tables on another thread, while this one reads the command line and the first claims; then
    /// builds there what each audit looks up.</summary>
    public static void Begin()
    {
        _begun = Task.Run(static () => InstalledTables.Load());
        // A fault shows again where the look-up is first used.
        _ = _begun.ContinueWith(static done => Prepare(done.Result), CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
    }

    /// <summary>Opens the tables of this machine. Says on standard error where imported ones cannot be used: a report
    /// may be CSV or go to a file.</summary>
    public static ReferenceTables InUse()
    {
        var tables = _begun is { } begun ? begun.GetAwaiter().GetResult() : InstalledTables.Load();
        if (tables.Notice is { } notice) Console.Error.WriteLine($"noc: {notice}");
        return tables;
    }

    private static void Prepare(ReferenceTables tables)
    {
        tables.Prepare();
        NearNames.Prepare(tables);
    }
}
