using System.CommandLine;
using Noc.App;

namespace Noc.Cli;

/// <summary>The command line: parses, calls one task, and turns what went wrong into an exit code.</summary>
public static class NocCommand
{
    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        [""] = ["noc audit samples/clinic-2026.837", "noc explain NDC001"],
        ["audit"] =
        [
            "noc audit samples/clinic-2026.837",
            "noc audit samples --format csv --min-severity deny",
            "noc audit samples/evidence --evidence samples/evidence --as-of 2026-11-21",
            "noc audit - --format json --fail-on reject < samples/clinic-2026.837",
            "noc audit samples/clinic-2026.837 --format html",
            "noc audit samples/clinic-2026.837 --suppress samples/suppressions.csv --as-of 2026-11-21",
        ],
        ["find"] =
        [
            "noc find J3490",
            "noc find vyepti --on 2026-03-10",
            "noc find unlisted injection",
            "noc find \"Can J3490 be used for an oral drug?\"",
            "noc find --claims samples/clinic-2026.837 --line RB-1003/1",
            "noc find --compare J3490,J3590,J9999,J7999,C9399",
            "noc find --decide --setting office --payer medicare --pathway BLA --cancer no --compounded no "
                + "--route injected",
        ],
        ["explain"] =
        [
            "noc explain NDC001",
            "noc explain ndc-missing",
            "noc explain e4gqsw93p8a0g --claims samples/clinic-2026.837",
        ],
        ["mask"] = ["noc mask samples/clinic-2026.837 -o artifacts/masked.837 --key \"a secret of ours\""],
        ["cases"] = ["noc cases run samples/worked-cases.json"],
        ["cases run"] =
        [
            "noc cases run samples/worked-cases.json",
            "noc cases run samples/worked-cases.json --kind ndc",
        ],
        ["ndc"] =
        [
            "noc ndc 50242-060-01",
            "noc ndc 50242-060-01 --on 2026-02-10 --format json",
            "noc ndc '(01)00350242060011(17)271231(10)A12345' --on 2026-02-10",
        ],
        ["new-codes"] =
        [
            "noc new-codes --since 2026Q1 --on 2026-04-15",
            "noc new-codes --claims samples/new-codes --evidence samples/new-codes --since 2025Q4",
        ],
        ["narrative"] =
        [
            "noc narrative --payer palmetto --drug EXAMPLAZOLE --dose 150MG --route IV --ndc 99999012301",
            "noc narrative --payer noridian --narrative \"Examplazole 50mg/ml 150mg iv wasted 50mg\" --format json",
        ],
        ["infuse"] =
        [
            "noc infuse samples/encounters/chemo-day.json",
            "noc infuse samples/encounters/chemo-day.json --svg artifacts/chemo-day.svg",
            "noc infuse samples/encounters/visits.ndjson --format json",
        ],
        ["rvu"] =
        [
            "noc rvu samples/rvu/log.csv --as-of 2026-09-30 --goal 10 --rate 50",
            "noc rvu samples/rvu/log.csv --as-of 2026-09-30 --percentiles samples/rvu/percentiles.csv --format json",
        ],
        ["code"] =
        [
            "noc code samples/encounters/office-visit.json",
            "noc code samples/encounters/to-code.ndjson --format json --charges samples/encounters/charges.csv",
        ],
        ["price"] =
        [
            "noc price J2781 --units 15 --on 2026-03-31 --charge 9000",
            "noc price J3490 81298-8552-03 --ndc-quantity ML100 --on 2025-11-03",
            "noc price J3490 99999-0123-01 --ndc-quantity UN2 --on 2026-03-10 --wac samples/pricing/wac.csv",
            "noc price J9381 --units 100 --payer \"Lakeside Health Plan\" --on 2026-03-10 "
                + "--contracts samples/pricing/contracts.yaml",
            "noc price samples/evidence/visits.ndjson --invoices samples/pricing/invoices.csv",
            "noc price samples/clinic-2026.837 --format csv",
        ],
        ["rules"] = ["noc rules list --payer noridian", "noc rules lint"],
        ["rules list"] =
        [
            "noc rules list",
            "noc rules list --payer noridian",
            "noc rules list --payer \"Texas Medicaid\" --on 2026-03-10 --format json",
        ],
        ["rules conflicts"] = ["noc rules conflicts", "noc rules conflicts --format json"],
        ["rules test"] = ["noc rules test", "noc rules test --payers samples/payers"],
        ["rules lint"] = ["noc rules lint", "noc rules lint --payers samples/payers"],
        ["data"] = ["noc data import samples/agency", "noc data status"],
        ["data import"] =
        [
            "noc data import samples/agency",
            "noc data import samples/agency/payment-limits-2026q1.csv",
        ],
        ["data seed"] = ["noc data seed --out artifacts/seed"],
        ["data update"] = ["noc data update --only purple-book,nadac", "noc data update --only nadac --dry-run"],
        ["data status"] = ["noc data status", "noc data status --long", "noc data status --format json"],
        ["data diff"] = ["noc data diff before current", "noc data diff seed current --format json --top 100"],
        ["data rollback"] = ["noc data rollback"],
    };

    private static readonly (string Name, Func<Command> Create)[] Commands =
    [
        ("audit", AuditCommand.Create),
        ("explain", ExplainCommand.Create),
        ("mask", MaskCommand.Create),
        ("find", FindCommand.Create),
        ("cases", CasesCommand.Create),
        ("data", DataCommand.Create),
        ("rules", RulesCommand.Create),
        ("ndc", NdcCommand.Create),
        ("new-codes", NewCodesCommand.Create),
        ("narrative", NarrativeCommand.Create),
        ("infuse", InfuseCommand.Create),
        ("code", CodeCommand.Create),
        ("price", PriceCommand.Create),
        ("rvu", RvuCommand.Create),
    ];

    /// <summary>The exit code: 0 done, 1 findings, 2 wrong command line, 3 unreadable input, 4 the machine
    /// failed.</summary>
    public static int Run(string[] args)
    {
        var root = new RootCommand(
            $"Noc {NocVersion.Text}: gets drugs paid that have no billing code of their own.");
        // One command is made where its name comes first, all where help or the parser needs them: a start is short.
        var named = args.Length > 0 ? Array.FindIndex(Commands, command => command.Name == args[0]) : -1;
        if (named >= 0 && Commands[named].Name is "audit") Tables.Begin();
        foreach (var command in named < 0 ? Commands : Commands.AsSpan(named, 1)) root.Add(command.Create());
        ExampleHelp.Install(root, Examples);
        var parsed = root.Parse(args);
        if (MistypedOption.In(args, parsed) is { } mistyped)
        {
            Console.Error.WriteLine($"noc: {mistyped}");
            return 2;
        }
        if (parsed.Errors.Count > 0 && !args.Contains("--help"))
        {
            foreach (var error in parsed.Errors) Console.Error.WriteLine($"noc: {error.Message}");
            Console.Error.WriteLine("noc: `noc --help` and `noc COMMAND --help` show what each command takes.");
            return 2;
        }
        try
        {
            return parsed.Invoke(new() { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
        catch (IOException e) when (StandardOutput.IsClosedPipe(e))
        {
            return StandardOutput.ClosedPipeExitCode;   // the reader of our output has seen enough
        }
#pragma warning disable CA1031 // The one place where every failure becomes an exit code.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // The type only: a message may quote the input, and the input holds patients.
            Console.Error.WriteLine($"noc: the machine or Noc itself failed ({e.GetType().Name}).");
            if (Environment.GetEnvironmentVariable("NOC_TRACE") == "1") Console.Error.WriteLine(e.StackTrace);
            return 4;
        }
    }
}
