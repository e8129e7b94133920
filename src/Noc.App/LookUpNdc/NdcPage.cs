using System.Globalization;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.App.LookUpNdc;

/// <summary>The answers for people, in 80 columns.</summary>
internal static class NdcPage
{
    private const int MostOtherQuarters = 4;

    public static string Write(IReadOnlyList<NdcAnswer> answers, DateOnly day, ReferenceTables tables, bool isColored)
    {
        var page = new Paragraphs(isColored);
        foreach (var answer in answers)
        {
            if (answer is { Code: { } code, Facts: { } facts }) Known(page, answer, code, facts);
            else Refused(page, answer);
            page.Gap();
        }
        page.Plain($"Noc {NocVersion.Text}, tables {tables.Version}, for {day:yyyy-MM-dd}.", 0);
        if (tables.Notice is { } notice) page.Plain(notice, 0);
        return page.ToString();
    }

    private static void Refused(Paragraphs page, NdcAnswer answer)
    {
        page.Head($"{answer.Text}  refused");
        page.Plain(answer.Spelling);
        foreach (var option in answer.Candidates)
            page.Plain($"{option.Hyphenated} {(option.IsKnown ? option.Name.Length > 0 ? option.Name : "known"
                : "not in the tables")}", 4);
        Label(page, answer.Label, answer.Spelling);
    }

    private static void Known(Paragraphs page, NdcAnswer answer, NdcDigits code, NdcCard facts)
    {
        page.Head($"{code.Hyphenated}  {(facts.Name.Length > 0 ? facts.Name : "drug not in the tables")}");
        page.Add("On claims", $"N4 {code.Ndc}");
        page.Add("Read from", $"{answer.Text}: {answer.Spelling}.");
        Label(page, answer.Label, "");
        page.Add("Segments", $"labeler {code.Labeler}, product {code.Product}, package {code.Package}; as twelve "
            + $"digits {code.TwelveDigits}");
        if (facts.Labelers.Count < 2) page.Add("Labeler", facts.Labeler);
        else
            for (var i = 0; i < facts.Labelers.Count; i++)
                page.Add(i == 0 ? "Labeler" : "", $"{facts.Labelers[i].Name} ({facts.Labelers[i].Source}"
                    + (facts.Labelers[i].AsOf is { } day ? $" as of {day:yyyy-MM-dd})" : ")"));
        page.Add("Drug", string.Join("; ", new[] { facts.Form, facts.Routes, facts.Strength, facts.Application }
            .Where(text => text.Length > 0)));
        page.Add("Package", facts.PackageText);
        page.Add("", facts.RoleText);
        foreach (var component in facts.Components) page.Add("", component);
        if (facts.IsSample) page.Add("", "ERROR: a sample. Nobody may bill it.");
        page.Add("Directory", Directory(facts));
        page.Add("Market", facts.Market.Text);
        page.Add("Unit", facts.Measure.Text);
        Codes(page, facts);
        foreach (var price in facts.NocPrices) page.Add("NOC price", Price(price));
        page.Add("Medicaid", facts.RebateText);
        page.Add("Sources", string.Join("; ", facts.Sources));
    }

    private static string Directory(NdcCard facts) => facts.Listing switch
    {
        "product" => "Has the product, but not this package.",
        "price-file" => "Not in the FDA directory at hand; files of CMS name it.",
        "not-listed" => "ERROR: not in the FDA directory, which is complete for the day.",
        "not-covered" => "Not in the tables, which do not hold every NDC. `noc data import` of the FDA directory "
            + "(ndctext.zip) tells more.",
        _ => "",
    };

    private static void Codes(Paragraphs page, NdcCard facts)
    {
        page.Add("Codes", facts.CodesText.Length > 0 ? facts.CodesText : One(facts.Codes[0]));
        if (facts.CodesText.Length > 0) foreach (var code in facts.Codes) page.Add("", One(code));
        if (facts.Codes.Count > 0) return;
        foreach (var code in facts.OtherQuarters.TakeLast(MostOtherQuarters))
            page.Add("", $"In {code.From:yyyy-MM-dd}..{code.To:yyyy-MM-dd}: {One(code)}");
    }

    // What is said of the outer package stands behind what is true of the item at hand.
    private static string One(NdcCodeCard code)
    {
        var head = $"{code.Code} per {code.Dosage}";
        if (!code.IsBorrowed) return head + (code.Arithmetic.Length > 0 ? $": {code.Arithmetic}" : "");
        var parts = code.Arithmetic.Split("; ", 2);
        var outer = Ndc11.TryParse(code.ListedNdc, out var listed) ? listed.Hyphenated : code.ListedNdc;
        return head + (parts[0].Length > 0 ? $": {parts[0]}" : "") + $" (borrowed: listed for the outer package {outer}"
            + (parts.Length > 1 ? $", {parts[1]})" : ")");
    }

    private static string Price(NdcPriceCard price) => price.LimitUsd is not { } limit
        ? $"{price.Name}: not in the pricing file of the quarter."
        : string.Create(CultureInfo.InvariantCulture, $"{price.Name}: ${limit:0.000} per {price.Dosage}")
            + (price.ItemUsd is { } item ? string.Create(CultureInfo.InvariantCulture, $", ${item:0.00} an item") : "")
            + (price.PackageUsd is { } all ? string.Create(CultureInfo.InvariantCulture, $", ${all:0.00} a package.")
                : ".");

    // What is wrong with the label can be why there is no answer: it is said once.
    private static void Label(Paragraphs page, NdcLabel? label, string said)
    {
        if (label is null) return;
        page.Add("Barcode", label.Gtin.Length > 0
            ? $"GTIN {label.Gtin}, {(label.Level is 0 ? "the item" : $"packing level {label.Level}")}" : "");
        page.Add("Lot", label.Lot);
        page.Add("Expiry", label.Expiry is { } day ? $"{day:yyyy-MM-dd}" : "");
        page.Add("Serial", label.Serial);
        if (label.Problem is { } problem && problem != said) page.Add("", problem);
    }
}
