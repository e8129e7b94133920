using Noc.Claims;
using Noc.Tables;

namespace Noc.Payers;

/// <summary>Finds the policy of a claim: by filing indicator, payer id, name, and the state of the service.</summary>
/// <remarks>Resolved once per payer and place. Thread-safe.</remarks>
/// <param name="tables">The payer directory and the contractors.</param>
/// <param name="policies">What payers want.</param>
public sealed class PayerResolver(ReferenceTables tables, PolicySet policies)
{
    private const int Slots = 1024, MaxKey = 384;

    private sealed record Key(string Filing, string Id, string Name, string State, string Home, bool IsPartA);

    private sealed record Entry(byte[] Bytes, PayerPolicy Policy);

    // Claims of one payer and place have the same bytes here; a slot that two keys share is simply written anew.
    private readonly Entry?[] _cache = new Entry?[Slots];

    /// <summary>The policy for a claim. Never null: an unknown payer gets its program's defaults and no id.</summary>
    public PayerPolicy Resolve(Claim claim)
    {
        var (payer, state, home) = (claim.Payer, StateOfService(claim), claim.Patient.State);
        var isPartA = claim.Type is ClaimType.Institutional;
        Span<byte> bytes = stackalloc byte[MaxKey];
        var length = 0;
        bytes[length++] = isPartA ? (byte)1 : (byte)0;
        var fits = Append(bytes, ref length, payer.FilingIndicator) && Append(bytes, ref length, payer.Id)
            && Append(bytes, ref length, payer.Name) && Append(bytes, ref length, state)
            && Append(bytes, ref length, home);
        var hash = new HashCode();
        hash.AddBytes(bytes[..length]);
        ref var slot = ref _cache[hash.ToHashCode() & (Slots - 1)];
        if (fits && Volatile.Read(ref slot) is { } entry && entry.Bytes.AsSpan().SequenceEqual(bytes[..length]))
            return entry.Policy;
        var policy = Build(new(Upper(payer.FilingIndicator), payer.Id.Text, payer.Name.Text, Upper(state), Upper(home),
            isPartA));
        if (fits) Volatile.Write(ref slot, new(bytes[..length].ToArray(), policy));
        return policy;
    }

    private static string Upper(Field field) => field.Text.ToUpperInvariant();

    private static bool Append(Span<byte> bytes, ref int length, Field field)
    {
        var value = field.Bytes;
        if (length + value.Length + 1 > bytes.Length) return false;
        value.CopyTo(bytes[length..]);
        length += value.Length;
        bytes[length++] = 0;
        return true;
    }

    // Where the drug was given decides the contractor: line facility, claim facility, else the billing provider.
    private static Field StateOfService(Claim claim)
    {
        for (var i = 0; i < claim.Lines.Count; i++)
            if (claim.Lines[i].ServiceFacility is { State.IsEmpty: false } facility) return facility.State;
        return claim.ServiceFacility is { State.IsEmpty: false } place ? place.State : claim.Billing.State;
    }

    private PayerPolicy Build(Key key)
    {
        var entry = tables.Payer(key.Id, key.Name);
        var program = ProgramOf(key.Filing, key.Name, entry);
        var name = key.Name.Length > 0 ? key.Name
            : entry?.Name ?? (key.Id.Length > 0 ? $"payer {key.Id}" : "payer not named");
        return program is PayerProgram.Medicare or PayerProgram.MedicareDme ? Medicare(key, entry, program)
            : WithPolicy(new() { Id = entry?.Id, Name = name, Program = program }, key.State, "");
    }

    // The policy of the payer, else of its program in the state, else of its program.
    private PayerPolicy WithPolicy(PayerPolicy payer, string state, string jurisdiction)
    {
        var program = payer.Program switch
        {
            PayerProgram.Medicare => "medicare",
            PayerProgram.MedicareDme => "medicare-dme",
            PayerProgram.MedicareAdvantage => "medicare-advantage",
            PayerProgram.Medicaid => "medicaid",
            _ => "commercial",
        };
        var wants = policies.Find(payer.Id, program, state, out var isOwn);
        return payer with
        {
            Wants = wants,
            HasOwnPolicy = isOwn && wants is not null,
            State = state,
            Jurisdiction = jurisdiction,
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
        return WithPolicy(
            new() { Id = id, Name = name, Program = program, IsRailroad = isRailroad }, isDme ? key.Home : key.State,
            contractor is null ? "" : isDme ? $"J{contractor.DmeJurisdiction}" : contractor.Jurisdiction);
    }

    private static string PolicyId(Contractor contractor)
    {
        var maker = contractor.Name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        if (maker.StartsWith("palmetto", StringComparison.Ordinal)) maker = "palmetto";
        return $"medicare-mac-{maker}-{contractor.Jurisdiction.ToLowerInvariant()}";
    }

    // SBR09 says what the sender believes; the directory knows better where it surely knows the payer.
    private static PayerProgram ProgramOf(string filing, string name, PayerEntry? entry)
    {
        var byFiling = filing switch
        {
            "MA" or "MB" => PayerProgram.Medicare,
            "16" => PayerProgram.MedicareAdvantage,
            "MC" => PayerProgram.Medicaid,
            _ => PayerProgram.Other,
        };
        // State Medicaid ids come from one clearinghouse: they do not outweigh what the claim says.
        var saysMedicaid = name.Contains("MEDICAID", StringComparison.OrdinalIgnoreCase);
        if (entry is { Confidence: Confidence.Low } && !saysMedicaid && filing is not ("" or "ZZ")) return byFiling;
        return entry?.Type switch
        {
            "medicare_dme" => PayerProgram.MedicareDme,
            "medicare" or "medicare_mac" => PayerProgram.Medicare,
            "medicaid" or "medicaid_mco" => PayerProgram.Medicaid,
            // A private plan that is filed as Medicare is an Advantage plan: no contractor takes its claims.
            "commercial_ma" or "commercial" when filing is "16" or "MA" or "MB" => PayerProgram.MedicareAdvantage,
            _ => byFiling,
        };
    }
}
