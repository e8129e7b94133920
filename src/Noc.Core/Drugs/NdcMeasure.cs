namespace Noc.Drugs;

/// <summary>The unit for the quantity of an NDC, by the form in which the drug is sold.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Reason">Why, in a clause.</param>
/// <param name="IsCertain">False where the form leaves another unit open, or payers differ.</param>
/// <remarks>Source: coding guide B3; X12 837 guides, 2410 CTP05-1 (UN, ML, GR, F2, ME). The form before mixing counts:
/// a powder that is dissolved for the patient stays UN. ME (milligrams) is never proposed: many payers refuse
/// it.</remarks>
public readonly record struct NdcMeasure(NdcUnit Unit, string Reason, bool IsCertain)
{
    private static readonly string[] Grams = ["CREAM", "OINTMENT", "GEL", "PASTE", "JELLY"];

    private static readonly string[] Liquids =
    [
        "SOLUTION", "SUSPENSION", "EMULSION", "LIQUID", "CONCENTRATE", "SYRUP", "ELIXIR", "IRRIGANT", "LOTION", "DROPS",
        "ENEMA", "LIPID COMPLEX", "LIPOSOMAL", "LIPOSOME", "OIL", "SPRAY",
    ];

    private static readonly string[] Pieces =
    [
        "TABLET", "CAPSULE", "PATCH", "FILM", "SUPPOSITORY", "IMPLANT", "INSERT", "WAFER", "PELLET", "DEVICE",
        "LOZENGE", "TROCHE", "RING", "SYSTEM", "STRIP", "SWAB", "SHEET", "TISSUE", "DISC", "INTRAUTERINE",
    ];

    /// <summary>CTP05-1: UN, ML, GR or F2; empty where not known.</summary>
    public string Code => CodeOf(Unit);

    /// <summary>CTP05-1 of a unit; empty for none.</summary>
    public static string CodeOf(NdcUnit unit) => unit switch
    {
        NdcUnit.Each => "UN",
        NdcUnit.Millilitre => "ML",
        NdcUnit.Gram => "GR",
        NdcUnit.InternationalUnit => "F2",
        _ => "",
    };

    /// <summary>The unit for a form.</summary>
    /// <param name="form">Dosage form as the FDA writes it, or our own word, such as "powder"; empty where not
    /// known.</param>
    /// <param name="content">Measure in the innermost container, ML, G or MG; empty where it counts pieces or is not
    /// known. It decides only where the form does not.</param>
    /// <param name="isClottingFactor">True for a factor that is labelled in international units.</param>
    public static NdcMeasure Of(string form, string content = "", bool isClottingFactor = false)
    {
        var upper = form.ToUpperInvariant();
        if (isClottingFactor)
            return new(NdcUnit.InternationalUnit, "clotting factors are counted in international units", false);
        if (upper.Contains("KIT", StringComparison.Ordinal)) return new(NdcUnit.Each, "a kit is one piece", true);
        if (upper.Contains("POWDER", StringComparison.Ordinal)) return Powder(upper, content);
        if (Has(upper, Pieces)) return new(NdcUnit.Each, "each piece is one", true);
        if (Has(upper, Grams))
            return content is "ML" ? new(NdcUnit.Millilitre, "a gel that is labelled in mL", false)
                : new(NdcUnit.Gram, "creams, ointments and gels are weighed", true);
        if (Has(upper, Liquids)) return new(NdcUnit.Millilitre, "it is liquid in its container", true);
        return content switch
        {
            "ML" => new(NdcUnit.Millilitre, "its container is labelled in mL", upper.Length > 0),
            "G" or "MG" when upper.Contains("INJECT", StringComparison.Ordinal) =>
                new(NdcUnit.Each, "its container is labelled by weight, as dry vials are", false),
            "G" => new(NdcUnit.Gram, "its container is labelled in grams", false),
            _ when upper.StartsWith("INJECTION", StringComparison.Ordinal) =>
                new(NdcUnit.Millilitre, "an injection, most likely liquid: look at the label", false),
            _ => default,
        };
    }

    /// <summary>The unit where a drug is sold in several forms; none where they differ.</summary>
    public static NdcMeasure Of(IReadOnlyList<string> forms)
    {
        NdcMeasure found = default;
        foreach (var form in forms)
        {
            var next = Of(form);
            var isOther = found.Unit is not NdcUnit.None && next.Unit != found.Unit;
            if (next.Unit is NdcUnit.None || isOther) return default;
            found = next;
        }
        return found with { IsCertain = false };
    }

    private static NdcMeasure Powder(string upper, string content)
    {
        var isBulk = upper is "POWDER" && content is "G";
        return isBulk ? new(NdcUnit.Gram, "bulk powder is weighed", false)
            : new(NdcUnit.Each, "a powder is counted by vials, dissolved or not", true);
    }

    private static bool Has(string form, string[] words)
    {
        foreach (var word in words)
            if (form.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
