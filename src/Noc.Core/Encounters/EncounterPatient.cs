
namespace Noc.Encounters;

/// <summary>The patient of an encounter.</summary>
/// <remarks>Holds patient data, so it is a class: nothing prints it by accident.</remarks>
public sealed class EncounterPatient
{
    /// <summary>Last name; empty where not given.</summary>
    public string LastName { get; init; } = "";

    /// <summary>First name; empty where not given.</summary>
    public string FirstName { get; init; } = "";

    /// <summary>Member id of the subscriber; empty where not given.</summary>
    public string MemberId { get; init; } = "";

    /// <summary>Date of birth; null where not given.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>F, M or U; empty where not given.</summary>
    public string Sex { get; init; } = "";

    /// <summary>Two letters of the state of residence; empty where not given.</summary>
    public string State { get; init; } = "";

    /// <summary>Weight in kilograms on the day; null where not recorded.</summary>
    public decimal? WeightKg { get; init; }

    /// <summary>Nothing of the patient: the type's name.</summary>
    public override string ToString() => nameof(EncounterPatient);
}
