using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Answers which codes an NDC is billed with on a day: a set, for an NDC may have several.</summary>
/// <remarks>Source: CMS, ASP NDC-HCPCS crosswalk. It proves the codes that it lists; an NDC that it does not list may
/// have a code all the same, for it holds drugs that Part B pays by average sales price only.</remarks>
public static class CrosswalkCodes
{
    /// <summary>The codes of an NDC on a day; empty where the tables know none. Allocates only for what it finds.
    /// </summary>
    public static Items<CrosswalkCode> On(ReferenceTables tables, Ndc11 ndc, DateOnly day)
    {
        if (ndc.IsNone) return [];
        var rows = tables.Image.Rows<NdcCodeRecord>().Of(TableKey.Of(ndc));
        if (rows.IsEmpty) return [];
        var count = 0;
        foreach (ref readonly var row in rows)
            if (row.Days.Include(day)) count++;
        if (count == 0)
            return tables.Coverage.Of(Dataset.NdcCrosswalk, day) is CoverageKind.None
                ? OfOtherQuarter(tables, rows, day) : [];
        var evidence = IsComplete(tables.Coverage, day) ? NdcEvidence.Release : NdcEvidence.Extract;
        var found = new CrosswalkCode[count];
        count = 0;
        foreach (ref readonly var row in rows)
            if (row.Days.Include(day) && !Has(found.AsSpan(0, count), row.Code)) found[count++] = new(row, evidence);
        return count == found.Length ? found : found[..count];
    }

    /// <summary>Whether the crosswalk of the day lists an NDC, and whether it does so with a code. Allocates nothing.
    /// </summary>
    public static bool IsListed(ReferenceTables tables, Ndc11 ndc, DateOnly day, HcpcsCode code, out bool hasCode)
    {
        var isListed = hasCode = false;
        foreach (ref readonly var row in tables.Image.Rows<NdcCodeRecord>().Of(TableKey.Of(ndc)))
            if (row.Days.Include(day)) (isListed, hasCode) = (true, hasCode || row.Code == code);
        return isListed;
    }

    /// <summary>The row of an NDC and a code in the whole release of a day; null where it lists no such pair, or only
    /// an extract of it is at hand. Allocates nothing.</summary>
    public static NdcCodeRecord? Released(ReferenceTables tables, Ndc11 ndc, DateOnly day, HcpcsCode code)
    {
        foreach (ref readonly var row in tables.Image.Rows<NdcCodeRecord>().Of(TableKey.Of(ndc)))
            if (row.Code == code && row.Days.Include(day)) return IsComplete(tables.Coverage, day) ? row : null;
        return null;
    }

    /// <summary>The row of an NDC and a code in the quarter nearest to a day: what a container holds in units of the
    /// code does not change; null where no quarter lists the pair. Allocates nothing.</summary>
    public static NdcCodeRecord? Nearest(ReferenceTables tables, Ndc11 ndc, DateOnly day, HcpcsCode code)
    {
        NdcCodeRecord? nearest = null;
        foreach (ref readonly var row in tables.Image.Rows<NdcCodeRecord>().Of(TableKey.Of(ndc)))
        {
            if (row.Code != code) continue;
            if (row.Days.Include(day)) return row;
            if (nearest is null || row.Days.First <= day.DayNumber) nearest = row;
        }
        return nearest;
    }

    private static bool IsComplete(Coverage coverage, DateOnly day) =>
        coverage.Of(Dataset.NdcCrosswalk, day) is CoverageKind.Complete
        || coverage.Of(Dataset.AwpCrosswalk, day) is CoverageKind.Complete
        || coverage.Of(Dataset.OppsCrosswalk, day) is CoverageKind.Complete;

    private static bool Has(ReadOnlySpan<CrosswalkCode> codes, HcpcsCode code)
    {
        foreach (ref readonly var one in codes)
            if (one.Code == code) return true;
        return false;
    }

    /// <summary>Whether a setting and a route may bill a code of an NDC; an unclassified code is none of its own.
    /// </summary>
    public static bool Fits(ReferenceTables tables, HcpcsCode code, DateOnly day, Setting setting, string? route)
    {
        if (tables.CatchAll(code) is { Kind: not CatchAllKind.Named }) return false;
        return tables.Code(code, day) switch
        {
            CodeStatus.Found known => SpecificCodes.Fits(known.Product, known.Row, setting, route),
            CodeStatus.NotCovered => code.Series is not 'S'
                && (code.Series is not 'C' || setting is Setting.Opps or Setting.Asc),
            // The crosswalk and the dates of the code disagree: nothing is said.
            _ => false,
        };
    }

    // The quarter before the day where there is one, else the first one after it.
    private static List<CrosswalkCode> OfOtherQuarter(
        ReferenceTables tables, ReadOnlySpan<NdcCodeRecord> rows, DateOnly day)
    {
        DateOnly? nearest = null;
        foreach (ref readonly var row in rows)
            if (row.Days.To is { } to && to < day && !(to < nearest)) nearest = to;
        if (nearest is null)
        {
            foreach (ref readonly var row in rows)
                if (row.Days.From is { } from && from > day && !(from > nearest)) nearest = from;
        }
        var found = new List<CrosswalkCode>(1);
        foreach (ref readonly var row in rows)
            if (nearest is { } that && row.Days.Include(that) && tables.Code(row.Code, day) is CodeStatus.Found
                && !found.Exists(Same(row.Code)))
                found.Add(new(row, NdcEvidence.OtherQuarter));
        return found;
    }

    private static Predicate<CrosswalkCode> Same(HcpcsCode code) => other => other.Code == code;
}
