using Noc.Drugs;
using Noc.Encounters;
using Noc.Tables;

namespace Noc.Administrations;

/// <summary>What stands outside the order of services into a vein: injections, infusions under the skin, pumps,
/// arteries, the spinal canal, eyes, vaccines, flushes.</summary>
/// <remarks>Source: coding guide F2 and F3, step 1; HCPCS Level II for G and C codes.</remarks>
internal sealed class OtherServices(Visit visit, Ledger ledger)
{
    /// <summary>First day on which Medicare pays the injection that prevents HIV (NCD 210.15).</summary>
    public static readonly DateOnly HivPreventionFrom = new(2024, 9, 30);

    /// <summary>First day of the codes for antibodies against RSV.</summary>
    public static readonly DateOnly RsvFrom = new(2023, 10, 6);

    /// <summary>Codes the events, which come in order of their starts.</summary>
    public void Code(IReadOnlyList<DrugEvent> events)
    {
        foreach (var one in events) CodeOne(one);
        SkinInfusions([.. events.Where(IsSkinInfusion)]);
        Vaccines([.. events.Where(IsVaccine)]);
        Eyes([.. events.Where(one => one.Method is AdministrationMethod.Intravitreal)]);
        // Last: a flush counts only where nothing else does.
        Flushes([.. events.Where(one => one.Method is AdministrationMethod.Flush)]);
    }

    private static bool IsSkinInfusion(DrugEvent one) => one.Method is AdministrationMethod.SubcutaneousInfusion;

    /// <summary>Whether the event is an immunisation, whatever its method is called. An antibody is none, though
    /// records often say so.</summary>
    public static bool IsVaccine(DrugEvent one) => one.Kind is not DrugKind.RsvAntibody
        && (one.Method is AdministrationMethod.Vaccine
            || (one.Category is AdministrationCategory.Vaccine && one.Method is AdministrationMethod.Intramuscular
                or AdministrationMethod.Subcutaneous or AdministrationMethod.Oral or AdministrationMethod.Other));

    private void CodeOne(DrugEvent one)
    {
        if (IsVaccine(one)) return;
        switch (one.Method)
        {
            case AdministrationMethod.Intramuscular or AdministrationMethod.Subcutaneous
                or AdministrationMethod.Vaccine:
                Injection(one);
                break;
            case AdministrationMethod.OnBody:
                ledger.Report(one, "96377", 1, "Putting on the injector, outside the order of services.");
                break;
            case AdministrationMethod.ProlongedPump:
                Pump(one);
                break;
            case AdministrationMethod.IntraArterial:
                Artery(one);
                break;
            case AdministrationMethod.Intrathecal:
                SpinalCanal(one);
                break;
            case AdministrationMethod.Inhalation:
                ledger.Skip(one, NotReported.ProcedureCode,
                    "Inhaled: 94640 or its kin by the note, not a code of administration.");
                break;
            case AdministrationMethod.Oral:
                ledger.Skip(one, NotReported.Oral, "Swallowed: giving it is not billed.");
                break;
            case AdministrationMethod.Other:
                Cavity(one);
                break;
            default:
                break;
        }
    }

    /// <summary>The code of an injection under the skin or into a muscle, and why.</summary>
    public static (string Code, string Why) InjectionOf(DrugEvent one, Visit visit) => one switch
    {
        { Kind: DrugKind.RsvAntibody } when visit.Day >= RsvFrom =>
            ("96381", "An antibody against RSV has a code of its own."),
        { Kind: DrugKind.HivPrevention } when visit.IsMedicare && visit.Day >= HivPreventionFrom =>
            ("G0012", "Medicare takes G0012 for an injection that prevents HIV, not 96372."),
        { Category: AdministrationCategory.HormonalChemotherapy } => ("96402", "An injected hormone against cancer."),
        { Category: AdministrationCategory.Chemotherapy } =>
            ("96401", "An injection of the complex family, no hormone."),
        _ => ("96372", "An injection stands outside the order of services into a vein."),
    };

    private void Injection(DrugEvent one)
    {
        if (one.Kind is DrugKind.BotulinumToxin)
        {
            ledger.Skip(one, NotReported.ProcedureCode, "A botulinum toxin: a procedure by the note stands for it "
                + "(64615 for migraine, 64612, 64616, 64642 to 64650 and their kin by muscle), not an injection.");
            return;
        }
        var (code, why) = InjectionOf(one, visit);
        ledger.Report(one, code, 1, why);
        if (code == "96381")
            ledger.Flag(one, FlagKind.OtherCode, "96380 instead where the physician counselled on it the same day.");
    }

    private void Pump(DrugEvent one)
    {
        if (one.Minutes is null)
            ledger.Flag(one, FlagKind.LateEntry,
                "The record must show that the pump runs for more than eight hours: ask nursing for its times.");
        if (one.IsComplex) ledger.Report(one, "96416", 1, "Starting a pump that runs for more than eight hours.");
        else if (visit.Setting is VisitSetting.Facility)
            ledger.Report(one, "C8957", 1, "Starting a pump that runs for more than eight hours, outpatient hospital.");
        else
        {
            ledger.Report(one, "96379", 1,
                "A pump for more than eight hours with a drug outside the complex family: no code lists that.");
            ledger.Flag(one, FlagKind.Unlisted, "96379 is unlisted: describe the service and keep the record ready.");
        }
    }

    private void Artery(DrugEvent one)
    {
        if (!one.IsComplex)
        {
            ledger.Report(one, "96373", 1, "An injection into an artery.");
            return;
        }
        if (one.Minutes is not { } minutes)
        {
            ledger.Report(one, "96420", 1, "Into an artery; without start and stop the record proves a push.");
            ledger.Flag(one, FlagKind.LateEntry, "If it was an infusion, ask nursing for a late entry of its times.");
        }
        else if (minutes < InfusionCodes.LeastInfusionMinutes)
            ledger.Report(one, "96420", 1, $"{Words.Minutes(minutes)} into an artery: a push.");
        else if (minutes > InfusionCodes.LongestOrdinaryMinutes)
            ledger.Report(one, "96425", 1, "A pump into an artery for more than eight hours.");
        else
        {
            ledger.Report(one, "96422", 1, $"An infusion into an artery of {Words.Minutes(minutes)}.");
            ledger.Report(one, "96423", InfusionCodes.FurtherHours(minutes), "Further hours count as in a vein.");
        }
    }

    private void SpinalCanal(DrugEvent one)
    {
        var isReservoir = one.Site.Contains("reservoir", StringComparison.OrdinalIgnoreCase)
            || one.Site.Contains("ommaya", StringComparison.OrdinalIgnoreCase)
            || one.Site.Contains("ventric", StringComparison.OrdinalIgnoreCase);
        if (one.IsComplex && isReservoir)
            ledger.Report(one, "96542", 1, "A drug of the complex family into a reservoir of the brain.");
        else if (one.IsComplex)
            ledger.Report(one, "96450", 1, "A drug of the complex family into the spinal canal, puncture included.");
        else
            ledger.Skip(one, NotReported.ProcedureCode,
                "Into the spinal canal: 62320 to 62327 by level and imaging in the note; a pump refill 95990 or "
                + "95991.");
    }

    private void Cavity(DrugEvent one)
    {
        var code = !one.IsComplex ? "" : RouteText.Spelled(one.Route).ToUpperInvariant() switch
        {
            "IP" or "INTRAPERITONEAL" => "96446",
            "IPL" or "INTRAPLEURAL" => "96440",
            "INTRAVESICAL" => "51720",
            _ => "",
        };
        if (code.Length > 0)
            ledger.Report(one, code, 1, $"{char.ToUpperInvariant(Label(code)[0])}{Label(code)[1..]}.");
        else if (RouteText.Spelled(one.Route) is "IA")
            ledger.Skip(one, NotReported.ProcedureCode, "Into a joint: 20600, 20605 or 20610 by its size (20604, "
                + "20606, 20611 with ultrasound), not a code of administration.");
        else if (one.Route.Length > 0)
            ledger.Skip(one, NotReported.ProcedureCode,
                $"Route {one.Route}: a procedure code by the note stands for it, not a code of administration.");
        else
            ledger.Skip(one, NotReported.MethodMissing,
                "The record does not say how it was given. Ask nursing for the method: infusion, push, injection.");
    }

    private static string Label(string code) => InfusionCodes.Label(Drugs.HcpcsCode.Of(code));

    // Set-up and first hour once; hours by all minutes under the skin, each counted once; a further site once.
    private void SkinInfusions(List<DrugEvent> events)
    {
        var timed = events.Where(one => one.Minutes >= InfusionCodes.LeastInfusionMinutes).ToList();
        foreach (var one in events.Except(timed))
        {
            Injection(one);
            if (one.Minutes is { } minutes) ledger.Because(one, $"{Words.Minutes(minutes)}: an injection up to 15.");
            else
            {
                ledger.Flag(one, FlagKind.LateEntry,
                    "Without start and stop 16 minutes are not shown: ask nursing for a late entry.");
                ledger.Flag(one, FlagKind.Convention, "Reporting an injection until then is a convention.");
            }
        }
        if (timed.Count == 0) return;
        var all = new Spans(timed).Minutes;
        ledger.Report(timed[0], "96369", 1, "Infusion under the skin, set-up included.");
        ledger.Report(timed[0], "96370", InfusionCodes.FurtherHours(all), $"{Words.Minutes(all)} in all.");
        ledger.Count(timed[0], all);
        if (timed[0].IsComplex)
            ledger.Flag(timed[0], FlagKind.Convention, "The complex family has no code for infusion under the skin.");
        var isFurtherSiteUsed = false;
        foreach (var one in timed.Skip(1))
        {
            var isOther = !string.Equals(SiteOf(one), SiteOf(timed[0]), StringComparison.OrdinalIgnoreCase);
            if (isOther && !isFurtherSiteUsed)
            {
                isFurtherSiteUsed = true;
                ledger.Report(one, "96371", 1, "A further pump set-up with a new site, once in a visit.");
            }
            else
                ledger.Skip(one, NotReported.SubcutaneousOnce,
                    $"Its minutes are counted at event {timed[0].Number}; a further site is reported once.");
        }
    }

    private static string SiteOf(DrugEvent one) => (one.Access.Length > 0 ? one.Access : one.Site).Trim();

    private void Vaccines(List<DrugEvent> events)
    {
        var any = false;
        foreach (var isInjected in (bool[])[true, false])
            foreach (var one in events.Where(one => IsInjected(one) == isInjected))
            {
                var own = OwnVaccineCode(one);
                if (own.Length > 0) ledger.Report(one, own, 1, $"{Label(own)}.");
                else
                {
                    ledger.Report(one, (isInjected, any) switch
                    {
                        (true, false) => "90471",
                        (true, true) => "90472",
                        (false, false) => "90473",
                        _ => "90474",
                    }, 1, any ? "A further vaccine." : "The first vaccine of the visit.");
                    any = true;
                }
            }
    }

    private static bool IsInjected(DrugEvent one) => one.Method is not AdministrationMethod.Oral
        && one.Route.ToUpperInvariant() is not ("PO" or "NAS" or "IN" or "ORAL" or "NASAL" or "INTRANASAL");

    private string OwnVaccineCode(DrugEvent one) => one.Kind switch
    {
        DrugKind.CovidVaccine => "90480",
        DrugKind.InfluenzaVaccine when visit.IsMedicare => "G0008",
        DrugKind.PneumococcalVaccine when visit.IsMedicare => "G0009",
        DrugKind.HepatitisBVaccine when visit.IsMedicare => "G0010",
        _ => "",
    };

    private void Eyes(List<DrugEvent> events)
    {
        if (visit.IsMedicare && events.Find(one => SideOf(one) is "RT") is { } right
            && events.Find(one => SideOf(one) is "LT") is { } left)
        {
            var (lead, other) = right.Number < left.Number ? (right, left) : (left, right);
            ledger.Report(lead, "67028", 1, "An injection into both eyes: Medicare takes one line with 50.", "50");
            foreach (var one in events.Where(one => one != lead))
                ledger.Skip(one, NotReported.OnceADay, one == other
                    ? $"The other eye of event {lead.Number}: one line with 50 stands for both."
                    : $"The same eye as event {(SideOf(one) == SideOf(lead) ? lead : other).Number}: once a day.");
            return;
        }
        foreach (var side in events.GroupBy(SideOf).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var first = side.First();
            ledger.Report(first, "67028", 1, "An injection into the eye.", side.Key);
            if (side.Key.Length == 0)
                ledger.Flag(first, FlagKind.SideMissing, "Which eye is not recorded: the line needs RT or LT.");
            foreach (var one in side.Skip(1))
                ledger.Skip(one, NotReported.OnceADay, $"The same eye as event {first.Number}: once a day.");
        }
        if (events.Select(SideOf).Distinct().Count(side => side is "RT" or "LT") == 2)
            ledger.Flags.Add(new(FlagKind.PayerDependent, "Both eyes: some payers take one line of 67028 with 50 "
                + "instead of RT and LT."));
    }

    private static string SideOf(DrugEvent one) => BodySides.Of($"{one.Site} {one.Access}").Modifier();

    private void Flushes(List<DrugEvent> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (i == 0 && !ledger.HasCodes)
                ledger.Report(events[0], "96523", 1, "A flush of a port, with nothing else reported in the visit.");
            else
                ledger.Skip(events[i], NotReported.FlushIncluded, i == 0
                    ? "Flushing and keeping a line open belong to what else was given."
                    : "One flush is reported in a visit.");
            if (i == 0 && events.Count > 0 && !HasOther())
                ledger.Flag(events[0], FlagKind.OtherCode,
                    "Only where nothing else stands on the claim for the day, a visit with the physician included.");
        }
        bool HasOther() => visit.Events.Any(one => one.Method is not AdministrationMethod.Flush);
    }
}
