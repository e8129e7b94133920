using Noc.App.AuditClaims;
using Noc.Audit;
using Noc.Coding;
using Noc.Drugs;
using Noc.Formats.Encounters;
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
        if (tables.Notice is { } notice) errors.WriteLine($"noc: {notice}");
        var context = ContextOf(tables, policies, charges);
        var audit = options.SkipsAudit ? null : new AuditContext(tables, policies);
        using var writer = CodeWriter.Of(options, tables, output);
        var (isOpen, isLost) = (false, false);
        foreach (var file in options.Files)
        {
            var isRead = ReadFile(file, errors, read =>
            {
                if (read.Encounter is null)
                {
                    foreach (var problem in read.Problems) errors.WriteLine($"noc: {file} {problem}");
                    isLost = true;
                    writer.Lost(file, read);
                    return;
                }
                var result = CodedResult.Of(file, read, context, audit);
                isOpen |= !result.Visit.IsReady || result.Problems.Count > 0;
                writer.Write(result);
            });
            isLost |= !isRead;
        }
        writer.Finish();
        return isLost ? 3 : isOpen ? 1 : 0;
    }

    /// <summary>What coding needs, the administration lines among it.</summary>
    internal static CodingContext ContextOf(
        ReferenceTables tables, PolicySet policies, IReadOnlyDictionary<HcpcsCode, decimal> charges) =>
        new(tables, policies)
        {
            ChargesUsd = charges,
            Administration = (encounter, payer, wrongTimes) =>
                AdministrationLines.Of(encounter, payer, wrongTimes, tables),
        };

    // False where the file cannot be read, which is told.
    private static bool ReadFile(string file, TextWriter errors, Action<ReadEncounter> each)
    {
        try
        {
            using var stream = file == "-" ? Console.OpenStandardInput() : InputFiles.Open(file);
            var any = false;
            foreach (var read in EncounterFile.Read(stream))
            {
                any = true;
                each(read);
            }
            if (!any) errors.WriteLine($"noc: {file}: The file holds no encounter.");
            return any;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException
            or UnauthorizedAccessException)
        {
            errors.WriteLine($"noc: {file}: {InputFiles.ExplainFailure(e)}");
            return false;
        }
    }
}
