using System.Globalization;
using System.Text.Json;
using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.App.RunCases;

/// <summary>The cases of NDC spelling, code choice and code timelines.</summary>
internal static class CodingCases
{
    public static CaseResult Ndc(JsonElement one)
    {
        var (input, expected) = (one.GetProperty("input"), one.GetProperty("expected"));
        var read = NdcText.Read(Text(input, "value"));
        if (Text(input, "target") == "12-digit")
        {
            var want12 = Text(expected, "ndc12");
            // A 5-4-2 or label form becomes 6-4-2 by zeros in front of labeler and product.
            return Compare(want12, read.TwelveDigits);
        }
        if (expected.GetProperty("ok").GetBoolean())
            return Compare($"{Text(expected, "ndc11")} {Text(expected, "ndc11Hyphen")}",
                read.Ndc is { } ndc ? $"{ndc.Digits} {ndc.Hyphenated}" : read.Defect.ToString());
        var error = read.Defect switch
        {
            NdcDefect.AmbiguousTenDigits => "ambiguous-10-digit",
            NdcDefect.BadSegments => "bad-segments",
            NdcDefect.NoElevenDigitForm => "no-11-digit-form",
            NdcDefect.Letters => "letters",
            NdcDefect.Placeholder => "placeholder",
            NdcDefect.WrongLength => "wrong-length",
            _ => "none",
        };
        var want = Text(expected, "error");
        if (expected.TryGetProperty("candidates", out var candidates))
        {
            want += " " + string.Join(' ', candidates.EnumerateArray().Select(c => c.GetString()));
            error += " " + string.Join(' ', read.Candidates);
        }
        return Compare(want, error);
    }

    public static CaseResult Noc(JsonElement one, ReferenceTables tables)
    {
        var (input, expected) = (one.GetProperty("input"), one.GetProperty("expected"));
        var day = DateOnly.ParseExact(Text(input, "date"), "yyyy-MM-dd");
        var setting = Setting(Text(input, "setting"));
        var specific = HcpcsCode.TryParse(Text(input, "specificCode"), out var named) ? named : default;
        if (specific.IsNone && Text(input, "ingredient") is { Length: > 0 } ingredient
            && tables.FindProduct(ingredient) is { IsNone: false } match)
        {
            var own = match.Products.SelectMany(product => SpecificCodes.Find(product, day, setting)).ToList();
            if (own.Count > 0) specific = SpecificCodes.For(own)[0].Row.Code;
        }
        var choice = UnclassifiedChoice.Choose(new()
        {
            Day = day,
            Setting = setting,
            IsMedicare = Text(input, "payer").StartsWith("medicare", StringComparison.Ordinal),
            SpecificCode = specific,
            Pathway = Text(input, "pathway"),
            Class = Text(input, "drugClass"),
            Route = Text(input, "route"),
            IsAntineoplastic = Flag(input, "antineoplastic"),
            IsCompounded = Flag(input, "compounded"),
            Approved = Text(input, "approvalDate") is { Length: > 0 } approved
                ? DateOnly.ParseExact(approved, "yyyy-MM-dd") : null,
            IsForEsrd = Flag(input, "forEsrd"),
            IsWithin48HoursOfChemotherapy = Flag(input, "within48hChemo"),
            IsPet = Flag(input, "pet"),
            IsTumor = Flag(input, "tumor"),
        });
        return CompareCode(expected, input, choice.Code, specific, setting);
    }

    public static CaseResult Timeline(JsonElement one, ReferenceTables tables)
    {
        var (input, expected) = (one.GetProperty("input"), one.GetProperty("expected"));
        var day = DateOnly.ParseExact(Text(input, "date"), "yyyy-MM-dd");
        var setting = Setting(Text(input, "setting"));
        var match = tables.FindProduct(Text(input, "drug"));
        if (match.IsNone) return new(CaseOutcome.Fail, Text(expected, "code"), "drug not found");
        var codings = match.Products.Select(product => DrugCodes.Of(product, day, setting, isMedicare: true)).ToList();
        var actual = codings.SelectMany(coding => coding.Own).Select(code => code.Row.Code).Distinct().ToList();
        if (actual.Count == 0) actual = [codings[0].Code];
        var result = Compare(Text(expected, "code"), string.Join('/', actual));
        if (result.Outcome is CaseOutcome.Fail) return result;
        if (Text(input, "billedCode") is not { Length: > 0 } billed) return new(CaseOutcome.Pass);
        var code = HcpcsCode.Of(billed);
        var finding = actual.Contains(code) ? "none"
            : CodeValidity.On(tables, code, day, setting, isMedicare: true) is CodeValidity.Ended ? "deleted-code"
            : match.Products[0].Codes.Any(row => row.Code == code) ? "other-date" : "wrong-product-code";
        return Compare(Text(expected, "finding"), finding);
    }

    public static CaseResult Units(JsonElement one, ReferenceTables tables)
    {
        var (input, expected) = (one.GetProperty("input"), one.GetProperty("expected"));
        if (expected.TryGetProperty("ndcQuantity", out var quantity))
            return Compare($"{expected.GetProperty("hcpcsUnits")} {Text(expected, "ndcQualifier")}{quantity}",
                QuantityOf(input));
        var dose = new Amount(decimal.Parse(Text(input, "doseMg"), CultureInfo.InvariantCulture), "MG");
        var day = DateOnly.ParseExact(Text(input, "date"), "yyyy-MM-dd");
        var match = tables.FindProduct(Text(input, "drug"));
        if (match.IsNone) return new(CaseOutcome.Fail, Text(expected, "code"), "drug not found");
        var codes = SpecificCodes.Find(match.Products[0], day, Setting(Text(input, "setting")), dose);
        return Compare($"{Text(expected, "code")} {expected.GetProperty("hcpcsUnits")}",
            string.Join('/', codes.Select(code => $"{code.Row.Code} {code.Units:0}")));
    }

    // Units of the code, then unit and quantity of the NDC, by form and strength.
    private static string QuantityOf(JsonElement input)
    {
        var measure = NdcMeasure.Of(Text(input, "form"));
        var dose = Number(input, "doseGram") is { } grams ? new Amount(grams, "G")
            : Number(input, "doseIu") is { } activity ? new Amount(activity, "IU")
            : new Amount(Number(input, "doseMg") ?? 0, "MG");
        var perOne = Number(input, "strengthMgPerMl") ?? Number(input, "strengthMgPerVial") ?? Number(input, "vialMg");
        var quantity = measure.Unit is NdcUnit.Gram ? NdcUnits.QuantityOf(dose, new(1, "G"))
            : Number(input, "doseCount") is { } count ? count
            : perOne is { } strength ? NdcUnits.QuantityOf(dose, new(strength, "MG")) : null;
        var units = Number(input, "hcpcsUnitMg") is { } unit ? SpecificCodes.UnitsOf(new Amount(unit, "MG"), dose) : 1;
        return string.Create(CultureInfo.InvariantCulture, $"{units:0} {measure.Code}{quantity:0.###}");
    }

    private static decimal? Number(JsonElement input, string name) =>
        Text(input, name) is { Length: > 0 } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    private static CaseResult CompareCode(
        JsonElement expected, JsonElement input, HcpcsCode actual, HcpcsCode specific, Setting setting)
    {
        var code = Text(expected, "code");
        if (!code.Split('/').Contains(actual.Value)) return new(CaseOutcome.Fail, code, actual.Value);
        if (Text(expected, "finding") is not { Length: > 0 } finding) return new(CaseOutcome.Pass);
        var billed = HcpcsCode.Of(Text(input, "billedCode"));
        var found = billed == actual ? "none"
            : !specific.IsNone ? "noc-billed-when-specific-exists"
            : billed.Value == "C9399" && setting is not (Coding.Setting.Opps or Coding.Setting.Asc)
                ? "wrong-noc-for-setting" : "wrong-noc-code";
        return Compare(finding, found);
    }

    internal static Setting Setting(string word) => word switch
    {
        "opps" => Coding.Setting.Opps,
        "asc" => Coding.Setting.Asc,
        "esrd" => Coding.Setting.Esrd,
        "dme" => Coding.Setting.Dme,
        "pharmacy" => Coding.Setting.Pharmacy,
        _ => Coding.Setting.Office,
    };

    internal static CaseResult Compare(string expected, string actual) =>
        expected == actual ? new(CaseOutcome.Pass) : new(CaseOutcome.Fail, expected, actual);

    internal static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()!
            : "";

    private static bool Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;
}
