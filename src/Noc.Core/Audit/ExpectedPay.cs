using System.Collections.Concurrent;
using Noc.Claims;
using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Pricing;
using Noc.Tables;

namespace Noc.Audit;

/// <summary>What payers are expected to pay for lines of claims, as far as the tables at hand tell: no contract, list
/// or invoice is asked. Thread-safe; a line is priced once for its code, quarter, units, payer's method and place.
/// </summary>
/// <param name="tables">Reference facts.</param>
public sealed class ExpectedPay(ReferenceTables tables)
{
    private const int Most = 65_536;

    private readonly LinePricer _pricer = new(tables, PriceInputs.None);
    private readonly ConcurrentDictionary<Key, Settlement?> _known = new();

    private readonly record struct Key(
        HcpcsCode Code, int Quarter, decimal Units, PayerProgram Program, PaySystem System, string Place, string State,
        string Zip, bool Is340B);

    /// <summary>The money of a line; null where no price is known.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="line">The line.</param>
    /// <param name="policy">Who pays.</param>
    /// <param name="instead">Code and units that should stand on it; null for those that do.</param>
    public Settlement? Of(Claim claim, ServiceLine line, PayerPolicy policy, ExpectedValue? instead = null)
    {
        var code = instead is { Code.IsNone: false, Units: not null } ? instead.Code : line.Code;
        if (line.ServiceDate is not { } day || code.IsNone || line.ChargeUsd is < 0 or > 1e12m
            || (code == line.Code ? line.BilledUnits : instead!.Units) is not (> 0 and < 1e6m and var units))
            return null;
        // Nobody but Medicare pays by tables alone.
        if (policy.Program is not (PayerProgram.Medicare or PayerProgram.MedicareDme
            or PayerProgram.MedicareAdvantage)) return null;
        if (tables.IsUnclassified(code, day)) return OfPackage(claim, line, policy, day);
        var priced = LineOf(claim, code, units, day, policy, claim.PlaceOfService(line).Text);
        var isPlaced = code.Series is (>= '0' and <= '9') or 'G';
        var key = new Key(code, (day.Year * 4) + CalendarQuarter.Of(day), units, priced.Program, priced.System,
            priced.PlaceOfService, isPlaced ? priced.State : "", isPlaced ? priced.Zip : "",
            line.Has(Codes.JG));
        var isOwn = line.Modifiers.Count > 0 && FeeModifiers.MayChange(line.Modifiers);
        if (isOwn || !_known.TryGetValue(key, out var money))
        {
            money = (_pricer.Of(priced with { Modifiers = line.Modifiers }) as Price.Priced)?.Money;
            if (!isOwn && _known.Count < Most) _known.TryAdd(key, money);
        }
        return money is { } whole ? AtMost(whole, line.ChargeUsd, priced.System) : null;
    }

    // An unclassified code has a price by its package only, in the file of prices without codes.
    private Settlement? OfPackage(Claim claim, ServiceLine line, PayerPolicy policy, DateOnly day)
    {
        if (line.Ndc is not { IsNone: false } ndc
            || tables.Image.Rows<NocNdcRecord>().Of(TableKey.Of(ndc)).On(day) is null) return null;
        return (_pricer.Of(LineOf(claim, line.Code, line.BilledUnits ?? 1, day, policy,
            claim.PlaceOfService(line).Text) with
        {
            Ndc = ndc, NdcQuantity = line.NdcQuantity, NdcUnit = line.NdcUnit.Text, ChargeUsd = line.ChargeUsd,
            Modifiers = line.Modifiers,
        }) as Price.Priced)?.Money;
    }

    // Outside of hospitals no more than the charge is paid; the shares stay.
    private static Settlement AtMost(Settlement money, decimal? chargeUsd, PaySystem system)
    {
        if (chargeUsd is not { } charge || charge >= money.AllowedUsd || system is PaySystem.HospitalOutpatient)
            return money;
        return Settlement.Of(charge, 0, 100 * money.CoinsuranceUsd / money.AllowedUsd,
            money.PayerShareUsd > 0 ? 100 * money.SequestrationUsd / money.PayerShareUsd : 0);
    }

    /// <summary>A line of a claim as prices see it, without its NDC, charge and modifiers.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="code">The code.</param>
    /// <param name="units">Units.</param>
    /// <param name="day">Day of service.</param>
    /// <param name="policy">Who pays.</param>
    /// <param name="place">Place of service of the line; empty on institutional claims.</param>
    /// <param name="frame">What is the same on every line; null for nothing.</param>
    public static PriceLine LineOf(
        Claim claim, HcpcsCode code, decimal units, DateOnly day, PayerPolicy policy, string place,
        PriceLine? frame = null)
    {
        var at = claim.ServiceFacility is { Zip.IsEmpty: false } facility ? facility : claim.Billing;
        return (frame ?? new() { Day = day }) with
        {
            Code = code,
            Units = units,
            Day = day,
            Program = policy.Program,
            Payer = policy.Id ?? "",
            PayerName = policy.Name,
            System = PaySystems.Of(claim.Type is ClaimType.Institutional
                ? SettingOf.Bill(claim.BillType, policy.Program) : SettingOf.Place(place, policy.Program)),
            PlaceOfService = place,
            State = policy.State,
            Zip = at.Zip.Text,
        };
    }
}
