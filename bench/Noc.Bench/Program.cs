using Noc.Bench;

return args switch
{
    ["generate", var output, .. var rest] when Options.Parse(rest) is { } options
        => ClaimGenerator.Run(output, options),
    ["read", var file, .. var rest] when Options.Parse(rest) is { } options => ReadBench.Run(file, options.Reps),
    ["stages", var file, .. var rest] when Options.Parse(rest) is { } options => StageBench.Run(file, options.Reps),
    ["audit", var file, var noc, .. var rest] when Options.Parse(rest) is { } options
        => AuditBench.Run(file, noc, options.Reps),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: generate OUT [--mb N | --claims N] [--claims-per-st K] [--seed S]
               read FILE [--reps N]
               stages FILE [--reps N]
               audit FILE NOC [--reps N]
        """);
    return 2;
}
