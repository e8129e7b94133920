using System.Globalization;
using Noc.App.CodeEncounter;
using Noc.Claims;
using Noc.Coding;
using Noc.Drugs;
using Noc.Encounters;
using Noc.Payers;
using Noc.Pricing;
using Noc.Tables;

namespace Noc.App.PriceLines;

/// <summary>The lines of a coded visit as lines to be priced: what <c>noc code</c> bills is what is priced.</summary>
/// <param name="tables">Reference facts.</param>
/// <param name="options">What is the same on every line, such as the deductible.</param>
internal sealed class CodedPriceLines(ReferenceTables tables, PriceLine options)
{
    // Gaps of the record that keep a line from its right price.
    private static readonly string[] Bearing =
        ["code", "pathway", "product", "units", "dose", "ndc", "containers", "times", "method"];

    private static readonly Price.NotPriced Free = new(
        "The drug cost nothing: the line stands for its administration and is not paid.", "");

    /// <summary>The lines of all claims of a visit, numbered through.</summary>
    public List<LineToPrice> Of(CodedResult result)
    {
        var (visit, encounter) = (result.Visit, result.Encounter);
        var frame = FrameOf(visit, encounter);
        var lines = new List<LineToPrice>();
        var amounts = AmountsOf(visit, encounter);
        foreach (var claim in visit.Claims)
        {
            var first = lines.Count;
            foreach (var line in claim.Lines)
                lines.Add(Of(result, line, lines.Count + 1, frame, amounts));
            if (frame is { System: PaySystem.HospitalOutpatient, Program: PayerProgram.Medicare })
                Package(lines, first);
        }
        return lines;
    }

    // Services of a hospital's claim that others of the day take in.
    private void Package(List<LineToPrice> lines, int first)
    {
        var codes = lines.Skip(first).Select(one => (one.Line.Code, one.Line.Day)).ToList();
        for (var at = 0; at < codes.Count; at++)
            if (OppsClaim.PackagedInto(tables, codes, at) is { IsNone: false } into)
                lines[first + at] = lines[first + at] with
                {
                    Line = lines[first + at].Line with { PackagedInto = into },
                };
    }

    private PriceLine FrameOf(CodedVisit visit, Encounter encounter)
    {
        var isInstitutional = visit.Type is ClaimType.Institutional;
        var at = encounter.Facility is { } facility && (facility.State.Length > 0 || facility.Zip.Length > 0)
            ? facility.Zip : encounter.Billing?.Zip ?? "";
        return options with
        {
            Program = visit.Payer.Program,
            Payer = visit.Payer.Id ?? "",
            PayerName = visit.Payer.Name,
            System = PaySystems.Of(isInstitutional ? SettingOf.Bill(encounter.BillType, visit.Payer.Program)
                : SettingOf.Place(encounter.Claim.PlaceOfService, visit.Payer.Program)),
            PlaceOfService = isInstitutional ? "" : visit.Place,
            State = visit.Payer.State,
            Zip = at.Length > 0 ? at : options.Zip,
        };
    }

    private LineToPrice Of(
        CodedResult result, CodedLine line, int number, PriceLine frame,
        Dictionary<(string Given, Ndc11 Ndc), Amount>? amounts)
    {
        var encounter = result.Encounter;
        var first = line.Administrations is [var pointer, ..] ? GivenAt(encounter, pointer) : null;
        var isDrug = line.Kind is not CodedLineKind.Administration;
        var priced = frame with
        {
            Code = line.Code,
            Units = line.Units ?? 1,
            Day = line.Day,
            Modifiers = ModifiersOf(line),
            ChargeUsd = line.ChargeUsd,
        };
        if (!isDrug) return new(result.File, encounter.Id, number, Bare(priced)) { Notes = NotesOf(result, line) };
        priced = priced with
        {
            Ndc = line.Ndc,
            ListedNdc = ListedPackage.Of(tables, line.Ndc, line.Day),
            NdcQuantity = line.NdcQuantity,
            NdcUnit = line.NdcUnit,
            Dose = line.Amount,
            Drug = line.Drug,
            Approved = ApprovedOn(encounter, line),
            IsCompounded = first?.IsCompounded == true || line.CompoundLink.Length > 0,
            IsDiscounted340B = first?.IsDiscounted340B == true,
            CostUsd = line.IsFree ? 0 : priced.CostUsd,
        };
        return new(result.File, encounter.Id, number, priced)
        {
            Lots = amounts is null ? [] : LotsOf(encounter, line),
            Containers = amounts is null ? null : ContainersOf(encounter, line, amounts),
            Invoices = line.Kind is CodedLineKind.CompoundingFee ? [] : encounter.Invoices,
            Wants = result.Visit.Payer.Wants,
            Refusal = line.IsFree ? Free : line.Units is null && !line.IsUnclassified ? Unknown(line) : null,
            Notes = NotesOf(result, line),
        };
    }

    // Giving a drug has no package, no invoice and no cost of its own.
    private static PriceLine Bare(PriceLine line) => line with
    {
        Ndc = default, InvoiceUsd = null, CostUsd = null, NdcQuantity = null, NdcUnit = "", Dose = default,
    };

    private static Price.NotPriced Unknown(CodedLine line) =>
        new($"The units of {line.Code} are not known.", "Would price it: the dose in the unit of the code.");

    private static List<Modifier> ModifiersOf(CodedLine line)
    {
        if (line.Modifiers.Count == 0) return [];
        var modifiers = new List<Modifier>(line.Modifiers.Count);
        foreach (var one in line.Modifiers)
            if (one.Code is [< (char)128 and var a, < (char)128 and var b]
                && Modifier.TryParse([(byte)a, (byte)b], out var modifier)) modifiers.Add(modifier);
        return modifiers;
    }

    private static List<PriceFlag> NotesOf(CodedResult result, CodedLine line)
    {
        List<PriceFlag>? notes = null;
        foreach (var gap in result.Visit.Gaps)
            if (gap.IsBlocking && Array.IndexOf(Bearing, gap.Element) >= 0 && Concerns(gap.Pointer, line))
                (notes ??= []).Add(new("record", gap.Message));
        return notes ?? [];
    }

    private static bool Concerns(string pointer, CodedLine line)
    {
        foreach (var given in line.Administrations)
            if (pointer.StartsWith(given, StringComparison.Ordinal)
                && (pointer.Length == given.Length || pointer[given.Length] == '/')) return true;
        return false;
    }

    private static DateOnly? ApprovedOn(Encounter encounter, CodedLine line)
    {
        foreach (var product in encounter.Products)
            if (!line.Ndc.IsNone && product.Ndc == line.Ndc) return product.ApprovedOn;
        return null;
    }

    // "/administrations/3" is the fourth of the list.
    private static Administration? GivenAt(Encounter encounter, string pointer)
    {
        var cut = pointer.LastIndexOf('/');
        return cut >= 0 && int.TryParse(pointer.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture,
            out var at) && at < encounter.Administrations.Count && encounter.Administrations[at].Pointer == pointer
            ? encounter.Administrations[at] : null;
    }

    private const int MostOfALot = 1000;

    // One for each container.
    private static List<string> LotsOf(Encounter encounter, CodedLine line)
    {
        var lots = new List<string>();
        foreach (var pointer in line.Administrations)
            foreach (var container in GivenAt(encounter, pointer)?.Containers ?? [])
                if (container.Lot.Length > 0 && IsOf(container, line))
                    lots.AddRange(Enumerable.Repeat(container.Lot, Math.Clamp(container.Count, 1, MostOfALot)));
        return lots;
    }

    private static bool IsOf(Container container, CodedLine line) =>
        container.Ndc.IsNone || line.Ndc.IsNone || container.Ndc == line.Ndc;

    // Given and discarded drug of the same containers share their price by amount.
    private static decimal? ContainersOf(
        Encounter encounter, CodedLine line, Dictionary<(string Given, Ndc11 Ndc), Amount> amounts)
    {
        var count = 0L;
        foreach (var pointer in line.Administrations)
        {
            if (GivenAt(encounter, pointer) is not { Containers.Count: > 0 } given) return null;
            foreach (var container in given.Containers.Where(one => IsOf(one, line)))
            {
                if (container.Count == 0) return null;
                count += container.Count;
            }
        }
        var total = amounts.GetValueOrDefault((line.Administrations is [var first, ..] ? first : "", line.Ndc));
        return line.Amount.IsNone || total.Value <= 0 ? line.Kind is CodedLineKind.Waste ? null : count
            : count * In(total.Unit, line.Amount) / total.Value;
    }

    // A dose may be recorded in grams and its waste in milligrams.
    private static decimal In(string unit, Amount amount) => amount.In(unit) ?? amount.Value;

    // What the lines of the same containers bill together; null where no invoice asks for it.
    private Dictionary<(string Given, Ndc11 Ndc), Amount>? AmountsOf(CodedVisit visit, Encounter encounter)
    {
        if (encounter.Invoices.Count == 0 && !HasPurchases) return null;
        var amounts = new Dictionary<(string, Ndc11), Amount>();
        foreach (var claim in visit.Claims)
            foreach (var line in claim.Lines)
            {
                if (line.Amount.IsNone || line.Amount.Value > 1e15m || line.Administrations is not [var first, ..])
                    continue;
                var key = (first, line.Ndc);
                amounts[key] = amounts.TryGetValue(key, out var sum)
                    ? sum with { Value = sum.Value + In(sum.Unit, line.Amount) } : line.Amount;
            }
        return amounts;
    }

    /// <summary>True where purchases are known beside those of the encounters.</summary>
    public bool HasPurchases { get; init; }
}
