using System.Text.Json;
using Noc.App.ManageData;
using Noc.Drugs;
using Noc.Reference.Store;
using Noc.Tables;
using Noc.Tests;

namespace Noc.App.Tests.ManageData;

public sealed class DataDiffTests : IDisposable
{
    private static readonly Days Winter = new(new(2026, 1, 1), new(2026, 3, 31)),
        Spring = new(new(2026, 4, 1), new(2026, 6, 30));

    private readonly DataHome _home = new();

    public void Dispose() => _home.Dispose();

    private void Publish(string name, Action<TableImageBuilder> fill)
    {
        var builder = new TableImageBuilder();
        fill(builder);
        builder.Add<LoadedRecord>(
            [new() { Dataset = Dataset.NdcCrosswalk, Days = Spring, Kind = LoadedKind.Complete }]);
        new TableStore(_home.Path).Publish(builder.Build(name), []);
    }

    private (int Code, string Output, string Errors) Diff(string one, string other, bool isJson = false, int top = 20)
    {
        using StringWriter output = new(), errors = new();
        var code = DiffReport.Run(one, other, _home.Path, isJson, top, output, errors);
        return (code, output.ToString().ReplaceLineEndings("\n"), errors.ToString());
    }

    private static LimitRecord Limit(TableImageBuilder to, string code, Days days, decimal limit, decimal unit) => new()
    {
        Code = HcpcsCode.Of(code),
        Days = days,
        LimitUsd = Micro.Of(limit),
        UnitKind = CodeUnitKind.Exact,
        UnitValue = Micro.Of(unit),
        Unit = to.Texts.Add("MG"),
    };

    private static CodeRecord Code(string code, DateOnly? last = null) => new()
    {
        Code = HcpcsCode.Of(code), Valid = new(new(2020, 1, 1), last), Days = new(new(2026, 1, 1), null),
    };

    private static CodeNdcRecord Listed(string code, string ndc, Days days) => new()
    {
        Code = HcpcsCode.Of(code), Ndc = Ndc11.TryParse(ndc, out var parsed) ? parsed : default, Days = days,
    };

    private void PublishBoth()
    {
        Publish("tables-one", to =>
        {
            to.Add<CodeRecord>([Code("J0001"), Code("J0002")]);
            to.Add<LimitRecord>([Limit(to, "J0001", Winter, 10m, 1), Limit(to, "J0002", Winter, 10m, 1),
                Limit(to, "J0003", Winter, 10m, 1)]);
            to.Add<CodeNdcRecord>([Listed("J0001", "00001000101", Winter)]);
        });
        Publish("tables-two", to =>
        {
            to.Add<CodeRecord>([Code("J0001"), Code("J0002", new(2026, 3, 31)), Code("J0009")]);
            to.Add<LimitRecord>([Limit(to, "J0001", Winter, 10m, 1), Limit(to, "J0001", Spring, 12m, 1),
                Limit(to, "J0002", Winter, 5m, 1), Limit(to, "J0003", Winter, 10m, 1),
                Limit(to, "J0003", Spring, 90m, 10)]);
            to.Add<CodeNdcRecord>([Listed("J0009", "00001000102", Spring)]);
        });
    }

    [Fact]
    public void Codes_units_limits_and_ndcs_that_differ_are_listed_with_the_largest_change_first()
    {
        PublishBoth();
        var (code, text, _) = Diff("before", "current");
        Assert.Equal(0, code);
        Assert.Contains("Codes added (1)\n  J0009", text);
        Assert.Contains("Codes ended (1)\n  J0002  until 2026-03-31", text);
        Assert.Contains("Units changed (1)\n  J0003        1 MG ->      10 MG", text);
        Assert.Contains("Payment limits changed, in dollars a unit (3)\n"
            + "  J0002      10.000 ->      5.000     -50.0% 2026 Q1 (corrected)", text);
        Assert.True(text.IndexOf("+20.0%", StringComparison.Ordinal)
            < text.IndexOf("(the unit changed too)", StringComparison.Ordinal));
        Assert.Contains("NDCs given to a code (1)\n  J0009  00001-0001-02 2026 Q2", text);
        Assert.Contains("NDCs taken from a code (1)\n  J0001  00001-0001-01", text);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 80));
    }

    [Fact]
    public void Turned_round_it_tells_the_way_back_and_against_itself_nothing()
    {
        PublishBoth();
        Assert.Contains("Codes ended (1)\n  J0009  (no longer", Diff("two", "one").Output.Replace("   ", "  "));
        Assert.Contains("No code, unit, payment limit or NDC differs.", Diff("current", "current").Output);
        Assert.StartsWith("From seed-", Diff("seed", "current").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_counts_all_lists_the_top_and_has_the_shape_of_its_schema()
    {
        PublishBoth();
        using var report = JsonDocument.Parse(Diff("before", "current", isJson: true, top: 1).Output);
        var limits = report.RootElement.GetProperty("limitsChanged");
        Assert.Equal(3, limits.GetProperty("count").GetInt32());
        Assert.Equal(-50m, Assert.Single(limits.GetProperty("entries").EnumerateArray())
            .GetProperty("changePercent").GetDecimal());
        using var schema = Schema("noc.data-diff-1");
        Assert.Empty(SchemaCheck.Errors(report.RootElement, schema.RootElement, schema.RootElement, "$"));
    }

    [Fact]
    public void A_name_that_is_not_there_is_said_with_those_that_are()
    {
        PublishBoth();
        var (code, _, errors) = Diff("tables-nine", "current");
        Assert.Equal(2, code);
        Assert.Contains("tables-two", errors);
    }

    [Fact]
    public void Damaged_tables_are_not_compared()
    {
        PublishBoth();
        File.WriteAllText(Path.Combine(_home.Path, "tables-one.noctables"), "NOCTABLE");
        Assert.Equal(3, Diff("before", "current").Code);
    }

    [Fact]
    public void The_status_as_json_has_the_shape_of_its_schema()
    {
        new TableImport(_home.Path, TableImage.Empty).Run(
            Directory.EnumerateFiles(Path.Combine(SharedFolder.Root, "samples", "agency")));
        using var output = new StringWriter();
        Assert.Equal(0, StatusReport.Run(_home.Path, isLong: false, isJson: true, new(2026, 11, 21), output));
        using var report = JsonDocument.Parse(output.ToString());
        using var schema = Schema("noc.data-status-1");
        Assert.Empty(SchemaCheck.Errors(report.RootElement, schema.RootElement, schema.RootElement, "$"));
        Assert.Contains(report.RootElement.GetProperty("files").EnumerateArray(),
            file => file.GetProperty("dataset").ValueEquals("aspPrices")
                && file.GetProperty("kind").ValueEquals("extract"));
        Assert.Contains(report.RootElement.GetProperty("missing").EnumerateArray(),
            missing => missing.GetProperty("dataset").ValueEquals("aspPrices")
                && missing.GetProperty("missing").ValueEquals("whole"));
    }

    private static JsonDocument Schema(string name) => JsonDocument.Parse(File.ReadAllBytes(
        Path.Combine(SharedFolder.Root, "docs", "schemas", name + ".schema.json")));
}
