using System.Globalization;
using System.Text.Json.Nodes;
using Noc.App.SampleClaims;
using Noc.Tables;

namespace Noc.App.RunCases;

/// <summary>A worked payer case as a claim: the payer of the directory, and the 837 that bills what the case bills.
/// </summary>
internal sealed class CaseClaim
{
    private static readonly string[] Administrations = ["9", "6", "7"];

    private const string SpecialtyPharmacy = "3336S0011X", HomeInfusion = "251F00000X",
        InfusionSuite = "261QI0500X";

    private readonly JsonNode _case;
    private readonly ReferenceTables _tables;

    public CaseClaim(JsonNode one, ReferenceTables tables)
    {
        (_case, _tables) = (one, tables);
        Payer = CasePayer.Find(tables, Kind, CaseDrug.Text(one["payer"], "name"), Jurisdiction);
    }

    private JsonNode Input => _case["input"]!;

    private string Kind => CaseDrug.Text(_case["payer"], "type");

    private string Jurisdiction => CaseDrug.Text(_case["payer"], "jurisdiction");

    private bool IsMedicare => Kind.StartsWith("medicare", StringComparison.Ordinal);

    /// <summary>The payer; null where the directory has none of that type and name.</summary>
    public PayerEntry? Payer { get; }

    /// <summary>Date of service.</summary>
    public DateOnly Date => Day(_case, "dateOfService") ?? throw new FormatException("no dateOfService");

    /// <summary>When the claim was sent, or its correction; null where the case does not say.</summary>
    public DateOnly? Sent => Day(Input, "sentOn") ?? Day(Input, "correctionOn") ?? Day(Input, "receivedOn")
        ?? Day(Input, "asOf");

    /// <summary>Whether the provider is in the payer's network; null where the case does not say.</summary>
    public bool? IsInNetwork => CaseFlags.Of(Input, "participat") ?? CaseFlags.Of(Input, "network")
        ?? (CaseDrug.Text(Input, "providerType") is var type && type.Contains("non-par", StringComparison.Ordinal)
            ? false : type.Contains("particip", StringComparison.Ordinal) ? true : null);

    /// <summary>True for a claim on paper; it is audited by what would stand in an 837.</summary>
    public bool IsPaper => CaseDrug.Text(Input, "claimType").StartsWith("paper", StringComparison.Ordinal);

    /// <summary>Number of the document that goes with the claim; empty where none does.</summary>
    public string AttachmentNumber => Input["attachments"] is JsonArray { Count: > 0 } ? "DOC-1" : "";

    private string State => IsMedicare && _tables.StateOf(Jurisdiction) is { } state ? state
        : CasePayer.StateOf(Jurisdiction) is { Length: > 0 } named ? named
        : Payer is { States: [{ Length: 2 } first, ..] } && first != "US" ? first : "IL";

    private bool IsRailroad => Payer?.Id is "medicare-mac-railroad";

    /// <summary>The 837 of the case.</summary>
    public string Text()
    {
        var isInstitutional = CaseDrug.Text(Input, "claimType") == "837I";
        var lines = Input["lines"]!.AsArray().Select(line => Line(line!)).ToList();
        if (lines.Count == 0 && Original() is { } original) lines.Add(original);
        var hasNeighbour = lines.Exists(line => Administrations.Any(
            start => line.Code.StartsWith(start, StringComparison.Ordinal)));
        if (!hasNeighbour && Administration() is { } code)
        {
            // It takes no claim over a limit.
            var charge = lines.Sum(line => line.ChargeUsd) > 90_000 ? 0 : 100;
            lines.Add(new() { Code = code, ChargeUsd = charge, Revenue = "0260" });
        }
        return new SampleClaim
        {
            IsInstitutional = isInstitutional,
            Place = isInstitutional ? CaseDrug.Text(Input, "billType")
                : CaseDrug.Text(Input, "placeOfService") is { Length: > 0 } place ? place : "11",
            State = State,
            Taxonomy = Taxonomy(CaseDrug.Text(Input, "providerType")),
            Filing = Kind switch
            {
                "medicare_mac" or "medicare_dme" or "medicare" => isInstitutional ? "MA" : "MB",
                "medicaid" or "medicaid_mco" => "MC",
                "commercial_ma" or "medicare_advantage" => "16",
                "federal" => Payer?.Id is "bcbs-fep" ? "FI" : "CH",
                "workers_comp" => "WC",
                _ => "CI",
            },
            PayerName = IsRailroad ? "RAILROAD MEDICARE" : Kind is "medicare_mac" or "medicare" ? "MEDICARE"
                : Payer?.Name.ToUpperInvariant() ?? "NOT IN DIRECTORY",
            PayerId = CaseDrug.Text(Input, "payerId") is { Length: > 0 } id ? id
                : (IsRailroad || Kind is not ("medicare_mac" or "medicare"))
                    && Payer is { PayerIds: [var first, ..] } ? first : "X",
            Date = Date,
            Through = Day(Input, "throughDate") is { } through && through >= Date ? through : null,
            Sent = Sent ?? Date.AddDays(7),
            Authorization = CaseDrug.Text(Input, "priorAuthorization"),
            ClaimNote = Input["original"] is null ? CaseDrug.Text(Input, "claimNote") : OriginalText,
            OriginalNumber = Input["original"] is null ? CaseDrug.Text(Input, "originalClaim") : "ICN-1",
            Frequency = CaseDrug.Text(Input, "frequency") is { Length: 1 } frequency ? frequency : "1",
            IsSecondary = IsSecondary,
            FirstFiling = !IsSecondary ? "" : CaseFlags.Of(Input, "crossover") is true ? "MB" : "CI",
            Trial = CaseFlags.Trial(Input),
            Conditions = Conditions(isInstitutional),
            AttachmentNumber = AttachmentNumber,
            Diagnoses = Input["diagnoses"] is JsonArray { Count: > 0 } given ? [.. given.Select(one => (string)one!)]
                : ["G43709"],
            Lines = lines,
        }.Text();
    }

    private bool IsSecondary => CaseFlags.Of(Input, "crossover") is true || CaseFlags.Of(Input, "secondary") is true
        || CaseDrug.Text(Input, "order") is "secondary" || CaseDrug.Text(Input, "payerOrder") is "secondary";

    // Trial claims of hospitals carry condition code 30 unless the case says which codes there are.
    private List<string> Conditions(bool isInstitutional) => !isInstitutional ? []
        : Input["conditionCodes"] is JsonArray given ? [.. given.Select(one => one!.ToString())]
        : CaseFlags.Trial(Input).Length > 0 ? ["30"] : [];

    private static string Taxonomy(string provider) =>
        provider.Contains("specialty", StringComparison.OrdinalIgnoreCase) ? SpecialtyPharmacy
        : provider.Contains("home infusion", StringComparison.OrdinalIgnoreCase) ? HomeInfusion
        : provider.Contains("infusion", StringComparison.OrdinalIgnoreCase) ? InfusionSuite : "";

    private static SampleLine Line(JsonNode line)
    {
        if (!PaperDefects.Parts(CaseDrug.Text(line, "shaded24D"), out var unit, out var quantity))
            return PlainLine(line);
        return PlainLine(line) with
        {
            Ndc = CaseDrug.Text(line, "shaded24A").Replace("N4", "", StringComparison.Ordinal), NdcUnit = unit,
            NdcQuantity = quantity.ToString("0.###", CultureInfo.InvariantCulture),
        };
    }

    private static SampleLine PlainLine(JsonNode line) => new()
    {
        Code = CaseDrug.Text(line, "hcpcs"),
        Modifiers = [.. (line["modifiers"]?.AsArray() ?? []).Select(one => (string)one!)],
        Units = Number(line, "units") ?? "1",
        ChargeUsd = (decimal?)line["charge"] ?? 0,
        Description = CaseDrug.Text(line, "description"),
        Note = CaseDrug.Text(line, "note"),
        Ndc = CaseDrug.Text(line, "ndc"),
        NdcQuantity = Number(line, "ndcQty") ?? "",
        NdcUnit = CaseDrug.Text(line, "ndcUnit"),
        Revenue = CaseDrug.Text(line, "revenueCode") is { Length: > 0 } revenue ? revenue : "0636",
    };

    // A correction of a claim that the case gives by its code only: the same line, complete.
    private SampleLine? Original() => CaseDrug.Text(Input["original"], "hcpcs") is not { Length: > 0 } code ? null
        : new()
    {
        Code = code, ChargeUsd = 900, Description = "EXAMPLAZOLE 150MG IV", Ndc = "99999012301", NdcQuantity = "3",
        NdcUnit = "ML", Modifiers = IsMedicare ? ["JZ"] : [],
    };

    private string OriginalText => string.Create(CultureInfo.InvariantCulture,
        $"EXAMPLAZOLE 150MG IV NDC 99999-0123-01 {Date:MM/dd/yyyy} X1");

    // A neutral line beside the drug; nothing where the drug is not given by the one who bills.
    private string? Administration()
    {
        var provider = CaseDrug.Text(Input, "providerType");
        if (Kind is "medicare_dme" || provider.Contains("pharmacy", StringComparison.Ordinal)
            || Input["drug"]?["radiopharmaceutical"] is not null) return null;
        var route = CaseDrug.Text(Input["given"], "route");
        return route.StartsWith("SC", StringComparison.Ordinal) || route.StartsWith("IM", StringComparison.Ordinal)
            ? "96372" : route.Contains("intravitreal", StringComparison.Ordinal) ? "67028"
            : route.Contains("pump", StringComparison.Ordinal) ? "95990"
            // Into the spine by needle, where it is no mix for a pump.
            : route.Contains("intrathecal", StringComparison.Ordinal)
                ? CaseFlags.Of(Input["drug"], "compounded") is true ? "95990" : "62323" : "96365";
    }

    internal static string? Number(JsonNode node, string name) =>
        ((decimal?)node[name])?.ToString("0.######", CultureInfo.InvariantCulture);

    private static DateOnly? Day(JsonNode node, string name) =>
        DateOnly.TryParse(CaseDrug.Text(node, name), CultureInfo.InvariantCulture, out var day) ? day : null;
}
