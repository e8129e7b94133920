using Noc.Reference.Seed;

namespace Noc.Reference.Store;

/// <summary>The tables of this machine: what was imported, over the facts that ship with Noc.</summary>
public static class InstalledTables
{
    /// <summary>Opens the imported tables of a data folder; the seed where there are none or they cannot be used.
    /// </summary>
    /// <param name="folder">The data folder; <see cref="DataFolder.Path"/> where left out.</param>
    public static ReferenceTables Load(string? folder = null)
    {
        var image = new TableStore(folder ?? DataFolder.Path).OpenCurrent(out var fault);
        return image is not null ? SeedTables.Load(image.Name, image, null)
            : SeedTables.Load(SeedTables.Version, SeedImage.Load(), fault is null ? null
                : $"Imported tables: {fault} Noc used the facts that ship with it. `noc data import` writes them anew, "
                + "`noc data rollback` goes back to the ones before.");
    }
}
