using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Finds drugs that left an unclassified code.</summary>
/// <remarks>Sources: the drug timeline of the seed; CMS, crosswalks and HCPCS files as loaded.</remarks>
public static class NewCodes
{
    private const int MonthsToLoad = 6;

    /// <summary>Whether a plan may not have loaded a code yet: other payers than Medicare, in its first months.
    /// </summary>
    /// <param name="policy">The payer.</param>
    /// <param name="from">First day of the code; null where not known, which counts as loaded.</param>
    /// <param name="day">Day of service.</param>
    public static bool MayNotBeLoaded(PayerPolicy policy, DateOnly? from, DateOnly day) =>
        !policy.IsMedicare && day < from?.AddMonths(MonthsToLoad);

    /// <summary>Drugs whose own code starts on or after a day, by first day and code.</summary>
    public static IReadOnlyList<NewCode> Since(ReferenceTables tables, DateOnly since)
    {
        var found = new List<NewCode>();
        foreach (var product in tables.Products)
        {
            if (product.IsCompounded) continue;
            foreach (var row in product.Codes)
            {
                if (row.From is not { } first || first < since || row.Code.Series == 'S') continue;
                var before = Before(product, row, first.AddDays(-1));
                if (before.Exists(old => old.IsUnclassified))
                    found.Add(new(product, row, before, NdcsOf(tables, row.Code, first)));
            }
        }
        return [.. found.OrderBy(code => code.First).ThenBy(code => code.Row.Code)
            .ThenBy(code => code.Product.Id, StringComparer.Ordinal)];
    }

    /// <summary>Packages that went from a price by name to a code, by first day.</summary>
    public static IReadOnlyList<NewNdcCode> ByNdc(ReferenceTables tables, DateOnly since)
    {
        var image = tables.Image;
        var found = new SortedDictionary<(DateOnly, string, string), NewNdcCode>();
        foreach (ref readonly var noc in image.Rows<NocNdcRecord>().All)
        {
            if (noc.Ndc.IsNone) continue;
            foreach (ref readonly var row in image.Rows<NdcCodeRecord>().Of(TableKey.Of(noc.Ndc)))
                if (row.Days.From is { } first && first >= since && first > noc.Days.From)
                    found.TryAdd((first, row.Code.Value, noc.Ndc.Digits), new(noc.Ndc, image.Text(noc.GenericName),
                        row.Code, image.Text(row.DosageText), first));
        }
        return [.. found.Values];
    }

    /// <summary>Drug codes that start on or after a day and stand for no drug of our list, by first day.</summary>
    public static IReadOnlyList<UnknownNewCode> Unknown(ReferenceTables tables, DateOnly since)
    {
        var found = new SortedDictionary<(DateOnly, string), UnknownNewCode>();
        foreach (ref readonly var row in tables.Image.Rows<CodeRecord>().All)
            if (row.Valid.From is { } first && first >= since && IsDrugSeries(row.Code)
                && !tables.IsProductCode(row.Code) && tables.CatchAll(row.Code) is null)
                found[(first, row.Code.Value)] = new(row.Code, first, tables.Image.Text(row.ShortText));
        return [.. found.Values];
    }

    /// <summary>Drugs approved on or after a day that clinics give and that have no code of their own in the office,
    /// by approval; swallowed and self-given drugs are left out.</summary>
    public static IReadOnlyList<Product> Without(ReferenceTables tables, DateOnly day, DateOnly approvedSince) =>
        [.. AllWithout(tables, day).Where(product => product.Approved >= approvedSince && IsGivenByClinics(product))
            .OrderBy(product => product.Approved).ThenBy(product => product.Id, StringComparer.Ordinal)];

    /// <summary>All drugs that have no code of their own in the office on a day, nor get one later; those approved
    /// after the day left out.</summary>
    public static IReadOnlyList<Product> AllWithout(ReferenceTables tables, DateOnly day) =>
        [.. tables.Products.Where(product => !(product.Approved > day) && !product.IsCompounded
            && !product.Fallback.IsNone && SpecificCodes.Find(product, day, Setting.Office).Count == 0
            && !product.Codes.Any(row => row.From > day && !row.IsOutpatientOnly))];

    /// <summary>False for what patients swallow or give themselves.</summary>
    public static bool IsGivenByClinics(Product product) => !product.IsOral && product.IsSelfAdministered is not true;

    /// <summary>The quarters in which a code can be expected after an approval.</summary>
    /// <param name="approved">Day of the approval.</param>
    /// <returns>First days: the earliest by the cycle of applications (two quarters on), and the quarter in which most
    /// drugs got theirs (three on).</returns>
    /// <remarks>Source: coding guide H: an application of quarter n is decided in n+1 and counts from n+2.</remarks>
    public static (DateOnly Earliest, DateOnly Usual) Expected(DateOnly approved)
    {
        var quarter = CalendarQuarter.FirstDay(approved);
        return (quarter.AddMonths(6), quarter.AddMonths(9));
    }

    private static List<OldCoding> Before(Product product, ProductCode row, DateOnly day)
    {
        var before = new List<OldCoding>(2);
        Setting[] settings = row.Use switch
        {
            CodeUse.Esrd => [Setting.Esrd],
            CodeUse.Dme or CodeUse.InhaledDme => [Setting.Dme],
            _ => [Setting.Office, Setting.Opps],
        };
        foreach (var setting in settings)
        {
            if (!SpecificCodes.Fits(product, row, setting, null)) continue;
            var own = SpecificCodes.Find(product, day, setting).FindAll(code => IsFor(code.Row, row));
            if (own.Count == 0)
            {
                var old = UnclassifiedChoice.Choose(DrugFacts.Of(product, day, setting, isMedicare: true)).Code;
                if (old.IsNone) old = product.Fallback;
                if (!old.IsNone) before.Add(new(setting, old, null));
            }
            else if (own.Find(code => code.Row.To == day) is { } ended)
                before.Add(new(setting, ended.Row.Code, ended.Row));
        }
        return before;
    }

    // A code for another maker was no code for this one.
    private static bool IsFor(ProductCode old, ProductCode next) => !old.IsForOneLabel || (next.IsForOneLabel
        && old.Labels.Any(label => next.Labels.Contains(label, StringComparer.OrdinalIgnoreCase)));

    private static List<Ndc11> NdcsOf(ReferenceTables tables, HcpcsCode code, DateOnly first)
    {
        var ndcs = new List<Ndc11>();
        foreach (ref readonly var row in tables.Image.Rows<CodeNdcRecord>().Of(TableKey.Of(code)))
            if ((row.Days.To is not { } last || last >= first) && !ndcs.Contains(row.Ndc)) ndcs.Add(row.Ndc);
        ndcs.Sort((one, other) => one.PlusOne.CompareTo(other.PlusOne));
        return ndcs;
    }

    // J without the equipment codes behind J9999, biosimilars and others under Q, pass-through under C9.
    private static bool IsDrugSeries(HcpcsCode code) => code.Value switch
    {
        ['J', ..] => true,
        ['C', '9', ..] => true,
        ['Q', '0' or '2' or '5', ..] => true,
        _ => false,
    };
}
