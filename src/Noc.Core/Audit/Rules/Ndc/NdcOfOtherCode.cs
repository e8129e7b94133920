using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC009 ndc-of-other-code: the NDC is billed with other codes than the one on the line.</summary>
/// <remarks>
/// <para>Why it matters: payers that compare NDC and code deny a pair that is not in the crosswalk (RARC M119), and a
/// code of another maker pays another price.</para>
/// <para>What to do: take the NDC from the container; then bill the code that belongs to it, with its units.</para>
/// <para>Source: CMS ASP NDC-HCPCS crosswalk of the quarter.</para>
/// <para>Silent when: the line has an unclassified code (COD001 speaks), the crosswalk of the date does not list the
/// NDC, or lists no NDC at all for the code: it holds drugs paid by average sales price only. A warning where the payer
/// neither requires the NDC nor checks the pair, or only an extract is loaded.</para>
/// </remarks>
public static class NdcOfOtherCode
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC009", "ndc-of-other-code", "ndc_format", Severity.Deny,
        "A pair of NDC and code that is not in the crosswalk is denied or paid wrong.", Sources.Crosswalk)
    {
        Judges = LineTraits.OwnCode | LineTraits.Ndc,
    };

    /// <summary>Looks for the code among those of the NDC.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.IsUnclassified || drug.Ndc.IsNone || drug.Day is not { } day) return;
        var (line, tables) = (drug.Line, context.Tables);
        if (!CrosswalkCodes.IsListed(tables, drug.Ndc, day, line.Code, out var hasCode) || hasCode) return;
        if (drug.IsCompound || !IsListed(tables, line.Code, day)) return;
        var codes = CrosswalkCodes.On(tables, drug.Ndc, day);
        var isRelease = codes[0].Evidence is NdcEvidence.Release;
        var names = string.Join(" or ", codes.Take(4).Select(code => code.Code.Value));
        var name = tables.Image.Text(codes[0].Row.DrugName).Trim();
        var checks = context.Wants(PolicyKeys.NdcChecked) is { } known && known.Value.Has("pair") ? known : null;
        findings.Add(Info, context, context.CodeElement,
            $"{drug.Ndc.Hyphenated}{(name.Length > 0 ? $" ({name})" : "")} is billed with {names}, not {line.Code}"
            + Texts.Of($" ({(isRelease ? "" : "extract of the ")}CMS crosswalk for {day:yyyy-MM-dd}).")
            + (isRelease ? "" : " The whole crosswalk may list more."),
            line.CodeText, codes.Count == 1 ? new() { Code = codes[0].Code } : null,
            !isRelease ? Severity.Warn : checks is not null ? checks.Severity ?? Severity.Deny
                : NdcMissing.IsRequired(context) ? Severity.Deny : Severity.Warn,
            new(CorrectionSafety.Review, $"replace {line.Code} by {names}, or the NDC"), checks?.Confidence,
            checks?.Source);
    }

    private static bool IsListed(ReferenceTables tables, HcpcsCode code, DateOnly day)
    {
        foreach (ref readonly var row in tables.Image.Rows<CodeNdcRecord>().Of(TableKey.Of(code)))
            if (row.Days.Include(day)) return true;
        return false;
    }
}
