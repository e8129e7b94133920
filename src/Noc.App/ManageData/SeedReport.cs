using Noc.Reference.Seed;
using Noc.Reference.Store;

namespace Noc.App.ManageData;

/// <summary><c>noc data seed</c>: writes the facts of the tables in use as seed files.</summary>
public static class SeedReport
{
    /// <summary>Writes the files and says how many rows each has.</summary>
    public static int Run(string folder, string target, TextWriter output)
    {
        var tables = InstalledTables.Load(folder);
        foreach (var (file, rows) in SeedWriter.Write(tables, target)) output.WriteLine($"{file,-20} {rows,8:N0} rows");
        output.Write(TablesNotice.Under(tables));
        output.WriteLine($"Written to {target} out of {tables.Version}.");
        return 0;
    }
}
