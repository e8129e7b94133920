using Noc.Tables;

namespace Noc.Pricing;

/// <summary>Medicaid: acquisition cost by NADAC, else wholesale cost, with a fee, against the usual charge.</summary>
internal static class MedicaidMethod
{
    private static readonly Source Rule = new("42 CFR 447.512, 447.518 (81 FR 5169)", "lower of",
        "https://data.medicaid.gov", new(2016, 4, 1));

    public static Price? Of(Reckoning work)
    {
        var (line, image) = (work.Line, work.Tables.Image);
        if (line.Ndc.IsNone)
        {
            work.Miss($"Medicaid prices by NDC, and the line has none", "the NDC of the line");
            return null;
        }
        var fee = work.Inputs.DispensingFeeUsd ?? 0;
        decimal unit, quantity;
        string label;
        var listed = image.Rows<NadacRecord>().Of(TableKey.Of(line.Ndc)).On(line.Day);
        if (listed is { UnitUsd.Value: { } nadac } row
            && LineQuantity.In(UnitOf(image.Text(row.Unit)), line, work.Tables) is { } counted)
        {
            (unit, quantity, label) = (nadac, counted, "NADAC");
            work.Row($"NADAC {line.Ndc.Hyphenated} from {row.Days.From:yyyy-MM-dd}: ${nadac:0.#####} per "
                + $"{image.Text(row.Unit)}");
            if (work.Tables.Coverage.Of(Dataset.Nadac, line.Day) is CoverageKind.None)
                work.Flag("nadac-old", $"No NADAC of {line.Day:yyyy-MM-dd} is loaded; the last one at hand, of "
                    + $"{row.Days.From:yyyy-MM-dd}, is used (`noc data import`).");
        }
        else
        {
            if (listed is { UnitUsd.Value: not null } other)
                work.Miss($"NADAC of NDC {line.Ndc.Hyphenated} is for one {image.Text(other.Unit).Trim()}, and "
                    + $"the line does not tell how many", "the NDC quantity in that unit");
            else
                work.Miss($"no NADAC of NDC {line.Ndc.Hyphenated} fits {line.Day:yyyy-MM-dd}",
                    "NADAC of the date (`noc data import`)");
            if (MedicareMethods.FromList(work, work.Inputs.Wac, "WAC", "--wac") is not { } cost) return null;
            (unit, quantity, label) = (cost, 1, "WAC");
            work.Flag("state-percent", $"States take a percentage off wholesale cost; none is taken here.");
        }
        var lower = MedicaidLowerOf.Of(unit, quantity, fee, usualUsd: line.ChargeUsd);
        work.Step($"ingredient ${unit:#,##0.00###} x {quantity:#,##0.######} = ${lower.IngredientUsd:#,##0.00}");
        if (fee > 0)
            work.Step($"with the fee of ${lower.FeeUsd:#,##0.00}: ${lower.CostWithFeeUsd:#,##0.00}");
        if (lower.UsualUsd is { } usual)
            work.Step($"lower of ${lower.CostWithFeeUsd:#,##0.00} and the charge of ${usual:#,##0.00}");
        if (line.IsDiscounted340B)
            work.Flag("340b-ceiling", $"Of a drug bought under 340B Medicaid pays no more than the ceiling price, "
                + $"which is not public: less may be paid.");
        work.Flag("state-rates", $"States set rates of drugs that physicians give; check the state's list.");
        return work.Priced(PriceMethod.MedicaidLowerOf, $"Medicaid lower of ({label})", lower.AllowedUsd, Rule);
    }

    // NADAC counts EA, ML and GM.
    private static string UnitOf(string nadac) => nadac.Trim() switch { "EA" => "UN", "GM" => "GR", var same => same };
}
