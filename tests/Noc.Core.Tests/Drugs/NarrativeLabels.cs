using System.Globalization;
using Noc.Drugs;

namespace Noc.Core.Tests.Drugs;

/// <summary>Compares parsed facts with labelled texts, field by field.</summary>
internal sealed class NarrativeLabels
{
    private readonly SortedDictionary<string, (int Right, int All)> _fields = new(StringComparer.Ordinal);

    public List<string> Misses { get; } = [];

    public int Right => _fields.Values.Sum(f => f.Right);

    public int All => _fields.Values.Sum(f => f.All);

    /// <summary>A table of the fields for docs/accuracy.md.</summary>
    public string Table(int texts) => $"{texts} texts, {All} facts, {Right} read right "
        + string.Create(CultureInfo.InvariantCulture, $"({100m * Right / All:0.0}%).\n\n")
        + "| fact | labelled | right |\n|---|---|---|\n"
        + string.Concat(_fields.Select(f => $"| {f.Key.Replace('_', ' ')} | {f.Value.All} | {f.Value.Right} |\n"));

    public IEnumerable<string> Lines => _fields.Select(f => $"{f.Key}: {f.Value.Right} of {f.Value.All}");

    /// <summary>A field counts where the label or the parser has a value.</summary>
    public void Compare(Dictionary<string, string> row)
    {
        var text = row["text"];
        var facts = NarrativeParser.Parse(text);
        Check("name", Squeeze(row["name"]), Squeeze(Names(facts, text)));
        Check("dose", Amounts(row["dose"]), Amounts(Doses(facts)));
        Check("strength", Amounts(row["strength"]), Amounts(Strengths(facts)));
        Check("route", row["route"], facts.Route ?? "");
        Check("ndc", row["ndc"], facts.Ndc.Of(text).ToString());
        Check("waste", row["waste"] == "0" ? "0MG" : Amounts(row["waste"]), Amounts(facts.Waste.ToString()));
        Check("price", Price(row["price"]), Price(facts.PriceUsd?.ToString(CultureInfo.InvariantCulture) ?? ""));
        Check("compound", row["compound"], facts.IsCompound ? "Y" : "");
        Check("frequency", row["frequency"].Replace("1 TIME", "X1"), facts.Frequency ?? "");
        Check("date", Squeeze(row["date"]), Squeeze(facts.DateSpan.Of(text).ToString()));
        Check("container", Squeeze(row["container"]).Replace("SINGLEDOSEVIAL", "SDV"), Container(facts));
        Check("manufacturer", Squeeze(row["manufacturer"]), Squeeze(facts.Manufacturer.Of(text).ToString()));
        Check("unit_map", Squeeze(row["unit_map"]), Squeeze(facts.UnitMap.Of(text).ToString()));
        Own("lot", facts.Lot.Of(text).ToString());
        Own("weight", facts.WeightKg?.ToString("0.##", CultureInfo.InvariantCulture) ?? "");
        Own("diagnosis", facts.Diagnosis.Of(text).ToString());
        Own("product_number", facts.ProductNumber.Of(text).ToString());
        Own("split", facts.Split.Parts == 0 ? "" : $"{facts.Split.Part}/{facts.Split.Parts}");
        Own("doses_per_container", facts.DosesPerContainer?.ToString("0.##", CultureInfo.InvariantCulture) ?? "");
        if (row.TryGetValue("generic", out var generic)) Check("generic", generic, facts.IsGeneric ? "Y" : "");

        void Own(string field, string actual)
        {
            if (row.TryGetValue(field, out var label)) Check(field, label, actual);
        }

        void Check(string field, string expected, string actual)
        {
            if (expected.Length == 0 && actual.Length == 0) return;
            var (right, all) = _fields.GetValueOrDefault(field);
            var isRight = string.Equals(expected, actual, StringComparison.Ordinal);
            _fields[field] = (right + (isRight ? 1 : 0), all + 1);
            if (!isRight) Misses.Add($"{field}: expected '{expected}' but read '{actual}' in: {text}");
        }
    }

    private static string Names(NarrativeFacts facts, string text) =>
        string.Join(';', new[] { facts.Name }.Concat(facts.OtherNames).Select(name => name.Of(text).ToString()))
            .ToUpperInvariant().Replace("(BRAND ", "(");

    private static string Doses(NarrativeFacts facts) =>
        string.Join(';', new[] { facts.Dose }.Concat(facts.OtherDoses).Select(dose => dose.ToString()));

    private static string Strengths(NarrativeFacts facts) => facts.Strength.IsNone ? "" : string.Join(';',
        new[] { (facts.Strength, facts.StrengthPer) }.Concat(facts.OtherStrengths).Select(pair => pair.Item2.IsNone
            ? pair.Item1.ToString()
            : $"{pair.Item1}/{(pair.Item2.Value == 1 ? pair.Item2.Unit : pair.Item2.ToString())}"));

    private static string Container(NarrativeFacts facts) => facts.Container is null ? ""
        : facts.ContainerCount is { } count ? $"{facts.Container}X{count:0.##}" : facts.Container;

    private static string Price(string text) =>
        text.Length == 0 ? "" : decimal.Parse(text, CultureInfo.InvariantCulture).ToString("0.00",
            CultureInfo.InvariantCulture);

    private static string Amounts(string text) => Squeeze(text).Replace("UG", "MCG");

    private static string Squeeze(string text) => text.ToUpperInvariant().Replace(" ", "").Replace("-", "");
}
