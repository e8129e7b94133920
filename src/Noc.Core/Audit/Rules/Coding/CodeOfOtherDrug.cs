using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD011 code-of-other-drug: the text names a brand with a code of its own, and the line bills another code.
/// </summary>
/// <remarks>
/// <para>Why it matters: codes for any maker of a drug (J1599, J7192, J9305) are for makers without a code of their
/// own; payers deny them for a brand that has one (CARC 189), and a code of another drug pays another price.</para>
/// <para>What to do: bill the code of the product on the container, with its units; a biosimilar without a code goes by
/// the unclassified one.</para>
/// <para>Source: CMS HCPCS Level II; claim adjustment reason code 189.</para>
/// <para>Silent when: the line has an unclassified code (COD001), no description, or one that names no known brand or
/// ingredient; the drug is known under the code of the line and neither a brand or maker with another code is named
/// nor a route that the code is not for; the brand is sold under the code of the line too, by a longer name for another
/// route. A warning where the code is of another drug or route altogether, for the text may be what is wrong, and for
/// other payers than Medicare where it is of another product of the drug.</para>
/// </remarks>
public static class CodeOfOtherDrug
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD011", "code-of-other-drug", "specific_code_check", Severity.Deny,
        "A code for makers without their own is denied where the brand has one (CARC 189).", Sources.Carc189)
    {
        Judges = LineTraits.OwnCode,
    };

    /// <summary>Denies a code for any maker; warns where the code is of another drug, and while the brand's is new.
    /// </summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var line = drug.Line;
        if (line.Description.IsEmpty || drug.IsUnclassified || drug.IsWaste || drug.Day is not { } day
            || !context.Tables.IsProductCode(line.Code)) return;
        var text = line.Description.Text;
        var match = context.Tables.FindLeadingProduct(text);
        if (match.IsNone || match.Kind is NameKind.Base) return;
        var all = Own(match, line.Code, day, drug.Setting, text);
        if (drug.TextFacts!.IsCompound) return;
        if (all.Count == 0)
        {
            CheckForm(context, match, findings);
            CheckRoute(context, match, findings);
            CheckUncoded(context, match, findings);
        }
        if (all.Count == 0 || text.Contains("BIOSIM", StringComparison.OrdinalIgnoreCase)
            || IsShortForCode(context, match, day)) return;
        var best = all[0];
        var billed = context.Tables.Code(line.Code, day) as CodeStatus.Found;
        var isNamed = context.Tables.CatchAll(line.Code) is { Kind: CatchAllKind.Named }
            && (billed is null || FirstWord(billed.Product).SequenceEqual(FirstWord(best.Product)));
        var names = string.Join(" or ", all.Select(code => code.Row.Code.Value).Distinct().Take(3));
        var isNew = NewCodes.MayNotBeLoaded(context.Policy, best.Row.From, day);
        // Of one drug, the brand tells the product; two drugs may be a slip of the text.
        var isSameDrug = billed is { Product.Confidence: not Confidence.Low }
            && DrugNames.AreSameDrug(best.Product, billed.Product);
        var isSure = (isNamed || isSameDrug) && all.Count == 1 && match.Kind is NameKind.Brand && !isNew;
        var units = Units(best.Row, drug, context.Tables, day);
        findings.Add(Info, context, context.CodeElement,
            $"{text.AsSpan(match.Start, match.Length)} is billed as {names}, not {line.Code}"
            + (isNamed ? $", which is for makers without a code of their own."
                : isSure ? $", the code of {billed!.Product.NameUnder(billed.Row)}."
                : ": code and text name two drugs.")
            + (isNew ? SpecificCodeExists.TellsNew : ""), line.CodeText,
            (isNamed || isSure) && all.Count == 1 ? new() { Code = best.Row.Code, Units = units } : null,
            isSure && (isNamed || context.Policy.IsMedicare) ? SpecificCodeExists.SeverityOf(context) : Severity.Warn,
            isNamed || isSure ? new(CorrectionSafety.Review, $"replace {line.Code} by {names}") : null,
            best.Row.Confidence < best.Product.Confidence ? best.Row.Confidence : best.Product.Confidence);
    }

    // Immune globulins whose brand has no code: J1599 is for liquids, J1566 for powders.
    private static void CheckForm(in RuleContext context, in ProductMatch match, FindingSink findings)
    {
        var line = context.Drug!.Line;
        if (line.Code != Codes.J1599 && line.Code != Codes.J1566) return;
        if (match.Products is not [var product] || product.Fallback == line.Code || product.Codes.Count > 0
            || (product.Fallback != Codes.J1599 && product.Fallback != Codes.J1566)) return;
        findings.Add(Info, context, context.CodeElement, $"{product.DisplayName}, {product.Class}, is billed as "
            + $"{product.Fallback}, not {line.Code}.", line.CodeText,
            new() { Code = product.Fallback, Units = line.BilledUnits },
            correction: new(CorrectionSafety.Review, $"replace {line.Code} by {product.Fallback}"),
            confidence: product.Confidence);
    }

    // A code for one route, and the text tells another, for which the brand has a code too.
    private static void CheckRoute(in RuleContext context, in ProductMatch match, FindingSink findings)
    {
        var drug = context.Drug!;
        var (line, day) = (drug.Line, drug.Day!.Value);
        if (match.Kind is not NameKind.Brand || drug.RouteOfText is not { } route
            || context.Tables.Code(line.Code, day) is not CodeStatus.Found { Product: var billed, Row: var row }
            || !match.Products.Contains(billed) || !SpecificCodes.Fits(billed, row, drug.Setting, null)
            || SpecificCodes.Fits(billed, row, drug.Setting, route)) return;
        var text = line.Description.Text;
        foreach (var product in context.Tables.Products)
        {
            if (!product.Routes.Contains(route) || (product != billed && !RouteChoice.HasLongerBrand(billed, product)))
                continue;
            var codes = SpecificCodes.For(SpecificCodes.Find(
                product, day, drug.Setting, drug.TextFacts!.TotalDose, route), text);
            if (codes is not [var right] || right.Row.Use == row.Use) continue;
            findings.Add(Info, context, context.CodeElement, $"The text says {route}: "
                + $"{text.AsSpan(match.Start, match.Length)} is billed as {right.Row.Code} then, not {line.Code}.",
                line.CodeText, new() { Code = right.Row.Code, Units = right.Units }, Severity.Warn,
                new(CorrectionSafety.Review, $"replace {line.Code} by {right.Row.Code}"), right.Row.Confidence);
            return;
        }
    }

    // A biologic, or a biosimilar of it, that has no code: the code of another one is never its own.
    private static void CheckUncoded(in RuleContext context, in ProductMatch match, FindingSink findings)
    {
        var drug = context.Drug!;
        var (line, day) = (drug.Line, drug.Day!.Value);
        if (match is not { Kind: NameKind.Brand, Products: [{ Fallback.IsNone: false } product] }
            || product.Approved > day || KnowsCode(product, line.Code)
            || SpecificCodes.Find(product, day, drug.Setting).Count > 0
            || context.Tables.Code(line.Code, day) is not CodeStatus.Found found || found.Product == product
            || context.Tables.CatchAll(line.Code) is not null || IsOtherRouteOf(product, found.Product, drug)
            // A chemical drug may go by the code of its ingredient, unless that is for one brand: J0401 for Maintena.
            || !(product.IsBiologic is true
                || (found.Row.IsForOneLabel && DrugNames.AreSameDrug(product, found.Product)))) return;
        var code = context.Policy.IsMedicare && drug.Setting is Setting.Opps or Setting.Asc ? Codes.C9399
            : product.Fallback;
        findings.Add(Info, context, context.CodeElement, $"{product.DisplayName} has no code of its own and is billed "
            + $"as {code}, not {line.Code}: that is the code of {found.Product.NameUnder(found.Row)}.",
            line.CodeText, new() { Code = code, Units = 1 }, context.Policy.IsMedicare ? null : Severity.Warn,
            new(CorrectionSafety.Review, $"replace {line.Code} by {code}"), product.Confidence);
    }

    // SKYRIZI into a vein, or by a route that nobody tells: the code of Skyrizi IV is right.
    private static bool IsOtherRouteOf(Product named, Product billed, DrugLine drug) =>
        RouteChoice.HasLongerBrand(named, billed)
        && (drug.RouteOfText is not { } route || billed.Routes.Contains(route));

    // A brand that is sold for another route under a longer name: EMEND into a vein, LUPRON for the depot. The code
    // tells which, unless the route of the text tells the shorter one.
    private static bool IsShortForCode(in RuleContext context, in ProductMatch match, DateOnly day)
    {
        var drug = context.Drug!;
        if (match.Kind is not NameKind.Brand
            || context.Tables.Code(drug.Line.Code, day) is not CodeStatus.Found { Product: var billed }) return false;
        foreach (var named in match.Products)
        {
            if (RouteChoice.HasLongerBrand(named, billed) && !named.Routes.SequenceEqual(billed.Routes)
                && !(drug.RouteOfText is { } route && named.Routes.Contains(route)
                    && !billed.Routes.Contains(route))) return true;
        }
        return false;
    }

    private static bool KnowsCode(Product product, HcpcsCode code)
    {
        foreach (var row in product.Codes)
            if (row.Code == code) return true;
        return false;
    }

    // Codes of what the text names, where the line's is none of them: for a drug that goes by it too, those of the
    // maker or brand that the text names.
    private static List<SpecificCode> Own(
        in ProductMatch match, HcpcsCode billed, DateOnly day, Setting setting, string text)
    {
        var all = new List<SpecificCode>(2);
        foreach (var product in match.Products)
        {
            var codes = SpecificCodes.For(SpecificCodes.Find(product, day, setting), text);
            if (codes.Exists(code => code.Row.Code == billed)
                || (KnowsCode(product, billed) && !codes.TrueForAll(code => code.Row.IsForOneLabel))) return [];
            all.AddRange(codes);
        }
        return all;
    }

    // Products of one kind, such as factors and globulins, begin with the same word.
    private static ReadOnlySpan<char> FirstWord(Product product) =>
        product.Ingredient.AsSpan()[..(product.Ingredient.AsSpan().IndexOfAny(' ', '-') is var end and >= 0 ? end
            : product.Ingredient.Length)];

    // Of the dose in the text; the same as billed where both codes count alike.
    private static decimal? Units(ProductCode row, DrugLine drug, ReferenceTables tables, DateOnly day) =>
        SpecificCodes.UnitsOf(row, drug.TextFacts!.TotalDose)
            ?? (tables.Code(drug.Line.Code, day) is CodeStatus.Found found && found.Row.Unit == row.Unit
                ? drug.Line.BilledUnits : null);
}
