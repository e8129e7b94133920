using System.Text.Json;
using System.Text.Json.Serialization;
using Noc.App.ManageData;
using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.App.LookUpNdc;

/// <summary><c>noc ndc</c>: what a typed or scanned NDC is, and what to bill with it.</summary>
public static class NdcLookup
{
    private const int FewestDigits = 8;   // of a text that stands alone

    private const int DaysOfYear = 365;

    /// <summary>Writes the answers.</summary>
    /// <param name="texts">What was typed or scanned.</param>
    /// <param name="day">Date of service.</param>
    /// <param name="isJson">True for JSON (schema noc.ndc/1), false for text.</param>
    /// <param name="isColored">True to colour text.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="output">Where it is written.</param>
    /// <returns>0, or 1 where a text was refused or a package could not have been used on the day.</returns>
    public static int Run(
        IReadOnlyList<string> texts, DateOnly day, bool isJson, bool isColored, ReferenceTables tables,
        TextWriter output)
    {
        var answers = Whole(texts).Select(text => Answer(tables, text, day)).ToList();
        if (isJson)
        {
            var report = new NdcReport("noc.ndc/1", NocVersion.Text, tables.Version, tables.Notice, day, answers);
            output.WriteLine(JsonSerializer.Serialize(report, NdcJson.Shaped.NdcReport));
        }
        else output.Write(NdcPage.Write(answers, day, tables, isColored));
        return answers.Exists(answer => answer.IsProblem()) ? 1 : 0;
    }

    // "60575 4112 1" without quotes comes as three arguments, and so does the text of a label.
    private static List<string> Whole(IReadOnlyList<string> texts)
    {
        if (texts.Count > 1 && LabelText.Read(string.Join(' ', texts)) is { Ndc: not null })
            return [string.Join(' ', texts)];
        var whole = new List<string>(texts.Count);
        var isOpen = false;
        var quantity = "";   // of the code that follows
        foreach (var text in texts)
        {
            if (NdcReading.IsQuantity(text))
            {
                if (whole.Count > 0 && !HasQuantity(whole[^1]) && quantity.Length == 0) whole[^1] += " " + text;
                else quantity = text + " ";
                isOpen = false;
                continue;
            }
            var isPart = text.Count(char.IsAsciiDigit) < FewestDigits;
            if (isPart && isOpen) whole[^1] += " " + text;
            else whole.Add(quantity + text);
            (isOpen, quantity) = (isPart, "");
        }
        if (quantity.Length > 0) whole.Add(quantity.TrimEnd());
        return whole;
    }

    private static bool HasQuantity(string text) => text.Split(' ').Any(word => NdcReading.IsQuantity(word));

    internal static NdcAnswer Answer(ReferenceTables tables, string text, DateOnly day)
    {
        var read = NdcReading.Of(tables, text, day);
        var label = read.Label is { } seen ? new NdcLabel(seen.Gtin, seen.Level, seen.Lot, seen.Expiry, seen.Made,
            seen.Serial, seen.Defect is Gs1Defect.None ? null : NdcWords.Of(seen.Defect)) : null;
        NdcOption[] options = [.. read.Candidates.Select(one => new NdcOption(one.Ndc.Digits, one.Ndc.Hyphenated,
            one.IsKnown, NdcWords.Kebab(one.Listing), one.Name))];
        if (read.Ndc is not { } ndc)
            return new(text, "refused", NdcWords.ProductNumber(tables, text, day) is { Length: > 0 } other ? other
                : NdcWords.Spelling(read), null, options, label, null);
        return new(text, read.IsResolved ? "resolved" : "ok", NdcWords.Spelling(read),
            new(ndc.Digits, ndc.Hyphenated, ndc.Labeler, ndc.Product, ndc.Package, $"0{ndc.Hyphenated}"), options,
            label, Card(tables, NdcFacts.Of(tables, ndc, day, read.Label?.Expiry)));
    }

    private static NdcCard Card(ReferenceTables tables, NdcFacts facts)
    {
        var market = facts.Market;
        var measure = facts.Measure;
        var product = facts.Product;
        return new()
        {
            Name = facts.Name,
            Labeler = facts.Labeler,
            Labelers = [.. facts.Labelers.Select(one => new NdcLabelerCard(one.Name,
                one.Source is Dataset.NdcProducts ? "FDA directory" : "CMS crosswalk", one.AsOf))],
            Listing = NdcWords.Kebab(facts.Listing),
            ListedAs = facts.ListedAs.Digits,
            IsSample = facts.IsSample,
            Form = product?.Form ?? "",
            Routes = product?.Routes ?? "",
            Strength = product?.Strength ?? "",
            Application = product?.Application ?? "",
            Role = NdcWords.Kebab(facts.Role),
            RoleText = NdcWords.Role(facts),
            PackageText = facts.PackageText,
            Items = facts.Items,
            Item = facts.Item,
            ItemAmount = facts.ItemAmount.ToString(),
            ItemDose = facts.ItemDose.ToString(),
            Components = facts.Package is { Kit: not null } kit ? [.. kit.Parts.Select(Component)] : [],
            Market = new(NdcWords.Kebab(market.Kind), market.From, market.To, market.Until, market.IsUntilExact,
                NdcWords.Market(facts)),
            Measure = new(measure.Code, facts.ItemQuantity,
                facts.Role is NdcRole.Kit ? 1 : facts.ItemQuantity * facts.Items, measure.IsCertain,
                NdcWords.Measure(facts)),
            CodesCoverage = NdcWords.Kebab(facts.CodesCoverage),
            CodesText = NdcWords.Codes(facts),
            Codes = [.. facts.Codes.Select(code => Code(code, facts))],
            OtherQuarters = [.. facts.OtherCodes.Select(code => Code(code, facts))],
            NocPrices = [.. facts.NocPrices.Select(Price)],
            Rebate = NdcWords.Kebab(facts.Rebate),
            RebateText = NdcWords.Rebate(facts),
            Sources = Sources(tables, facts),
        };
    }

    private static NdcCodeCard Code(NdcCode code, NdcFacts facts) => new(code.Code.Value, code.DosageText,
        code.UnitsPerItem, code.UnitsPerPackage, code.Arithmetic(facts.ItemDose), code.Days.From, code.Days.To,
        code.Listed.Digits, code.Listed != facts.Ndc);

    private static NdcPriceCard Price(NdcNocPrice price) => new(price.Name, price.DosageText, price.LimitUsd,
        price.LimitUsd * price.UnitsPerItem, price.LimitUsd * price.UnitsPerPackage, price.Days.From, price.Days.To);

    private static string Component(PackagePart part)
    {
        var code = part.Levels[0].Ndc is { } ndc ? $" ({ndc.Hyphenated})" : "";
        var amount = part.ItemAmount is { IsNone: false } size ? $" of {size}" : "";
        return $"{NdcWords.Number(part.ItemsIn(0))} {part.Item}{amount}{code}";
    }

    // A directory prints no dates of service: its newest entry or its name tells how old it is.
    private static string AsOf(string release, DateOnly day)
    {
        if (ReleaseDay.Of(release) is not { } newest) return ", of unknown age";
        var years = (day.DayNumber - newest.DayNumber) / DaysOfYear;
        return $" as of {release}" + (years < 1 ? "" : years == 1 ? " (a year old)"
            : $" ({years} years old)");
    }

    private static List<string> Sources(ReferenceTables tables, NdcFacts facts)
    {
        var sources = new List<string>();
        if (facts.PackageText.Length > 0) Add(Dataset.NdcPackages);
        if (facts.Product is not null) Add(Dataset.NdcProducts);
        if (facts.CodesCoverage is not CoverageKind.None) Add(Dataset.NdcCrosswalk);
        if (facts.NocPrices.Count > 0)
        {
            Add(Dataset.NocCrosswalk);
            Add(Dataset.NocPrices);
        }
        if (facts.Codes.Count == 0 && facts.OtherCodes is [.., { Days.To: { } last }]) Add(Dataset.NdcCrosswalk, last);
        if (facts.Rebate is not RebateStatus.NotCovered) Add(Dataset.MedicaidRebate);
        return sources;

        void Add(Dataset dataset, DateOnly? of = null)
        {
            foreach (ref readonly var loaded in tables.Image.Rows<LoadedRecord>().All)
            {
                if (loaded.Dataset != dataset || loaded.Kind is LoadedKind.Superseded) continue;
                if (!loaded.Days.Include(of ?? facts.Day)) continue;
                var days = loaded.Days == default ? AsOf(tables.Image.Text(loaded.Release), facts.Day)
                    : $", {loaded.Days}";
                var extract = loaded.Kind is LoadedKind.Partial ? ", an extract" : "";
                sources.Add($"{tables.Image.Text(loaded.Publisher)} {DatasetNotes.Of(dataset).Name}{days}{extract}");
            }
        }
    }
}

/// <summary>The shape of the JSON output.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(NdcReport))]
internal sealed partial class NdcJson : JsonSerializerContext
{
    /// <summary>Indented, with letters beyond ASCII as they are.</summary>
    public static NdcJson Shaped { get; } = new(JsonOutput.Shaped());
}
