using Noc.Drugs;
using Noc.Encounters;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>The code of a dose and what is known of the product.</summary>
internal sealed record DoseCode
{
    public required HcpcsCode Code { get; init; }

    public required string Reason { get; init; }

    /// <summary>What one unit stands for; none where it is no single amount.</summary>
    public Amount Unit { get; init; }

    public bool IsUnclassified { get; init; }

    /// <summary>The product; null where the name is not known or means several.</summary>
    public Product? Product { get; init; }

    /// <summary>What the tables say of the NDC; null without one.</summary>
    public NdcFacts? Ndc { get; init; }

    /// <summary>What the encounter says of the product; null where it says nothing.</summary>
    public ProductFacts? Told { get; init; }

    /// <summary>The crosswalk's row of NDC and code; null where it has none.</summary>
    public CrosswalkCode? Row { get; init; }

    public bool IsCompound { get; init; }
}

/// <summary>Chooses the code of a dose for its payer, setting and date.</summary>
/// <remarks>A code of the drug's own comes first: the NDC proves it by the crosswalk, else the name by the table of
/// products. Without one the decision table of the coding guide (A4) and the payer's own wish decide.</remarks>
internal static class DoseCodes
{

    private static readonly HcpcsCode J3490 = HcpcsCode.Of("J3490");

    private sealed record Own(HcpcsCode Code, Amount Unit, Product? Product, CrosswalkCode? Row);

    public static DoseCode Of(VisitFacts visit, DoseToBill dose)
    {
        var told = ToldOf(visit.Encounter, dose);
        var ndc = dose.Ndc.IsNone ? null : NdcFacts.Of(visit.Tables, dose.Ndc, dose.Day);
        var match = visit.Context.MatchOf(
            dose.First.Drug, told?.Name ?? "", told?.Ingredient ?? "", dose.Route, ndc);
        var product = match.IsNone ? null : match.Products.Count == 1 ? match.Products[0]
            : match.Products.FirstOrDefault(one => one.Codes.Count > 0) ?? match.Products[0];
        var isCompound = dose.First.IsCompounded || (!match.IsNone && match.Products.All(one => one.IsCompounded));
        var known = new DoseCode
        {
            Code = default, Reason = "", Product = product, Ndc = ndc, Told = told, IsCompound = isCompound,
        };
        if (!isCompound && OwnOf(visit, dose, match, told) is [_, ..] all)
        {
            all = OfPurpose(visit, dose, all);
            var own = all[0];
            if (all.Count > 1) TellSeveral(visit, dose, all);
            else OtherMakers.Tell(visit, dose, own.Code, own.Product, told);
            return known with
            {
                Code = own.Code,
                Unit = own.Unit,
                Product = own.Product ?? product,
                Row = own.Row,
                Reason = own.Row is not null ? $"NDC {dose.Ndc.Hyphenated} is billed as {own.Code} on this date."
                    : $"{NameOf(dose, own.Product)} has its own code {own.Code} on this date.",
            };
        }
        var (code, reason) = Unclassified(visit, dose, match, known);
        return known with { Code = code, Reason = reason, IsUnclassified = true };
    }

    // By the brand that was given; the first brand of an ingredient may be another maker's drug.
    private static string NameOf(DoseToBill dose, Product? product)
    {
        if (product is null) return dose.First.Drug;
        var brands = product.Brands.Where(brand => DrugNames.Shares(dose.First.Drug, brand)).ToList();
        var given = brands.Find(brand => dose.First.Drug.Contains(brand, StringComparison.OrdinalIgnoreCase))
            ?? brands.FirstOrDefault();
        return given is null ? product.Ingredient : product.Under(given);
    }

    private static ProductFacts? ToldOf(Encounter encounter, DoseToBill dose)
    {
        foreach (var one in encounter.Products)
            if (!dose.Ndc.IsNone && one.Ndc == dose.Ndc) return one;
        foreach (var one in encounter.Products)
            if ((one.Ndc.IsNone || dose.Ndc.IsNone) && DrugNames.Shares(dose.First.Drug, one.Name)) return one;
        return null;
    }

    private static List<Own> OwnOf(VisitFacts visit, DoseToBill dose, in ProductMatch match, ProductFacts? told)
    {
        var tables = visit.Tables;
        var byNdc = new List<Own>(1);
        foreach (var row in CrosswalkCodes.On(tables, dose.Ndc, dose.Day))
        {
            if (!CrosswalkCodes.Fits(tables, row.Code, dose.Day, visit.Setting, dose.Route)) continue;
            var found = tables.Code(row.Code, dose.Day) as CodeStatus.Found;
            var unit = found?.Row.UnitFor(dose.Dose) ?? default;
            byNdc.Add(new(row.Code, unit.IsNone ? NdcUnits.UnitOf(tables, row.Row) : unit, found?.Product, row));
        }
        // A package that is priced by its name has no code.
        if (byNdc.Count == 0 && !dose.Ndc.IsNone
            && tables.Image.Rows<NocNdcRecord>().Of(TableKey.Of(dose.Ndc)).On(dose.Day) is not null) return [];
        if (match.IsNone) return byNdc;
        var byName = ByName(visit, dose, match, told);
        if (byNdc.Count == 0) return byName;
        var both = byNdc.FindAll(one => byName.Exists(other => other.Code == one.Code));
        if (both.Count > 0) return both;
        var products = match.Products;
        if (!byNdc.Exists(one => one.Product is { } product
            && products.Any(named => DrugNames.AreSameDrug(named, product))))
            visit.Missing($"{dose.First.Pointer}/ndc", "code", $"NDC {dose.Ndc.Hyphenated} is billed as "
                + $"{byNdc[0].Code}, which is no code of {dose.First.Drug}: one of the two is wrong.", "pharmacy");
        return byNdc;
    }

    private static List<Own> ByName(VisitFacts visit, DoseToBill dose, in ProductMatch match, ProductFacts? told)
    {
        var all = new List<Own>(2);
        foreach (var product in match.Products)
        {
            if (!RouteChoice.IsPossible(product, dose.Route)) continue;
            var codes = SpecificCodes.For(
                SpecificCodes.Find(product, dose.Day, visit.Setting, dose.Dose, dose.Route), dose.First.Drug,
                told?.Labeler ?? "");
            foreach (var code in SpecificCodes.ByPresentation(codes, dose.Dose) is { } exact ? [exact] : codes)
                if (!all.Exists(other => other.Code == code.Row.Code))
                    all.Add(new(code.Row.Code, code.Row.UnitFor(dose.Dose) is { IsNone: false } unit ? unit
                        : Worded(visit, code.Row.Code, dose.Day), product, null));
        }
        return all;
    }

    // The unit in the wording of the code, where our own table of products leaves it open.
    private static Amount Worded(VisitFacts visit, HcpcsCode code, DateOnly day) =>
        visit.Tables.Image.Rows<CodeRecord>().Of(TableKey.Of(code)).On(day)?.ExactUnit(visit.Tables.Image) ?? default;

    // What is put into the bladder is billed as a drug, though a code of vaccines stands for it too. Of products of
    // different purpose the one for the patient's disease is taken first.
    private static List<Own> OfPurpose(VisitFacts visit, DoseToBill dose, List<Own> all)
    {
        if (all.Count < 2) return all;
        if (all.Exists(one => one.Code.Series is 'J')
            && all.Find(one => CodeClass.Includes(CodeKind.Vaccine, one.Code, isUnclassified: false)) is { } vaccine)
        {
            all = all.FindAll(one => one != vaccine);
            visit.Missing($"{dose.First.Pointer}/drug", "code", $"Payers that do not take {all[0].Code} take "
                + $"{vaccine.Code}, a unit a vial.", "billing", isBlocking: false);
        }
        return [.. all.OrderByDescending(one => one.Product is { } product && visit.Tables.DiagnosesOf(product)
            .Any(start => visit.Encounter.Diagnoses.Any(code => code.StartsWith(start, StringComparison.Ordinal))))];
    }

    private static void TellSeveral(VisitFacts visit, DoseToBill dose, List<Own> all) =>
        visit.Missing($"{dose.First.Pointer}/ndc", "code", $"{dose.First.Drug} may be "
            + $"{string.Join(" or ", all.Select(own => own.Code))}, by maker or form; {all[0].Code} is taken. The NDC "
            + "on the container, or the labeler, decides.", "pharmacy");

    private static (HcpcsCode Code, string Reason) Unclassified(
        VisitFacts visit, DoseToBill dose, in ProductMatch match, DoseCode known)
    {
        var choice = Choice(visit, dose, match, known);
        if (choice.Code.IsNone) return (J3490, choice.Reason);
        if (known.Product is { } product
            && product.Ingredient.StartsWith("allergenic", StringComparison.OrdinalIgnoreCase))
            visit.Missing($"{dose.First.Pointer}/drug", "code", "An extract for allergy shots goes out as 95144 to "
                + $"95170, by doses and antigens, not {choice.Code}.", "billing");
        var subject = visit.Subject(dose, choice.Code, known.Product);
        if (known.IsCompound && visit.Wants(PolicyKeys.CompoundCode, subject, Situation.Compounded) is { } compound
            && !compound.Value.Has(choice.Code.Value) && TakesCompound(visit, compound)
            && HcpcsCode.TryParse(compound.Value.Word, out var wanted))
            return (wanted, $"{visit.Payer.Name} takes compounds under {wanted}.");
        if (visit.Wants(PolicyKeys.UnclassifiedCode, subject) is { } own && visit.Payer.Wants!.IsOwn(own)
            && !own.Value.Has(choice.Code.Value) && HcpcsCode.TryParse(own.Value.Word, out var payers))
            return (payers, $"{visit.Payer.Name} takes it under {payers}.");
        return (choice.Code, choice.Reason);
    }

    // Hospitals have rules of their own: only what speaks of institutional claims binds them.
    private static bool TakesCompound(VisitFacts visit, PolicyEntry entry) =>
        visit.Setting is not (Setting.Opps or Setting.Asc or Setting.Dme or Setting.Esrd)
        || entry.Scope.Claims.Contains("institutional");

    private static CodeChoice Choice(VisitFacts visit, DoseToBill dose, in ProductMatch match, DoseCode known)
    {
        var isMedicare = visit.Payer.IsMedicare;
        var isVaccine = IsVaccine(dose.First);
        if (!known.IsCompound && !match.IsNone && !isVaccine)
        {
            var choices = DrugCodes.AllUnclassified(match, dose.Day, visit.Setting, isMedicare, dose.Route);
            if (choices.Count == 0 && known.Product is { Fallback.IsNone: false } product)
                choices.Add(UnclassifiedChoice.Choose(
                    DrugFacts.Of(product, dose.Day, visit.Setting, isMedicare, dose.Route)));
            if (choices.Count > 1)
                visit.Missing($"{dose.First.Pointer}/drug", "product",
                    $"{dose.First.Drug} stands for products that go by "
                    + $"{string.Join(" or ", choices.Select(one => one.Code))}; name the one that was given.",
                    "pharmacy");
            if (choices.Count > 0 && !choices[0].Code.IsNone) return choices[0];
        }
        var facts = OfRecord(visit, dose, known);
        if (isVaccine)
            visit.Missing($"{dose.First.Pointer}/drug", "code", $"Most vaccines have a code of their own, and none of "
                + $"{dose.First.Drug} is in the tables: look it up by the product before an unclassified one is "
                + "billed.", "billing");
        else if (facts.Kind is ProductKind.Blood)
            visit.Missing($"{dose.First.Pointer}/drug", "code", "Blood and its components have codes of their own "
                + "(P9010 to P9100), a unit each; P9099 stands for one that has none. Look it up by the product.",
                "billing");
        else if (!facts.IsCompounded && Pathway(known).Length == 0)
            visit.Missing($"{visit.Encounter.Pointer}/products", "pathway",
                $"{dose.First.Drug} is in no table. Whether "
                + "it is a biologic (BLA) or another drug (NDA), and since when it is approved, decides its code.",
                "pharmacy");
        return UnclassifiedChoice.Choose(facts);
    }

    private static DrugFacts OfRecord(VisitFacts visit, DoseToBill dose, DoseCode known)
    {
        var given = dose.First;
        var product = known.Product;
        return new()
        {
            Day = dose.Day,
            Setting = visit.Setting,
            IsMedicare = visit.Payer.IsMedicare,
            Kind = IsVaccine(given) ? IsAgainstInfluenza(visit, given) ? ProductKind.FluVaccine : ProductKind.Vaccine
                : product?.Kind ?? (BloodComponents.Has(given.Drug) ? ProductKind.Blood : ProductKind.Drug),
            IsBiologic = Pathway(known).Contains("BLA", StringComparison.OrdinalIgnoreCase),
            Route = dose.Route ?? "",
            IsAntineoplastic = product?.IsAntineoplastic ?? IsAgainstCancer(visit, given, known.Told),
            IsCompounded = known.IsCompound,
            Approved = known.Told?.ApprovedOn ?? product?.Approved,
            IsForEsrd = visit.Setting is Setting.Esrd,
        };
    }

    private static string Pathway(DoseCode known) =>
        known.Told is { Pathway.Length: > 0 } told ? told.Pathway : known.Product?.Pathway ?? "";

    private static bool IsVaccine(Administration given) =>
        given.Category is AdministrationCategory.Vaccine || given.Method is AdministrationMethod.Vaccine;

    private static bool IsAgainstInfluenza(VisitFacts visit, Administration given) =>
        visit.Tables.Families.Find(given.Drug, "", given.Day, [], visit.Encounter.Diagnoses)
            is { Kind: DrugKind.InfluenzaVaccine };

    // The family of its administration takes complex biologics in, which are no anticancer drugs.
    private static bool IsAgainstCancer(VisitFacts visit, Administration given, ProductFacts? told) =>
        given.Category is AdministrationCategory.HormonalChemotherapy
        || (given.Category is AdministrationCategory.Chemotherapy
            && (told?.Pathway.StartsWith("BLA", StringComparison.Ordinal) != true
                || visit.Encounter.Diagnoses.Any(code => code.StartsWith('C')
                    || code.StartsWith("D0", StringComparison.Ordinal))));
}
