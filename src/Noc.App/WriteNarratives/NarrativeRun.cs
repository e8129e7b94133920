using System.Globalization;
using System.Text;
using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.App.WriteNarratives;

/// <summary><c>noc narrative</c>: the texts of a drug line as its payer wants them.</summary>
public static class NarrativeRun
{
    private const decimal MostDoses = 1000;

    /// <summary>Writes the texts.</summary>
    /// <param name="options">What was asked.</param>
    /// <param name="isJson">True for JSON (schema noc.narrative/1), false for text.</param>
    /// <param name="tables">Reference facts.</param>
    /// <param name="policies">What payers want.</param>
    /// <param name="output">Where the answer goes.</param>
    /// <param name="errors">What is wrong with the question.</param>
    /// <returns>0; 1 where the payer asks for something that was not told; 2 where the question cannot be answered.
    /// </returns>
    public static int Run(
        NarrativeOptions options, bool isJson, ReferenceTables tables, PolicySet policies, TextWriter output,
        TextWriter errors)
    {
        if (options is { IsDayAssumed: true, Text: { } words } && NarrativeParser.Parse(words).Date is { } told)
            options = options with { Day = told };
        if (!HcpcsCode.TryParse(options.Code, out var code)) return Refuse(errors, $"{options.Code} is no HCPCS code");
        if (PayerNames.Find(options.Payer, tables, policies, options.State)?.Policy is not { } policy)
            return Refuse(errors, $"no policy or payer is called {options.Payer}."
                + PayerNames.Suggestion(options.Payer, tables, policies));
        if (Facts(options, out var problem) is not { } facts) return Refuse(errors, problem);
        var line = new PolicySubject
        {
            Code = code,
            IsUnclassified = tables.IsUnclassified(code, options.Day),
            IsInstitutional = options.IsInstitutional,
            Place = options.IsInstitutional ? "13" : "11",
            State = options.State,
            Jurisdiction = "",
            Day = options.Day,
            Drugs = tables.FindProduct(facts.Name) is { IsNone: false } match ? match.Products[0].Names
                : [facts.Name.ToLowerInvariant()],
            Situation = (facts.IsCompound ? Situation.Compounded : Situation.None)
                | (IsImplantedPump(options, facts) ? Situation.ImplantedPump : Situation.None),
        };
        var text = NarrativeComposer.Compose(facts, new(policy, line));
        if (Untold(options) is { Count: > 0 } untold) text = text with { Dropped = [.. text.Dropped, .. untold] };
        if (isJson) NarrativeJson.Write(output, options, policy, text, tables);
        else output.Write(Page(policy, text) + TablesNotice.Under(tables));
        return text.Missing.Count > 0 ? 1 : 0;
    }

    private static bool IsImplantedPump(NarrativeOptions options, DrugNarrative facts) =>
        options.Text?.Contains("PUMP", StringComparison.OrdinalIgnoreCase) is true
        && (facts.Route is "IT" || options.Text.Contains("IMPLANT", StringComparison.OrdinalIgnoreCase));

    private static int Refuse(TextWriter errors, string problem)
    {
        errors.WriteLine($"noc: {problem}{(problem[^1] is '?' or '.' ? "" : ".")}");
        return 2;
    }

    private static DrugNarrative? Facts(NarrativeOptions options, out string problem)
    {
        problem = "";
        var facts = options.Text is { } text ? Told(text) : new();
        facts = facts with
        {
            Name = options.Drug ?? facts.Name,
            Route = options.Route ?? facts.Route,
            Strength = options.Strength ?? facts.Strength,
            PriceUsd = options.Price ?? facts.PriceUsd,
            Manufacturer = options.Maker ?? facts.Manufacturer,
            Container = options.Container?.ToUpperInvariant() ?? facts.Container,
            Frequency = options.Frequency ?? facts.Frequency,
            BilledUnits = options.Units,
            Date = options.Day,
            IsCompound = options.IsCompound || facts.IsCompound,
        };
        if (options.Dose is { } dose)
        {
            if (AmountOf(dose) is not { } amount) return Wrong($"--dose takes an amount such as 150MG, not {dose}",
                out problem);
            facts = facts with { Dose = amount };
        }
        if (options.Waste is { } waste)
        {
            var isNone = waste.Equals("none", StringComparison.OrdinalIgnoreCase);
            if (!isNone && AmountOf(waste) is null)
                return Wrong($"--waste takes an amount such as 50MG, or none, not {waste}", out problem);
            facts = facts with { Waste = isNone ? new(0, "MG") : AmountOf(waste)!.Value };
        }
        if (options.Ndc is { } ndc)
        {
            if (NdcText.Read(ndc).Ndc is not { } read)
                return Wrong($"--ndc takes eleven digits or 5-4-2, not {ndc}", out problem);
            facts = facts with { Ndc = read };
        }
        if (options.NdcQuantity is not { } quantity) return facts;
        if (quantity.Length < 3 || !decimal.TryParse(quantity.AsSpan(2), NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var number) || quantity[..2].ToUpperInvariant()
            is not ("UN" or "ML" or "GR" or "F2" or "ME"))
            return Wrong($"--ndc-quantity takes unit and number such as ML3, not {quantity}", out problem);
        return facts with { NdcUnit = quantity[..2].ToUpperInvariant(), NdcQuantity = number };
    }

    private static DrugNarrative? Wrong(string what, out string problem)
    {
        problem = what;
        return null;
    }

    private static Amount? AmountOf(string text)
    {
        var facts = NarrativeParser.Parse($"DOSE {text}");
        return facts.Dose is { IsNone: false, Unit: not "%" } dose ? dose : null;
    }

    private static DrugNarrative Told(string text)
    {
        var facts = NarrativeParser.Parse(text);
        var each = facts.DoseOfVolume is { IsNone: false } inside ? inside : facts.Dose;
        // X2: the text tells all that was given.
        var times = facts is { DoseCount: 1, Frequency: ['X', ..], Dose.Value: > 0 and var one }
            && facts.TotalDose.In(facts.Dose.Unit) is { } all && all < MostDoses * one ? all / one : 1;
        var ingredients = facts.IsCompound ? NarrativeIngredient.Of(facts, text) : [];
        return new()
        {
            Name = Names(facts, text),
            // Each ingredient has its own.
            Strength = ingredients.Count > 0 ? "" : facts.StrengthSpan.Of(text).ToString(),
            Dose = each.IsNone || times == 1 ? each : each with { Value = each.Value * times },
            MoreDoses = NarrativeConflicts.IsCombinedDose(facts, text) ? facts.OtherDoses : [],
            Route = facts.Route ?? "",
            Ndc = facts.NdcIn(text) ?? default,
            Waste = facts.Waste,
            PriceUsd = facts.PaidUsd,
            Manufacturer = facts.Manufacturer.Of(text).ToString(),
            Container = facts.Container ?? "",
            Containers = facts.ContainerCount,
            Frequency = times == 1 ? facts.Frequency ?? "" : "",
            WeightKg = facts.WeightKg,
            Diagnosis = facts.Diagnosis.Of(text).ToString(),
            ProductNumber = facts.ProductNumber.Of(text).ToString(),
            Split = facts.Split,
            IsCompound = facts.IsCompound,
            Ingredients = ingredients,
        };
    }

    // BRAND/OTHER: one product with several ingredients is one name.
    private static string Names(NarrativeFacts facts, string text)
    {
        var name = facts.Name.Of(text).ToString();
        if (!facts.IsCompound)
            foreach (var other in facts.OtherNames) name += $"/{other.Of(text)}";
        return name;
    }

    // What the text to rewrite says and no text of a claim line takes.
    private static List<DroppedElement> Untold(NarrativeOptions options)
    {
        if (options.Text is not { } text) return [];
        var facts = NarrativeParser.Parse(text);
        var all = new List<DroppedElement>();
        if (!facts.Lot.IsEmpty) all.Add(new("lot", $"LOT {facts.Lot.Of(text)}", DropReason.NotAsked, ""));
        if (facts.IsListedPrice)
            all.Add(new("price", facts.PriceSpan.Of(text).ToString(), DropReason.NotAsked, ""));
        if (!facts.IsCompound && !NarrativeConflicts.IsCombinedDose(facts, text))
            foreach (var dose in facts.OtherDoses)
                all.Add(new("dose", dose.ToString(), DropReason.NotAsked, ""));
        return all;
    }

    private static string Page(EffectivePolicy policy, ComposedNarrative text)
    {
        var page = new StringBuilder($"{policy.Policy.Name}\n\n");
        foreach (var place in text.Texts)
            page.Append(CultureInfo.InvariantCulture,
                $"{place.Element + (place.IsRead ? ", named by the payer" : ""),-44}"
                + $"{place.Text.Length} of {place.Limit}, {place.Left} left\n  {place.Text}\n");
        foreach (var one in text.Dropped)
            page.Append(CultureInfo.InvariantCulture, $"Left out: {one.Text} ({Why(one)})\n");
        if (text.Missing.Count > 0) page.Append($"Still needed: {string.Join(", ", text.Missing.Select(InWords))}\n");
        return page.ToString();
    }

    // Elements have the names of policies; people read words.
    private static string InWords(string element) => element switch
    {
        "unit-map" => "what one billed unit stands for",
        "ndc" => "NDC",
        "ndc-dashed" => "NDC with hyphens",
        "product-number" => "the maker's product number",
        "price" => "invoice or list price",
        _ => element,
    };

    /// <summary>Why an element does not stand in the description, in words.</summary>
    internal static string Why(DroppedElement one) => one.Reason switch
    {
        DropReason.Refused => "this payer does not want it",
        DropReason.NotAsked when one.Element is "dose" => "a text tells one dose: add them up, or bill two lines",
        DropReason.NotAsked when one.Element is "price" => "nobody paid what a publisher lists: give --price",
        DropReason.NotAsked => "this payer wants no more than it asks for",
        _ => $"no room; goes to {(one.MovedTo is "PWK" ? "an attachment (PWK)" : one.MovedTo)}",
    };
}
