using System.Globalization;
using Noc.Payers;

namespace Noc.Reference.Policies;

/// <summary>Reads for which lines a value is meant.</summary>
internal static class ScopeReader
{
    private static readonly Dictionary<string, Situation> Situations = new(StringComparer.Ordinal)
    {
        ["compounded"] = Situation.Compounded,
        ["implanted-pump"] = Situation.ImplantedPump,
        ["external-pump"] = Situation.ExternalPump,
        ["nebulizer"] = Situation.Nebulizer,
        ["intravitreal"] = Situation.Intravitreal,
        ["biologic"] = Situation.Biologic,
        ["antineoplastic"] = Situation.Antineoplastic,
        ["oral"] = Situation.Oral,
        ["single-dose"] = Situation.SingleDose,
        ["multi-dose"] = Situation.MultiDose,
        ["waste"] = Situation.Waste,
        ["no-waste"] = Situation.NoWaste,
        ["trial"] = Situation.Trial,
        ["free"] = Situation.Free,
        ["340b"] = Situation.Discounted340B,
        ["participating"] = Situation.Participating,
        ["new-drug"] = Situation.NewDrug,
        ["drug-priced-by-hand"] = Situation.PricedByHand,
        ["emergency"] = Situation.Emergency,
        ["home-infusion"] = Situation.HomeInfusion,
        ["network-plan"] = Situation.NetworkPlan,
        ["medicare-advantage"] = Situation.MedicareAdvantage,
        ["specialty-pharmacy"] = Situation.SpecialtyPharmacy,
        ["crossover"] = Situation.Crossover,
        ["packaged"] = Situation.Packaged,
    };

    /// <summary>The words of <c>when</c>.</summary>
    public static IReadOnlyCollection<string> SituationNames => Situations.Keys;

    /// <summary>The situation behind a word; <see cref="Situation.None"/> where it is none.</summary>
    public static Situation SituationOf(string word) => Situations.GetValueOrDefault(word);

    public static PolicyScope Read(YamlNode? node, PolicyReader reader)
    {
        if (node is null) return PolicyScope.Any;
        reader.Keys(node, "for", PolicyFields.Scope);
        var codes = Codes(node, reader);
        var claims = reader.Words(node, "claims");
        Among(node, "claims", claims, PolicyFields.Claims, reader);
        var order = reader.Text(node, "order");
        if (order.Length > 0) Among(node, "order", [order], PolicyFields.Orders, reader);
        var (when, not) = SituationsOf(node, reader);
        var charge = node["charge"];
        if (charge is not null) reader.Keys(charge, "charge", PolicyFields.Charge);
        var (from, below) = (Number(charge, "from", reader), Number(charge, "below", reader));
        if (below <= from) reader.Wrong(charge!, $"nothing is from {from} and below {below}");
        foreach (var (key, words) in node.Pairs ?? [])
            if (words.Items is not null && PolicyReader.Twice(reader.Words(words)) is { } word)
                reader.Wrong(words, $"{word} stands twice in {key.Text}; delete one");
        return new()
        {
            Codes = codes,
            Claims = claims,
            Places = KnownPlaces.Places(node, "places", reader),
            Bills = KnownPlaces.Bills(node, "bills", reader),
            Jurisdictions = KnownPlaces.Jurisdictions(node, "jurisdictions", reader),
            States = KnownPlaces.States(node, "states", reader),
            Order = order,
            ChargeFrom = from,
            ChargeBelow = below,
            Drugs = [.. reader.Words(node, "drugs").Select(name => name.ToLowerInvariant())],
            When = when,
            WhenNot = not,
            Service = Days(node, "service", reader),
            Received = Days(node, "received", reader),
        };
    }

    /// <summary>Codes, ranges, series or classes; empty where they are left out.</summary>
    public static List<string> Codes(YamlNode node, PolicyReader reader)
    {
        var codes = reader.Words(node, "codes");
        foreach (var code in codes)
            if (!CodeClass.IsValid(code))
                reader.Wrong(node["codes"]!, $"\"{code}\" is no code, range J0120-J9999, series J* or class; "
                    + $"nearest class: {PolicyReader.Nearest(code, CodeClass.Words)}");
        return codes;
    }

    internal static (Situation When, Situation Not) SituationsOf(YamlNode node, PolicyReader reader)
    {
        var (when, not) = (Situation.None, Situation.None);
        foreach (var word in reader.Words(node, "when"))
        {
            var isNot = word.StartsWith("not ", StringComparison.Ordinal);
            var name = isNot ? word[4..] : word;
            if (!Situations.TryGetValue(name, out var situation))
                reader.Wrong(node["when"]!, $"when does not know \"{name}\"; nearest: "
                    + PolicyReader.Nearest(name, Situations.Keys));
            if (isNot) not |= situation;
            else when |= situation;
            if ((when & not) != Situation.None)
                reader.Wrong(node["when"]!, $"{name} is wanted and excluded; keep one of the two");
        }
        return (when, not);
    }

    /// <summary>A span of days with from and to; <c>default</c> where it is left out.</summary>
    public static Days Days(YamlNode node, string key, PolicyReader reader)
    {
        if (node[key] is not { } span) return default;
        reader.Keys(span, key, PolicyFields.Days);
        var (from, to) = (reader.Date(span, "from"), reader.Date(span, "to"));
        if (from is null && to is null) reader.Wrong(span, $"{key} has neither from nor to");
        if (to < from) reader.Wrong(span, $"{key} ends before it begins");
        return new(from, to);
    }

    internal static decimal? Number(YamlNode? node, string key, PolicyReader reader)
    {
        if (node?[key] is not { } value) return null;
        if (decimal.TryParse(value.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        reader.Wrong(value, $"{key} is no number, such as 250 or 0.5");
        return null;
    }

    internal static void Among(
        YamlNode node, string key, IEnumerable<string> words, IReadOnlyList<string> known, PolicyReader reader)
    {
        foreach (var word in words)
            if (!known.Contains(word))
                reader.Wrong(node[key]!, $"{key} does not know \"{word}\"; it takes {string.Join(", ", known)}");
    }
}
