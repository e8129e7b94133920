using System.Diagnostics;
using System.Globalization;
using Noc.Reference.Store;
using Noc.Tables;
using Noc.Tests;

namespace Noc.Cli.Tests;

/// <summary>An import that is killed at any moment leaves the old tables in use, and the next import works.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int ManyMoments = 12, FewMoments = 5;

    private readonly DataHome _home = new();
    private readonly string _files = Directory.CreateTempSubdirectory("noc-files").FullName;

    public KilledImportTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no kill -9 on Windows.");

    public void Dispose()
    {
        _home.Dispose();
        Directory.Delete(_files, recursive: true);
    }

    [Fact]
    public void An_import_of_small_files_may_be_killed()
    {
        for (var quarter = 1; quarter <= 4; quarter++) WritePrices(quarter, rows: 3_000);
        KillAt(FewMoments, _files);
    }

    [Fact(Explicit = true)]
    public void An_import_of_all_agency_files_may_be_killed() => KillAt(ManyMoments, SharedFolder.Require("data"));

    // The moments are spread over the time that the import takes when it is left alone.
    private void KillAt(int moments, string folder)
    {
        var (whole, time) = ImportElsewhere(folder);
        Assert.Equal(0, _home.Noc("data import samples/agency").Code);
        var old = InstalledTables.Load(_home.Path).Version;
        var killed = 0;
        for (var moment = 1; moment <= moments; moment++)
        {
            using var import = Start(_home.Path, folder);
            if (!import.WaitForExit(time * moment / (moments + 1)))
            {
                import.Kill();   // SIGKILL
                import.WaitForExit();
                killed++;
            }
            var tables = InstalledTables.Load(_home.Path);
            Assert.Null(tables.Notice);
            tables.Image.Verify();
            if (tables.Version != old) break;   // the machine was faster this time: it was done already
        }
        Assert.True(killed > 0);
        Assert.Equal(0, _home.Noc($"data import '{folder}'").Code);
        Assert.Empty(Directory.EnumerateFiles(_home.Path, "*.part", SearchOption.AllDirectories));
        var after = InstalledTables.Load(_home.Path);
        after.Image.Verify();
        Assert.True(Rows(after.Image) >= Rows(whole));
    }

    private static (TableImage Image, TimeSpan Time) ImportElsewhere(string folder)
    {
        using var home = new DataHome();
        var watch = Stopwatch.StartNew();
        using var import = Start(home.Path, folder);
        import.WaitForExit();
        Assert.Equal(0, import.ExitCode);
        return (new TableStore(home.Path).OpenCurrent(out _)!, watch.Elapsed);
    }

    private static Process Start(string home, string folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = SharedFolder.Root,
        };
        foreach (var argument in (string[])[Commands.Program, "data", "import", folder])
            start.ArgumentList.Add(argument);
        start.Environment["NOC_HOME"] = home;
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int Rows(TableImage image) => image.Rows<LoadedRecord>().Count;

    private void WritePrices(int quarter, int rows)
    {
        var from = new DateOnly(2025, (quarter * 3) - 2, 1);
        var to = from.AddMonths(3).AddDays(-1);
        File.WriteAllText(Path.Combine(_files, $"limits-{quarter}.csv"), string.Create(CultureInfo.InvariantCulture,
                $"Limits\r\n\"Effective {from:MMMM d, yyyy} through {to:MMMM d, yyyy}\"\r\n\r\n")
            + "HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage,Vaccine AWP%,"
            + "Vaccine Limit,Blood AWP%,Blood limit,Clotting Factor,Notes\r\n"
            + string.Concat(Enumerable.Range(0, rows).Select(i =>
                $"J{i:0000},,10 MG,{(i % 90) + quarter}.5,20.000,,,,,,\r\n")));
    }
}
