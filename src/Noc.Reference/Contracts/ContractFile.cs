using System.Globalization;
using Noc.Drugs;
using Noc.Payers;
using Noc.Pricing;
using Noc.Reference.Policies;

namespace Noc.Reference.Contracts;

/// <summary>Reads payers' contracts out of a YAML file (format: docs/pricing.md).</summary>
/// <remarks>Everything that is wrong is told with its place; a contract with an error is left out.</remarks>
public static class ContractFile
{
    private static readonly string[] FileKeys = ["contracts"];

    private static readonly string[] ContractKeys =
        ["id", "payers", "from", "to", "coinsurance", "lesser-of-charge", "terms", "note"];

    private static readonly string[] TermKeys =
        ["codes", "settings", "from", "to", "method", "percent", "plus", "floor", "cap", "fees", "note"];

    private static readonly string[] Flags = ["true", "false"];

    /// <summary>Words for methods.</summary>
    public static IReadOnlyDictionary<string, ContractMethod> Methods { get; } =
        new Dictionary<string, ContractMethod>(StringComparer.Ordinal)
        {
            ["percent-of-limit"] = ContractMethod.PercentOfLimit,
            ["percent-of-wac"] = ContractMethod.PercentOfWac,
            ["percent-of-awp"] = ContractMethod.PercentOfAwp,
            ["percent-of-charge"] = ContractMethod.PercentOfCharge,
            ["percent-of-fee-schedule"] = ContractMethod.PercentOfFeeSchedule,
            ["invoice-plus"] = ContractMethod.InvoicePlus,
            ["fee-list"] = ContractMethod.Fee,
        };

    /// <summary>The contracts of a text.</summary>
    /// <param name="file">Name of the file, for problems.</param>
    /// <param name="text">The YAML.</param>
    /// <param name="problems">What is wrong, each with its place and what would be right.</param>
    public static IReadOnlyList<Contract> Read(string file, string text, out IReadOnlyList<PolicyProblem> problems)
    {
        var reader = new PolicyReader();
        var contracts = new List<Contract>();
        try
        {
            var root = YamlNode.Parse(file, text);
            reader.Keys(root, "the file", FileKeys);
            foreach (var node in reader.Items(root, "contracts", needed: true))
            {
                var before = reader.Problems.Count;
                var contract = ReadContract(node, reader);
                if (reader.Problems.Count == before) contracts.Add(contract);
            }
            problems = reader.Problems;
        }
        catch (PolicyException fault)
        {
            problems = [fault.Problem];
        }
        return contracts;
    }

    private static Contract ReadContract(YamlNode node, PolicyReader reader)
    {
        reader.Keys(node, "a contract", ContractKeys);
        var payers = reader.Words(node, "payers");
        if (payers.Count == 0) reader.Wrong(node, "a contract names its payers (payers: [id or name])");
        var terms = reader.Items(node, "terms", needed: true);
        var lesser = reader.Text(node, "lesser-of-charge");
        if (lesser.Length > 0 && !Flags.Contains(lesser))
            reader.Wrong(node["lesser-of-charge"]!, "lesser-of-charge is true or false");
        return new()
        {
            Id = reader.Text(node, "id", needed: true),
            Payers = payers,
            Days = DaysOf(node, reader),
            CoinsurancePercent = Number(node, "coinsurance", reader, 0, 100),
            IsLesserOfCharge = lesser != "false",
            Terms = [.. terms.Select(term => ReadTerm(term, reader))],
        };
    }

    private static ContractTerm ReadTerm(YamlNode node, PolicyReader reader)
    {
        reader.Keys(node, "a term", TermKeys);
        var word = reader.Text(node, "method", needed: true);
        if (!Methods.TryGetValue(word, out var method) && word.Length > 0)
            reader.Wrong(node["method"]!, $"there is no method \"{word}\"; it takes {string.Join(", ", Methods.Keys)}");
        var fees = Fees(node, reader);
        if (method is ContractMethod.Fee && word.Length > 0 && fees.Count == 0)
            reader.Wrong(node, "a fee list has fees (fees: {CODE: dollars})");
        if (method is not (ContractMethod.Fee or ContractMethod.InvoicePlus) && Methods.ContainsKey(word)
            && node["percent"] is null) reader.Wrong(node, $"{word} needs its percent");
        var (floor, cap) = (Number(node, "floor", reader), Number(node, "cap", reader));
        if (floor > cap) reader.Wrong(node["floor"]!, "floor is above cap");
        return new()
        {
            Codes = Codes(node, reader),
            Systems = Systems(node, reader),
            Days = DaysOf(node, reader),
            Method = method,
            Percent = Number(node, "percent", reader, 0, 10_000) ?? (method is ContractMethod.InvoicePlus ? 0 : 100),
            PlusUsd = Number(node, "plus", reader) ?? 0,
            FloorUsd = floor,
            CapUsd = cap,
            Fees = fees,
            Place = $"line {node.Place.Line}",
        };
    }

    private static List<string> Codes(YamlNode node, PolicyReader reader)
    {
        var codes = reader.Words(node, "codes");
        foreach (var code in codes)
            if (code is not ("unclassified" or "drugs" or "procedures") && !HcpcsCode.TryParse(code, out _)
                && !(code is [.. { Length: > 0 and < 5 } start, '*'] && start.All(char.IsAsciiLetterOrDigit)))
                reader.Wrong(node["codes"]!,
                    $"\"{code}\" is no code such as J3490, start such as J9*, unclassified, drugs or procedures");
        return codes;
    }

    private static List<PaySystem> Systems(YamlNode node, PolicyReader reader)
    {
        var systems = new List<PaySystem>();
        foreach (var word in reader.Words(node, "settings"))
            if (PaySystems.Words.TryGetValue(word, out var system)) systems.Add(system);
            else
                reader.Wrong(node["settings"]!,
                    $"settings does not know \"{word}\"; it takes {string.Join(", ", PaySystems.Words.Keys)}");
        return systems;
    }

    private static Dictionary<HcpcsCode, decimal> Fees(YamlNode node, PolicyReader reader)
    {
        var fees = new Dictionary<HcpcsCode, decimal>();
        if (node["fees"] is not { } list) return fees;
        if (list.Pairs is null) reader.Wrong(list, "fees is a map (CODE: dollars)");
        foreach (var (key, _) in list.Pairs ?? [])
            if (!HcpcsCode.TryParse(key.Text, out var code)) reader.Wrong(key, $"\"{key.Text}\" is no code");
            else if (Number(list, key.Text!, reader) is { } usd) fees[code] = usd;
        return fees;
    }

    private static Days DaysOf(YamlNode node, PolicyReader reader)
    {
        var (from, to) = (reader.Date(node, "from"), reader.Date(node, "to"));
        if (from > to) reader.Wrong(node["to"]!, "to is before from");
        return new(from, to);
    }

    private static decimal? Number(
        YamlNode node, string key, PolicyReader reader, decimal least = 0, decimal most = 1_000_000_000)
    {
        var text = reader.Text(node, key);
        if (text.Length == 0) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most) return number;
        reader.Wrong(node[key]!, $"{key} is no number from {least:0} to {most:0}");
        return null;
    }
}
