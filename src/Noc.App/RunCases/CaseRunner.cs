using System.Text.Json;
using System.Text.Json.Nodes;
using Noc.Audit;

namespace Noc.App.RunCases;

/// <summary>What a worked case came to.</summary>
/// <param name="Outcome">pass, fail, or not yet supported.</param>
/// <param name="Expected">What the case wants; empty where it passed.</param>
/// <param name="Actual">What the engine answers; empty where it passed.</param>
internal readonly record struct CaseResult(CaseOutcome Outcome, string Expected = "", string Actual = "")
{
    /// <summary>Why a case is not supported yet, and what was not checked; null for nothing.</summary>
    public IReadOnlyList<string>? Notes { get; init; }
}

/// <summary>How a worked case ended.</summary>
internal enum CaseOutcome
{
    /// <summary>The engine answers as the case wants.</summary>
    Pass,

    /// <summary>It answers otherwise.</summary>
    Fail,

    /// <summary>The engine does not do this yet.</summary>
    NotSupported,
}

/// <summary>Runs files of worked cases against the engine and sums up by kind.</summary>
public static class CaseRunner
{
    /// <summary>The kinds of cases that files hold, those not supported yet among them.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["infusion", "ndc", "noc", "payer", "pricing", "timeline", "units", "waste"];

    /// <summary>The exit code: 0 where no case failed, 1 where one did, 3 where a file cannot be read.</summary>
    public static int Run(
        IReadOnlyList<string> files, IReadOnlyList<string> kinds, AuditContext context, TextWriter output,
        TextWriter errors)
    {
        var sums = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        var isBad = false;
        foreach (var file in files)
        {
            try
            {
                using var document = JsonDocument.Parse(File.ReadAllBytes(file), new() { MaxDepth = 64 });
                if (!document.RootElement.TryGetProperty("cases", out var cases)) throw new JsonException();
                foreach (var one in cases.EnumerateArray()) Run(one, kinds, context, sums, output);
            }
            catch (Exception e) when (FileFault.Is(e))
            {
                FileFault.Tell(errors, file, e);
                isBad = true;
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException
                or FormatException)
            {
                errors.WriteLine($"noc: {file}: This is no file of worked cases: JSON with a list \"cases\".");
                isBad = true;
            }
        }
        output.WriteLine();
        output.WriteLine($"{"kind",-12}{"pass",6}{"fail",6}{"not yet supported",20}");
        foreach (var (kind, sum) in sums) output.WriteLine($"{kind,-12}{sum[0],6}{sum[1],6}{sum[2],20}");
        return isBad ? 3 : sums.Values.Any(sum => sum[1] > 0) ? 1 : 0;
    }

    private static void Run(
        JsonElement one, IReadOnlyList<string> kinds, AuditContext context, SortedDictionary<string, int[]> sums,
        TextWriter output)
    {
        if (one.ValueKind is not JsonValueKind.Object)
        {
            output.WriteLine("FAIL             an entry of \"cases\" is no object");
            if (!sums.TryGetValue("payer", out var broken)) sums["payer"] = broken = new int[3];
            broken[(int)CaseOutcome.Fail]++;
            return;
        }
        var kind = one.TryGetProperty("kind", out var named) ? named.GetString()! : "payer";
        if (kinds.Count > 0 && !kinds.Contains(kind)) return;
        var result = Answered(one, kind, context);
        if (!sums.TryGetValue(kind, out var sum)) sums[kind] = sum = new int[3];
        sum[(int)result.Outcome]++;
        var word = result.Outcome switch
        {
            CaseOutcome.Pass => "pass",
            CaseOutcome.Fail => "FAIL",
            _ => "not yet",
        };
        output.WriteLine($"{word,-8}{CodingCases.Text(one, "id"),-8} {CodingCases.Text(one, "title")}");
        if (result.Outcome is CaseOutcome.Fail)
            output.WriteLine($"         expected {result.Expected}, actual {result.Actual}");
        foreach (var note in result.Notes ?? []) output.WriteLine($"         {note}");
    }

    // A value that a case should not have fails this case; the others go on.
    private static CaseResult Answered(JsonElement one, string kind, AuditContext context)
    {
        if (CaseNeeds.Lacking(one, kind) is { Length: > 0 } lacking)
            return new(CaseOutcome.Fail, "an answer", $"the case has no {lacking}, or not as it must be");
        try
        {
            return kind switch
            {
                "ndc" => CodingCases.Ndc(one),
                "noc" => CodingCases.Noc(one, context.Tables),
                "timeline" => CodingCases.Timeline(one, context.Tables),
                "units" => UnitCases.Run(one, context.Tables),
                "infusion" => InfusionCases.Run(one, context.Tables),
                "waste" => WasteCases.Run(one, context),
                "pricing" => PricingCases.Run(one, context.Tables, context.AsOf),
                "payer" => PayerCases.Run(JsonNode.Parse(one.GetRawText())!, context),
                _ => new(CaseOutcome.NotSupported),
            };
        }
        catch (Exception e) when (e is FormatException or KeyNotFoundException or InvalidOperationException
            or ArgumentException or OverflowException)
        {
            return new(CaseOutcome.Fail, "an answer", "a value of the case cannot be read");
        }
    }
}
