using Noc.Administrations;
using Noc.App.PriceLines;
using Noc.Audit;
using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.App.CodeEncounter;

/// <summary><c>noc code</c>: encounters to coded lines, for payer, setting and date.</summary>
public static class CodeRun
{
    /// <summary>Codes the encounters of all files.</summary>
    /// <param name="options">What was asked.</param>
    /// <param name="tables">Reference facts.</param>
    /// <param name="output">Where the answer goes.</param>
    /// <param name="errors">What cannot be read.</param>
    /// <returns>0 where every visit is ready; 1 where one lacks something; 3 where a file or an encounter cannot be
    /// read.</returns>
    public static int Run(CodeOptions options, ReferenceTables tables, Stream output, TextWriter errors)
    {
        if (options.Policies.Open(errors, out var refused) is not { } policies) return refused;
        var charges = options.Charges.Length > 0 ? ChargeList.Read(options.Charges, errors)
            : new Dictionary<HcpcsCode, decimal>();
        if (charges is null) return 3;
        var problems = new List<string>();
        if (options.Sources.Open(tables, problems, errors) is not { } book) return 3;
        foreach (var problem in problems) errors.WriteLine($"noc: {TerminalText.Clean(problem)}");
        var context = ContextOf(tables, policies, charges);
        var audit = options.SkipsAudit ? null : new AuditContext(tables, policies);
        var lines = new CodedPriceLines(tables, options.Frame) { HasPurchases = book.HasPurchases };
        using var writer = CodeWriter.Of(options, tables, output);
        var (isOpen, isLost) = (false, problems.Count > 0);
        foreach (var file in options.Files)
            foreach (var read in EncounterFiles.Read(file))
            {
                if (read.Encounter is null)
                {
                    foreach (var problem in read.Problems)
                        errors.WriteLine($"noc: {EncounterFiles.Describe(file, problem)}");
                    isLost = true;
                    writer.Lost();
                    continue;
                }
                var result = CodedResult.Of(file, read, context, audit);
                isOpen |= !result.IsReady;
                writer.Write(result, PricesOf(result, lines, book));
            }
        writer.Finish();
        return isLost ? 3 : isOpen ? 1 : 0;
    }

    /// <summary>The prices of the lines of all claims of a visit, in their order.</summary>
    internal static List<PricedLine> PricesOf(CodedResult result, CodedPriceLines lines, PriceBook book)
    {
        var open = lines.Of(result);
        var prices = new List<PricedLine>(open.Count);
        foreach (var line in open) prices.Add(book.Of(line));
        return prices;
    }

    /// <summary>What coding needs, the administration lines among it.</summary>
    internal static CodingContext ContextOf(
        ReferenceTables tables, PolicySet policies, IReadOnlyDictionary<HcpcsCode, decimal> charges)
    {
        var earlier = new EarlierEncounters();
        return new(tables, policies)
        {
            ChargesUsd = charges,
            Administration = (encounter, payer, wrongTimes) =>
                AdministrationLines.Of(encounter, payer, wrongTimes, tables, earlier),
        };
    }
}
