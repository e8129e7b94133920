using Noc.Claims;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>How what was thrown away of a dose is billed.</summary>
internal readonly record struct DoseWaste
{
    /// <summary>What was thrown away; zero where nothing was, none where not known.</summary>
    public Amount Discarded { get; init; }

    /// <summary>True for a second line with JW.</summary>
    public bool HasLine { get; init; }

    /// <summary>True where the payer takes nothing of it, on whatever line.</summary>
    public bool IsNotBilled { get; init; }

    /// <summary>True where the line of the dose carries JZ.</summary>
    public bool HasJz { get; init; }

    /// <summary>True where containers that were used up would carry JZ, though others were not.</summary>
    public bool HasJzIfUsedUp { get; init; }

    /// <summary>True where the text of the dose tells the waste.</summary>
    public bool IsTold { get; init; }

    /// <summary>Units of the dose and of the second line; null where the code has no unit.</summary>
    public WasteUnits? Units { get; init; }

    /// <summary>True out of single-dose containers; null where nobody tells.</summary>
    public bool? IsSingleDose { get; init; }

    /// <summary>What is not sure about JZ for this payer and code, as a clause; empty where it is.</summary>
    public string JzDoubt { get; init; }

    /// <summary>What is not sure about JW for this payer and code, as a clause; empty where it is.</summary>
    public string JwDoubt { get; init; }

    /// <summary>Decides by record, label, setting and payer.</summary>
    public static DoseWaste Of(VisitFacts visit, DoseToBill dose, DoseCode code)
    {
        var isSingle = IsSingle(visit.Tables, dose, code);
        if (dose.IsSingleDose is false && !code.IsUnclassified && visit.Tables.IsSurelySingleDose(code.Code, dose.Day))
            visit.Missing($"{dose.First.Pointer}/containers", "container", $"The record says multiple-dose; "
                + $"{dose.First.Drug} is sold in single-dose containers only. JZ or JW depends on it.", "pharmacy");
        var discarded = DiscardedOf(visit, dose, code, isSingle);
        var plain = new DoseWaste { Discarded = discarded, IsSingleDose = isSingle, JzDoubt = "", JwDoubt = "" };
        if (code.IsCompound || dose.First.IsFree) return plain;
        if (!IsSubject(visit, dose, code)) return plain;
        var subject = visit.Subject(dose, code.Code, code.Product);
        var jz = visit.Wants(PolicyKeys.WasteNone, subject, Situation.SingleDose | Situation.NoWaste);
        var jw = visit.Wants(PolicyKeys.WasteLine, subject, Situation.SingleDose | Situation.Waste);
        // Kits and other containers that nobody can measure: given whole, they leave nothing.
        if (dose.Dose.IsNone)
        {
            var isWhole = isSingle is true && IsOfWholeContainers(dose)
                && DoseUnits.ByTreatment(visit, dose, code) is not null;
            return plain with { HasJz = isWhole && jz is { Value.Word: "jz" }, JzDoubt = DoubtOf(jz) };
        }
        if (isSingle is null)
        {
            if (jz is { Value.Word: "jz" })
                visit.Missing($"{dose.First.Pointer}/containers", "container", $"Whether {dose.First.Drug} came out of "
                    + "single-dose containers decides JZ or JW.", "pharmacy");
            return plain;
        }
        if (isSingle is false) return plain;
        if (discarded.IsNone)
        {
            if (jz is { Value.Word: "jz" })
                visit.Missing($"{dose.First.Pointer}/discarded", "waste",
                    "The record does not tell how much was thrown "
                    + "away, nor what the containers held: JZ or JW depends on it.", "nursing");
            return plain;
        }
        return Planned(visit, dose, code, plain with { JzDoubt = DoubtOf(jz), JwDoubt = DoubtOf(jw) }, jz, jw);
    }

    private static bool IsOfWholeContainers(DoseToBill dose) => dose.Discarded is { IsNone: true } or { Value: 0 }
        && dose.Given.All(given => given.DoseInContainers is { IsNone: false, Value: > 0 and var count }
            && count == decimal.Floor(count));

    private static string DoubtOf(PolicyEntry? entry) => entry is not { Confidence: Confidence.Low } doubtful ? ""
        : $"; not sure: payers differ here ({doubtful.Source.Title}, {string.Join(", ", doubtful.Rows)}, "
            + "low confidence)";

    private static DoseWaste Planned(
        VisitFacts visit, DoseToBill dose, DoseCode code, DoseWaste plain, PolicyEntry? jz, PolicyEntry? jw)
    {
        var hasUnit = !code.IsUnclassified && !code.Unit.IsNone && code.Unit.Value > 0;
        var given = dose.Dose.In(code.Unit.IsNone ? dose.Dose.Unit : code.Unit.Unit);
        var thrown = plain.Discarded.In(code.Unit.IsNone ? dose.Dose.Unit : code.Unit.Unit);
        WasteUnits? units = hasUnit && given is { } a && thrown is { } b
            ? WasteUnits.Of(a, a + b, code.Unit.Value) : null;
        // Dose and waste within one unit: the unit pays the whole container, and nothing counts as thrown away.
        var isNone = plain.Discarded.Value == 0 || units is { Discarded: 0 }
            || (!code.IsUnclassified && code.Unit.IsNone && DoseUnits.ByTreatment(visit, dose, code) is not null);
        if (isNone) return plain with { HasJz = jz is { Value.Word: "jz" }, Units = units };
        var word = jw?.Value.Word ?? "";
        if (word.Length > 0 && AvoidableWaste.Of(visit.Tables, dose, code, plain.Discarded) is { Length: > 0 } advice)
            visit.Missing($"{dose.First.Pointer}/containers", "waste", advice, "pharmacy", isBlocking: false);
        if (word.Length == 0)
            visit.Missing($"{dose.First.Pointer}/discarded", "waste", $"{plain.Discarded} was thrown away. "
                + $"{visit.Payer.Name} has no rule on file for it, so no line bills it.", "billing", isBlocking: false);
        return plain with
        {
            HasJzIfUsedUp = jz is { Value.Word: "jz" },
            HasLine = word is "jw-line" or "jw-line-and-text",
            IsNotBilled = word is "not-billed",
            IsTold = code.IsUnclassified && word is "text" or "jw-line-and-text",
            Units = units,
        };
    }

    // The label decides: the record of the container, the directory, else the table of products.
    private static bool? IsSingle(ReferenceTables tables, DoseToBill dose, DoseCode code)
    {
        if (dose.IsSingleDose is { } recorded) return recorded;
        if (code.Ndc is { Item: { Length: > 0 } item })
        {
            if (item.Contains("SINGLE-DOSE", StringComparison.OrdinalIgnoreCase)
                || item.Contains("SINGLE-USE", StringComparison.OrdinalIgnoreCase)) return true;
            if (item.Contains("MULTI-DOSE", StringComparison.OrdinalIgnoreCase)
                || item.Contains("MULTIPLE-DOSE", StringComparison.OrdinalIgnoreCase)) return false;
        }
        return code.Product?.Container switch
        {
            ContainerKind.SingleDose => true,
            ContainerKind.MultiDose => false,
            _ => !code.IsUnclassified && tables.IsSurelySingleDose(code.Code, dose.Day) ? true : null,
        };
    }

    // By the record; what it leaves open comes from what the containers hold by their labels. Overfill is no drug that
    // was bought, so dose and waste together are never more than the labels say.
    private static Amount DiscardedOf(VisitFacts visit, DoseToBill dose, DoseCode code, bool? isSingle)
    {
        if (dose.Dose.IsNone) return dose.Discarded;
        var opened = dose.Opened.In(dose.Dose.Unit);
        var left = opened is { } held ? new Amount(Math.Max(0, held - dose.Dose.Value), dose.Dose.Unit) : default;
        if (!dose.Discarded.IsNone)
        {
            if (left.IsNone || dose.Discarded.In(left.Unit) is not { } told || told <= left.Value)
                return dose.Discarded;
            // JZ would say that nothing was thrown away, against the record.
            visit.Missing($"{dose.First.Pointer}/discarded", "waste",
                $"{dose.Discarded} is recorded as thrown away; the "
                + $"labels leave {left} behind the dose. No more than that is billed.", "nursing", left.Value == 0);
            return left;
        }
        if (isSingle is not true) return default;
        if (!left.IsNone)
        {
            if (left.Value > 0)
                visit.Missing($"{dose.First.Pointer}/discarded", "waste",
                    $"The containers leave {left}; the record has to "
                    + "say that it was thrown away.", "nursing", isBlocking: false);
            return left;
        }
        return Fewest(visit, dose, code);
    }

    // Without a record of containers: those that waste least.
    private static Amount Fewest(VisitFacts visit, DoseToBill dose, DoseCode code)
    {
        var item = code.Ndc is { } facts ? NdcUnits.InPackage(facts, NdcUnit.Each) : default;
        if (item.IsNone || item.In(dose.Dose.Unit) is not { } size
            || VialChoice.Choose([new(size)], dose.Dose.Value) is not { } vials) return default;
        Amount left = new(vials.Discarded(dose.Dose.Value), dose.Dose.Unit);
        visit.Missing($"{dose.First.Pointer}/containers", "containers", Texts.Of(
            $"The containers are not recorded; {vials.Vials.Count} of {item} would leave {left}, which is taken."),
            "nursing", isBlocking: false);
        return left;
    }

    private static bool IsOutside(HcpcsCode code) =>
        CodeClass.Includes(CodeKind.Radiopharmaceutical, code, isUnclassified: false)
        || CodeClass.Includes(CodeKind.Contrast, code, isUnclassified: false)
        || CodeClass.Includes(CodeKind.Vaccine, code, isUnclassified: false);

    private static bool IsSubject(VisitFacts visit, DoseToBill dose, DoseCode code) =>
        dose.Route is not "PO" && !IsOutside(code.Code)
        && WasteSubject.Of(visit.Setting, visit.BillType, PlacesOfService.IsPaidAsAWhole(visit.Place),
            visit.Payer.Program, code.Code, code.IsUnclassified, visit.Tables, dose.Day);
}
