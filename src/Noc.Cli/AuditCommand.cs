using System.CommandLine;
using System.Runtime.InteropServices;
using Noc.App.AuditClaims;
using Noc.App.PayerRules;

namespace Noc.Cli;

/// <summary><c>noc audit</c>.</summary>
internal static class AuditCommand
{
    private const int Interrupted = 130;
    private const int MaxOwnThreads = 16;   // more wait for the one reader

    public static Command Create()
    {
        var paths = new Argument<string[]>("FILE")
        {
            Description = "837 files, folders that hold them, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = Choice("--format", "How the report is written.", "text",
            "text", "json", "ndjson", "csv", "html", "sarif");
        var failOn = Choice("--fail-on", "Lowest severity that makes the exit code 1.", "deny",
            "reject", "deny", "delay", "warn", "never");
        var minimum = Choice("--min-severity", "Leave out findings below this.", "info",
            "reject", "deny", "delay", "warn", "info");
        var asOf = AsOf();
        var threads = Threads();
        var all = new Option<bool>("--all") { Description = "List claims without findings too." };
        var target = new Option<string?>("--output", "-o")
        {
            Description = "File that gets the report.",
            HelpName = "FILE",
        };
        var (evidence, statement) = EvidenceOptions();
        var suppress = new Option<string?>("--suppress")
        {
            Description = "File of findings that somebody answers for, each with reason and last day (JSON or CSV, see "
                + "docs/suppressions.md). They are listed apart and do not count.",
            HelpName = "FILE",
        };
        var command = new Command("audit", "Find what would be rejected, denied or delayed on each drug line.")
        {
            paths, format, failOn, minimum, asOf, threads, all, evidence, statement, suppress, target,
        };
        var policies = new PolicyOptions().AddTo(command);
        command.SetAction(parsed =>
        {
            SuppressionList? suppressions = null;
            if (parsed.GetValue(suppress) is { } file
                && (suppressions = SuppressionFile.Read(file, out var error)) is null)
            {
                Console.Error.WriteLine($"noc: {error}");
                return 2;
            }
            return Run(new()
            {
                Paths = parsed.GetValue(paths)!,
                ReportPath = parsed.GetValue(target),
                Format = Enum.Parse<ReportFormat>(parsed.GetValue(format)!, ignoreCase: true),
                FailOn = parsed.GetValue(failOn) is "never" ? null
                    : Enum.Parse<Severity>(parsed.GetValue(failOn)!, ignoreCase: true),
                MinSeverity = Enum.Parse<Severity>(parsed.GetValue(minimum)!, ignoreCase: true),
                AsOf = parsed.GetValue(asOf) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd")
                    : DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
                SentOn = parsed.GetValue(asOf) is { } sent ? DateOnly.ParseExact(sent, "yyyy-MM-dd") : null,
                Threads = parsed.GetValue(threads) ?? Math.Min(Environment.ProcessorCount, MaxOwnThreads),
                All = parsed.GetValue(all),
                Evidence = parsed.GetValue(evidence) ?? [],
                Statement = parsed.GetValue(statement),
                Suppressions = suppressions,
                Color = parsed.GetValue(format) is "text" && parsed.GetValue(target) is null
                    && StandardOutput.TakesColor(),
            }, policies.Of(parsed));
        });
        return command;
    }

    private static Option<string?> AsOf()
    {
        var asOf = new Option<string?>("--as-of")
        {
            Description = "Day on which the claims are sent, YYYY-MM-DD: filing windows are judged by it where it is "
                + "given. Each line is judged on its own date of service.",
            HelpName = "DATE",
        };
        asOf.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !DateOnly.TryParseExact(text, "yyyy-MM-dd", out _))
                result.AddError("--as-of takes a date such as 2026-11-21.");
        });
        return asOf;
    }

    private static Option<int?> Threads()
    {
        var threads = new Option<int?>("--threads")
        {
            Description = "Worker threads; one a processor where left out. The report is the same with any number.",
            HelpName = "N",
        };
        threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 256) result.AddError("--threads takes 1 to 256.");
        });
        return threads;
    }

    private static int Run(AuditOptions options, PolicySource source)
    {
        var target = options.ReportPath;
        if (target is not null && ReportFile.Objection(target, options.Paths) is { } objection)
        {
            Console.Error.WriteLine($"noc: {objection}");
            return 2;
        }
        if (source.Open(Console.Error, out var exitCode) is not { } policies) return exitCode;
        using var cancel = new CancellationTokenSource();
        // Not Console.CancelKeyPress: it writes escapes to the terminal.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, pressed =>
        {
            pressed.Cancel = true;
            if (cancel.IsCancellationRequested) Environment.Exit(Interrupted);
            cancel.Cancel();
            // A read that waits for input hears of nothing.
            _ = Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System)
                .ContinueWith(_ => Environment.Exit(Interrupted), TaskScheduler.Default);
        });
        try
        {
            using var output = new BufferedStream(
                target is null ? StandardOutput.Open() : File.Create(target), 1 << 16);
            using var input = Console.OpenStandardInput();
            return ClaimFileAudit.Run(options, new(Tables.InUse(), policies)
            {
                AsOf = options.AsOf,
                Sent = options.SentOn,
            }, output, input, Console.Error, cancel.Token);
        }
        catch (Exception e) when (e is UnauthorizedAccessException || e is IOException failure
            && !StandardOutput.IsClosedPipe(failure))
        {
            Console.Error.WriteLine($"noc: the report cannot be written to {target ?? "standard output"}. "
                + "Check that the disk has room, and the permissions.");
            return 4;
        }
    }

    private static (Option<string[]> Evidence, Option<bool> Statement) EvidenceOptions() => (
        new("--evidence")
        {
            Description = "Encounters (noc.encounter/1, JSON or NDJSON), a file or a folder: claims are compared with "
                + "what was ordered, given and bought.",
            HelpName = "DIR",
        },
        new("--statement")
        {
            Description = "Print the necessity statement of each line with evidence; with --all, of claims without "
                + "findings too.",
        });

    private static Option<string> Choice(string name, string description, string start, params string[] values)
    {
        var option = new Option<string>(name)
        {
            Description = description,
            DefaultValueFactory = _ => start,
            HelpName = string.Join('|', values),   // in their own order; the library would sort them
        };
        option.TakesOnly(values);
        return option;
    }
}
