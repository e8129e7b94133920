using Noc.Coding;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC006 ndc-not-marketed: the NDC was not yet, or no longer, on the market on the date of service.</summary>
/// <remarks>
/// <para>Why it matters: payers deny an NDC that is not active on the date (RARC M119).</para>
/// <para>What to do: bill the NDC of the container that was used. Lots sold before the last day may be given until the
/// expiry on the container: keep lot and expiry in the record.</para>
/// <para>Source: FDA, National Drug Code Directory, marketing start and end, where the end is mostly the expiry of the
/// last lot; CMS Medicaid Drug Rebate Program, termination date, which is that expiry by definition.</para>
/// <para>Silent when: the directory does not list the package or gives it no dates, or the package comes to the market
/// later but the crosswalk of the date has it already. A warning where only an extract is loaded, while lots may be in
/// date (two years behind the end where no termination date is known), and where the crosswalk still lists the
/// NDC.</para>
/// </remarks>
public static class NdcNotMarketed
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC006", "ndc-not-marketed", "ndc_format", Severity.Deny,
        "Payers deny an NDC that is not active on the date (RARC M119).", Sources.NdcDirectory)
    {
        Judges = LineTraits.Ndc,
    };

    /// <summary>Judges every line with an NDC.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.Ndc.IsNone || drug.Day is not { } day) return;
        if (!NdcDirectory.MayBeOffMarket(context.Tables, drug.Ndc, day)) return;
        var market = drug.FactsOfNdc(context.Tables)!.Market;
        var isListed = CrosswalkCodes.IsListed(context.Tables, drug.Ndc, day, default, out _);
        if (isListed && market.Kind is NdcMarketKind.NotYet) return;   // it is priced, so it is sold
        var ndc = drug.Ndc.Hyphenated;
        var message = market.Kind switch
        {
            NdcMarketKind.NotYet =>
                Texts.Of($"{ndc} comes to the market on {market.From:yyyy-MM-dd}, after the date of service."),
            NdcMarketKind.WithinShelfLife =>
                Texts.Of($"{ndc} left the market on {market.To:yyyy-MM-dd}. A lot sold before may be in date until ")
                + Texts.Of($"{(market.IsUntilExact ? "" : "about ")}{market.Until:yyyy-MM-dd}: check the expiry on ")
                + "the container and keep it in the record.",
            NdcMarketKind.Ended => Texts.Of($"{ndc} left the market on {market.To:yyyy-MM-dd}, and its last lots have ")
                + Texts.Of($"expired since {(market.IsUntilExact ? "" : "about ")}{market.Until:yyyy-MM-dd}."),
            _ => "",
        };
        if (message.Length == 0) return;
        var isComplete = context.Tables.Coverage.Of(Dataset.NdcPackages, day) is CoverageKind.Complete;
        var isSure = isComplete && !isListed && market.Kind is not NdcMarketKind.WithinShelfLife;
        var checks = context.Wants(PolicyKeys.NdcChecked) is { } known && known.Value.Has("active") ? known : null;
        findings.Add(Info, context, "2410/LIN03",
            message + (isComplete ? "" : " Only an extract of the NDC directory says so."), drug.Line.NdcText,
            severity: !isSure ? Severity.Warn : checks?.Severity ?? Severity.Deny, source: checks?.Source);
    }
}
