using Noc.Tests;

namespace Noc.Cli.Tests;

/// <summary>The report on standard output, whatever stands behind it.</summary>
public class StandardOutputTests
{
    // Above what any pipe holds: who does not notice the closed pipe reads it all.
    private const int MostBytes = 256 << 20;

    [Theory]
    [InlineData("json")]
    [InlineData("ndjson")]
    [InlineData("csv")]
    public async Task A_closed_pipe_ends_the_audit_at_once_and_quietly(string format)
    {
        using var process = Commands.Start("audit", "-", "--format", format);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var fed = 0L;
        var feed = Task.Run(() =>
        {
            try
            {
                foreach (var block in Commands.EndlessClaims())
                {
                    if (fed > MostBytes) break;
                    process.StandardInput.BaseStream.Write(block);
                    fed += block.Length;
                }
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // The audit has ended and reads no more.
            }
        }, TestContext.Current.CancellationToken);
        var one = new byte[1];
        await process.StandardOutput.BaseStream.ReadExactlyAsync(one, TestContext.Current.CancellationToken);
        process.StandardOutput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await feed;
        Assert.Equal(141, process.ExitCode);
        Assert.Empty(await errors);
        Assert.True(fed < MostBytes);
    }

    [Fact]
    public void A_report_is_appended_to_a_file_that_others_write_too()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The shell is that of Unix.");
        using var file = new TempFile();
        var audit = $"{Commands.ShellNoc} audit '{Commands.Sample}' --format csv";
        Commands.Shell($"(echo first; {audit}; echo last) >'{file.Path}'; {audit} >>'{file.Path}'");
        var report = Commands.Noc("audit", Commands.Sample, "--format", "csv").Output;
        Assert.Equal($"first\n{report}last\n{report}", File.ReadAllText(file.Path));
    }

    [Fact]
    public async Task Control_C_ends_an_audit_that_waits_for_input()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The signal is that of Unix.");
        Assert.SkipWhen(IgnoresInterrupts(), "Started in a way that ignores Control-C.");
        using var process = Commands.Start("audit", "-", "--format", "ndjson");
        var isReading = new TaskCompletionSource();
        var drain = Task.Run(() =>
        {
            // The first of the report: the claims are being read.
            if (process.StandardOutput.BaseStream.ReadByte() >= 0) isReading.SetResult();
            process.StandardOutput.BaseStream.CopyTo(Stream.Null);
        }, TestContext.Current.CancellationToken);
        foreach (var block in Commands.EndlessClaims().TakeWhile(_ => !isReading.Task.IsCompleted))
            process.StandardInput.BaseStream.Write(block);
        Commands.Shell($"kill -INT {process.Id}");
        Assert.True(process.WaitForExit(20_000));
        Assert.Equal(130, process.ExitCode);
        await drain;
    }

    // A shell lets what it starts in the background ignore the signal.
    private static bool IgnoresInterrupts()
    {
        const string status = "/proc/self/status", name = "SigIgn:";
        const ulong interrupt = 1UL << 1;
        var line = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(one => one.StartsWith(name,
            StringComparison.Ordinal)) : null;
        return line is not null && (ulong.Parse(line.AsSpan(name.Length).Trim(),
            System.Globalization.NumberStyles.HexNumber, null) & interrupt) != 0;
    }

    [Fact]
    public void A_full_disk_is_said()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full.");
        var result = Commands.Shell($"{Commands.ShellNoc} audit '{Commands.Sample}' >/dev/full");
        Assert.Equal(4, result.Code);
        Assert.Contains("the report cannot be written to standard output", result.Errors);
    }
}
