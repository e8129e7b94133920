using Noc.Claims;
using Noc.Coding;
using Noc.Drugs;
using Noc.Encounters;
using Noc.Payers;
using Noc.Pricing;
using Noc.Tables;

namespace Noc.App.PriceLines;

/// <summary>The drugs of an encounter as lines to be priced: its own code and units, or the unclassified one.</summary>
internal sealed class VisitPriceLines(ReferenceTables tables, PolicySet policies, PriceLine options)
{
    private readonly PayerResolver _payers = new(tables, policies);

    /// <summary>The lines of an encounter; drugs whose code is not known are added to the problems.</summary>
    public IEnumerable<LineToPrice> Of(string path, Encounter visit, List<string> problems)
    {
        var payer = visit.Payers.Count > 0 ? visit.Payers[0] : new();
        var state = visit.Facility?.State is { Length: > 0 } there ? there : visit.Billing?.State ?? "";
        var zip = (visit.Facility is { State.Length: > 0 } place ? place : visit.Billing)?.Zip ?? "";
        var isInstitutional = visit.Claim.Type is ClaimType.Institutional;
        var policy = _payers.Resolve(
            payer.Filing, payer.Id, payer.Name, state, visit.Patient.State, zip, isInstitutional);
        var frame = options with
        {
            Program = policy.Program,
            Payer = policy.Id ?? "",
            PayerName = policy.Name,
            System = PaySystems.Of(isInstitutional, visit.Claim.BillType, visit.Claim.PlaceOfService, policy.Program),
            PlaceOfService = visit.Claim.PlaceOfService,
            State = policy.State,
            Zip = (visit.Facility ?? visit.Billing)?.Zip ?? "",
        };
        var number = 0;
        foreach (var given in visit.Administrations)
        {
            if (given.Method is AdministrationMethod.Flush
                || given.Category is AdministrationCategory.Hydration) continue;
            number++;
            if (Line(given, visit, frame) is { } line)
                yield return new(path, visit.Id, number, line)
                {
                    Lots = [.. given.Containers.Select(one => one.Lot).Where(lot => lot.Length > 0)],
                    Containers = given.Containers.Count > 0 ? given.Containers.Sum(one => one.Count) : null,
                    Invoices = visit.Invoices,
                    Wants = policy.Wants,
                };
            else
                problems.Add($"{path} encounter {visit.Id} {given.Pointer}: neither name nor NDC tells the code of the "
                    + "drug; `noc code` says what is missing.");
        }
    }

    private PriceLine? Line(Administration given, Encounter visit, PriceLine frame)
    {
        var ndc = !given.Ndc.IsNone ? given.Ndc
            : given.Containers.Select(one => one.Ndc).FirstOrDefault(one => !one.IsNone);
        var facts = ndc.IsNone ? null : NdcFacts.Of(tables, ndc, given.Day);
        var (code, units) = CodeOf(given, facts, frame);
        if (code.IsNone && visit.Products.Any(one => one.Ndc == ndc || one.Name == given.Drug))
            (code, units) = (HcpcsCode.Of("J3490"), 1);
        if (code.IsNone) return null;
        var used = Used(given);
        var (quantity, unit) = Quantity(given, facts, used);
        return frame with
        {
            Code = code,
            Units = units,
            Day = given.Day,
            Ndc = ndc,
            ListedNdc = facts is null || facts.ListedAs == ndc ? default : facts.ListedAs,
            Dose = used,
            NdcQuantity = quantity,
            NdcUnit = unit,
            Drug = given.Drug,
            Approved = visit.Products.FirstOrDefault(one => one.Ndc == ndc)?.ApprovedOn,
            IsCompounded = given.IsCompounded,
            CostUsd = given.IsFree ? 0 : frame.CostUsd,
        };
    }

    // What was given and discarded: both are paid.
    private static Amount Used(Administration given) => given.Dose.IsNone || given.Discarded.IsNone ? given.Dose
        : given.Discarded.In(given.Dose.Unit) is { } waste ? given.Dose with { Value = given.Dose.Value + waste }
        : given.Dose;

    private (HcpcsCode Code, decimal Units) CodeOf(Administration given, NdcFacts? facts, PriceLine frame)
    {
        var (setting, dose) = (SettingOf(frame.System), Used(given));
        var match = tables.FindProduct(given.Drug);
        if (match.IsNone && facts is not null) match = facts.Drug;
        if (!match.IsNone)
        {
            var coding = DrugCodes.Of(match.Products[0], given.Day, setting,
                frame.Program is PayerProgram.Medicare or PayerProgram.MedicareDme, dose,
                given.Route.Length > 0 ? given.Route : null);
            return (coding.Code, coding.Own is [{ Units: { } units }, ..] ? units : 1);
        }
        return facts?.Codes is [var only] ? (only.Code, SpecificCodes.UnitsOf(only.Unit.Dose, dose) ?? 1) : default;
    }

    // By strength and package of the NDC, else by what the containers hold.
    private static (decimal? Quantity, string Unit) Quantity(Administration given, NdcFacts? facts, Amount used)
    {
        if (facts?.QuantityOf(used) is { } known) return (known, facts.Measure.Code);
        if (given.Containers is [{ Holds: { IsNone: false, Value: > 0 } holds }] && used.In(holds.Unit) is { } amount)
            return (decimal.Round(amount / holds.Value, 3, MidpointRounding.AwayFromZero), "UN");
        return given.Containers.Count > 0 ? (given.Containers.Sum(one => one.Count), "UN") : (null, "");
    }

    private static Setting SettingOf(PaySystem system) => system switch
    {
        PaySystem.HospitalOutpatient => Setting.Opps,
        PaySystem.SurgeryCentre => Setting.Asc,
        PaySystem.Dialysis => Setting.Esrd,
        PaySystem.Equipment => Setting.Dme,
        PaySystem.AtCost => Setting.OtherInstitutional,
        _ => Setting.Office,
    };
}
