using System.Collections.Concurrent;
using Noc.Claims;
using Noc.Tables;

namespace Noc.Payers;

/// <summary>Finds the policy of a claim: by filing indicator, payer id, name, and the state of the service.</summary>
/// <remarks>Built-in defaults of three programs; resolved once per payer and place. Thread-safe.</remarks>
public sealed class PayerResolver(ReferenceTables tables)
{
    private static readonly Source OneUnit = new("Medicare contractors, unclassified drug billing", "units",
        "https://www.findacode.com/articles/noc-drug-and-biological-codes-31604.html", Read: new(2026, 11, 21));

    private static readonly Source MedicaidNdc = new("42 CFR", "447.520", null, new DateOnly(2007, 1, 1));

    private static readonly Source MedicareNdc = new("Coding and pricing guide", "A5", null, Read: new(2026, 11, 21));

    private readonly record struct Key(string Filing, string Id, string Name, string State, string Home, bool IsPartA);

    private readonly ConcurrentDictionary<Key, PayerPolicy> _cache = new();

    /// <summary>The policy for a claim. Never null: an unknown payer gets its program's defaults and no id.</summary>
    public PayerPolicy Resolve(Claim claim)
    {
        var state = StateOfService(claim).Text.ToUpperInvariant();
        var payer = claim.Payer;
        var key = new Key(payer.FilingIndicator.Text.ToUpperInvariant(), payer.Id.Text, payer.Name.Text, state,
            claim.Patient.State.Text.ToUpperInvariant(), claim.Type is ClaimType.Institutional);
        return _cache.Count < 10_000 ? _cache.GetOrAdd(key, Build) : Build(key);
    }

    // Where the drug was given decides the contractor: line facility, claim facility, else the billing provider.
    private static Field StateOfService(Claim claim)
    {
        foreach (var line in claim.Lines)
            if (line.ServiceFacility is { State.IsEmpty: false } facility) return facility.State;
        return claim.ServiceFacility is { State.IsEmpty: false } place ? place.State : claim.Billing.State;
    }

    private PayerPolicy Build(Key key)
    {
        var entry = tables.Payer(key.Id, key.Name);
        var program = ProgramOf(key.Filing, entry);
        var name = key.Name.Length > 0 ? key.Name
            : entry?.Name ?? (key.Id.Length > 0 ? $"payer {key.Id}" : "payer not named");
        return program switch
        {
            PayerProgram.Medicare or PayerProgram.MedicareDme => Medicare(key, entry, program),
            PayerProgram.Medicaid => new()
            {
                Id = entry?.Id,
                Name = name,
                Program = program,
                NdcRequired = true,
                NdcSource = MedicaidNdc,
            },
            _ => new() { Id = entry?.Id, Name = name, Program = program },
        };
    }

    private PayerPolicy Medicare(Key key, PayerEntry? entry, PayerProgram program)
    {
        var isRailroad = entry?.Id == "medicare-mac-railroad"
            || key.Name.Contains("RAILROAD", StringComparison.OrdinalIgnoreCase);
        var isDme = program is PayerProgram.MedicareDme;
        var contractor = tables.ContractorOf(isDme ? key.Home : key.State);
        var (id, name) = isRailroad ? ("medicare-mac-railroad", "Railroad Medicare")
            : contractor is null ? ((string?)null, "Medicare (contractor not known)")
            : isDme ? ($"medicare-dme-j{contractor.DmeJurisdiction.ToLowerInvariant()}",
                $"Medicare DME, {contractor.DmeName} J{contractor.DmeJurisdiction}")
            : (PolicyId(contractor), $"Medicare, {contractor.Name} {contractor.Jurisdiction}");
        return new()
        {
            Id = id,
            Name = name,
            Program = program,
            IsRailroad = isRailroad,
            OneUnitPerUnclassifiedLine = true,
            UnitsSource = OneUnit,
            NdcSource = MedicareNdc,
            ClaimLimitUsd = isDme || key.IsPartA ? null : 99_999.99m,
        };
    }

    private static string PolicyId(Contractor contractor)
    {
        var maker = contractor.Name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        if (maker.StartsWith("palmetto", StringComparison.Ordinal)) maker = "palmetto";
        return $"medicare-mac-{maker}-{contractor.Jurisdiction.ToLowerInvariant()}";
    }

    // SBR09 says what the sender believes; the directory knows better where it knows the payer.
    private static PayerProgram ProgramOf(string filing, PayerEntry? entry) => entry?.Type switch
    {
        "medicare_dme" => PayerProgram.MedicareDme,
        "medicare" or "medicare_mac" => PayerProgram.Medicare,
        "medicaid" or "medicaid_mco" => PayerProgram.Medicaid,
        "commercial_ma" when filing is "16" or "MA" or "MB" => PayerProgram.MedicareAdvantage,
        _ => filing switch
        {
            "MA" or "MB" => PayerProgram.Medicare,
            "16" => PayerProgram.MedicareAdvantage,
            "MC" => PayerProgram.Medicaid,
            _ => PayerProgram.Other,
        },
    };
}
