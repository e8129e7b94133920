using Noc.Administrations;
using Noc.Claims;
using Noc.Drugs;
using Noc.Encounters;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Evidence;

/// <summary>Compares the administration codes of a claim with those that the recorded times make.</summary>
/// <remarks>Where the record leaves the family of a drug or the reason of a visit open, every reading is tried and the
/// one nearest to the claim counts.</remarks>
internal static class TimedAdministration
{
    private const int MostReasons = 12;

    /// <summary>The codes of the day in order; null where the record does not tell for sure.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="drugs">Its drug lines with their evidence.</param>
    /// <param name="item">The encounter.</param>
    /// <param name="day">The day.</param>
    /// <param name="policy">Who pays.</param>
    /// <param name="tables">What is known of drugs.</param>
    public static IReadOnlyList<AdministrationUnits>? Of(
        Claim claim, IReadOnlyList<DrugLine> drugs, EvidenceItem item, DateOnly day, PayerPolicy policy,
        ReferenceTables tables)
    {
        if (BilledOn(claim, day) is not { } billed) return null;
        var encounter = AsBilled(item.Encounter, claim);
        var visits = EncounterVisits.Of(encounter, tables, FamilyPayer.Of(policy));
        Visit? visit = null;
        foreach (var one in visits)
            if (one.Day == day)
            {
                if (visit is not null) return null;
                visit = one;
            }
        if (visit is null || !IsTimed(visit) || (billed.Count == 0 && !BillsAll(visit, drugs, item.Encounter)))
            return null;
        IReadOnlyList<AdministrationUnits>? best = null;
        var least = int.MaxValue;
        foreach (var reading in Readings(visit))
        {
            if (Compare(AdministrationCoder.Code(reading), billed) is not { } units)
            {
                if (best is null) return null;
                continue;
            }
            var away = 0;
            foreach (var one in units) away += Math.Abs(one.Timed - one.Billed);
            if (away < least) (best, least) = (units, away);
        }
        return best;
    }

    // Units by code; null where a line of them cannot be read.
    private static Dictionary<HcpcsCode, int>? BilledOn(Claim claim, DateOnly day)
    {
        var billed = new Dictionary<HcpcsCode, int>();
        foreach (var line in claim.Lines)
        {
            if (!IsCompared(line.Code)) continue;
            if (line.ServiceDate is not { } first || line.BilledUnits is not (>= 0 and <= 1000 and var units)
                || units != decimal.Truncate(units)) return null;
            if (line.LastServiceDate is { } last && last != first) return null;
            if (first == day) billed[line.Code] = billed.GetValueOrDefault(line.Code) + (int)units;
        }
        return billed;
    }

    // Hydration, infusions, injections and pushes; not what is unlisted.
    private static bool IsCompared(HcpcsCode code) => code is { Series: '9', Number: var number }
        && number is (>= 6360 and <= 6378) or (>= 6401 and <= 6417);

    // Who bills, and where, is what the claim says.
    private static Encounter AsBilled(Encounter encounter, Claim claim) => encounter with
    {
        Claim = encounter.Claim with
        {
            Type = claim.Type,
            BillType = claim.Type is ClaimType.Institutional ? claim.FacilityCode.Text : "",
            PlaceOfService = claim.Type is ClaimType.Institutional ? "" : claim.FacilityCode.Text,
        },
    };

    private static bool IsTimed(Visit visit)
    {
        foreach (var one in visit.Events)
        {
            if (one.HasWrongTimes || one.Method is AdministrationMethod.Other) return false;
            if (one.Method is (AdministrationMethod.IvInfusion or AdministrationMethod.SubcutaneousInfusion
                or AdministrationMethod.ProlongedPump) && one.Minutes is null) return false;
        }
        return true;
    }

    // Of a claim without administration: another claim may bill it with the drugs that this one lacks.
    private static bool BillsAll(Visit visit, IReadOnlyList<DrugLine> drugs, Encounter encounter)
    {
        var billed = new HashSet<Administration>(ReferenceEqualityComparer.Instance);
        foreach (var drug in drugs)
            foreach (var given in drug.Evidence?.Given ?? []) billed.Add(given);
        foreach (var one in visit.Events)
        {
            if (one.Method is AdministrationMethod.Flush || one.Category is AdministrationCategory.Hydration) continue;
            if (!billed.Contains(encounter.Administrations[one.Number - 1])) return false;
        }
        return true;
    }

    // As recorded; with doubtful drugs in the other family; with each event as the reason of the visit.
    private static IEnumerable<Visit> Readings(Visit visit)
    {
        foreach (var family in (Visit[])[visit, OtherFamily(visit)])
        {
            if (ReferenceEquals(family, visit) || !family.Events.SequenceEqual(visit.Events)) yield return family;
            else continue;
            if (visit.Setting is not VisitSetting.Professional || visit.Events.Any(one => one.IsPrimaryReason))
                continue;
            // The add-on codes of chemotherapy need its first code: another drug leads only where none is of that
            // family.
            var hasComplex = family.Events.Any(one => one.IsComplex);
            foreach (var main in family.Events.Take(MostReasons).Where(one => one.IsComplex || !hasComplex))
                yield return family with
                {
                    Events = [.. family.Events.Select(one =>
                        ReferenceEquals(one, main) ? one with { IsPrimaryReason = true } : one)],
                };
        }
    }

    private static Visit OtherFamily(Visit visit) => visit with
    {
        Events = [.. visit.Events.Select(one => IsDoubtful(one) ? one with
        {
            Category = one.IsComplex ? AdministrationCategory.Therapeutic : AdministrationCategory.Chemotherapy,
        } : one)],
    };

    private static bool IsDoubtful(DrugEvent one)
    {
        foreach (var flag in one.Flags)
            if (flag.Kind is FlagKind.FamilyAssumed or FlagKind.DocumentComplexity or FlagKind.DownCoded
                or FlagKind.PayerDependent) return true;
        return false;
    }

    // Null where the record makes a code that is not compared, or a rule on which payers differ decided.
    private static List<AdministrationUnits>? Compare(VisitCodes coded, Dictionary<HcpcsCode, int> billed)
    {
        var units = new List<AdministrationUnits>();
        foreach (var flag in coded.Flags)
            if (flag.Kind is FlagKind.SecondEncounter) return null;
        foreach (var outcome in coded.Events)
        {
            if (outcome.Reason is NotReported.MethodMissing or NotReported.TimesImpossible or NotReported.TooMany
                or NotReported.SameDrugInfusionShort) return null;
            foreach (var flag in outcome.Flags) if (flag.Kind is FlagKind.TimesDoubtful) return null;
        }
        foreach (var service in coded.Services)
        {
            if (!IsCompared(service.Code))
            {
                if (service.Code.Value is "67028" or "96523") continue;
                return null;
            }
            var at = units.FindIndex(one => one.Code == service.Code);
            if (at >= 0) units[at] = units[at] with { Timed = units[at].Timed + service.Units };
            else units.Add(new(service.Code, service.Units, billed.GetValueOrDefault(service.Code),
                WhyOf(coded, service)));
        }
        foreach (var (code, count) in billed)
            if (!units.Exists(one => one.Code == code)) units.Add(new(code, 0, count, ""));
        units.Sort((a, b) => a.Code.CompareTo(b.Code));
        return units;
    }

    private static string WhyOf(VisitCodes coded, CodedService service)
    {
        foreach (var outcome in coded.Events)
            if (outcome.Event.Number == service.Events[0]) return $"{outcome.Event.Substance}: {outcome.Why}";
        return "";
    }
}
