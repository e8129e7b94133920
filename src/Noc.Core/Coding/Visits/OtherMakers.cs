using Noc.Drugs;
using Noc.Encounters;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Asks whose product was given where the code for most makers was taken by name alone, and products of single
/// makers have codes of their own.</summary>
/// <remarks>Source: coding guide A1: since 2023 CMS gives products that are not therapeutically equivalent a code of
/// their maker; labeler, NDC and date tell which code holds, not the name.</remarks>
internal static class OtherMakers
{
    /// <summary>Tells the other codes. They hold the visit up where a maker has one; a brand would have been named.
    /// </summary>
    public static void Tell(VisitFacts visit, DoseToBill dose, HcpcsCode code, Product? product, ProductFacts? told)
    {
        if (product is null || !dose.Ndc.IsNone || told is { Labeler.Length: > 0 }
            || Names(product.Brands, dose.First.Drug)) return;
        var codes = SpecificCodes.Find(product, dose.Day, visit.Setting, dose.Dose, dose.Route);
        if (codes.Find(one => one.Row.Code == code) is not { Row: { IsForOneLabel: false } own }) return;
        var others = codes.FindAll(one => one.Row.IsForOneLabel && one.Row.Use == own.Use
            && one.Row.Code != code);
        if (others.Count == 0) return;
        visit.Missing($"{dose.First.Pointer}/ndc", "code", $"{dose.First.Drug} is {code} of most makers, and "
            + $"{string.Join(", ", others.Select(one => $"{one.Row.Code} of {one.Row.Label}"))}; {code} is taken. The "
            + "NDC on the container, or the labeler, decides.", "pharmacy",
            others.Exists(one => !one.Row.Labels.Any(label => Names(product.Brands, label))));
    }

    private static bool Names(IReadOnlyList<string> brands, string text)
    {
        foreach (var brand in brands)
            if (text.Contains(brand, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
