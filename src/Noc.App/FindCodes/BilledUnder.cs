using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.App.FindCodes;

/// <summary>Drugs that go by a code on the day, and since when.</summary>
internal static class BilledUnder
{
    private const int Shown = 12;

    /// <summary>The drugs of a code; null where it is no drug code or none is known.</summary>
    public static CardSection? Of(
        CardFacts facts, HcpcsCode code, UnclassifiedCode? catchAll, IReadOnlyList<Product> products)
    {
        if (catchAll is { Kind: CatchAllKind.Unclassified }) return WithoutCode(facts, code, catchAll);
        if (products.Count == 0) return null;
        List<Statement> all = [.. products.SelectMany(product => product.Codes.Where(row => row.Code == code)
            .Select(row => new Statement(product.NameUnder(row), Since(row), facts.Seed("product-codes.csv", "product",
                product.Id)) { Confidence = row.Confidence }))];
        return new("drugs", $"Drugs ({all.Count})", all) { TextLimit = Shown };
    }

    private static Source Products { get; } = new("Noc seed", "products.csv", Read: new(2026, 11, 1));

    private static CardSection None(CardFacts facts, string text, IReadOnlyList<Source> sources) =>
        new("drugs", $"Drugs billed under it on {facts.Day:yyyy-MM-dd}", [new("", text, sources)]);

    private static string Since(ProductCode row) =>
        (row.From is { } from ? $"since {from:yyyy-MM-dd}" : "since before the tables begin")
        + (row.To is { } to ? $" until {to:yyyy-MM-dd}" : "") + (row.Label.Length > 0 ? $"; for {row.Label}" : "");

    private static CardSection? WithoutCode(CardFacts facts, HcpcsCode code, UnclassifiedCode catchAll)
    {
        var setting = code.Value switch
        {
            "C9399" => Setting.Opps,
            "J3591" => Setting.Esrd,
            "J7699" or "J7799" => Setting.Dme,
            _ => Setting.Office,
        };
        if (!catchAll.IsValidOn(facts.Day))
            return None(facts, $"None: the code is not valid on {facts.Day:yyyy-MM-dd}.", facts.Seed(
                "unclassified-codes.csv", "code", code.Value));
        if (setting is Setting.Esrd or Setting.Dme)
            return None(facts, "Not known: our list of drugs does not say which ones "
                + (setting is Setting.Esrd ? "dialysis facilities give." : "suppliers of equipment dispense."),
                [Products]);
        var found = new List<(DateOnly? Since, Product Product)>();
        foreach (var product in facts.Tables.Products)
        {
            if (product.Fallback.IsNone || product.Approved > facts.Day) continue;
            if (facts.Coding(product, setting).Unclassified.Code == code)
                found.Add((FirstDay(product, facts.Day, catchAll), product));
        }
        if (found.Count == 0)
            return None(facts, "None known: each drug on our list has a code of its own, or goes by another one.",
                [Products]);
        List<Statement> all = [.. found.OrderByDescending(one => one.Since ?? DateOnly.MinValue)
            .ThenBy(one => one.Product.DisplayName, StringComparer.OrdinalIgnoreCase)
            .Select(one => Told(facts, one.Product, one.Since))];
        return new("drugs", $"Drugs billed under it on {facts.Day:yyyy-MM-dd} ({all.Count} known)", all)
        {
            TextLimit = Shown,
        };
    }

    private static Statement Told(CardFacts facts, Product product, DateOnly? since)
    {
        var (text, confidence) = (since is null ? "first day not known" : $"since {since:yyyy-MM-dd}",
            product.Confidence);
        if (since == product.Approved && since is not null) text += ", its approval";
        if (since is { } day && product.Codes.FirstOrDefault(row => row.To == day.AddDays(-1)) is { } ended)
        {
            text += $", when {ended.Code} had ended";
            if (facts.IsEndInferred(ended.Code, ended.To!.Value))
                (text, confidence) = ($"{text} as far as the hospital lists tell", Confidence.Low);
        }
        return new(product.DisplayName, text, Products) { Confidence = confidence };
    }

    // The day behind its last own code, or its approval; never before the code itself.
    private static DateOnly? FirstDay(Product product, DateOnly day, UnclassifiedCode code)
    {
        DateOnly? since = product.Approved;
        foreach (var row in product.Codes)
            if (row.To < day && (since is null || row.To >= since)) since = row.To.Value.AddDays(1);
        return since is { } known && known < code.From ? code.From : since;
    }
}
