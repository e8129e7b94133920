using System.Text.Json;
using Noc.Coding;
using Noc.Drugs;
using Noc.Tests;

namespace Noc.Core.Tests.Coding;

/// <summary>The worked cases of kind noc, timeline and units in ../shared, through the public functions.</summary>
public sealed class SharedCasesTests
{
    [Fact]
    public void Code_choices_meet_the_worked_cases() => RunAll("noc", input => UnclassifiedChoice.Choose(new()
    {
        Day = DrugCodesTests.Day(Text(input, "date")),
        Setting = DrugCodesTests.SettingFrom(Text(input, "setting")),
        IsMedicare = Text(input, "payer").StartsWith("medicare", StringComparison.Ordinal),
        SpecificCode = Specific(input),
        Pathway = Text(input, "pathway"),
        Class = Text(input, "drugClass"),
        Route = Text(input, "route"),
        IsAntineoplastic = Flag(input, "antineoplastic"),
        IsCompounded = Flag(input, "compounded"),
        Approved = Text(input, "approvalDate") is { Length: > 0 } date ? DrugCodesTests.Day(date) : null,
        IsForEsrd = Flag(input, "forEsrd"),
        IsWithin48HoursOfChemotherapy = Flag(input, "within48hChemo"),
        IsPet = Flag(input, "pet"),
        IsTumor = Flag(input, "tumor"),
    }).Code.Value);

    [Fact]
    public void Timelines_meet_the_worked_cases() => RunAll("timeline", input => Codes(input, default));

    [Fact]
    public void A_change_of_unit_changes_the_units() => RunAll("units", input =>
        Text(input, "drug").Length == 0 ? null : Codes(input, new(decimal.Parse(Text(input, "doseMg")), "MG")));

    private static string Codes(JsonElement input, Amount dose)
    {
        var product = Assert.Single(TestTables.Seed.FindProduct(Text(input, "drug")).Products);
        var coding = DrugCodes.Of(product, DrugCodesTests.Day(Text(input, "date")),
            DrugCodesTests.SettingFrom(Text(input, "setting")), isMedicare: true, dose);
        if (!dose.IsNone) return $"{coding.Code} {coding.Own[0].Units:0}";
        return coding.Own.Count == 0 ? coding.Code.Value
            : string.Join('/', coding.Own.Select(code => code.Row.Code.Value));
    }

    private static HcpcsCode Specific(JsonElement input)
    {
        if (HcpcsCode.TryParse(Text(input, "specificCode"), out var code)) return code;
        if (Text(input, "ingredient") is not { Length: > 0 } name) return default;
        foreach (var product in TestTables.Seed.FindProduct(name).Products)
            if (SpecificCodes.Find(product, DrugCodesTests.Day(Text(input, "date")), Setting.Office) is [var first, ..])
                return first.Row.Code;
        return default;
    }

    private static void RunAll(string kind, Func<JsonElement, string?> code)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.Require("domain/cases/coding-cases.json")));
        var wrong = new List<string>();
        foreach (var one in file.RootElement.GetProperty("cases").EnumerateArray())
        {
            if (Text(one, "kind") != kind || code(one.GetProperty("input")) is not { } actual) continue;
            var expected = one.GetProperty("expected");
            var wanted = Text(expected, "code");
            if (expected.TryGetProperty("hcpcsUnits", out var units)) wanted += $" {units.GetInt32()}";
            if (actual != wanted) wrong.Add($"{Text(one, "id")}: {wanted}, not {actual}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()! : "";

    private static bool Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;
}
