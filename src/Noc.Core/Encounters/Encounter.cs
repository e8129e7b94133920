using Noc.Claims;

namespace Noc.Encounters;

/// <summary>What happened to one patient, first to last date of service: who paid, what was ordered, given, bought and
/// authorized. The evidence behind the lines of a claim.</summary>
/// <remarks>Read from <c>noc.encounter/1</c>. Lists are empty where nothing is known; "not known"
/// is never zero.</remarks>
public sealed record Encounter
{
    /// <summary>JSON pointer to it in its document; empty where it was not read from one.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>Its own number, such as the visit number of the EHR; never empty.</summary>
    public required string Id { get; init; }

    /// <summary>IANA name of the time zone of its times, such as <c>America/New_York</c>; empty where every time
    /// carries its own offset.</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>First date of service.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last date of service; the first where left out.</summary>
    public required DateOnly To { get; init; }

    /// <summary>How it is billed.</summary>
    public EncounterClaim Claim { get; init; } = new();

    /// <summary>Payers, the primary first.</summary>
    public IReadOnlyList<EncounterPayer> Payers { get; init; } = [];

    /// <summary>The payer that the claim goes to: the one called primary, else the first; an unknown one where none is
    /// named.</summary>
    public EncounterPayer Primary =>
        Payers.FirstOrDefault(static payer => payer.Order is "primary") ?? (Payers is [var first, ..] ? first : new());

    /// <summary>True where it is billed as an institution's claim: so it says, or it has a bill type and says
    /// nothing.</summary>
    public bool IsInstitutional => Claim.Type is ClaimType.Institutional
        || (Claim.Type is null && Claim.BillType.Length > 0);

    /// <summary>What an institution bills; none where a professional does, or none is told.</summary>
    public BillType BillType => IsInstitutional ? BillType.Of(Claim.BillType) : default;

    /// <summary>Where the drug was given, which decides the Medicare contractor; null where not known.</summary>
    public EncounterProvider? PlaceOfCare => Facility is { State.Length: > 0 } ? Facility : Billing;

    /// <summary>State of the place of care, else of the patient's residence; empty where neither is known.</summary>
    public string StateOfCare => PlaceOfCare is { State.Length: > 0 } place ? place.State : Patient.State;

    /// <summary>The patient, as far as a rule needs.</summary>
    public EncounterPatient Patient { get; init; } = new();

    /// <summary>The provider that bills.</summary>
    public EncounterProvider? Billing { get; init; }

    /// <summary>The provider that gave the drug, or had it given.</summary>
    public EncounterProvider? Rendering { get; init; }

    /// <summary>The provider that ordered it.</summary>
    public EncounterProvider? Ordering { get; init; }

    /// <summary>Where it was given, where that is not the billing provider's own place.</summary>
    public EncounterProvider? Facility { get; init; }

    /// <summary>ICD-10-CM codes without dots, the first one first.</summary>
    public IReadOnlyList<string> Diagnoses { get; init; } = [];

    /// <summary>Orders for drugs.</summary>
    public IReadOnlyList<DrugOrder> Orders { get; init; } = [];

    /// <summary>Drugs given.</summary>
    public IReadOnlyList<Administration> Administrations { get; init; } = [];

    /// <summary>What is known of the products.</summary>
    public IReadOnlyList<ProductFacts> Products { get; init; } = [];

    /// <summary>Authorizations of the payer.</summary>
    public IReadOnlyList<Authorization> Authorizations { get; init; } = [];

    /// <summary>Purchases.</summary>
    public IReadOnlyList<InvoiceLine> Invoices { get; init; } = [];

    /// <summary>Documents that go, or may go, with the claim.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The clinical trial; null outside of one.</summary>
    public Trial? Trial { get; init; }

    /// <summary>Therapies tried before.</summary>
    public IReadOnlyList<PriorTherapy> PriorTherapies { get; init; } = [];

    /// <summary>Compendia and papers that support a use beyond the label, as a citation each.</summary>
    public IReadOnlyList<string> Citations { get; init; } = [];
}
