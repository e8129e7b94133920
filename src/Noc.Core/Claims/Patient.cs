namespace Noc.Claims;

/// <summary>The person who got the drug, as far as a rule or a form needs to know.</summary>
/// <remarks>The one type that holds patient data. It is a class, not a record, so that nothing prints it by
/// accident.</remarks>
public sealed class Patient
{
    /// <summary>Last name, NM103.</summary>
    public Field LastName { get; init; }

    /// <summary>First name, NM104.</summary>
    public Field FirstName { get; init; }

    /// <summary>Member id, NM109 of the subscriber.</summary>
    public Field MemberId { get; init; }

    /// <summary>Date of birth, DMG02; null where absent or no date.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>DMG03: F, M or U.</summary>
    public Field Sex { get; init; }

    /// <summary>Two-letter state of residence, N402. Decides the DME contractor.</summary>
    public Field State { get; init; }

    /// <summary>Nothing of the patient: the type's name.</summary>
    public override string ToString() => nameof(Patient);
}
