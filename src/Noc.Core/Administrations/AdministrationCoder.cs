using Noc.Claims;
using Noc.Coding;
using Noc.Drugs;
using Noc.Encounters;
using Noc.Tables;

namespace Noc.Administrations;

/// <summary>Codes the giving of drugs in a visit: what each event becomes and why, and the lines of a claim.
/// </summary>
/// <remarks>
/// <para>A pure function. The order of the events does not matter; their numbers decide only between events that are
/// equal otherwise.</para>
/// <para>Source: coding guide F1 to F6: CPT and NCCI rules as told by Palmetto (A53778), Noridian and CMS (Medicare
/// Claims Processing Manual, chapter 12, section 30.5), in our words.</para>
/// </remarks>
public static class AdministrationCoder
{
    /// <summary>The most events of a visit; a record with more is none, and nothing of it is coded.</summary>
    public const int MostEvents = 2_000;

    /// <summary>Codes a visit.</summary>
    /// <exception cref="ArgumentException">Two events have the same number.</exception>
    public static VisitCodes Code(Visit visit)
    {
        var ledger = new Ledger(visit.Events);
        DoubtfulTimes.Tell(visit, ledger);
        List<DrugEvent> veins = [], others = [];
        foreach (var one in Ledger.InOrder(visit.Events))
            if (IsKept(one, visit, ledger)) (IsVein(one, ledger) ? veins : others).Add(one);
        if (veins.Count > 0) new VeinServices(visit, ledger).Code(MixedBags.Joined(veins, ledger));
        if (others.Count > 0) new OtherServices(visit, ledger).Code(others);
        return ledger.Close(visit);
    }

    // What another bills, and what cannot be judged, is set aside before the order of services is made.
    private static bool IsKept(DrugEvent one, Visit visit, Ledger ledger)
    {
        if (visit.Events.Count > MostEvents)
        {
            ledger.Skip(one, NotReported.TooMany, "More is recorded than a visit can hold. Check the record.");
            return false;
        }
        if (one.HasWrongTimes || one.Stop < one.Start)
        {
            ledger.Skip(one, NotReported.TimesImpossible,
                "The recorded times cannot be, or need the time zone of the place (timeZone). Put them right; then "
                + "it can be coded.");
            return false;
        }
        if (one.IsNotGiven)
        {
            ledger.Skip(one, NotReported.NothingGiven, "The record says a dose of 0: nothing was given.");
            return false;
        }
        if (OfProcedure(one, visit) is { Length: > 0 } procedure)
        {
            ledger.Skip(one, NotReported.ProcedureCode, procedure);
            return false;
        }
        // Source: Medicare Claims Processing Manual, chapter 8, section 60.2.
        if (visit.IsDialysis && !OtherServices.IsVaccine(one))
        {
            ledger.Skip(one, NotReported.DialysisFacility,
                "In a dialysis facility, giving drugs belongs to the treatment and has no line of its own.");
            return false;
        }
        if (!IsOwnedByInstitution(one, visit)) return true;
        if (visit.Setting is VisitSetting.SurgeryCenter)
            ledger.Skip(one, NotReported.SurgeryCenter,
                "In a surgery centre, giving drugs belongs to the covered procedure and has no line of its own.");
        else if (visit.Setting is VisitSetting.Professional
            && PlacesOfService.IsHospitalOrSurgeryCentre(visit.PlaceOfService))
            ledger.Skip(one, NotReported.FacilityPlaceOfService,
                $"Place of service {visit.PlaceOfService}: the institution bills it; the physician does not.");
        else return true;
        return false;
    }

    // Sources: NCCI policy manual, chapter 9 (contrast) and 11; AMA code changes of 2025 (38228 in place of 0540T).
    private static string OfProcedure(DrugEvent one, Visit visit) => visit.IsEquipment
        ? "A supplier of equipment bills drug and pump; giving the drug is no service of a supplier."
        : one.Kind switch
        {
            DrugKind.Radiopharmaceutical => "A radiopharmaceutical: giving it belongs to the procedure of nuclear "
                + "medicine (79101 for therapy into a vein), not to the infusions.",
            DrugKind.Contrast => "Contrast: giving it belongs to the imaging, which has a code of its own.",
            DrugKind.Blood => "Blood: its transfusion is 36430, once a day whatever the number of units, not an "
                + "infusion.",
            DrugKind.CarTCells => CarT(visit),
            _ => "",
        };

    // Source of the revenue codes: CMS, MLN Matters SE19009.
    private static string CarT(Visit visit)
    {
        var isOwn = visit.Day.Year >= 2025;
        var giving = $"CAR-T cells: giving them is {(isOwn ? "38228" : "0540T")}, not an infusion";
        return visit.Setting is not VisitSetting.Facility || visit.Day < CellTherapies.RevenueFrom ? $"{giving}."
            : $"{giving}, under revenue code 0874. {(isOwn ? "38225 to 38227" : "0537T to 0539T")} for collecting, "
                + "preparing and receiving the cells stand under 0871 to 0873; Medicare does not pay them apart.";
    }

    // Of the codes outside of 96360-96379, 96401-96425 and 96521-96523 a physician may report in a facility.
    private static bool IsOwnedByInstitution(DrugEvent one, Visit visit) => one.Method switch
    {
        AdministrationMethod.Intrathecal or AdministrationMethod.Intravitreal or AdministrationMethod.Vaccine => false,
        AdministrationMethod.Oral or AdministrationMethod.Inhalation => false,
        _ when OtherServices.IsVaccine(one) => false,
        // By the code that results: Medicare's own, and those of antibodies against RSV, are outside of the bar.
        AdministrationMethod.Intramuscular or AdministrationMethod.Subcutaneous
            when one.Kind is DrugKind.BotulinumToxin => false,
        AdministrationMethod.Intramuscular or AdministrationMethod.Subcutaneous =>
            visit.Setting is VisitSetting.SurgeryCenter
            || InfusionCodes.IsBarredInFacility(HcpcsCode.Of(OtherServices.InjectionOf(one, visit).Code)),
        AdministrationMethod.Other => !one.IsComplex,
        _ => true,
    };

    private static bool IsVein(DrugEvent one) => one.Method is AdministrationMethod.IvInfusion
        or AdministrationMethod.IvPush || IsShortPump(one);

    // A pump that ran eight hours or less is an ordinary infusion.
    private static bool IsShortPump(DrugEvent one) => one.Method is AdministrationMethod.ProlongedPump
        && one.Minutes <= InfusionCodes.LongestOrdinaryMinutes;

    private static bool IsVein(DrugEvent one, Ledger ledger)
    {
        if (IsShortPump(one))
            ledger.Because(one, "The pump ran eight hours or less, so this is an ordinary infusion.");
        return IsVein(one);
    }
}
