using Noc.Payers;
using Noc.Reference.Compile;
using Noc.Reference.Policies;
using Noc.Reference.Store;

namespace Noc.Reference.Seed;

/// <summary>The agencies' facts that ship with Noc, as a table image.</summary>
public static class SeedImage
{
    private const string Prefix = "seed-", Extension = ".noctables";

    private static readonly Lazy<TableImage> Shared = new(() => OpenCompiled() ?? Compile());

    // The build of this assembly: a file of another build has another name, so it is never opened by mistake.
    private static string FileName =>
        $"{Prefix}{typeof(SeedImage).Module.ModuleVersionId.ToString("N")[..12]}{Extension}";

    /// <summary>The image; the file that the build wrote beside the program, else compiled once.</summary>
    /// <exception cref="InvalidOperationException">A seed row is broken; the message names file and row.</exception>
    public static TableImage Load() => Shared.Value;

    /// <summary>Writes the image beside a program, so that it need not compile it. The build does this.</summary>
    /// <returns>Path of the file.</returns>
    public static string WriteTo(string folder)
    {
        foreach (var old in Directory.EnumerateFiles(folder, $"{Prefix}*{Extension}")) File.Delete(old);
        var path = Path.Combine(folder, FileName);
        File.WriteAllBytes(path + ".part", Compile().Content.ToArray());
        File.Move(path + ".part", path, overwrite: true);
        return path;
    }

    private static TableImage? OpenCompiled()
    {
        var path = Path.Combine(AppContext.BaseDirectory, FileName);
        try
        {
            if (!File.Exists(path)) return null;
            var image = TableImage.Open(new MappedFile(path).Memory);
            image.Verify();
            return image;
        }
        catch (Exception fault) when (fault is UnreadableTablesException or IOException or UnauthorizedAccessException)
        {
            return null;   // compiled anew: slower, the same
        }
    }

    /// <summary>Compiles the seed files of this assembly. The same files give the same bytes.</summary>
    public static TableImage Compile()
    {
        var image = new TableImageBuilder();
        var texts = image.Texts;
        image.Add(SeedRecords.Codes(new("codes.csv"), texts));
        image.Add(SeedRecords.Limits(new("payment-limits.csv"), texts));
        var ndcs = SeedRecords.NdcCodes(new("ndc-codes.csv"), texts);
        image.Add(ndcs);
        image.Add(NdcSections.ByCode(ndcs));
        image.Add(SeedRecords.NocPrices(new("noc-prices.csv"), texts));
        image.Add(SeedRecords.NocNdcs(new("noc-ndcs.csv"), texts));
        image.Add(SeedRecords.Opps(new("opps.csv"), texts));
        image.Add(SeedRecords.Fees(new("fees.csv"), texts));
        image.Add(SeedRecords.Loaded(new("loaded.csv"), texts));
        image.AddBytes(PolicyBytes.Section, PolicyBytes.Write(PolicyFiles.Shipped(out _)));
        return image.Build(SeedTables.Version);
    }
}
