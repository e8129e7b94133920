namespace Noc.Administrations;

/// <summary>Who bills giving the drugs of a visit: codes follow different orders.</summary>
public enum VisitSetting
{
    /// <summary>A physician's or clinic's professional claim: the main reason of the visit is the initial service.
    /// </summary>
    Professional,

    /// <summary>A hospital's outpatient claim: a fixed order of services decides which is the initial one.</summary>
    Facility,

    /// <summary>An ambulatory surgery centre: giving drugs belongs to the procedure.</summary>
    SurgeryCenter,
}
