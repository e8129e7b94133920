using System.Globalization;
using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.App.LookUpNdc;

/// <summary>Sentences for what the look-up found.</summary>
internal static class NdcWords
{
    /// <summary>How a text is spelled, or why it is refused and what to do.</summary>
    public static string Spelling(NdcReading read)
    {
        if (read.Label is { Defect: not Gs1Defect.None } label && read.Ndc is null) return Of(label.Defect);
        var settled = read.Candidates.Count(candidate => candidate.IsKnown);
        return read.Spelling.Defect switch
        {
            NdcDefect.None => "eleven digits, as claims carry them",
            NdcDefect.Separators => "eleven digits with hyphens or blanks; claims carry the digits alone",
            NdcDefect.Prefix => "with N4 in front; a claim has N4 in a field of its own",
            NdcDefect.LabelForm => "label form: the short segment gets a zero on its left",
            NdcDefect.TwelveDigits => "twelve digits (6-4-2): the leading zero of the labeler is dropped",
            NdcDefect.AmbiguousTenDigits when read.IsResolved =>
                "ten digits without hyphens: of the three codes they may mean, the tables know one",
            NdcDefect.AmbiguousTenDigits when settled > 1 =>
                "Ten digits without hyphens, and the tables know more than one of the codes they may mean. Type the "
                + "hyphens as on the label.",
            NdcDefect.AmbiguousTenDigits =>
                "Ten digits without hyphens may mean three codes, and the tables know none of them. Type the hyphens "
                + "as on the label.",
            NdcDefect.ProductOnly => "This names labeler and product, not the package. A claim needs the package code: "
                + "the last digits on the container used.",
            // The number system of drugs in barcodes is 3; the last digit is a check on the others.
            NdcDefect.NoElevenDigitForm when read.Text.AsSpan().Trim() is ['3', ..] digits
                && digits.IndexOfAnyExceptInRange('0', '9') < 0 =>
                "Twelve digits with 3 in front are as a rule the barcode of a drug (UPC), but the last digit does not "
                + "fit the others: it was misread. Scan it again, or type the NDC of the label. No labeler has six "
                + "digits yet.",
            NdcDefect.NoElevenDigitForm => "A six-digit labeler has no eleven-digit form yet. Ask the payer which form "
                + "it takes.",
            NdcDefect.BadSegments when read.IsResolved =>
                "eleven digits with a hyphen at an unusual place; the tables know the code",
            NdcDefect.BadSegments => "The segments fit no form of an NDC (4-4-2, 5-3-2, 5-4-1, 5-4-2 or 6-4-2). Type "
                + "it as on the label.",
            NdcDefect.Letters => "An NDC has digits only. Type it as on the label.",
            NdcDefect.Placeholder => "This is a placeholder, not the NDC of a product.",
            NdcDefect.Missing => "There is no NDC in it.",
            _ => "An NDC has ten, eleven or twelve digits.",
        };
    }

    /// <summary>What a number that is no NDC stands for in the crosswalk; empty where it is not listed.</summary>
    public static string ProductNumber(ReferenceTables tables, string text, DateOnly day)
    {
        var rows = ProductNumbers.Find(tables, text);
        if (rows.Count == 0) return "";
        var first = rows[^1];
        var codes = rows.GroupBy(row => row.Code).Select(group =>
        {
            var row = group.LastOrDefault(row => row.Days.Include(day), group.Last());
            var units = row.UnitsPerPackage.Value is { } number ? $" (a package is {Number(number)} units of "
                + $"{tables.Image.Text(row.DosageText)})" : "";
            return $"{row.Code}{units} in {row.Days}";
        });
        return $"The crosswalk has {tables.Image.Text(first.AlternateId)} as the product number of "
            + $"{tables.Image.Text(first.DrugName)}, {tables.Image.Text(first.Labeler)}: {string.Join("; ", codes)}. "
            + "It is no NDC: do not put it behind N4.";
    }

    public static string Of(Gs1Defect defect) => defect switch
    {
        Gs1Defect.NoGtin => "The barcode holds no product number (01). Scan the other code of the package.",
        Gs1Defect.CheckDigit => "The check digit does not fit: a digit was misread. Scan again.",
        Gs1Defect.NotNdc =>
            "The product number is not that of a drug of the United States (no 03 in front of the NDC).",
        Gs1Defect.Unreadable => "The barcode cannot be read to its end. Scan again.",
        _ => "",
    };

    /// <summary>What the container is, and what that means for the claim.</summary>
    public static string Role(NdcFacts facts)
    {
        var item = Item(facts);
        var inner = InnerCode(facts) is { } code
            ? $" The {item} has the code {code.Hyphenated}: payers want the code of the container that was used." : "";
        return facts.Role switch
        {
            NdcRole.Item when facts.Listing is NdcListing.Inside =>
                $"The {item} itself, inside the package {facts.ListedAs.Hyphenated}.",
            NdcRole.Item => $"The {item} itself.",
            NdcRole.Carton => $"The outer package of one {item}.{inner}",
            NdcRole.MultiPack =>
                $"A package of {Count(facts.Items, item)}. Bill what was used, not the package.{inner}",
            NdcRole.Kit => "A kit: one piece on the claim, whatever it holds.",
            NdcRole.Component => $"A component of the kit {facts.ListedAs.Hyphenated}. Where the kit was opened, the "
                + "kit's code is billed.",
            _ when facts.Items > 1 =>
                $"A package of {Count(facts.Items, item)}. Bill what was used, not the package.",
            _ => "",
        };
    }

    public static string Market(NdcFacts facts)
    {
        var market = facts.Market;
        var guess = market.IsUntilExact ? "" : $" (reckoned: {NdcMarket.UsualShelfLifeMonths} months; look at the "
            + "expiry on the package)";
        return market.Kind switch
        {
            NdcMarketKind.Marketed => $"Marketed on {facts.Day:yyyy-MM-dd}{Since(market)}.",
            NdcMarketKind.NotYet => $"ERROR: not marketed before {market.From:yyyy-MM-dd}. Check date and code.",
            NdcMarketKind.WithinShelfLife => $"WARNING: marketing ended {market.To:yyyy-MM-dd}; packages may be used "
                + $"until {market.Until:yyyy-MM-dd}{guess}.",
            NdcMarketKind.Ended => $"ERROR: marketing ended {market.To:yyyy-MM-dd} and packages expired by "
                + $"{market.Until:yyyy-MM-dd}{guess}.",
            NdcMarketKind.LotExpired =>
                $"ERROR: this lot expired {market.Until:yyyy-MM-dd}, before the day of service.",
            _ => "Not known: no marketing dates in the tables.",
        };
    }

    public static string Measure(NdcFacts facts)
    {
        var measure = facts.Measure;
        if (measure.Unit is NdcUnit.None) return "Not known: the form is not in the tables. Look at the label.";
        var item = facts.ItemQuantity is { } one ? $" One whole {Item(facts)} is {measure.Code}{Number(one)}." : "";
        var doubt = measure.IsCertain ? "" : " (check the label and the payer)";
        return $"{measure.Code}: {measure.Reason}{doubt}.{item}";
    }

    public static string Codes(NdcFacts facts) => (facts.Codes.Count, facts.CodesCoverage) switch
    {
        ( > 1, _) => "Several codes: by use, maker or size. Choose by what the code is for.",
        (1, _) => "",
        (_, CoverageKind.Complete) => facts.NocPrices.Count > 0
            ? "None in Medicare's crosswalk: an unclassified code, priced by name."
            : "None in Medicare's crosswalk of that quarter. It lists Part B drugs only.",
        (_, CoverageKind.Partial) => "None in the extract at hand; there may be one.",
        _ => "The crosswalk of that quarter is not loaded; nobody can tell.",
    };

    public static string Rebate(NdcFacts facts) => facts.Rebate switch
    {
        RebateStatus.Listed => "In the Medicaid rebate list on the day.",
        RebateStatus.Ended => "ERROR for Medicaid: no longer in the rebate list on the day (CARC 211).",
        RebateStatus.OtherProducts =>
            "ERROR for Medicaid: the labeler pays rebates, but not for this product (CARC 211).",
        RebateStatus.NotInProgramme => "ERROR for Medicaid: the labeler pays no rebates (CARC 211).",
        _ => "",
    };

    /// <summary>What one item is called in a sentence: vial, syringe, tablet ...</summary>
    public static string Item(NdcFacts facts)
    {
        var word = facts.Item;
        var end = word.AsSpan().IndexOf(',');
        if (end > 0) word = word[..end];
        return word.Length == 0 ? "item" : word.ToLowerInvariant();
    }

    /// <summary>The code on the item inside an outer package; null where it has none of its own.</summary>
    public static Ndc11? InnerCode(NdcFacts facts) =>
        facts.Role is NdcRole.Carton or NdcRole.MultiPack && facts.Package is { Kit: null, Parts: [{ } part] }
        && part.Levels[^1].Ndc is { } code && code != facts.Ndc ? code : null;

    public static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>An enumeration's word in JSON: <c>NotYet</c> is <c>not-yet</c>.</summary>
    public static string Kebab<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, at) => !char.IsUpper(letter) ? $"{letter}"
            : $"{(at > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}"));

    private static string Count(decimal? items, string item) => items is not { } count ? $"several {item}s"
        : $"{Number(count)} {item}{(count == 1 ? "" : item[^1] is 's' or 'x' or 'h' ? "es" : "s")}";

    private static string Since(NdcMarket market) => (market.From is { } from ? $", since {from:yyyy-MM-dd}" : "")
        + (market.To is { } to ? $", until {to:yyyy-MM-dd}" : "");
}
