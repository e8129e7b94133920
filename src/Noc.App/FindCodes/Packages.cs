using Noc.Drugs;
using Noc.Tables;

namespace Noc.App.FindCodes;

/// <summary>Packages that are billed with a code.</summary>
internal static class Packages
{
    private const int Shown = 8;

    /// <summary>The packages of a code on the day, or of the last quarter before it; null where none is known.
    /// </summary>
    /// <param name="facts">The tables.</param>
    /// <param name="code">The code.</param>
    /// <param name="first">A package that comes first; <c>default</c> for none.</param>
    public static CardSection? Of(CardFacts facts, HcpcsCode code, Ndc11 first = default)
    {
        var rows = facts.Tables.Image.Rows<CodeNdcRecord>().Of(TableKey.Of(code));
        if (rows.Length == 0) return null;
        var day = LastDay(facts, rows);
        var packages = At(facts, rows, code, day);
        var when = day == facts.Day ? "" : $", as of {day:yyyy-MM-dd}";
        if (facts.Tables.Coverage.Of(Dataset.NdcCrosswalk, day) is CoverageKind.Partial)
        {
            // An extract leaves packages out: it adds to the last complete crosswalk, and does not stand for it.
            var extract = $"an extract of {CalendarQuarter.Words(day)}";
            when = $", all in {extract}";
            if (LastComplete(facts, day) is { } complete && At(facts, rows, code, complete) is { Count: > 0 } listed)
            {
                var more = packages.FindAll(one => !listed.Exists(other => other.Ndc == one.Ndc));
                when = $": {listed.Count} in {CalendarQuarter.Words(complete)}, {packages.Count} in {extract}";
                packages = [.. listed, .. more];
            }
        }
        if (packages.Count == 0) return null;
        List<Statement> all = [.. packages.OrderByDescending(one => one.Ndc == first && !first.IsNone)
            .ThenBy(one => one.Ndc.Digits, StringComparer.Ordinal).Select(one => one.Statement)];
        return new("ndcs", $"NDCs billed with {code} ({all.Count}{when})", all) { TextLimit = Shown };
    }

    private static List<(Ndc11 Ndc, Statement Statement)> At(
        CardFacts facts, ReadOnlySpan<CodeNdcRecord> rows, HcpcsCode code, DateOnly day)
    {
        var found = new List<(Ndc11 Ndc, Statement Statement)>();
        foreach (ref readonly var row in rows)
        {
            var ndc = row.Ndc;
            if (row.Days.Include(day) && !found.Exists(one => one.Ndc == ndc)
                && Describe(facts, ndc, code, day) is { } statement) found.Add((ndc, statement));
        }
        return found;
    }

    // The last day of a complete crosswalk before a day; null where there is none.
    private static DateOnly? LastComplete(CardFacts facts, DateOnly before)
    {
        DateOnly? last = null;
        foreach (ref readonly var loaded in
            facts.Tables.Image.Rows<LoadedRecord>().Of((ulong)Dataset.NdcCrosswalk))
            if (loaded is { Kind: LoadedKind.Complete, Days.To: { } to } && to < before && !(to < last)) last = to;
        return last;
    }

    /// <summary>Says that Medicare's crosswalks list no package; null where no complete one is loaded.</summary>
    public static CardSection? None(CardFacts facts, HcpcsCode code) => facts.Without(Dataset.NdcCrosswalk, "ndcs",
        $"NDCs billed with {code}", "Medicare's crosswalks list no NDC with the code");

    private static DateOnly LastDay(CardFacts facts, ReadOnlySpan<CodeNdcRecord> rows)
    {
        DateOnly? last = null;
        foreach (ref readonly var row in rows)
        {
            if (row.Days.Include(facts.Day)) return facts.Day;
            if (row.Days.To is { } to && to < facts.Day && (last is null || to > last)) last = to;
        }
        return last ?? facts.Day;
    }

    private static Statement? Describe(CardFacts facts, Ndc11 ndc, HcpcsCode code, DateOnly day)
    {
        var image = facts.Tables.Image;
        foreach (ref readonly var row in image.Rows<NdcCodeRecord>().Of(TableKey.Of(ndc)))
        {
            if (row.Code != code || !row.Days.Include(day)) continue;
            var text = image.Text(row.DrugName);
            if (row.PackageQuantity.Value is { } items) text += $", {Items(items)}";
            if (row.UnitsPerPackage.Value is { } units)
                text += FormattableString.Invariant($", {units:0.###} units a package");
            var packages = image.Rows<NdcPackageRecord>().Of(TableKey.Of(ndc));
            if (packages.Length > 0 && packages[^1].Days.To < facts.Day)
                text += $"; not marketed since {packages[^1].Days.To:yyyy-MM-dd}";
            return new(ndc.Hyphenated, $"{text}.", facts.File(Dataset.NdcCrosswalk, day));
        }
        return null;
    }

    private static string Items(decimal items) =>
        items == 1 ? "1 item" : FormattableString.Invariant($"{items:0.###} items");
}
