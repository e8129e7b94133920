using Noc.Bench;

return args switch
{
    ["generate", var output, .. var rest] when Options.Parse(rest) is { } options
        => ClaimGenerator.Run(output, options),
    ["read", var file, .. var rest] when Options.Parse(rest) is { } options => ReadBench.Run(file, options.Reps),
    ["stages", var file, .. var rest] when Options.Parse(rest) is { } options => StageBench.Run(file, options.Reps),
    ["audit", var file, var noc, .. var rest] when Options.Parse(rest) is { } options
        => AuditBench.Run(file, noc, options.Reps),
    ["payers", var file, .. var rest] when Options.Parse(rest) is { } options => PayerBench.Run(file, options.Reps),
    ["import", var folder, var noc, .. var rest] when Options.Parse(rest) is { } options
        => ImportBench.Run(folder, noc, options.Reps),
    ["open", var home, .. var rest] when Options.Parse(rest) is { } options => TableBench.Open(home, options.Reps),
    ["ndc-lookup", var home, .. var rest] when Options.Parse(rest) is { } options
        => TableBench.Ndc(home, options.Reps),
    ["find", var home, var noc, .. var rest] when Options.Parse(rest) is { } options
        => FindBench.Run(home, noc, options.Reps),
    ["encounters", .. var rest] when Options.Parse(rest) is { } options => EncounterBench.Run("", options),
    ["encounters", var home, .. var rest] when Options.Parse(rest) is { } options
        => EncounterBench.Run(home, options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: generate OUT [--mb N | --claims N] [--claims-per-st K] [--seed S]
               read FILE [--reps N]
               stages FILE [--reps N]
               audit FILE NOC [--reps N]
               payers FILE [--reps N]
               import FOLDER NOC [--reps N]
               open HOME [--reps N]
               ndc-lookup HOME [--reps N]
               encounters [HOME] [--claims N] [--reps N] [--seed S]
               find HOME NOC [--reps N]     exit code 1 where the aim is missed
        """);
    return 2;
}
