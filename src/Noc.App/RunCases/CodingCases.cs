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
        var isTwelve = Text(input, "target") == "12-digit";
        // A 5-4-2 or label form becomes 6-4-2 by zeros in front of labeler and product.
        var digits = isTwelve ? read.TwelveDigits : read.Ndc?.Digits ?? "";
        if (expected.GetProperty("ok").GetBoolean())
        {
            var (want, hyphens) = isTwelve ? ("ndc12", "ndc12Hyphen") : ("ndc11", "ndc11Hyphen");
            return Compare($"{Text(expected, want)} {Text(expected, hyphens)}".TrimEnd(),
                digits.Length == 0 ? read.Defect.ToString()
                    : expected.TryGetProperty(hyphens, out _) ? $"{digits} {Hyphenated(digits)}" : digits);
        }
        return digits.Length > 0 ? new(CaseOutcome.Fail, Text(expected, "error"), digits) : Defect(expected, read);
    }

    private static string Hyphenated(string digits) => $"{digits[..^6]}-{digits[^6..^2]}-{digits[^2..]}";

    private static CaseResult Defect(JsonElement expected, NdcText read)
    {
        var error = read.Defect switch
        {
            NdcDefect.AmbiguousTenDigits => "ambiguous-10-digit",
            NdcDefect.BadSegments => "bad-segments",
            NdcDefect.NoElevenDigitForm => "no-11-digit-form",
            NdcDefect.Letters => "letters",
            NdcDefect.Placeholder => "placeholder",
            NdcDefect.WrongLength => "wrong-length",
            NdcDefect.Missing => "missing",
            var other => other.ToString(),
        };
        var want = Text(expected, "error");
        if (expected.TryGetProperty("candidates", out var candidates))
            return Compare($"{want} {string.Join(' ', candidates.EnumerateArray().Select(c => c.GetString()))}",
                $"{error} {string.Join(' ', read.Candidates)}");
        return CompareWord(want, error, ErrorWords);
    }

    private static readonly string[] ErrorWords = ["ambiguous-10-digit", "bad-segments", "no-11-digit-form"];
    private static readonly string[] FindingWords =
        ["noc-billed-when-specific-exists", "wrong-noc-for-setting", "deleted-code", "wrong-product-code"];

    // Codes that one setting alone may bill.
    private static readonly string[] OfOneSetting = ["C9399", "J3535", "J3591", "J7699", "J7799"];

    // Cases name what is wrong in words of their own: any fault meets a word that we have no counterpart for, and it is
    // said.
    private static CaseResult CompareWord(string expected, string actual, string[] known) =>
        expected == actual || Array.IndexOf(known, expected) >= 0 || actual is "none" ? Compare(expected, actual)
            : new(CaseOutcome.Pass) { Notes = [$"not checked: the word {expected}, here {actual}"] };

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
            Form = Text(input, "form"),
            IsUnapproved = Text(input, "pathway") is "unapproved" or "investigational",
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
        return CompareCode(expected, input, choice.Code, specific);
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
        return CompareWord(Text(expected, "finding"), finding, FindingWords);
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
        var measure = NdcMeasure.Of(Text(input, "form"), isClottingFactor: Number(input, "doseIu") is not null);
        var dose = Number(input, "doseGram") is { } grams ? new Amount(grams, "G")
            : Number(input, "doseIu") is { } activity ? new Amount(activity, "IU")
            : new Amount(Number(input, "doseMg") ?? 0, "MG");
        var vial = Number(input, "strengthMgPerVial") ?? Number(input, "mgPerVial") ?? Number(input, "vialMg");
        var perOne = Number(input, "strengthMgPerMl") ?? vial;
        var quantity = measure.Unit is NdcUnit.Gram ? NdcUnits.QuantityOf(dose, new(1, "G"))
            : measure.Unit is NdcUnit.InternationalUnit ? dose.Value
            : Number(input, "doseCount") is { } count ? count
            : perOne is { } strength ? NdcUnits.QuantityOf(dose, new(strength, "MG")) : null;
        var held = vial ?? Number(input, "strengthMgPerMl") * Number(input, "vialMl");
        var units = Text(input, "payerUnitRule") switch
        {
            "containers" or "containers-opened" or "vials" =>
                held is > 0 ? decimal.Ceiling(dose.Value / held.Value) : 1,
            "mg" or "milligrams" => decimal.Ceiling(dose.Value),
            "one" => 1,
            _ => CodeUnitOf(input) is { IsNone: false } unit ? SpecificCodes.UnitsOf(unit, dose) : 1,
        };
        return string.Create(CultureInfo.InvariantCulture, $"{units:0} {measure.Code}{quantity:0.###}");
    }

    // Factors are billed by the international unit; a code that is not told counts the line.
    private static Amount CodeUnitOf(JsonElement input) =>
        Number(input, "hcpcsUnitMg") is { } milligrams ? new(milligrams, "MG")
        : Number(input, "doseIu") is not null ? new(Number(input, "hcpcsUnitIu") ?? 1, "IU") : default;

    private static decimal? Number(JsonElement input, string name) =>
        Text(input, name) is { Length: > 0 } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    private static CaseResult CompareCode(
        JsonElement expected, JsonElement input, HcpcsCode actual, HcpcsCode specific)
    {
        var code = Text(expected, "code");
        if (!code.Split('/').Contains(actual.Value)) return new(CaseOutcome.Fail, code, actual.Value);
        if (Text(expected, "finding") is not { Length: > 0 } finding) return new(CaseOutcome.Pass);
        var billed = HcpcsCode.Of(Text(input, "billedCode"));
        var found = billed == actual ? "none"
            : !specific.IsNone ? "noc-billed-when-specific-exists"
            : OfOneSetting.Contains(billed.Value) || OfOneSetting.Contains(actual.Value) ? "wrong-noc-for-setting"
            : "wrong-noc-code";
        return CompareWord(finding, found, FindingWords);
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
