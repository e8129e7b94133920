using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Answers whether a drug has a code of its own on a date in a setting.</summary>
/// <remarks>Pass-through codes (C) exist for hospitals under OPPS and surgery centres only.</remarks>
public static class SpecificCodes
{
    // No dose is larger in any unit; what is larger is a number that was misread.
    private const decimal MaxDose = 1_000_000_000_000m;

    /// <summary>No line has more units.</summary>
    internal const decimal MaxUnits = 99_999m;

    /// <summary>All codes of a product on a day that the setting may bill, those for all makers first.</summary>
    /// <param name="product">The product.</param>
    /// <param name="day">Date of service.</param>
    /// <param name="setting">Where it was given.</param>
    /// <param name="dose">Dose given; <c>default</c> where not known, then there are no units.</param>
    /// <param name="route">Route as narratives spell it; null where not known, then routes are not judged.</param>
    public static List<SpecificCode> Find(
        Product product, DateOnly day, Setting setting, Amount dose = default, string? route = null)
    {
        var found = new List<SpecificCode>();
        for (var narrowness = 0; narrowness <= 2; narrowness++)
            foreach (var row in product.Codes)
                if (row.Narrowness == narrowness && row.IsValidOn(day) && Fits(product, row, setting, route))
                    found.Add(new(product, row, UnitsOf(row, dose), Arithmetic(row.UnitFor(dose), dose)));
        return found;
    }

    /// <summary>Those codes that a claim may mean: for the maker or brand that it names, else for all makers, else
    /// any.</summary>
    /// <param name="codes">Codes of one or more products.</param>
    /// <param name="texts">What the claim says of the drug.</param>
    public static List<SpecificCode> For(List<SpecificCode> codes, params string[] texts)
    {
        if (codes.Count < 2) return codes;
        // A label that repeats the ingredient names nobody.
        var named = codes.FindAll(code => code.Row.Labels.Any(label => label.Length > 3
            && !label.Equals(code.Product.Ingredient, StringComparison.OrdinalIgnoreCase)
            && texts.Any(text => Says(text, label))));
        if (named.Count > 0) return named;
        var open = codes.FindAll(code => !code.Row.IsForOneLabel || IsForm(code.Row));
        return open.Count > 0 ? open : codes;
    }

    /// <summary>Of several codes of one product whose units are presentations of different size, the one that the dose
    /// fills exactly with the fewest: 50 MG is one of 50 MG, 200 MG two of 100 MG. Null where none or several do, or
    /// the codes are for different makers.</summary>
    /// <param name="codes">Codes of one or more products, with the units of the dose.</param>
    /// <param name="dose">The dose; where none is told, the content of the presentation.</param>
    public static SpecificCode? ByPresentation(IReadOnlyList<SpecificCode> codes, Amount dose)
    {
        if (codes.Count < 2 || dose.IsNone) return null;
        if (DoseBand.Narrowest(codes, dose) is { } band) return band;
        SpecificCode? best = null;
        var isTie = false;
        for (var i = 0; i < codes.Count; i++)
        {
            var (row, unit) = (codes[i].Row, codes[i].Row.Unit);
            if (codes[i].Product != codes[0].Product || row.Label != codes[0].Row.Label || unit.IsNone
                || dose.In(unit.Unit) is not { } amount) return null;
            for (var j = 0; j < i; j++)
                if (codes[j].Row.Unit == unit) return null;
            if (UnitsOf(unit, dose) is not { } units || units * unit.Value != amount) continue;
            var least = best is null ? null : UnitsOf(best.Row.Unit, dose);
            if (least <= units) isTie |= least == units;
            else (best, isTie) = (codes[i], false);
        }
        return isTie ? null : best;
    }

    // A label such as "in sodium chloride" is a form, which a text leaves out as easily as it names it.
    private static bool IsForm(ProductCode row) =>
        row.Labels.All(label => label.StartsWith("in ", StringComparison.OrdinalIgnoreCase));

    // People write NACL for sodium chloride, and names of makers without points and apostrophes.
    private static bool Says(string text, string label) => text.Contains(label, StringComparison.OrdinalIgnoreCase)
        || (label.AsSpan().ContainsAny('.', '\'') && Plain(text).Contains(
            Plain(label), StringComparison.OrdinalIgnoreCase))
        || (label.Contains("sodium chloride", StringComparison.OrdinalIgnoreCase) && text.Contains(
            label.Replace("sodium chloride", "NACL", StringComparison.OrdinalIgnoreCase),
            StringComparison.OrdinalIgnoreCase));

    private static string Plain(string name) => name.Replace(".", "", StringComparison.Ordinal)
        .Replace("'", "", StringComparison.Ordinal);

    /// <summary>Whether a setting and a route may bill the code, whatever the day.</summary>
    public static bool Fits(Product product, ProductCode row, Setting setting, string? route)
    {
        if (row.IsOutpatientOnly && setting is not (Setting.Opps or Setting.Asc)) return false;
        // S codes are for commercial payers that ask for them; nobody is corrected towards one.
        if (row.Code.Series == 'S') return false;
        return row.Use switch
        {
            CodeUse.Esrd => setting is Setting.Esrd,
            CodeUse.NotEsrd => setting is not Setting.Esrd,
            CodeUse.Oral => route is "PO" || (route is null && product.IsOral),
            CodeUse.Intravenous => route is null or "IV",
            CodeUse.Subcutaneous => route is null or "SC",
            CodeUse.Intramuscular => route is null or "IM",
            CodeUse.Intrathecal => route is null or "IT",
            CodeUse.InhaledDme => setting is Setting.Dme or Setting.Pharmacy || route is "INH",
            CodeUse.Dme => setting is Setting.Dme,
            CodeUse.Hospitalised => setting is Setting.OtherInstitutional,
            _ => true,
        };
    }

    /// <summary>Units of a dose, rounded up; null where the unit is no amount or another kind of amount, or the units
    /// would be more than any line bills.</summary>
    public static decimal? UnitsOf(ProductCode row, Amount dose) => UnitsOf(row.UnitFor(dose), dose);

    /// <summary>The same for one unit of any code.</summary>
    /// <param name="unit">What one unit of the code stands for; none where it is no single amount.</param>
    /// <param name="dose">The dose.</param>
    public static decimal? UnitsOf(Amount unit, Amount dose) =>
        unit.IsNone || unit.Value == 0 || dose.Value > MaxDose || dose.In(unit.Unit) is not { } amount || amount <= 0
            || amount / unit.Value > MaxUnits ? null : decimal.Ceiling(amount / unit.Value);

    /// <summary>How the units of a dose come about, such as <c>75MG / 10MG = 7.5, rounded up to 8</c>; empty without
    /// units.</summary>
    public static string Arithmetic(Amount unit, Amount dose)
    {
        if (UnitsOf(unit, dose) is not { } units) return "";
        var exact = dose.In(unit.Unit)!.Value / unit.Value;
        return Texts.Of($"{dose} / {unit} = {exact:0.###}")
            + (units == exact ? "" : Texts.Of($", rounded up to {units:0}"));
    }
}
