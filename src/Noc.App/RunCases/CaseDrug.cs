using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Noc.Drugs;
using Noc.Reference.Seed;
using Noc.Tables;

namespace Noc.App.RunCases;

/// <summary>The invented drug of a worked case, laid over the shipped tables with its NDC.</summary>
internal static partial class CaseDrug
{
    private const int Patience = 1000;

    [GeneratedRegex(@"(?<mg>[\d.]+)\s*mg/mL,\s*(?<ml>[\d.]+)\s*mL", RegexOptions.IgnoreCase, Patience)]
    private static partial Regex Solution { get; }

    [GeneratedRegex(@"(?<mg>[\d.]+)\s*mg(/vial| powder vial)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        Patience)]
    private static partial Regex Vial { get; }

    /// <summary>The tables with the drug; as they are where the drug is a real one.</summary>
    public static ReferenceTables Over(ReferenceTables tables, JsonNode? input)
    {
        var drug = input?["drug"];
        if (drug?["fictional"]?.GetValue<bool>() != true) return tables;
        var image = Image(drug);
        var facts = image is null ? tables : SeedTables.Load(tables.Version, image, null);
        return facts.With(Product(drug, RouteOf(input!)));
    }

    // The route of the dose, by its first word as narratives spell it; empty where the case has none.
    private static string RouteOf(JsonNode input)
    {
        var given = NarrativeParser.Parse($"X 1MG {Text(input["given"], "route").ToUpperInvariant()}");
        return given.Route ?? "";
    }

    // The label names the route that was given, and those of its codes.
    private static Product Product(JsonNode drug, string given) => new()
    {
        Id = "worked-case",
        Ingredient = NameOf(drug).ToLowerInvariant(),
        Pathway = Flag(drug, "compounded") is true ? "compounded" : Flag(drug, "biologic") is true ? "BLA" : "NDA",
        IsBiologic = Flag(drug, "biologic"),
        IsAntineoplastic = Flag(drug, "antineoplastic"),
        IsRadiopharmaceutical = drug["radiopharmaceutical"] is not null,
        Container = Text(drug, "containerType") switch
        {
            "single-dose" => ContainerKind.SingleDose,
            "multi-dose" => ContainerKind.MultiDose,
            _ => ContainerKind.Unknown,
        },
        Approved = DateOnly.TryParse(Text(drug, "fdaApprovedOn"), out var approved) ? approved : null,
        IsApprovalVerified = true,
        Fallback = HcpcsCode.Of(Text(drug, "radiopharmaceutical") is { Length: > 0 } kind
            ? kind is "therapeutic" ? "A9699" : "A4641" : Flag(drug, "antineoplastic") is true ? "J9999"
            : Flag(drug, "biologic") is true ? "J3590" : "J3490"),
        Routes = [.. (drug["specificCodes"]?.AsArray() ?? []).Select(code => Text(code, "route")).Append(given)
            .Where(route => route.Length > 0).Distinct()],
        Codes = [.. (drug["specificCodes"]?.AsArray() ?? []).Select(code => Code(code!))],
        Confidence = Confidence.High,
    };

    // "Examplazole inhalation solution": the form is no part of the name.
    internal static string NameOf(JsonNode? drug)
    {
        var name = Text(drug, "name");
        var form = name.IndexOf(" inhalation", StringComparison.OrdinalIgnoreCase);
        if (form < 0 && Text(drug, "radiopharmaceutical").Length > 0) form = name.LastIndexOf(' ');
        return form < 0 ? name : name[..form];
    }

    private static ProductCode Code(JsonNode code)
    {
        var unit = Text(code, "unit");
        var parts = unit.Split(' ');
        return new(HcpcsCode.Of(Text(code, "code")), unit,
            parts is [var value, var name]
                ? new(decimal.Parse(value, CultureInfo.InvariantCulture), name.ToUpperInvariant()) : default,
            DateOnly.Parse(Text(code, "from")), DateOnly.TryParse(Text(code, "to"), out var to) ? to : null, "",
            Confidence.High)
        {
            Use = Text(code, "route") switch
            {
                "IV" => CodeUse.Intravenous,
                "SC" => CodeUse.Subcutaneous,
                "IM" => CodeUse.Intramuscular,
                _ => CodeUse.Any,
            },
        };
    }

    // Directory of this one NDC: the form of the product is sure, but no other NDC is said to be missing.
    private static TableImage? Image(JsonNode drug)
    {
        if (!Ndc11.TryParse(Text(drug, "ndc11"), out var ndc)) return null;
        var (strength, builder) = (Text(drug, "strength"), new TableImageBuilder());
        var (solution, vial) = (Solution.Match(strength), Vial.Match(strength));
        var item = Text(drug, "containerType") switch
        {
            "multi-dose" => "VIAL, MULTI-DOSE",
            "single-dose" => "VIAL, SINGLE-DOSE",
            _ => "VIAL",
        };
        builder.Add<NdcPackageRecord>([new()
        {
            Ndc = ndc,
            Description = builder.Texts.Add(solution.Success ? $"{solution.Groups["ml"].Value} mL in 1 {item}"
                : vial.Success ? $"1 {item} in 1 CARTON" : ""),
        }]);
        builder.Add<NdcProductRecord>([new()
        {
            LabelerProduct = ndc.LabelerProduct,
            Generic = builder.Texts.Add(Text(drug, "name")),
            Labeler = builder.Texts.Add(Text(drug, "manufacturer")),
            Form = builder.Texts.Add(vial.Success ? "INJECTION, POWDER, LYOPHILIZED, FOR SOLUTION"
                : solution.Success ? "INJECTION, SOLUTION" : ""),
            Strength = builder.Texts.Add(solution.Success ? $"{solution.Groups["mg"].Value} mg/mL"
                : vial.Success ? $"{vial.Groups["mg"].Value} mg/1" : ""),
        }]);
        if (Flag(drug, "rebateEligible") is { } pays)
            builder.Add<RebateRecord>([new()
            {
                Ndc = ndc, Days = pays ? default : new(new(2000, 1, 1), new(2000, 12, 31)),
            }]);
        builder.Add<LoadedRecord>(
        [
            new() { Dataset = Dataset.NdcPackages, Kind = LoadedKind.Partial },
            new() { Dataset = Dataset.NdcProducts, Kind = LoadedKind.Complete },
        ]);
        return builder.Build("worked-case");
    }

    /// <summary>A text; empty where absent or no text.</summary>
    internal static string Text(JsonNode? node, string name) =>
        node?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static bool? Flag(JsonNode node, string name) => node[name]?.GetValue<bool>();
}
