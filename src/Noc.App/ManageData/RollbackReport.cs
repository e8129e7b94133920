using Noc.Reference.Seed;
using Noc.Reference.Store;

namespace Noc.App.ManageData;

/// <summary><c>noc data rollback</c>: goes back to the tables before the last import.</summary>
public static class RollbackReport
{
    /// <summary>Goes back and names the tables in use.</summary>
    /// <returns>0 done, 2 there is nothing to go back to, 4 the data folder cannot be written.</returns>
    public static int Run(string folder, TextWriter output, TextWriter errors)
    {
        try
        {
            if (new TableStore(folder).RollBack() is not { } name)
            {
                errors.WriteLine("noc: there are no tables to go back to: none were imported here. "
                    + "`noc data status` shows those in use.");
                return 2;
            }
            output.WriteLine(name == TableStore.Seed
                ? $"Tables in use: {SeedTables.Version}, the facts that ship with Noc."
                : $"Tables in use: {name}.");
            return 0;
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            errors.WriteLine(FolderFault.Message(folder, fault));
            return 4;
        }
    }
}

/// <summary>Why a data folder could not be changed.</summary>
internal static class FolderFault
{
    /// <summary>A line for standard error.</summary>
    public static string Message(string folder, Exception fault) => fault is FolderInUseException
        ? $"noc: another import or update is running in {folder}. Wait for it, then run this again."
        : $"noc: the data folder {folder} cannot be written. Check its permissions and the space on its disk, or name "
            + $"another in {DataFolder.Variable}.";
}
