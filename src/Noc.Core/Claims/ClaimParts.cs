namespace Noc.Claims;

/// <summary>What form the claim takes.</summary>
public enum ClaimType
{
    /// <summary>837P, CMS-1500.</summary>
    Professional,

    /// <summary>837I, UB-04.</summary>
    Institutional,
}

/// <summary>A diagnosis in the order of the claim; pointers count from 1.</summary>
/// <param name="Code">The code as written, without qualifier.</param>
/// <param name="Qualifier">HIxx-1, such as ABK (principal) or ABF (other).</param>
public readonly record struct Diagnosis(Field Code, Field Qualifier);

/// <summary>A code of an HI segment that is no diagnosis: condition (BG), value (BE), occurrence (BH, BI),
/// procedure.</summary>
/// <param name="Qualifier">HIxx-1.</param>
/// <param name="Code">HIxx-2.</param>
/// <param name="Amount">HIxx-5 of a value code; absent otherwise.</param>
public readonly record struct CodedInformation(Field Qualifier, Field Code, Field Amount);

/// <summary>A reference number: REF01 with REF02.</summary>
/// <param name="Qualifier">REF01, such as G1, F8, P4, 9F, 6R, XZ, VY.</param>
/// <param name="Value">REF02.</param>
public readonly record struct ReferenceNumber(Field Qualifier, Field Value);

/// <summary>A note: NTE01 with NTE02.</summary>
/// <param name="Kind">NTE01, such as ADD, DCP, TPO.</param>
/// <param name="Text">NTE02, at most 80 characters.</param>
/// <param name="IsSplit">Whether the text holds the separator of components, which no element may.</param>
public readonly record struct Note(Field Kind, Field Text, bool IsSplit = false);

/// <summary>Paperwork that comes with the claim: PWK01, PWK02, PWK06.</summary>
/// <param name="ReportType">PWK01, such as OZ (support data), B3 (physician order).</param>
/// <param name="Transmission">PWK02: AA, BM, EL, EM, FT or FX.</param>
/// <param name="ControlNumber">PWK06, the attachment number.</param>
public readonly record struct Paperwork(Field ReportType, Field Transmission, Field ControlNumber);

/// <summary>A claim adjustment: group and reason with its amount, from CAS.</summary>
/// <param name="Group">CAS01: CO, PR, OA, PI, CR.</param>
/// <param name="Reason">A claim adjustment reason code.</param>
/// <param name="Amount">US dollars, signed.</param>
public readonly record struct Adjustment(Field Group, Field Reason, Field Amount);

/// <summary>What another payer said about a line: SVD with its CAS.</summary>
/// <param name="PayerId">SVD01.</param>
/// <param name="PaidUsd">SVD02.</param>
/// <param name="Adjustments">The CAS triples behind it.</param>
public sealed record LineAdjudication(Field PayerId, Field PaidUsd, Items<Adjustment> Adjustments)
{
    /// <summary>The day of its decision, DTP*573 of loop 2430; null where not told.</summary>
    public DateOnly? DecidedOn { get; init; }
}

/// <summary>Another payer of the claim: loop 2320 with 2330B.</summary>
public sealed class OtherPayer
{
    /// <summary>SBR01 of loop 2320.</summary>
    public Field Sequence { get; init; }

    /// <summary>SBR09 of loop 2320.</summary>
    public Field FilingIndicator { get; init; }

    /// <summary>NM103 of loop 2330B.</summary>
    public Field Name { get; init; }

    /// <summary>NM109 of loop 2330B.</summary>
    public Field Id { get; init; }

    /// <summary>AMT*D: what this payer paid, US dollars.</summary>
    public Field PaidUsd { get; init; }

    /// <summary>The day of its decision, DTP*573 of loop 2330B; null where not told.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>The claim-level CAS triples of loop 2320.</summary>
    public Items<Adjustment> Adjustments { get; init; } = [];
}

/// <summary>Where a claim stands in its file; every number counts from 1.</summary>
/// <param name="Interchange">Which ISA of the file.</param>
/// <param name="Group">Which GS of the interchange.</param>
/// <param name="Transaction">Which ST of the group.</param>
/// <param name="Ordinal">Which claim of the file.</param>
public readonly record struct ClaimPlace(int Interchange, int Group, int Transaction, int Ordinal);
