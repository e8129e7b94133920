using Noc.Bench;

return args switch
{
    ["generate", var output, .. var rest] => ClaimGenerator.Run(output, rest),
    ["read", var file] => ReadBench.Run(file),
    ["stages", var file] => StageBench.Run(file),
    ["audit", var file, var noc] => AuditBench.Run(file, noc),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: generate OUT [--mb N] [--claims-per-st K] [--seed S] |"
        + " read FILE | stages FILE | audit FILE NOC");
    return 2;
}
