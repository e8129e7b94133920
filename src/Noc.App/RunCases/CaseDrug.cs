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

    // "50 mg/mL, 3 mL vial", "150 mg/3 mL", "500 mcg per mL".
    [GeneratedRegex(@"(?<drug>[\d.]+)\s*(?<unit>mg|mcg|g|units?|iu|mCi)\s*(/|per)\s*(?<per>[\d.]+)?\s*mL\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Solution { get; }

    [GeneratedRegex(@"(?<ml>[\d.]+)\s*mL\b", RegexOptions.IgnoreCase | RegexOptions.RightToLeft, Patience)]
    private static partial Regex Volume { get; }

    // "300 mg/vial", "40 mg powder vial", "100 mg lyophilized powder in single-dose vial".
    [GeneratedRegex(@"(?<drug>[\d.]+)\s*(?<unit>mg|mcg|g|units?|iu)\b.*?\b(vial|powder)", RegexOptions.IgnoreCase
        | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Vial { get; }

    /// <summary>The tables with the drug; where it is a real one, with what the case says of it.</summary>
    public static ReferenceTables Over(ReferenceTables tables, JsonNode? input)
    {
        var drug = input?["drug"];
        if (drug is null) return tables;
        if (!(Flag(drug, "fictional") ?? tables.FindProduct(NameOf(drug)).IsNone)) return Revised(tables, drug);
        var image = Image(drug, input!);
        var facts = image is null ? tables : SeedTables.Load(tables.Version, image, null);
        return facts.With(Product(drug, RouteOf(input!)));
    }

    // What a case states of a product counts for it more than what the tables suppose. Of several products of the name
    // it may be any.
    private static ReferenceTables Revised(ReferenceTables tables, JsonNode drug)
    {
        if (tables.FindProduct(NameOf(drug)).Products is not [var known]
            || Flag(drug, "biologic") is null || Flag(drug, "antineoplastic") is null
            || Flag(drug, "compounded") is true) return tables;
        var (isBiologic, container, approved) = (Flag(drug, "biologic") is true, ContainerOf(drug), ApprovedOf(drug));
        return tables.With(new Product
        {
            Id = known.Id,
            Ingredient = known.Ingredient,
            Brands = known.Brands,
            Kind = known.Kind,
            Class = known.Class,
            Routes = known.Routes,
            Forms = known.Forms,
            StrengthText = known.StrengthText,
            IsOral = known.IsOral,
            IsSelfAdministered = known.IsSelfAdministered,
            Codes = known.Codes,
            Fallback = known.Fallback.Value is "J3490" or "J3590" or "J9999" ? FallbackOf(drug) : known.Fallback,
            Pathway = known.Pathway is "BLA" == isBiologic ? known.Pathway : isBiologic ? "BLA" : "NDA",
            IsBiologic = isBiologic,
            IsAntineoplastic = Flag(drug, "antineoplastic"),
            Container = container is ContainerKind.Unknown ? known.Container : container,
            Approved = approved ?? known.Approved,
            IsApprovalVerified = approved is not null || known.IsApprovalVerified,
            Confidence = Confidence.High,
        });
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
        Kind = KindOf(drug),
        Pathway = Flag(drug, "compounded") is true ? "compounded" : Flag(drug, "biologic") is true ? "BLA" : "NDA",
        IsBiologic = Flag(drug, "biologic"),
        IsAntineoplastic = Flag(drug, "antineoplastic"),
        Container = ContainerOf(drug),
        Approved = ApprovedOf(drug),
        IsApprovalVerified = true,
        Fallback = HcpcsCode.Of(IsVaccine(drug) ? "90749" : Text(drug, "radiopharmaceutical") is { Length: > 0 } kind
            ? kind is "therapeutic" ? "A9699" : "A4641" : FallbackOf(drug).Value),
        Routes = [.. (drug["specificCodes"]?.AsArray() ?? []).Select(code => Text(code, "route")).Append(given)
            .Where(route => route.Length > 0).Distinct()],
        Codes = [.. (drug["specificCodes"]?.AsArray() ?? []).Select(code => Code(code!))],
        Confidence = Confidence.High,
    };

    private static HcpcsCode FallbackOf(JsonNode drug) => HcpcsCode.Of(Flag(drug, "antineoplastic") is true ? "J9999"
        : Flag(drug, "biologic") is true ? "J3590" : "J3490");

    private static ContainerKind ContainerOf(JsonNode drug) => Text(drug, "containerType") switch
    {
        "single-dose" => ContainerKind.SingleDose,
        "multi-dose" => ContainerKind.MultiDose,
        _ => ContainerKind.Unknown,
    };

    private static DateOnly? ApprovedOf(JsonNode drug) =>
        DateOnly.TryParse(Text(drug, "fdaApprovedOn"), out var approved) ? approved : null;

    private static ProductKind KindOf(JsonNode drug) => IsVaccine(drug)
        ? NameOf(drug).Contains("influenza", StringComparison.OrdinalIgnoreCase) ? ProductKind.FluVaccine
            : ProductKind.Vaccine
        : drug["radiopharmaceutical"] is null ? ProductKind.Drug
        : Text(drug, "radiopharmaceutical") is "therapeutic" ? ProductKind.Radiotherapy : ProductKind.Tracer;

    private static bool IsVaccine(JsonNode drug) => Flag(drug, "vaccine") is true
        || NameOf(drug).Contains("vaccine", StringComparison.OrdinalIgnoreCase);

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
    private static TableImage? Image(JsonNode drug, JsonNode input)
    {
        if (!Ndc11.TryParse(Text(drug, "ndc11"), out var ndc)) return null;
        var (strength, builder) = (Text(drug, "strength"), new TableImageBuilder());
        var solution = Solution.Match(strength);
        var (volume, vial) = (Volume.Match(strength), solution.Success ? Match.Empty : Vial.Match(strength));
        var item = Text(drug, "containerType") switch
        {
            "multi-dose" => "VIAL, MULTI-DOSE",
            "single-dose" => "VIAL, SINGLE-DOSE",
            _ => "VIAL",
        };
        builder.Add<NdcPackageRecord>([new()
        {
            Ndc = ndc,
            Description = builder.Texts.Add(solution.Success && volume.Success
                ? $"{volume.Groups["ml"].Value} mL in 1 {item}" : vial.Success ? $"1 {item} in 1 CARTON" : ""),
        }]);
        builder.Add<NdcProductRecord>([new()
        {
            LabelerProduct = ndc.LabelerProduct,
            Generic = builder.Texts.Add(Text(drug, "name")),
            Labeler = builder.Texts.Add(Text(drug, "manufacturer")),
            Form = builder.Texts.Add(vial.Success ? "INJECTION, POWDER, LYOPHILIZED, FOR SOLUTION"
                : solution.Success ? "INJECTION, SOLUTION" : ""),
            Strength = builder.Texts.Add(solution.Success ? Written(solution, $"{solution.Groups["per"].Value} mL")
                : vial.Success ? Written(vial, "1") : ""),
        }]);
        if (Units(drug, solution.Success ? solution : vial, volume) is var (code, units)
            && (input["lines"] as JsonArray ?? []).Any(line => Text(line, "hcpcs") == code.Value))
            builder.Add<NdcCodeRecord>([new()
            {
                Ndc = ndc, Code = code, Days = new(new(2000, 1, 1), null), UnitsPerItem = Micro.Of(units),
                PackageSize = Micro.Of(solution.Success ? Value(volume, "ml") ?? 1 : 1),
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

    // What one container is worth in units of the drug's own code; null where strength and unit do not tell.
    private static (HcpcsCode Code, decimal Units)? Units(JsonNode drug, Match strength, Match volume)
    {
        if (drug["specificCodes"] is not JsonArray { Count: 1 } codes || Value(strength, "drug") is not { } amount)
            return null;
        var code = codes[0];
        if (Text(code, "unit").Split(' ') is not [var of, var unit] || unit != strength.Groups["unit"].Value
            || !decimal.TryParse(of, CultureInfo.InvariantCulture, out var one) || one <= 0) return null;
        var contents = Value(volume, "ml") is { } size ? amount * size / (Value(strength, "per") ?? 1) : amount;
        return (HcpcsCode.Of(Text(code, "code")), contents / one);
    }

    private static decimal? Value(Match match, string name) =>
        decimal.TryParse(match.Groups[name].Value, CultureInfo.InvariantCulture, out var value) ? value : null;

    // As the NDC directory spells a strength.
    private static string Written(Match strength, string per)
    {
        var unit = strength.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "mcg" => "ug",
            "iu" => "[iU]",
            "unit" or "units" => "[USP'U]",
            "mci" => "mCi",
            var other => other,
        };
        return $"{strength.Groups["drug"].Value} {unit}/{per.TrimStart()}";
    }

    /// <summary>A text; empty where absent or no text.</summary>
    internal static string Text(JsonNode? node, string name) =>
        node?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static bool? Flag(JsonNode node, string name) => node[name]?.GetValue<bool>();
}
