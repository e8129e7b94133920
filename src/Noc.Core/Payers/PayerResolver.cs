using Noc.Claims;
using Noc.Tables;

namespace Noc.Payers;

/// <summary>Finds the policy of a claim: by payer id, then name and state, then alias, then filing indicator.</summary>
/// <remarks>Resolved once per payer and place: a line costs the same with ten payers as with thousands. Thread-safe.
/// </remarks>
/// <param name="tables">The payer directory and the contractors.</param>
/// <param name="policies">What payers want.</param>
public sealed class PayerResolver(ReferenceTables tables, PolicySet policies)
{
    private const int Slots = 32_768, MaxKey = 384;

    private const string Railroad = "medicare-mac-railroad", AdvantageFiling = "16";

    // Without a policy: the same payer and place, told apart by where the patient lives.
    private sealed record Entry(byte[] Bytes, PayerPolicy? Policy);

    // Claims of one payer and place have the same bytes here; a slot that two keys share is simply written anew.
    private readonly Entry?[] _cache = new Entry?[Slots];

    /// <summary>The policy for a claim. Never null: an unknown payer gets its program's defaults and no id.</summary>
    public PayerPolicy Resolve(Claim claim)
    {
        var (payer, place, home) = (claim.Payer, PlaceOfService(claim), claim.Patient.State);
        var state = place.State;
        Span<byte> bytes = stackalloc byte[MaxKey];
        var length = 0;
        // Ids that nobody knows are alike, but for a payer that has no other name.
        var isIdKnown = payer.Name.IsEmpty || policies.NamesIds || tables.Payers.KnowsPayerId(payer.Id.Bytes);
        var id = isIdKnown ? payer.Id : default;
        var fits = Append(bytes, ref length, payer.FilingIndicator) && Append(bytes, ref length, id)
            && Append(bytes, ref length, payer.Name) && Append(bytes, ref length, state);
        // In a state of two contractors the ZIP code and the type of the claim decide.
        var isByZip = tables.HasTwoContractors(state.Bytes);
        var isInstitutional = isByZip && claim.Type is ClaimType.Institutional;
        var zip = isByZip && !isInstitutional ? place.Zip : default;
        fits = fits && (!isByZip || (Append(bytes, ref length, zip) && Append(bytes, ref length, isInstitutional)));
        var known = fits ? Cached(bytes[..length]) : null;
        var isByHome = known is { Policy: null };
        if (isByHome)
        {
            fits = Append(bytes, ref length, home);
            known = fits ? Cached(bytes[..length]) : null;
        }
        if (known?.Policy is { } policy) return policy;
        var key = new PayerKey(Upper(payer.FilingIndicator), payer.Id.Text, payer.Name.Text, Upper(state), Upper(home),
            zip.Text, isInstitutional);
        policy = Build(key);
        // Where the patient lives matters to few: only their claims are told apart by it.
        if (fits) Keep(bytes[..length], key.IsHomeAsked && !isByHome ? null : policy);
        return policy;
    }

    /// <summary>The policy for a payer that is known by its words only, as on an encounter.</summary>
    /// <param name="filing">Claim filing indicator (SBR09); empty where not known.</param>
    /// <param name="id">Payer id (NM109); empty where not known.</param>
    /// <param name="name">Name of the payer.</param>
    /// <param name="state">Two letters of where the drug was given; empty where not known.</param>
    /// <param name="home">Two letters of where the patient lives; empty where not known.</param>
    /// <param name="zip">Five or nine digits of where the drug was given; empty where not known.</param>
    /// <param name="isInstitutional">True where a hospital bills.</param>
    public PayerPolicy Resolve(
        string filing, string id, string name, string state, string home, string zip = "",
        bool isInstitutional = false) => Build(new(filing.ToUpperInvariant(), id, name, state.ToUpperInvariant(),
            home.ToUpperInvariant(), zip, isInstitutional));

    private Entry? Cached(ReadOnlySpan<byte> key) =>
        Volatile.Read(ref Slot(key)) is { } entry && entry.Bytes.AsSpan().SequenceEqual(key) ? entry : null;

    private void Keep(ReadOnlySpan<byte> key, PayerPolicy? policy) =>
        Volatile.Write(ref Slot(key), new(key.ToArray(), policy));

    private ref Entry? Slot(ReadOnlySpan<byte> key)
    {
        var hash = new HashCode();
        hash.AddBytes(key);
        return ref _cache[hash.ToHashCode() & (Slots - 1)];
    }

    private static string Upper(Field field) => field.Text.Trim().ToUpperInvariant();

    private static bool Append(Span<byte> bytes, ref int length, Field field)
    {
        var value = field.Bytes;
        if (length + value.Length + 1 > bytes.Length) return false;
        value.CopyTo(bytes[length..]);
        length += value.Length;
        bytes[length++] = 0;
        return true;
    }

    private static bool Append(Span<byte> bytes, ref int length, bool value)
    {
        if (length == bytes.Length) return false;
        bytes[length++] = value ? (byte)1 : (byte)0;
        return true;
    }

    // Where the drug was given decides the contractor: line facility, claim facility, else the billing provider.
    private static Provider PlaceOfService(Claim claim)
    {
        for (var i = 0; i < claim.Lines.Count; i++)
            if (claim.Lines[i].ServiceFacility is { State.IsEmpty: false } facility) return facility;
        return claim.ServiceFacility is { State.IsEmpty: false } place ? place : claim.Billing;
    }

    private PayerPolicy Build(PayerKey key)
    {
        var match = PayerMatch.Of(tables.Payers, key);
        var program = ProgramOf(key, match.Type);
        // A plan of another program says nothing: Medicaid run by a commercial plan is not its commercial business.
        var entry = match.Entry is { } found && IsOf(found, program) ? found : null;
        if (program is PayerProgram.Federal && entry is null or { Type: "commercial" } && IsEmployees(key))
            entry = tables.Payers.Of("bcbs-fep");
        var name = key.Name.Length > 0 ? key.Name
            : entry?.Name ?? (key.Id.Length > 0 ? $"payer {key.Id}" : "payer not named");
        if (policies.Named(key.Id, key.Name) is { } own) return Named(own, name, program, key.State);
        if (program is PayerProgram.Medicare or PayerProgram.MedicareDme) return Medicare(key, entry, program);
        var payer = new PayerPolicy { Id = entry?.Id, Name = name, Program = program };
        if (program is PayerProgram.Medicaid) return Medicaid(payer, entry, key.State);
        var family = match.Family.Where(one => IsOf(one, program)).ToList();
        if (entry is null && policies.Shared(family.Select(one => one.Id), ProgramNames.Of(program), out var isOwn)
            is { } shared)
            return payer with { Wants = shared, HasOwnPolicy = isOwn, State = key.State };
        return WithPolicy(payer with { Doubt = DoubtOf(key, payer, family) }, key.State, "");
    }

    private static string? DoubtOf(PayerKey key, PayerPolicy payer, List<PayerEntry> family) => payer switch
    {
        { Program: PayerProgram.MedicareAdvantage, Id: null }
            when PayerWords.OfName(key.PlainName) is PayerProgram.Medicare =>
            $"{payer.Name} is filed as Medicare Advantage, but no plan is named",
        { Program: PayerProgram.MedicareAdvantage, Id: not null } =>
            $"No policy on file for Medicare Advantage of {payer.Name}",
        { Id: null } when family.Count > 1 => $"{payer.Name} may be any of {family.Count} payers",
        _ => null,
    };

    private static PayerPolicy Named(EffectivePolicy policy, string name, PayerProgram program, string state) => new()
    {
        Id = policy.Policy.Id,
        Name = name,
        Program = program,
        Wants = policy,
        HasOwnPolicy = true,
        State = state,
    };

    // The policy of the payer, else of its program in the state, else of its program.
    private PayerPolicy WithPolicy(PayerPolicy payer, string state, string jurisdiction)
    {
        var wants = policies.Find(payer.Id, ProgramNames.Of(payer.Program), state, out var isOwn);
        return payer with
        {
            Wants = wants,
            HasOwnPolicy = isOwn && wants is not null,
            State = state,
            Jurisdiction = jurisdiction,
        };
    }

    // A plan follows its state's Medicaid where it says nothing else; so does a payer that is not in the directory.
    private PayerPolicy Medicaid(PayerPolicy payer, PayerEntry? entry, string state)
    {
        var home = entry is { States: [var only] } ? only : state;
        var stateMedicaid = $"medicaid-{home.ToLowerInvariant()}";
        if (entry is null && PayerWords.OfName(PayerDirectory.Plain(payer.Name)) is PayerProgram.Medicaid
            && tables.Payers.Of(stateMedicaid) is { } own && IsNamedAfter(own, payer.Name))
            (entry, payer) = (own, payer with { Id = own.Id });
        if (entry is { Type: "medicaid" }) return WithPolicy(payer, state, "");
        var wants = policies.FindManaged(entry?.Id, stateMedicaid, out var isOwn);
        return payer with
        {
            Wants = wants,
            HasOwnPolicy = isOwn && wants is not null,
            State = state,
            IsManagedMedicaid = entry is { Type: "medicaid_mco" },
        };
    }

    // "MEDICAID", "TEXAS MEDICAID PROGRAM": the state's own; "MOLINA MEDICAID": a plan.
    private static bool IsNamedAfter(PayerEntry own, string name)
    {
        var ofState = PayerDirectory.Plain(own.Name);
        foreach (var word in PayerDirectory.Plain(name).Split(' '))
            if (word is not ("MEDICAID" or "STATE" or "OF" or "PROGRAM" or "FFS" or "DEPARTMENT" or "DEPT" or "AGENCY")
                && !ofState.Contains(word, StringComparison.Ordinal)) return false;
        return true;
    }

    private static bool IsEmployees(PayerKey key) => key.Filing is "FI"
        || key.PlainName.Split(' ').Contains("FEP")
        || key.PlainName.Contains("FEDERAL EMPLOYEE", StringComparison.Ordinal);

    private PayerPolicy Medicare(PayerKey key, PayerEntry? entry, PayerProgram program)
    {
        if (entry?.Id == Railroad || key.Name.Contains("RAILROAD", StringComparison.OrdinalIgnoreCase))
            return WithPolicy(
                new() { Id = Railroad, Name = "Railroad Medicare", Program = program, IsRailroad = true }, key.State,
                tables.ContractorOf(key.State)?.Jurisdiction ?? "");
        var place = MedicarePlace.Of(tables, key, entry, program is PayerProgram.MedicareDme);
        return WithPolicy(new() { Id = place.Id, Name = place.Name, Program = program, Doubt = place.Doubt },
            place.State, place.Jurisdiction);
    }

    private static bool IsOf(PayerEntry entry, PayerProgram program) => entry.Type switch
    {
        "commercial" => program is PayerProgram.Other or PayerProgram.MedicareAdvantage or PayerProgram.Federal,
        "commercial_ma" => program is PayerProgram.Other or PayerProgram.MedicareAdvantage,
        _ => SureOf(entry.Type) == program,
    };

    // A private plan may run any program: its type settles nothing.
    private static PayerProgram? SureOf(string? type) => PayerPrograms.OfType(type)
        is not (PayerProgram.Other or PayerProgram.MedicareAdvantage) and var program ? program : null;

    // SBR09 says what the sender believes; the directory knows better where it surely knows the payer. Where SBR09 is
    // vague the words of the name decide.
    private static PayerProgram ProgramOf(PayerKey key, string? type)
    {
        if (key.Filing is AdvantageFiling) return PayerProgram.MedicareAdvantage;
        if (SureOf(type) is { } sure) return sure;
        var filing = PayerWords.OfFiling(key.Filing);
        var byName = PayerWords.OfName(key.PlainName);
        return (type, filing) switch
        {
            // A private plan that is filed as Medicare is an Advantage plan: no contractor takes its claims.
            ("commercial" or "commercial_ma", PayerProgram.Medicare) => PayerProgram.MedicareAdvantage,
            (null, PayerProgram.Medicare) when byName is PayerProgram.MedicareAdvantage or PayerProgram.MedicareDme =>
                byName.Value,
            (_, not null) => filing.Value,
            ("commercial_ma", _) when key.Filing is "" or "ZZ" => PayerProgram.MedicareAdvantage,
            (not null, _) when byName is not (PayerProgram.Federal or PayerProgram.MedicareAdvantage) =>
                PayerProgram.Other,
            _ => byName ?? PayerProgram.Other,
        };
    }
}
