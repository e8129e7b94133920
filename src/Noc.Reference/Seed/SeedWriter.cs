using System.Globalization;
using System.Text;
using Noc.Drugs;

namespace Noc.Reference.Seed;

/// <summary>Writes the facts of imported tables as seed files: no descriptions, one fact a row, sorted.</summary>
public static class SeedWriter
{
    private static readonly CompositeFormat Number = CompositeFormat.Parse("{0:0.######}");

    /// <summary>Writes all files that are made of agencies' tables.</summary>
    /// <param name="tables">The tables; ingredients of codes come from the products.</param>
    /// <param name="folder">Where the files are written.</param>
    /// <returns>Names of the files with their number of rows.</returns>
    public static IReadOnlyList<(string File, int Rows)> Write(ReferenceTables tables, string folder)
    {
        var image = tables.Image;
        var isDrug = DrugCodes(tables);
        Directory.CreateDirectory(folder);
        return
        [
            Write(folder, "codes.csv", "code,ingredient,unit,kind,from,to,coverage,pricing", Codes(tables, isDrug)),
            Write(folder, "payment-limits.csv",
                "code,from,to,limit,coinsurance,dosage,marks,vaccine_limit,blood_limit,text", Limits(image)),
            Write(folder, "ndc-codes.csv",
                "ndc,code,from,to,drug,labeler,dosage,size,quantity,units_per_item,units_per_package",
                NdcCodes(image)),
            Write(folder, "noc-prices.csv", "drug,dosage,from,to,limit", NocPrices(image)),
            Write(folder, "noc-ndcs.csv",
                "ndc,generic,drug,labeler,dosage,from,to,size,quantity,units_per_item,units_per_package",
                NocNdcs(image)),
            Write(folder, "opps.csv",
                "code,from,to,status,apc,rate,copayment,coinsurance,pass_through_ends", Opps(image, isDrug)),
            Write(folder, "fees.csv",
                "code,modifier,from,to,status,global,pc_tc,multiple,bilateral,work,pe_nonfacility,pe_facility,"
                + "malpractice,total_nonfacility,total_facility,factor,factor_qualifying", Fees(image)),
            Write(folder, "loaded.csv", "dataset,from,to,kind,publisher,release,rows,file", Loaded(image)),
        ];
    }

    // Drug codes: the J series, codes of known products, codes with a payment limit or an NDC, and what the agency
    // prices as a drug (indicator 51).
    private static Func<HcpcsCode, bool> DrugCodes(ReferenceTables tables)
    {
        var drugs = new HashSet<HcpcsCode>();
        foreach (var row in tables.Image.Rows<LimitRecord>().All) drugs.Add(row.Code);
        foreach (var row in tables.Image.Rows<CodeNdcRecord>().All) drugs.Add(row.Code);
        foreach (var row in tables.Image.Rows<CodeRecord>().All)
            if (row.PricingIndicator == 51) drugs.Add(row.Code);
        return code => code.Series == 'J' || drugs.Contains(code) || tables.IsProductCode(code)
            || tables.CatchAll(code) is not null;
    }

    private static IEnumerable<string> Codes(ReferenceTables tables, Func<HcpcsCode, bool> isDrug)
    {
        var image = tables.Image;
        var ingredients = tables.Products.SelectMany(
                product => product.Codes.Select(code => (code.Code, product.Ingredient)))
            .GroupBy(pair => pair.Code).ToDictionary(
                group => group.Key, group => group.Select(pair => pair.Ingredient).Distinct().ToList());
        HcpcsCode last = default;
        foreach (var row in image.Rows<CodeRecord>().All.ToArray().Reverse())   // the newest wording first
        {
            if (row.Code == last || !isDrug(row.Code)) continue;
            last = row.Code;
            var names = ingredients.GetValueOrDefault(row.Code, []);
            yield return Row(row.Code.Value, names is [var name] ? name : "",
                row.UnitValue.Value is { } value ? $"{Text(value)} {image.Text(row.Unit)}" : "",
                row.UnitKind is CodeUnitKind.None ? "" : row.UnitKind.ToString().ToLowerInvariant(),
                Day(row.Valid.From), Day(row.Valid.To), row.Coverage == '\0' ? "" : row.Coverage.ToString(),
                row.PricingIndicator.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static IEnumerable<string> Limits(TableImage image)
    {
        foreach (var row in image.Rows<LimitRecord>().All.ToArray())
            yield return Row(row.Code.Value, Day(row.Days.From), Day(row.Days.To), Text(row.LimitUsd.Value),
                Text(row.CoinsurancePercent.Value), image.Text(row.DosageText).Trim(), Text((byte)row.Marks),
                Text(row.VaccineLimitUsd.Value), Text(row.BloodLimitUsd.Value), image.Text(row.LimitText));
    }

    private static IEnumerable<string> NdcCodes(TableImage image)
    {
        foreach (var row in image.Rows<NdcCodeRecord>().All.ToArray())
            if (!row.Ndc.IsNone)
                yield return Row(row.Ndc.Digits, row.Code.Value, Day(row.Days.From), Day(row.Days.To),
                    image.Text(row.DrugName).Trim(), image.Text(row.Labeler).Trim(), image.Text(row.DosageText).Trim(),
                    Text(row.PackageSize.Value), Text(row.PackageQuantity.Value), Text(row.UnitsPerItem.Value),
                    Text(row.UnitsPerPackage.Value));
    }

    private static IEnumerable<string> NocPrices(TableImage image)
    {
        foreach (var row in image.Rows<NocPriceRecord>().All.ToArray())
            yield return Row(image.Text(row.DrugName), image.Text(row.DosageText), Day(row.Days.From),
                Day(row.Days.To), Text(row.LimitUsd.Value));
    }

    private static IEnumerable<string> NocNdcs(TableImage image)
    {
        foreach (var row in image.Rows<NocNdcRecord>().All.ToArray())
            if (!row.Ndc.IsNone)
                yield return Row(row.Ndc.Digits, image.Text(row.GenericName), image.Text(row.DrugName),
                    image.Text(row.Labeler), image.Text(row.DosageText), Day(row.Days.From), Day(row.Days.To),
                    Text(row.PackageSize.Value), Text(row.PackageQuantity.Value), Text(row.UnitsPerItem.Value),
                    Text(row.UnitsPerPackage.Value));
    }

    private static IEnumerable<string> Opps(TableImage image, Func<HcpcsCode, bool> isDrug)
    {
        foreach (var row in image.Rows<OppsRecord>().All.ToArray())
            if (isDrug(row.Code) || IsAdministration(row.Code))
                yield return Row(row.Code.Value, Day(row.Days.From), Day(row.Days.To), image.Text(row.Status),
                    image.Text(row.Apc), Text(row.RateUsd.Value), Text(row.CopaymentUsd.Value),
                    Text(row.CoinsurancePercent.Value), row.PassThroughEnds == 1 ? "y" : "");
    }

    private static IEnumerable<string> Fees(TableImage image)
    {
        foreach (var row in image.Rows<FeeRecord>().All.ToArray())
            if (IsAdministration(row.Code))
                yield return Row(row.Code.Value, row.Modifier.Value, Day(row.Days.From), Day(row.Days.To),
                    image.Text(row.Status), image.Text(row.GlobalDays), image.Text(row.PcTc),
                    image.Text(row.MultipleProcedure), image.Text(row.Bilateral), Text(row.Work.Value),
                    Text(row.NonFacilityExpense.Value), Text(row.FacilityExpense.Value), Text(row.Malpractice.Value),
                    Text(row.NonFacilityTotal.Value), Text(row.FacilityTotal.Value),
                    Text(row.ConversionFactor.Value), Text(row.QualifyingFactor.Value));
    }

    private static IEnumerable<string> Loaded(TableImage image)
    {
        foreach (var row in image.Rows<LoadedRecord>().All.ToArray())
        {
            if (row.Kind is LoadedKind.Superseded) continue;
            // Of these only the codes of drugs and of giving them are in the seed.
            var isCut = row.Dataset is Dataset.Hcpcs or Dataset.OppsAddendumB or Dataset.FeeSchedule;
            if (!isCut && row.Dataset is not (Dataset.AspPrices or Dataset.NdcCrosswalk or Dataset.NocPrices
                or Dataset.NocCrosswalk)) continue;
            yield return Row(row.Dataset.ToString(), Day(row.Days.From), Day(row.Days.To),
                isCut || row.Kind is LoadedKind.Partial ? "partial" : "complete", image.Text(row.Publisher),
                image.Text(row.Release), Text(row.Rows), image.Text(row.Member));
        }
    }

    /// <summary>Infusion, injection and vaccination, and the procedures that carry drugs most: eye, spine, joint, nerve
    /// and bladder injections, pumps, implants.</summary>
    private static bool IsAdministration(HcpcsCode code) => code.Series is >= '0' and <= '9' && code.Number >= 0
        && (((code.Series - '0') * 10_000) + code.Number) is (>= 96_360 and <= 96_549) or (>= 90_460 and <= 90_474)
            or 67_028 or (>= 62_320 and <= 62_327) or 62_369 or 62_370 or 95_990 or 95_991 or (>= 20_600 and <= 20_611)
            or 64_612 or 64_615 or 64_616 or (>= 64_642 and <= 64_647) or 51_720 or (>= 11_980 and <= 11_983);

    private static (string, int) Write(string folder, string file, string header, IEnumerable<string> rows)
    {
        var sorted = rows.Order(StringComparer.Ordinal).ToList();
        var path = Path.Combine(folder, file);
        var part = path + ".part";
        File.WriteAllText(part, string.Join('\n', sorted.Prepend(header)) + "\n", new UTF8Encoding(false));
        File.Move(part, path, overwrite: true);
        return (file, sorted.Count);
    }

    private static string Row(params ReadOnlySpan<string> cells)
    {
        var row = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) row.Append(',');
            var isPlain = cells[i].AsSpan().IndexOfAny(",\"\r\n") < 0;
            row.Append(isPlain ? cells[i] : $"\"{cells[i].Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        }
        return row.ToString();
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Text(decimal? number) =>
        number is { } some ? string.Format(CultureInfo.InvariantCulture, Number, some) : "";
}
