namespace Noc.Claims;

/// <summary>One claim (loop 2300) with the parties above it and the service lines below it.</summary>
public sealed class Claim
{
    /// <summary>Where the claim stands in its file.</summary>
    public required ClaimPlace Place { get; init; }

    /// <summary>Finds the places of missing parts.</summary>
    public required ClaimSource Source { get; init; }

    /// <summary>Professional or institutional.</summary>
    public required ClaimType Type { get; init; }

    /// <summary>CLM01: patient account number.</summary>
    public Field AccountNumber { get; init; }

    /// <summary>CLM02 as written.</summary>
    public Field ChargeText { get; init; }

    /// <summary>Total claim charge in US dollars; null where absent or no number.</summary>
    public decimal? ChargeUsd { get; init; }

    /// <summary>CLM05-1: place of service (professional) or the first two digits of the bill type.</summary>
    public Field FacilityCode { get; init; }

    /// <summary>CLM05-3: 1 original, 7 replacement, 8 void, and so on.</summary>
    public Field Frequency { get; init; }

    /// <summary>True where CLM19 says that this is a predetermination, not a claim to be paid.</summary>
    public bool IsPredetermination { get; init; }

    /// <summary>The payer the claim is sent to.</summary>
    public required Payer Payer { get; init; }

    /// <summary>The patient: the subscriber, or the dependent of loop 2000C.</summary>
    public required Patient Patient { get; init; }

    /// <summary>The subscriber (2010BA) where the patient is a dependent; null where they are the same
    /// person.</summary>
    public Patient? Subscriber { get; init; }

    /// <summary>Loop 2010AA.</summary>
    public required Provider Billing { get; init; }

    /// <summary>Loop 2310B (professional) or 2310D (institutional): rendering provider.</summary>
    public Provider? Rendering { get; init; }

    /// <summary>Loop 2310A of an institutional claim: attending provider.</summary>
    public Provider? Attending { get; init; }

    /// <summary>Loop 2310C (professional) or 2310E (institutional): where the service was given.</summary>
    public Provider? ServiceFacility { get; init; }

    /// <summary>Claim notes in order: NTE of loop 2300.</summary>
    public Items<Note> Notes { get; init; } = [];

    /// <summary>Claim REF segments in order.</summary>
    public Items<ReferenceNumber> References { get; init; } = [];

    /// <summary>Claim PWK segments in order.</summary>
    public Items<Paperwork> Paperwork { get; init; } = [];

    /// <summary>K301 texts of the claim in order.</summary>
    public Items<Field> FileInformation { get; init; } = [];

    /// <summary>Diagnoses in the order pointers count them.</summary>
    public Items<Diagnosis> Diagnoses { get; init; } = [];

    /// <summary>Condition, value, occurrence and procedure codes of HI.</summary>
    public Items<CodedInformation> Codes { get; init; } = [];

    /// <summary>The day on which the file was made (BHT04); null where it does not say.</summary>
    public DateOnly? CreatedOn { get; init; }

    /// <summary>First day of the statement period (DTP*434); institutional.</summary>
    public DateOnly? StatementFrom { get; init; }

    /// <summary>Last day of the statement period; the first day where there is no range.</summary>
    public DateOnly? StatementTo { get; init; }

    /// <summary>Other payers, loops 2320 with 2330.</summary>
    public Items<OtherPayer> OtherPayers { get; init; } = [];

    /// <summary>Service lines in order.</summary>
    public Items<ServiceLine> Lines { get; init; } = [];

    /// <summary>True where the frequency is 7: replacement of an earlier claim.</summary>
    public bool IsReplacement => Frequency.Is("7"u8);

    /// <summary>True where the frequency is 8: void of an earlier claim.</summary>
    public bool IsVoid => Frequency.Is("8"u8);

    /// <summary>True where an institutional claim has frequency Q: it reopens an earlier claim whose window for
    /// adjustments has closed.</summary>
    public bool IsReopening => Type is ClaimType.Institutional && Frequency.Is("Q"u8);

    /// <summary>True where this payer is not the first to pay.</summary>
    public bool IsSecondary => !Payer.Sequence.IsEmpty && !Payer.Sequence.Is("P"u8);

    /// <summary>True for a claim that asks the first payer for the first time: no replacement, void or reopening,
    /// not secondary, no predetermination. Such a claim tells the whole of a visit.</summary>
    public bool IsFirstToPrimary => !IsReplacement && !IsVoid && !IsReopening && !IsSecondary
        && !IsPredetermination;

    /// <summary>What an institutional claim bills; none on professional claims.</summary>
    public BillType BillType => Type is ClaimType.Institutional ? BillType.Of(FacilityCode.Bytes) : default;

    /// <summary>Place of service of a line: its own, else the claim's; empty on institutional claims.</summary>
    public Field PlaceOfService(ServiceLine line) => Type is ClaimType.Institutional ? default
        : line.PlaceOfService.IsEmpty ? FacilityCode : line.PlaceOfService;

    /// <summary>The first reference number with this qualifier, such as <c>F8</c>; absent where there is
    /// none.</summary>
    public Field Reference(ReadOnlySpan<byte> qualifier)
    {
        foreach (var reference in References)
            if (reference.Qualifier.Is(qualifier)) return reference.Value;
        return default;
    }
}
