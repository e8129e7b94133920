using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD001 specific-code-exists: the drug has a code of its own on the date of service.</summary>
/// <remarks>
/// <para>Why it matters: payers deny an unclassified code (CARC 189) once the drug has its own.</para>
/// <para>What to do: bill the drug's own code with its units; check the NDC against the container. The finding says
/// whether the name, the NDC or both led to the code, and which release of the NDC crosswalk.</para>
/// <para>Source: CMS HCPCS Level II; CMS ASP NDC-HCPCS crosswalk; claim adjustment reason code 189.</para>
/// <para>Silent when: the payer wants unclassified codes all the same, or for less than one unit of the drug's own code
/// (unclassified.small-amount); neither a known drug name nor an NDC of the crosswalk stands on the line, the drug is
/// given by a route under a product or a code that the own code does not cover, also on the line of its waste, the drug
/// is compounded, it is a biologic with a suffix that no product at hand has while no biosimilar of it has a code, or
/// CMS prices the NDC by name because it has no code. A doubt only where one of several products of
/// the name has no code, the route is not on the list of the product, the code stands on the contractor's list of
/// self-administered drugs, an extract or another quarter of the crosswalk is all that proves it, name and NDC are of
/// different drugs, or the dose of what is no single brand or has a CPT code (Beyfortus 50 mg or 100 mg) or the maker
/// of an NDC that the crosswalk does not list decides between codes.</para>
/// </remarks>
public static class SpecificCodeExists
{
    private const int MostMakers = 3, MostCodes = 4;

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD001", "specific-code-exists", "specific_code_check", Severity.Deny,
        "An unclassified code is denied (CARC 189) once the drug has its own.", Sources.Carc189)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>Severity follows the payer's policy, certainty of the drug, and how new the code is.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.Day is not { } day || drug.IsCompound) return;
        if (context.Wants(PolicyKeys.UnclassifiedAccepted) is
            { Value.Word: "yes", Scope.When: not Situation.None }) return;
        var (codes, proof) = OwnCodes.Of(drug, context.Tables);
        if (codes.Count == 0 || IsWasteOfUncoded(context, drug)) return;
        // Biosimilars stand behind the first brand.
        if (codes.Count > 1 && proof is OwnCodeProof.Name)
            codes = [.. codes.OrderBy(code => code.Product!.Class.Contains("biosimilar", StringComparison.Ordinal))
                .ThenBy(code => code.Row?.From)];
        var best = codes[0];
        if (IsTooSmall(context, best)) return;
        var isBrand = IsOneBrand(drug, codes, proof);
        var isSure = isBrand || IsEveryProduct(drug, codes, proof) || (codes.Count == 1
            && (IsSureByNdc(best, proof) || (proof <= OwnCodeProof.Both && IsSureByName(drug, best))));
        var isNew = NewCodes.MayNotBeLoaded(context.Policy, best.Row?.From, day) && OwnRuleOf(context) is null;
        var isListed = DrugSelfAdministered.IsListed(context, best.Code, day);
        var isOutsideChemotherapy = IsOralAntiemetic(drug, best) && !IsWithChemotherapy(context);
        var names = string.Join(" or ", codes.Take(MostCodes).Select(code => code.Code.Value))
            + (codes.Count > MostCodes ? Texts.Of($" or one of {codes.Count - MostCodes} others") : "");
        var units = UnitsOf(context, best, out var arithmetic);
        var quantity = OwnCodeQuantity.Of(context, best, units);
        var message = (proof is OwnCodeProof.Contradiction
                ? "Text and NDC name different drugs; both have their own codes"
                : $"{NameOf(context.Tables, drug, codes)} has its own code")
            + $" {names}{Since(best)}, by {How(context.Tables, drug, best, proof)}; {drug.Line.Code} no longer fits."
            + (codes.Count == 1 && arithmetic.Length > 0 ? $" Units: {arithmetic}." : "")
            + (codes.Count == 1 ? quantity.Message + WasteOf(context, best) : "")
            + MakersOf(drug, best, proof)
            + (isNew ? TellsNew : "")
            + (isListed ? " Its code stands on the contractor's list of self-administered drugs: Part B may not pay it."
                : "")
            + (isOutsideChemotherapy ? TellsChemotherapy : "")
            + (isSure && codes.Count > 1 ? " Which of them, the container and the record tell." : "")
            + (isSure ? "" : " Confirm product and route first.");
        findings.Add(Info, context, context.CodeElement, message, drug.Line.CodeText,
            codes.Count == 1 ? new() { Code = best.Code, Units = units, Text = quantity.Text } : null,
            !isSure || isNew || isListed || isOutsideChemotherapy ? Severity.Warn : SeverityOf(context),
            new(CorrectionSafety.Review, $"replace {drug.Line.Code} by {names}"), ConfidenceOf(best),
            topic: OwnRuleOf(context)?.Topic ?? "");
    }

    // Waste is told without its route; that of the dose beside it decides, and may have no code of its own.
    private static bool IsWasteOfUncoded(in RuleContext context, DrugLine drug) => drug.IsWaste && drug.Route is null
        && WasteLines.DoseOf(context, drug) is { Route: not null } dose
        && OwnCodes.Of(dose, context.Tables).Codes.Count == 0;

    private const string TellsChemotherapy = " That code is for the days of chemotherapy, in the place of a drug into "
        + "a vein; the claim shows none. Otherwise it is J8597.";

    private static bool IsOralAntiemetic(DrugLine drug, in OwnCode code) => drug.Route is "PO"
        && code is { Code.Series: 'Q', Product.Kind: ProductKind.Antiemetic };

    // An anticancer drug, its administration, or the visit for it.
    private static bool IsWithChemotherapy(in RuleContext context)
    {
        for (var i = 0; i < context.Claim.Diagnoses.Count; i++)
            if (Diagnoses.LineDiagnoses.Starts(context.Claim.Diagnoses[i], "Z5111"u8)) return true;
        foreach (var line in context.Claim.Lines)
            if (line.Code is { Series: 'J', Number: >= 9000 and <= 9999 }
                or { Series: '9', Number: >= 6401 and <= 6549 }) return true;
        return false;
    }

    /// <summary>What is said of a code that a plan may not have loaded.</summary>
    internal const string TellsNew = " The code is new: check that the plan has loaded it.";

    // What the payer itself says of an unclassified code where the drug has its own: it has loaded those codes.
    private static PolicyEntry? OwnRuleOf(in RuleContext context) =>
        context.Wants(PolicyKeys.UnclassifiedAccepted) is
            { Value.Word: "without-own-code", Severity: >= Severity.Deny, Confidence: not Confidence.Low } entry
            ? entry : null;

    // What this payer does with an unclassified code where the drug has its own.
    internal static Severity SeverityOf(in RuleContext context) => OwnRuleOf(context)?.Severity ?? Severity.Deny;

    // The complete crosswalk of the day is proof, unless the line says something that nobody can place.
    private static bool IsSureByNdc(in OwnCode code, OwnCodeProof proof) =>
        code.OfNdc is { Evidence: NdcEvidence.Release } && proof is OwnCodeProof.Ndc or OwnCodeProof.Both;

    // Where a product of the same name has no code, the unclassified code may be right.
    private static bool IsSureByName(DrugLine drug, in OwnCode code)
    {
        if (drug.Match.Kind is NameKind.Base || code.Product is not { } product
            || RouteOf(drug, product) is not { } route || !product.Routes.Contains(route)
            || (drug.Dose.IsNone && drug.Strength.IsNone
                && !(drug.Route is not null && code.Row is { IsPerTreatment: true }))) return false;
        foreach (var named in drug.Match.Products)
        {
            var count = SpecificCodes.Find(named, drug.Day!.Value, drug.Setting, drug.Dose, route).Count;
            // Of a CPT code and J codes for one product, payers choose.
            if (count == 0 || (count > 1 && char.IsAsciiDigit(code.Code.Series))) return false;
        }
        return true;
    }

    // A brand whose codes differ by dose or by how long it lasts: the unclassified code fits none of its sizes.
    private static bool IsOneBrand(DrugLine drug, List<OwnCode> codes, OwnCodeProof proof) =>
        (proof is OwnCodeProof.Name ? codes.Count > 1
            : proof is OwnCodeProof.NameAndDose && codes is [{ Row: { } only }] && DoseBand.Of(only) is not null)
        && drug.Match is { Kind: NameKind.Brand, Products: [var product] }
        && drug.Route is { } route && product.Routes.Contains(route)
        && codes.TrueForAll(code => code is { Product: { } of, Row: { Confidence: Confidence.High } row }
            && ReferenceEquals(of, product) && row.Label == codes[0].Row!.Label
            && !char.IsAsciiDigit(code.Code.Series));

    // An ingredient alone, all of whose products of that day have codes by the route, and no label lost its own.
    private static bool IsEveryProduct(DrugLine drug, List<OwnCode> codes, OwnCodeProof proof)
    {
        if (proof is not OwnCodeProof.Name || drug.Route is not { } route
            || (drug.Dose.IsNone && drug.Strength.IsNone)
            || codes.Exists(code => char.IsAsciiDigit(code.Code.Series)
                || code.Row!.Confidence is Confidence.Low)) return false;
        var count = 0;
        foreach (var named in drug.Match.Products)
        {
            // A year that nobody checked may be off by one.
            var isLater = named.Approved?.AddYears(named.IsApprovalVerified ? 0 : -1) > drug.Day;
            if (isLater || !named.Routes.Contains(route)) continue;
            if (named.Codes.Any(row => row.IsForOneLabel && row.To < drug.Day && !named.Codes.Any(
                    other => other.Label == row.Label && other.IsValidOn(drug.Day!.Value)))) return false;
            if (!codes.Exists(code => ReferenceEquals(code.Product, named))
                && SpecificCodes.Find(named, drug.Day!.Value, drug.Setting, drug.TotalDose, route).Count == 0)
                return false;
            count++;
        }
        return count > 0;
    }

    // The only route of the product where the text has none and nothing else is called so.
    private static string? RouteOf(DrugLine drug, Product product) => drug.Route
        ?? (drug.Match.Products.Count == 1 && product.Routes is [var only] ? only : null);

    private static Confidence ConfidenceOf(in OwnCode code)
    {
        if (code.OfNdc is { Evidence: NdcEvidence.Release } || code.Row is null)
            return code.OfNdc is { Evidence: NdcEvidence.Release } ? Confidence.High : Confidence.Medium;
        return code.Product!.Confidence < code.Row.Confidence ? code.Product.Confidence : code.Row.Confidence;
    }

    // One product by its brand; where several share the name, only what the line says is sure.
    private static string NameOf(ReferenceTables tables, DrugLine drug, List<OwnCode> codes) =>
        codes.Exists(code => code.Product != codes[0].Product) && drug.DrugName is { Length: > 0 } words ? words
            : NameOf(tables, drug, codes[0]);

    private static string NameOf(ReferenceTables tables, DrugLine drug, in OwnCode code) =>
        code.OfNdc is { } of && tables.Image.Text(of.Row.DrugName).Trim() is { Length: > 0 } name
            && (code.Product is null || !code.Product.Brands.Contains(name, StringComparer.OrdinalIgnoreCase))
            ? name : code.Product is { } product ? drug.NameOf(product) : "The drug";

    private static string Since(in OwnCode code) =>
        code.Row?.From is { } first ? Texts.Of($" since {first:yyyy-MM-dd}") : "";

    // Other makers of the drug have codes of their own, and nothing on the line tells whose it was.
    private static string MakersOf(DrugLine drug, in OwnCode code, OwnCodeProof proof)
    {
        if (proof is not OwnCodeProof.Name || !drug.AnyNdc.IsNone
            || code is not { Product: { } product, Row.IsForOneLabel: false }) return "";
        var others = product.Codes.Where(row => row.IsForOneLabel && row.IsValidOn(drug.Day!.Value)
            && !row.IsOutpatientOnly && row.Use == CodeUse.Any).ToList();
        return others.Count == 0 ? "" : " Some products have other codes ("
            + string.Join(", ", others.Take(MostMakers).Select(row => $"{row.Code} {row.Label}"))
            + (others.Count > MostMakers ? ", ..." : "") + "): the container tells.";
    }

    private static string How(ReferenceTables tables, DrugLine drug, in OwnCode code, OwnCodeProof proof)
    {
        if (code.OfNdc is not { } of)
            return proof switch
            {
                OwnCodeProof.Contradiction => "name and NDC",
                OwnCodeProof.NameAndDose => "name and dose",
                OwnCodeProof.NameAndMaker => $"name and the maker of NDC {drug.AnyNdc.Hyphenated}, which the CMS "
                    + "crosswalk at hand does not list",
                _ => "name",
            };
        var release = of.Evidence switch
        {
            NdcEvidence.Release => Texts.Of($"CMS crosswalk for {drug.Day:yyyy-MM-dd}"),
            NdcEvidence.Extract => Texts.Of($"an extract of the CMS crosswalk for {drug.Day:yyyy-MM-dd}"),
            _ => Texts.Of($"CMS crosswalk until {of.Row.Days.To:yyyy-MM-dd}; that of the date is not loaded"),
        };
        return (proof is OwnCodeProof.Both ? "name and NDC " : "NDC ") + $"{drug.AnyNdc.Hyphenated} ({release})";
    }

    // What the text says was thrown away stands on a line of its own under the new code.
    private static string WasteOf(in RuleContext context, in OwnCode code)
    {
        var drug = context.Drug!;
        if (drug.IsWaste || WasteLines.Told(drug) is not { IsNone: false } waste
            || WasteLines.Of(context, drug) is not null) return "";
        var subject = drug.Subject with
        {
            Code = code.Code, IsUnclassified = false,
            Situation = drug.Subject.Situation | Situation.SingleDose | Situation.Waste,
        };
        if (context.Policy.Wants?.Of(PolicyKeys.WasteLine, subject)
            is not { Value.Word: "jw-line" or "jw-line-and-text" }) return "";
        var units = SpecificCodes.UnitsOf(UnitOf(context.Tables, code, waste), waste);
        return $" {waste} of waste need a second line {code.Code} with JW"
            + (units is { } count ? Texts.Of($" and {count:0.###} units") : "")
            + (drug.Line.Has(Codes.JZ) ? "; JZ does not belong here." : ".");
    }

    // From the dose where the text has one, else from the quantity of the NDC.
    private static decimal? UnitsOf(in RuleContext context, in OwnCode code, out string arithmetic)
    {
        var drug = context.Drug!;
        var unit = UnitOf(context.Tables, code, drug.TotalDose);
        if (SpecificCodes.UnitsOf(unit, drug.TotalDose) is { } units)
        {
            arithmetic = SpecificCodes.Arithmetic(unit, drug.TotalDose);
            return units;
        }
        if (code.Row is { } row && IsByDose(row))
        {
            arithmetic = "one for the dose";
            return 1;
        }
        arithmetic = "";
        var line = drug.Line;
        if (code.OfNdc is not { } of || drug.Ndc.IsNone
            || NdcUnits.OfQuantity(of.Row, line.NdcQuantity, line.NdcUnit.Bytes) is not { } exact) return null;
        units = decimal.Ceiling(exact);
        arithmetic = Texts.Of($"{line.NdcQuantity:0.###} {line.NdcUnit.Text} of the NDC x ")
            + Texts.Of($"{exact / line.NdcQuantity:0.###} = {exact:0.###}")
            + (units == exact ? "" : Texts.Of($", rounded up to {units:0}"));
        return units;
    }

    // "greater than 100 mg", "per dose".
    private static bool IsByDose(ProductCode row) => DoseBand.Of(row) is not null || row.IsPerTreatment;

    // For some contractors an unclassified code is right where the dose does not fill one unit of the own code.
    private static bool IsTooSmall(in RuleContext context, in OwnCode code) =>
        UnitOf(context.Tables, code, context.Drug!.TotalDose) is { IsNone: false } unit
        && context.Drug!.TotalDose.In(unit.Unit) is { } amount && amount < unit.Value
        && context.Wants(PolicyKeys.UnclassifiedSmallAmount) is { Value.Word: "unclassified" };

    private static Amount UnitOf(ReferenceTables tables, in OwnCode code, Amount dose) =>
        code.Row?.UnitFor(dose) is { IsNone: false } unit ? unit
            : code.OfNdc is { } of ? NdcUnits.UnitOf(tables, of.Row) : default;
}
