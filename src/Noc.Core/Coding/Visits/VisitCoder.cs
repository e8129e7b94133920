using Noc.Claims;
using Noc.Drugs;
using Noc.Encounters;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Codes a visit: the lines of every drug that was given, as the first payer wants them. A pure function.
/// </summary>
/// <remarks>Source: coding guide A (code choice), B (NDC, units, waste), C and D (places of a claim); payer policies.
/// </remarks>
public static class VisitCoder
{
    private static readonly HashSet<string> None = [];

    /// <summary>Codes one visit. Never throws for what it holds.</summary>
    /// <param name="encounter">The visit.</param>
    /// <param name="context">Facts, payers, charges.</param>
    /// <param name="wrongTimes">JSON pointers of administrations whose times were refused; null for none.</param>
    public static CodedVisit Code(
        Encounter encounter, CodingContext context, IReadOnlySet<string>? wrongTimes = null)
    {
        encounter = ContainerDoses.Told(encounter, context.Tables);
        var visit = new VisitFacts(encounter, context);
        CheckVisit(visit);
        var lines = new List<LineDraft>();
        foreach (var dose in DosesToBill.Of(visit)) lines.AddRange(DoseLines.Of(visit, dose));
        foreach (var given in visit.Given) TellFluid(visit, given);
        if (lines.Count > 0 && !visit.IsInstitutional && PlacesOfService.IsHospital(visit.Place))
            visit.Missing($"{encounter.Pointer}/claim/placeOfService", "place", $"In place of service {visit.Place} "
                + "the hospital buys and bills the drug; a physician's claim for it is denied. Bill it here only where "
                + "the practice itself bought it and the payer agrees.", "billing", visit.Payer.IsMedicare);
        OneWordOnWaste(lines);
        AddAdministration(visit, lines, wrongTimes ?? None);
        if (encounter.Administrations.Count == 0)
            visit.Missing($"{encounter.Pointer}/administrations", "administrations",
                "Nothing was given: there is no line to bill.", "nursing");
        return Finished(visit, lines);
    }

    private static void TellFluid(VisitFacts visit, Administration given)
    {
        if (given.Method is AdministrationMethod.Flush)
        {
            // The coder of administrations tells it otherwise.
            if (visit.Context.Administration is null)
                visit.NotBilled.Add(new(given.Pointer, given.Drug, "A flush is part of the administration."));
        }
        else if (DosesToBill.IsFluidOnly(visit, given))
            visit.NotBilled.Add(new(given.Pointer, given.Drug, "The fluid has no drug line here. What carries a drug "
                + "is part of giving it; bags of hydration have codes by size (J7030, J7040, J7050, J7120): record the "
                + "fluid by its name and its volume in mL."));
    }

    // A dose out of packages of two NDCs has several lines, and so have two doses of a day: where one of them throws
    // drug away, none says with JZ that nothing was. A part that moves to a claim of its own gets it back.
    private static void OneWordOnWaste(List<LineDraft> lines)
    {
        foreach (var waste in lines.FindAll(one => one.Line.Kind is CodedLineKind.Waste))
            for (var i = 0; i < lines.Count; i++)
            {
                var line = lines[i].Line;
                if (line.Kind is CodedLineKind.Waste || line.Code != waste.Line.Code || line.Day != waste.Line.Day
                    || !line.Has("JZ") || !IsSameDrug(line, waste.Line)) continue;
                lines[i] = lines[i] with
                {
                    Line = line with { Modifiers = [.. line.Modifiers.Where(one => one.Code != "JZ")] },
                    HasJzIfUsedUp = true,
                };
            }
    }

    // Different drugs share an unclassified code.
    private static bool IsSameDrug(CodedLine line, CodedLine other) => !line.IsUnclassified
        || line.Administrations.Any(other.Administrations.Contains) || DrugNames.Shares(line.Drug, other.Drug);

    private static void CheckVisit(VisitFacts visit)
    {
        var encounter = visit.Encounter;
        if (visit.Place.Length == 0)
            visit.Missing($"{encounter.Pointer}/claim", "place",
                visit.IsInstitutional
                    ? "The bill type is not known: add it, such as 131 for an outpatient hospital. It decides codes, "
                        + "waste and prices."
                    : "Neither place of service nor bill type is known; an office is assumed.", "billing");
        if (encounter.Payers.Count == 0)
            visit.Missing($"{encounter.Pointer}/payers", "payer", "No payer is named: nobody's rules are applied.",
                "front desk");
        else if (!visit.Payer.HasOwnPolicy)
            visit.Missing($"{encounter.Pointer}/payers/0", "payer",
                $"{visit.Payer.Name} has no rules of its own on file; "
                + "those of its program are applied.", "billing", isBlocking: false);
        if (visit.Payer.IsMedicare && encounter.PlaceOfCare is not { State.Length: > 0 }
            && encounter.StateOfCare is { Length: > 0 } home)
            visit.Missing($"{encounter.Pointer}/billing/state", "state", $"The state of the practice is not recorded; "
                + $"that of the patient ({home}) is taken for the contractor.", "billing", isBlocking: false);
        if (encounter.Diagnoses.Count == 0)
            visit.Missing($"{encounter.Pointer}/diagnoses", "diagnosis", "No diagnosis is recorded.", "provider");
        if (!visit.IsInstitutional && encounter.Diagnoses.Count > LinePointers.MostOnClaim)
            visit.Missing($"{encounter.Pointer}/diagnoses", "diagnosis", Texts.Of(
                $"A physician's claim holds {LinePointers.MostOnClaim} diagnoses; the {encounter.Diagnoses.Count} of ")
                + "the record are more. Those behind are left out.", "provider", isBlocking: false);
        CheckOrder(visit);
        if (encounter.From > visit.Tables.CoveredTo)
            visit.Missing($"{encounter.Pointer}/from", "date", Texts.Of(
                $"The tables end on {visit.Tables.CoveredTo:yyyy-MM-dd}; codes may have changed before this visit."),
                "billing", isBlocking: false);
        else if (visit.Tables.Coverage.FirstDayOf(Dataset.Hcpcs) is { } first && encounter.From < first)
            visit.Missing($"{encounter.Pointer}/from", "date", Texts.Of(
                $"The tables begin on {first:yyyy-MM-dd}; codes may have been others at this visit. Check the year."),
                "billing", isBlocking: false);
        if (encounter.Trial is { Registry.Length: 0 })
            visit.Missing($"{encounter.Pointer}/trial/registry", "trial",
                "The trial's registry number (eight digits behind NCT) is not recorded.", "provider");
        TrialDrugs.Check(visit);
        if (encounter.Trial is not null && visit.Payer.IsMedicare
            && !encounter.Diagnoses.Any(code => code.StartsWith("Z006", StringComparison.Ordinal)))
            visit.Missing($"{encounter.Pointer}/diagnoses", "diagnosis",
                "A claim of a clinical trial needs Z00.6 beside the disease.", "provider");
    }

    // DXC004.
    private static void CheckOrder(VisitFacts visit)
    {
        var diagnoses = visit.Encounter.Diagnoses;
        if (diagnoses.Count < 2 || diagnoses[0].StartsWith("Z51", StringComparison.Ordinal)
            || diagnoses.FirstOrDefault(code => code is "Z5111" or "Z5112") is not { } treatment) return;
        visit.Missing($"{visit.Encounter.Pointer}/diagnoses", "diagnosis", $"Where the visit was for the treatment, "
            + $"{treatment} comes first and the disease second.", "provider", isBlocking: false);
    }

    private static void AddAdministration(
        VisitFacts visit, List<LineDraft> lines, IReadOnlySet<string> wrongTimes)
    {
        if (visit.Context.Administration is not { } administration) return;
        var coded = administration(visit.Encounter, visit.Payer, wrongTimes);
        visit.Gaps.AddRange(coded.Gaps);
        visit.NotBilled.AddRange(coded.NotBilled);
        var uncharged = new List<string>();
        foreach (var line in coded.Lines)
        {
            decimal? charge = visit.Context.ChargesUsd.TryGetValue(line.Code, out var each) && line.Units is { } units
                ? each * units : null;
            if (charge is null && line.ChargeUsd is null && !uncharged.Contains(line.Code.Value))
                uncharged.Add(line.Code.Value);
            lines.Add(new(line with
            {
                ChargeUsd = line.ChargeUsd ?? charge,
                ChargeReason = line.ChargeUsd is null && charge is not null ? "charge list" : line.ChargeReason,
                Diagnoses = visit.IsInstitutional ? [] : LinePointers.OfGiving(visit, line.Code),
                Revenue = visit.IsInstitutional && line.Revenue.Length == 0 ? RevenueOf(line.Code) : line.Revenue,
            }, null, null));
        }
        if (uncharged.Count > 0)
            visit.Missing($"{visit.Encounter.Pointer}/claim", "charge",
                $"No charge is known for {string.Join(", ", uncharged)}: give a charge list.", "billing");
    }

    // Chemotherapy and vaccines have revenue codes of their own; other infusions stand under 0260, injections under
    // 0510.
    private static string RevenueOf(HcpcsCode code) => code.Number switch
    {
        (>= 471 and <= 474) or 480 or (>= 8 and <= 10) => "0771",
        >= 6413 and <= 6425 => "0335",
        >= 6401 and <= 6411 => "0331",
        6372 => "0510",
        _ => "0260",
    };

    private static CodedVisit Finished(VisitFacts visit, List<LineDraft> lines)
    {
        var encounter = visit.Encounter;
        var total = lines.Exists(one => one.Line.ChargeUsd is null) ? null : lines.Sum(one => one.Line.ChargeUsd);
        var subject = visit.Subject(total);
        var limit = visit.Wants(PolicyKeys.ClaimLimit, subject)?.Value.Number;
        var parts = lines.Count == 0 ? [] : ClaimSplit.Of(lines, limit,
            visit.Wants(PolicyKeys.ClaimSplitModifier, subject)?.Value.Word ?? "",
            ClaimSize.MostLines(visit.IsInstitutional ? ClaimType.Institutional : ClaimType.Professional));
        if (parts.Count == 1 && limit is > 0 && lines.Sum(one => one.Line.ChargeUsd ?? 0) > limit)
            TellUnsplit(visit, lines, limit.Value);
        var claims = new List<CodedClaim>(parts.Count);
        for (var i = 0; i < parts.Count; i++) claims.Add(Claim(visit, parts[i], i + 1, parts.Count));
        return new()
        {
            Id = encounter.Id,
            Pointer = encounter.Pointer,
            Payer = visit.Payer,
            PayerId = visit.Primary.Id.Length > 0 ? visit.Primary.Id
                : visit.Wants(PolicyKeys.RoutingPayerId, subject)?.Value.Word ?? "",
            Type = visit.IsInstitutional ? ClaimType.Institutional : ClaimType.Professional,
            Place = visit.Place,
            Setting = visit.Setting,
            From = encounter.From,
            To = encounter.To,
            Diagnoses = visit.IsInstitutional || encounter.Diagnoses.Count <= LinePointers.MostOnClaim
                ? encounter.Diagnoses : [.. encounter.Diagnoses.Take(LinePointers.MostOnClaim)],
            Conditions = visit.IsInstitutional && encounter.Trial is not null ? ["30"] : [],
            Trial = encounter.Trial?.Registry ?? "",
            Authorization = AuthorizationOf(visit, lines),
            Attachments = [.. encounter.Attachments.Where(one => one.Control.Length > 0)
                .Select(one => Attached(one, visit.AttachmentRoute))],
            Claims = claims,
            NotBilled = visit.NotBilled,
            Gaps = visit.Gaps,
        };
    }

    // A unit, or a line, that is dearer than a claim may be.
    private static void TellUnsplit(VisitFacts visit, List<LineDraft> lines, decimal limit)
    {
        var dearest = lines.MaxBy(one => one.Line.ChargeUsd)!.Line;
        visit.Missing(dearest.Administrations is [var pointer, ..] ? pointer : $"{visit.Encounter.Pointer}/claim",
            "charge", Texts.Of($"{visit.Payer.Name} takes no claim above ${limit:N2}, and the units of {dearest.Code} ")
            + "cannot be divided so that each claim stays below it. No contractor says how one unit is told on several "
            + "claims: ask it before you send.", "billing");
    }

    private static CodedClaim Claim(VisitFacts visit, List<LineDraft> drafts, int part, int parts)
    {
        var (lines, note) = (new List<CodedLine>(drafts.Count), "");
        foreach (var draft in drafts)
        {
            var line = draft.Written(part, parts, out var claimNote);
            // The note of a claim speaks for one line: the first that needs it.
            if (note.Length == 0 && (visit.IsInstitutional || line.Note.Length == 0)) note = claimNote;
            if (part == 1 && line.Narrative is { } text)
                foreach (var element in text.Missing)
                    visit.Missing(line.Administrations.Count > 0 ? line.Administrations[0] : "", element,
                        $"{visit.Payer.Name} wants {element.Replace('-', ' ')} in the text of {line.Code}.",
                        WhoHas(element));
            lines.Add(line);
        }
        if (note.Length == 0 && !visit.IsInstitutional
            && lines.TrueForAll(line => line.Kind is CodedLineKind.Administration)) note = visit.FreeNote;
        return new() { Part = part, Parts = parts, Lines = lines, Note = note };
    }

    private static string WhoHas(string element) => element switch
    {
        "dose" or "route" or "waste" or "quantity" or "date" or "weight" => "nursing",
        "diagnosis" or "frequency" => "provider",
        "unit-map" => "billing",
        "price" => "purchasing",
        _ => "pharmacy",
    };

    // The one that names the code or the drug and is in force; one that names neither holds for all.
    private static string AuthorizationOf(VisitFacts visit, List<LineDraft> lines)
    {
        var best = "";
        foreach (var one in visit.Encounter.Authorizations)
        {
            if (one.From > visit.Encounter.From || one.To < visit.Encounter.From) continue;
            var names = !one.Code.IsNone || one.Drug.Length > 0;
            if (names && lines.Exists(draft => draft.Line.Kind is CodedLineKind.Drug
                && ((!one.Code.IsNone && draft.Line.Code == one.Code)
                    || (one.Drug.Length > 0 && DrugNames.Shares(draft.Line.Drug, one.Drug))))) return one.Number;
            if (!names && best.Length == 0) best = one.Number;
        }
        return best;
    }

    // OZ is support data, as which invoices go; B3 an order, 04 the record of drugs given, LA laboratory, M1 records.
    private static CodedAttachment Attached(Attachment one, string route) => new(one.Kind switch
    {
        "invoice" => "OZ",
        "order" => "B3",
        "record" => "04",
        "lab" => "LA",
        "note" => "M1",
        _ => "OZ",
    }, route switch { "paper" => "BM", "portal" => "EL", _ => "FX" }, one.Control);
}
