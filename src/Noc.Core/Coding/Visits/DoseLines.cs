using Noc.Claims;
using Noc.Encounters;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>The lines of a dose: of what was given, and of what was thrown away.</summary>
internal static class DoseLines
{
    /// <summary>The lines; empty where the drug is not billed, which is told.</summary>
    public static List<LineDraft> Of(VisitFacts visit, DoseToBill dose)
    {
        if (IsNothingGiven(visit, dose)) return [];
        var asked = visit.Gaps.Count;
        var code = DoseCodes.Of(visit, dose);
        dose = WithoutOverfill(visit, DoseVolumes.AsCounted(dose, code));
        var subject = visit.Subject(dose, code.Code, code.Product);
        var free = dose.First.IsFree ? visit.Wants(PolicyKeys.FreeDrugCharge, subject, Situation.Free) : null;
        if (IsLeftOut(visit, dose, code, free, subject))
        {
            // What is not billed needs no code.
            if (dose.First.IsFree) visit.Gaps.RemoveRange(asked, visit.Gaps.Count - asked);
            return [];
        }
        if (free?.Value.Number is { } token) dose = dose with { ChargeUsd = token };
        else if (dose.First.IsFree) dose = dose with { ChargeUsd = dose.ChargeUsd ?? ServiceLine.TokenUsd };
        Demands.Check(visit, dose, code, subject);
        ContainerSizes.Check(visit, dose, code);
        if (code.IsCompound) return CompoundLines.Of(visit, dose, code, subject);
        var waste = DoseWaste.Of(visit, dose, code);
        if (waste.IsNotBilled) dose = WithoutWasteCharge(visit, dose, waste);
        var units = DoseUnits.Of(visit, dose, code, waste, subject);
        var ndc = DoseNdc.For(visit, dose, code, subject);
        var lines = new List<LineDraft>(2);
        var facts = code.IsUnclassified ? FactsOf(visit, dose, code, waste, ndc, units.Value) : null;
        var wants = code.IsUnclassified ? new NarrativeWants(visit.Payer.Wants, subject) : null;
        var main = Line(visit, dose, code, waste, isWaste: false) with
        {
            Units = units.Value,
            UnitsReason = units.Reason,
            Amount = dose.Dose,
        };
        main = WithNdc(visit, main, dose, ndc, subject);
        if (dose.Dose.IsNone || dose.Dose.Value > 0)
            lines.Add(new(main, facts, wants)
            {
                // Source: Noridian DME, unclassified codes (PR-185); CGS asks for no price.
                HasListPrice = visit.Payer.Program is PayerProgram.MedicareDme,
                TellsWaste = waste.IsTold, HasJzIfUsedUp = waste.HasJzIfUsedUp,
                PerContainer = dose.Containers > 0 && dose.Opened.In(dose.Dose.Unit ?? "") is { } held
                    ? held / dose.Containers : 0,
            });
        if (waste.HasLine && waste.Discarded.Value > 0)
        {
            var second = Line(visit, dose, code, waste, isWaste: true) with
            {
                Kind = CodedLineKind.Waste,
                Units = waste.Units?.Discarded ?? (code.IsUnclassified ? 1 : null),
                UnitsReason = waste.Units is null
                    ? code.IsUnclassified ? "an unclassified code counts one unit a line" : ""
                    : Texts.Of($"what the opened containers hold beyond {units.Value:0.###} units"),
                Amount = waste.Discarded,
            };
            lines.Add(new(WithNdc(visit, second, dose, ndc, subject), facts, wants));
        }
        return Charged(visit, dose, lines);
    }

    // Drug is billed, thrown away or not, only where some of it reached the patient.
    private static bool IsNothingGiven(VisitFacts visit, DoseToBill dose)
    {
        if (!dose.Given.All(one => one.Dose is { IsNone: false, Value: 0 })) return false;
        if (dose.Part > 1) return true;
        foreach (var given in dose.Given)
            visit.NotBilled.Add(new(given.Pointer, given.Drug,
                "The record says a dose of 0: nothing was given, and drug that was only thrown away is not billed."));
        visit.Missing($"{dose.First.Pointer}/dose", "dose",
            $"The dose of {dose.First.Drug} is recorded as 0. Either nothing was given, then take the administration "
            + "out, or the dose is missing.", "nursing");
        return true;
    }

    // What a container holds beyond its label was not paid for.
    private static DoseToBill WithoutOverfill(VisitFacts visit, DoseToBill dose)
    {
        if (dose.IsSingleDose is not true || dose.Dose.IsNone || dose.Opened.In(dose.Dose.Unit) is not { } held
            || dose.Dose.Value <= held) return dose;
        visit.Missing($"{dose.First.Pointer}/dose", "dose",
            $"{dose.Dose} is more than the {dose.Opened} on the labels: "
            + "overfill is not billed.", "nursing", isBlocking: false);
        return dose with { Dose = new(held, dose.Dose.Unit) };
    }

    // A charge covers the containers that were opened; some payers want that of the drug given alone.
    private static DoseToBill WithoutWasteCharge(VisitFacts visit, DoseToBill dose, DoseWaste waste)
    {
        if (dose.ChargeUsd is not { } charge || waste.Discarded.In(dose.Dose.Unit) is not (> 0 and var thrown)
            || dose.Dose.Value <= 0) return dose;
        var given = Rounding.Cents(charge * dose.Dose.Value / (dose.Dose.Value + thrown));
        visit.Missing($"{dose.First.Pointer}/chargeUsd", "charge", Texts.Of(
            $"{visit.Payer.Name} takes no charge for drug that was thrown away: ${given:N2} of ${charge:N2} stands ")
            + $"for the {dose.Dose} that were given.", "billing", isBlocking: false);
        return dose with { ChargeUsd = given };
    }

    private static bool IsLeftOut(
        VisitFacts visit, DoseToBill dose, DoseCode code, PolicyEntry? free, in PolicySubject subject)
    {
        var reason = "";
        if (dose.First.IsFree && free is { Value.Number: null })
            reason = $"{visit.Payer.Name} wants no line for a drug that cost nothing; its administration is billed "
                + "alone.";
        else if (dose.First.IsFree && free is null && visit.Encounter.Trial is { IsDrugFree: true })
            reason = "The sponsor of the trial gave it: there is no drug to charge.";
        else if (code.Code.IsNone) reason = code.Reason;
        else if (SwallowedDrugs.NotBilled(visit, dose, code) is { Length: > 0 } swallowed) reason = swallowed;
        else if (code.IsCompound && visit.Wants(PolicyKeys.CompoundBenefit, subject, Situation.Compounded)
            is { Value.Word: "pharmacy" })
            reason = $"{visit.Payer.Name} takes compounds through its pharmacy program only.";
        if (reason.Length == 0) return false;
        if (dose.First.IsFree && visit.FreeNote.Length == 0) visit.FreeNote = FreeNote(dose);
        foreach (var given in dose.Given) visit.NotBilled.Add(new(given.Pointer, given.Drug, reason));
        return true;
    }

    // Giving a drug without a line for it looks like a drug left off: a word of the claim says who did not charge.
    private static string FreeNote(DoseToBill dose)
    {
        const string Said = " SUPPLIED AT NO COST";
        var drug = $"{dose.First.Drug.ToUpperInvariant()}{(dose.Dose.IsNone ? "" : $" {dose.Dose}")}";
        var room = TextRoom.Electronic - Said.Length;
        return $"{(drug.Length <= room ? drug : drug[..room].TrimEnd())}{Said}";
    }

    /// <summary>A line with all but units, amounts, NDC and charge.</summary>
    public static CodedLine Line(
        VisitFacts visit, DoseToBill dose, DoseCode code, DoseWaste waste, bool isWaste) => new()
    {
        Kind = CodedLineKind.Drug,
        Administrations = [.. dose.Given.Select(given => given.Pointer)],
        Drug = dose.First.Drug,
        Code = code.Code,
        CodeReason = code.Reason,
        IsUnclassified = code.IsUnclassified,
        IsFree = dose.First.IsFree,
        Modifiers = LineModifiers.Of(visit, dose, code, waste, isWaste),
        Day = dose.Day,
        Revenue = visit.IsInstitutional ? RevenueOf(visit, dose, code) : "",
        Diagnoses = visit.IsInstitutional ? [] : LinePointers.Of(visit, code.Product),
    };

    private static string RevenueOf(VisitFacts visit, DoseToBill dose, DoseCode code)
    {
        var subject = visit.Subject(dose, code.Code, code.Product);
        var own = code.Code == Codes.C9399 ? visit.Wants(PolicyKeys.C9399Revenue, subject) : null;
        var word = (own ?? visit.Wants(PolicyKeys.RevenueCode, subject))?.Value.Word ?? "";
        return word.Length is 3 or 4 && word.All(char.IsAsciiDigit) ? word.PadLeft(4, '0')
            : visit.Setting is Setting.Esrd && code.Code.Value is "Q4081" or "J0887" ? EpoetinRevenue(dose)
            : code.Product is { Kind: ProductKind.CarTCells } && dose.Day >= CellTherapies.RevenueFrom
                ? CellTherapies.DrugRevenue : "0636";
    }

    // Epoetin for dialysis: by one administration below 10,000 units, or of 10,000 and more. Source: Medicare Claims
    // Processing Manual, chapter 8, section 60.4.
    private static string EpoetinRevenue(DoseToBill dose) =>
        dose.Dose.In("UNITS") / dose.Given.Count >= 10_000 ? "0635" : "0634";

    private static CodedLine WithNdc(
        VisitFacts visit, CodedLine line, DoseToBill dose, in DoseNdc ndc, in PolicySubject subject)
    {
        if (dose.Ndc.IsNone) return line;
        var isWhole = visit.Wants(PolicyKeys.NdcPartial, subject) is { Value.Word: "whole" };
        var decimals = visit.Wants(PolicyKeys.NdcQuantityFormat, subject) is { Value.Word: "decimals-2" } ? 2 : 3;
        var quantity = ndc.QuantityOf(line.Amount, isWhole, decimals);
        return line with
        {
            Ndc = dose.Ndc,
            NdcUnit = ndc.Unit,
            NdcQuantity = quantity,
            NdcReason = ndc.Arithmetic(line.Amount, quantity),
        };
    }

    /// <summary>What the text of a line tells.</summary>
    public static DrugNarrative FactsOf(
        VisitFacts visit, DoseToBill dose, DoseCode code, DoseWaste waste, in DoseNdc ndc, decimal? units)
    {
        var told = code.Told;
        var strength = told is { Strength.Length: > 0 } ? told.Strength.Replace(" ", "", StringComparison.Ordinal)
            : code.Ndc?.Strength is { IsNone: false, IsPerItem: false } known ? known.ToString() : "";
        return new()
        {
            Name = NameOf(dose, told),
            Strength = strength.ToUpperInvariant(),
            Dose = dose.Dose,
            Route = dose.Route ?? "",
            Ndc = dose.Ndc,
            NdcUnit = ndc.Unit,
            NdcQuantity = ndc.QuantityOf(dose.Dose, false, 3),
            Container = waste.IsSingleDose switch { true => "SDV", false => "MDV", _ => "" },
            Containers = dose.Containers > 0 ? dose.Containers : null,
            Waste = waste.IsTold || (waste.Discarded is { IsNone: false, Value: 0 } && waste.HasJz)
                ? waste.Discarded : default,
            IsWasteInTextOnly = waste is { IsTold: true, HasLine: false },
            PriceUsd = PriceOf(visit.Encounter, dose),
            Frequency = Texts.Of($"X{dose.Given.Count}"),
            Date = dose.Day,
            Manufacturer = told is { Labeler.Length: > 0 } ? told.Labeler : code.Ndc?.Labeler ?? "",
            BilledUnits = units,
            WeightKg = visit.Encounter.Patient.WeightKg,
            Diagnosis = visit.Encounter.Diagnoses is [var first, ..] ? first : "",
            IsCompound = code.IsCompound,
        };
    }

    private static string NameOf(DoseToBill dose, ProductFacts? told)
    {
        var drug = dose.First.Drug;
        var name = WithoutRoute(drug, dose.Route);
        return told is { Ingredient.Length: > 0 } && drug.Equals(told.Name, StringComparison.OrdinalIgnoreCase)
            && !told.Ingredient.Equals(told.Name, StringComparison.OrdinalIgnoreCase)
            ? $"{name} ({told.Ingredient})" : name;
    }

    // "Stelara IV" given IV: the text tells the route in its own place, where the payer wants it.
    private static string WithoutRoute(string drug, string? route) =>
        route is { Length: > 0 } && drug.Length > route.Length + 1 && drug[^(route.Length + 1)] == ' '
            && drug.EndsWith(route, StringComparison.OrdinalIgnoreCase) ? drug[..^(route.Length + 1)] : drug;

    /// <summary>What one package cost by the newest invoice for the dose; null without one.</summary>
    public static decimal? PriceOf(Encounter encounter, DoseToBill dose)
    {
        InvoiceLine? newest = null;
        foreach (var invoice in encounter.Invoices)
        {
            var fits = invoice.Ndc.IsNone || dose.Ndc.IsNone ? DrugNames.Shares(invoice.Drug, dose.First.Drug)
                : invoice.Ndc == dose.Ndc;
            if (fits && invoice.NetUnitUsd is > 0 && !(invoice.Date > dose.Day)
                && !(newest?.Date > invoice.Date)) newest = invoice;
        }
        return newest?.NetUnitUsd is { } net ? Rounding.Cents(net) : null;
    }

    /// <summary>Shares the charge of a dose over its lines, to the cent: by units, else by amount.</summary>
    public static List<LineDraft> Charged(VisitFacts visit, DoseToBill dose, List<LineDraft> lines)
    {
        var charge = dose.ChargeUsd;
        var reason = dose.First.IsFree ? "the drug cost nothing" : "charge of the dose";
        if (charge is null && lines.Count > 0 && visit.Context.ChargesUsd.TryGetValue(lines[0].Line.Code, out var each)
            && lines.TrueForAll(one => one.Line.Units is not null))
        {
            charge = each * lines.Sum(one => one.Line.Units!.Value);
            reason = Texts.Of($"{each:0.00##} a unit of the charge list");
        }
        if (charge is null)
        {
            visit.Missing($"{dose.First.Pointer}/chargeUsd", "charge", $"No charge is recorded for {dose.First.Drug}"
                + (PriceOf(visit.Encounter, dose) is { } cost
                    ? Texts.Of($"; a package of it cost ${cost:0.00}.") : "."), "billing");
            return lines;
        }
        var isFree = dose.First.IsFree;
        var isCounted = lines.TrueForAll(one => one.Line.Units is not null);
        var unit = lines.Count > 0 ? lines[0].Line.Amount.Unit ?? "" : "";
        var weights = lines.ConvertAll(one => WeightOf(one.Line, isCounted, unit));
        var (rest, total) = (charge.Value, weights.Sum());
        for (var i = 0; i < lines.Count; i++)
        {
            var share = i == lines.Count - 1 || total == 0 ? rest
                : Rounding.Cents(charge.Value * weights[i] / total);
            if (isFree) share = charge.Value;
            rest -= share;
            lines[i] = lines[i] with
            {
                Line = lines[i].Line with
                {
                    ChargeUsd = share,
                    ChargeReason = lines.Count > 1 && !isFree ? $"{reason}, shared by amount" : reason,
                },
            };
        }
        return lines;
    }

    // A dose may be recorded in grams and its waste in milligrams.
    private static decimal WeightOf(CodedLine line, bool isCounted, string unit) => line.IsUnclassified || !isCounted
        ? line.Amount.IsNone ? 1 : line.Amount.In(unit) ?? line.Amount.Value : line.Units ?? 1;
}
