using Noc.Claims;
using Noc.Drugs;
using Noc.Encounters;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>All that the coding of one visit looks at, and what it finds missing.</summary>
internal sealed class VisitFacts
{
    public VisitFacts(Encounter encounter, CodingContext context)
    {
        (Encounter, Context) = (encounter, context);
        Primary = encounter.Primary;
        IsInstitutional = encounter.IsInstitutional;
        Payer = context.Payers.Of(encounter);
        Place = IsInstitutional ? encounter.Claim.BillType : encounter.Claim.PlaceOfService;
        BillType = encounter.BillType;
        Setting = IsInstitutional ? SettingOf.Bill(BillType, Payer.Program) : SettingOf.Place(Place, Payer.Program);
    }

    public Encounter Encounter { get; }

    public CodingContext Context { get; }

    /// <summary>What was given: fluids by the names of the tables, the drug of a sponsor as free.</summary>
    public IReadOnlyList<Administration> Given => field ??= TrialDrugs.Told(
        this, [.. Encounter.Administrations.Select(given => FluidNames.Of(this, given))]);

    public ReferenceTables Tables => Context.Tables;

    /// <summary>The payer that the claim goes to.</summary>
    public EncounterPayer Primary { get; }

    public PayerPolicy Payer { get; }

    public bool IsInstitutional { get; }

    /// <summary>Place of service, or bill type; empty where not known.</summary>
    public string Place { get; }

    /// <summary>What an institution bills; none where a professional does.</summary>
    public BillType BillType { get; }

    public Setting Setting { get; }

    public List<CodingGap> Gaps { get; } = [];

    public List<NotBilled> NotBilled { get; } = [];

    /// <summary>How the payer takes attachments, as it says of the first drug that it says it of; empty where it does
    /// not.</summary>
    public string AttachmentRoute { get; set; } = "";

    /// <summary>What the claim says of a free drug that has no line; empty where there is none.</summary>
    public string FreeNote { get; set; } = "";

    public void Missing(string pointer, string element, string message, string who, bool isBlocking = true) =>
        Gaps.Add(new(pointer, element, message, who, isBlocking));

    /// <summary>What the payer wants; null where nothing is known.</summary>
    public PolicyEntry? Wants(PolicyKey key, in PolicySubject subject, Situation more = Situation.None) =>
        Payer.Wants?.Of(key, more is Situation.None ? subject
            : subject with { Situation = subject.Situation | more });

    /// <summary>The claim as policies see it.</summary>
    public PolicySubject Subject(decimal? chargeUsd = null) => new()
    {
        IsInstitutional = IsInstitutional,
        Place = Place.Length >= 2 ? Place[..2] : Place,
        State = Payer.State,
        Jurisdiction = Payer.Jurisdiction,
        Day = Encounter.From,
        ChargeUsd = chargeUsd,
        Drugs = [],
        Situation = (Payer.Program is PayerProgram.MedicareAdvantage ? Situation.MedicareAdvantage : Situation.None)
            | (Encounter.Trial is not null ? Situation.Trial : Situation.None)
            | Situations.OfTaxonomy(Encounter.Billing?.Taxonomy),
    };

    /// <summary>A drug line as policies see it.</summary>
    public PolicySubject Subject(DoseToBill dose, HcpcsCode code, Product? product)
    {
        var claim = Subject(dose.ChargeUsd);
        var isUnclassified = Tables.IsUnclassified(code, dose.Day);
        return claim with
        {
            Code = code,
            IsUnclassified = isUnclassified,
            Day = dose.Day,
            Drugs = product?.Names ?? [],
            Situation = claim.Situation | Of(dose, product)
                | (isUnclassified && product is not null && Situations.IsNew(product, dose.Day) ? Situation.NewDrug
                    : Situation.None),
        };
    }

    private Situation Of(DoseToBill dose, Product? product)
    {
        var given = dose.First;
        var situation = (given.IsFree ? Situation.Free : Situation.None)
            | (given.IsDiscounted340B ? Situation.Discounted340B : Situation.None)
            | (given.IsCompounded ? Situation.Compounded : Situation.None)
            | (IsImplantedPump(given) ? Situation.ImplantedPump : Situation.None)
            | Situations.OfRoute(dose.Route);
        if (Setting is Setting.Dme) situation |= Situations.OfEquipment(dose.Route);
        return product is null ? situation : situation | Situations.OfProduct(product, dose.IsSingleDose);
    }

    /// <summary>True where the record says that the drug went into an implanted pump.</summary>
    public static bool IsImplantedPump(Administration given) => IsPump(given.Site) || IsPump(given.Access);

    private static bool IsPump(string place) => place.Contains("implant", StringComparison.OrdinalIgnoreCase)
        && place.Contains("pump", StringComparison.OrdinalIgnoreCase);
}
