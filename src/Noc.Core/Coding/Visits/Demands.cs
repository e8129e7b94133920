using Noc.Drugs;
using Noc.Encounters;
using Noc.Payers;

namespace Noc.Coding;

/// <summary>What a payer asks for beside the line itself: dose, NDC, authorization, invoice, its taking the code.
/// </summary>
internal static class Demands
{
    public static void Check(VisitFacts visit, DoseToBill dose, DoseCode code, in PolicySubject subject)
    {
        var given = dose.First;
        if (dose.Dose.IsNone && code.IsUnclassified && !code.IsCompound)
            visit.Missing($"{given.Pointer}/dose", "dose", given.DoseInContainers.IsNone
                ? $"The dose of {given.Drug} is not recorded." : ContainersUnknown(given), "nursing");
        foreach (var one in dose.Given)
            if (one.DoseInContainers is { IsNone: false, Value: > 0 } && !one.Dose.IsNone)
                visit.Missing($"{one.Pointer}/dose", "dose", $"{InWords(one)} of {one.Drug} {(one.DoseInContainers
                    .Value == 1 ? "is" : "are")} taken for {one.Dose}, by what one holds.", "nursing",
                    isBlocking: false);
        if (given.Route.Length > 0 && !IsRoute(visit, RouteText.Spelled(given.Route)))
            visit.Missing($"{given.Pointer}/route", "route", $"Noc knows no route of this name: check that "
                + $"{given.Drug} was given as {(code.Code.IsNone ? "its code" : code.Code.Value)} means it.", "nursing",
                isBlocking: false);
        if (given.Start is null && visit.Encounter.From != visit.Encounter.To)
            visit.Missing($"{given.Pointer}/date", "date",
                $"The day of {given.Drug} is not recorded; the first day of the "
                + "visit is taken.", "nursing", isBlocking: false);
        if (code.Product is { IsApprovalVerified: true, Approved: { } approved } && dose.Day < approved
            && visit.Encounter.Trial is null)
            visit.Missing($"{given.Pointer}/date", "date", Texts.Of(
                $"{given.Drug} was approved on {approved:yyyy-MM-dd}, after it was given: check the date, or name the ")
                + "trial.", "nursing", isBlocking: false);
        if (visit.Encounter.Trial is null && code.Product is { } product && dose.Route is not "SC"
            && AmyloidAntibodies.NeedStudy(product, visit.Payer.Program, dose.Day))
            visit.Missing($"{visit.Encounter.Pointer}/trial", "trial", $"Medicare covers {given.Drug} only with "
                + "evidence development: the trial or registry of the patient is not recorded.", "provider");
        if (visit.AttachmentRoute.Length == 0)
            visit.AttachmentRoute = visit.Wants(PolicyKeys.AttachmentRoute, subject)?.Value.Word ?? "";
        if (given.Containers.Any(one => one.Count == 0))
            visit.Missing($"{given.Pointer}/containers", "containers",
                $"How many containers of {given.Drug} were opened cannot be read in the record: JW or JZ depends on "
                + "it.", "nursing");
        // Source: Medicare and its contractors on compounds in implanted pumps (PR-033).
        if (code.IsCompound && visit.Payer.IsMedicare && dose.Route is "IT" && given is { Site: "", Access: "" })
            visit.Missing($"{given.Pointer}/site", "site", $"Whether {given.Drug} went into an implanted pump is not "
                + "recorded: a compound for one has modifier KD, and the refill a code of its own.", "nursing");
        // Source: CMS, physician fee schedule 2020 (84 FR 62568): the codes hold drug and observation.
        if (code.Product is { Id: "esketamine-nasal" } && visit.Payer.Program is PayerProgram.Medicare
            && !visit.IsInstitutional && dose.Day.Year >= 2020)
            visit.Missing(given.Pointer, "code", "Medicare has G2082 (up to 56 mg) and G2083 (more) for the visit, the "
                + "observation and the drug together: with one of them no line bills the drug apart.", "billing",
                isBlocking: false);
        CheckNdc(visit, dose, code, subject);
        CheckTaken(visit, dose, code, subject);
        CheckAuthorization(visit, code, subject);
        CheckInvoice(visit, dose, code, subject);
        CheckSelfAdministered(visit, dose, code);
    }

    // A word of narratives, or what a product of the tables is given by.
    private static bool IsRoute(VisitFacts visit, string route)
    {
        if (RouteText.IsKnown(route)) return true;
        foreach (var product in visit.Tables.Products)
            if (product.Routes.Contains(route)) return true;
        return false;
    }

    /// <summary>What is said of a dose in containers where nobody can tell what one holds.</summary>
    public static string ContainersUnknown(Administration given) =>
        $"The dose of {given.Drug} is recorded as {InWords(given)}, and what one holds is not known. Give the dose in "
        + "mg, units or mL, or with the containers what one holds, or their NDC.";

    private static string InWords(Administration given) =>
        Texts.Of($"{given.DoseInContainers.Value:0.###} ") + given.DoseInContainers.Unit.ToLowerInvariant()
        + (given.DoseInContainers.Value == 1 ? "" : given.DoseInContainers.Unit is "PATCH" ? "es" : "s");

    private static void CheckNdc(VisitFacts visit, DoseToBill dose, DoseCode code, in PolicySubject subject)
    {
        if (code.IsCompound) return;
        var isRequired = visit.Wants(PolicyKeys.NdcRequired, subject) is { Value.Word: "required" };
        var pointer = $"{dose.First.Pointer}/ndc";
        if (dose.Ndc.IsNone)
        {
            visit.Missing(pointer, "ndc", isRequired ? $"{visit.Payer.Name} wants the NDC of the container used."
                : "The NDC of the container used is not recorded; it proves the drug.", "pharmacy", isRequired);
            return;
        }
        var ndc = DoseNdc.For(visit, dose, code, subject);
        if (!dose.Dose.IsNone && (ndc.Unit.Length == 0 || ndc.QuantityOf(dose.Dose, false, 3) is null))
            visit.Missing($"{visit.Encounter.Pointer}/products", "ndc-quantity", "Strength and form of NDC "
                + $"{dose.Ndc.Hyphenated} are not known: its quantity cannot be counted.", "pharmacy");
        else if (!ndc.IsCertain && ndc.Unit.Length > 0)
            visit.Missing($"{visit.Encounter.Pointer}/products", "ndc-unit", ndc.Unit is "F2"
                ? $"NDC {dose.Ndc.Hyphenated} is counted in international units (F2), as clotting factors are; some "
                    + "payers want vials (UN)."
                : $"{ndc.Unit} is taken for NDC {dose.Ndc.Hyphenated}; a powder is UN, a liquid ML. The label tells.",
                "pharmacy", isBlocking: false);
        if (visit.Payer.Wants is not null && ndc.Unit.Length > 0
            && visit.Wants(PolicyKeys.NdcUnits, subject) is { } taken && !taken.Value.Has(ndc.Unit))
            visit.Missing(pointer, "ndc-unit", $"{visit.Payer.Name} takes {string.Join(", ", taken.Value.Words)}, not "
                + $"{ndc.Unit}.", "billing", isBlocking: false);
        if (code.Ndc is { IsSample: true })
            visit.Missing(pointer, "ndc", "The NDC is of a sample, which nobody may bill.", "pharmacy");
    }

    private static void CheckTaken(VisitFacts visit, DoseToBill dose, DoseCode code, in PolicySubject subject)
    {
        if (!code.IsUnclassified || visit.Wants(PolicyKeys.UnclassifiedAccepted, subject) is not { } entry) return;
        var message = entry.Value.Word switch
        {
            "paper-only" => $"{visit.Payer.Name} takes {code.Code} on paper only.",
            "by-list" => $"{visit.Payer.Name} takes {code.Code} for drugs of its list only: check the list.",
            "no" => $"{visit.Payer.Name} does not take {code.Code}.",
            _ => "",
        };
        if (message.Length > 0)
            visit.Missing(dose.First.Pointer, "code", message, "billing", entry.Value.Word is "no");
    }

    private static void CheckAuthorization(VisitFacts visit, DoseCode code, in PolicySubject subject)
    {
        if (visit.Wants(PolicyKeys.AuthorizationNeeded, subject)
            is not { Value.Word: "always" or "check" } wanted) return;
        if (visit.Encounter.Authorizations.Count > 0) return;
        visit.Missing($"{visit.Encounter.Pointer}/authorizations", "authorization", wanted.Value.Word is "always"
            ? $"{visit.Payer.Name} wants an authorization for {code.Code}."
            : $"{visit.Payer.Name} may want an authorization for {code.Code}: ask.", "front desk",
            wanted.Value.Word is "always");
    }

    private static void CheckInvoice(VisitFacts visit, DoseToBill dose, DoseCode code, in PolicySubject subject)
    {
        if (!code.IsUnclassified || dose.First.IsFree) return;
        if (visit.Wants(PolicyKeys.InvoiceWhen, subject) is not { Value.Word: "always" or "unpriced" } wanted) return;
        if (wanted.Value.Word is "unpriced" && code.Ndc is { NocPrices.Count: > 0 }) return;
        if (visit.Encounter.Attachments.Any(one => one.Kind is "invoice" && one.Control.Length > 0)) return;
        if (visit.Wants(PolicyKeys.InvoiceForm, subject) is { Value.Word: "amount-in-text" }
            && DoseLines.PriceOf(visit.Encounter, dose) is not null) return;
        visit.Missing($"{visit.Encounter.Pointer}/attachments", "invoice",
            $"{visit.Payer.Name} prices {code.Code} by the "
            + "invoice: attach it, with its control number.", "purchasing", wanted.Value.Word is "always");
    }

    private static void CheckSelfAdministered(VisitFacts visit, DoseToBill dose, DoseCode code)
    {
        if (visit.Payer.Program is not PayerProgram.Medicare || code.IsCompound
            || visit.Setting is not (Setting.Office or Setting.Opps or Setting.Asc)) return;
        var lists = visit.Tables.SelfAdministered;
        var entry = !code.IsUnclassified ? lists.OfCode(code.Code, visit.Payer.Jurisdiction, dose.Day)
            : code.Product is { } product ? lists.OfProduct(product, visit.Payer.Jurisdiction, dose.Day) : null;
        if (entry is null || dose.Route is not { } route || !entry.Routes.Contains(route)) return;
        visit.Missing($"{dose.First.Pointer}/route", "self-administered", $"Medicare contractors list {entry.Names[0]} "
            + $"({string.Join(", ", entry.Routes)}) as self-administered: Part B does not pay it. Bill Part D or the "
            + "patient, or add GY where a denial is needed.", "billing");
    }
}
