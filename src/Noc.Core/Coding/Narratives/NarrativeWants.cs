using Noc.Payers;

namespace Noc.Coding;

/// <summary>What a payer wants of the text of one line.</summary>
public sealed class NarrativeWants
{
    /// <summary>Reads the payer's policy.</summary>
    /// <param name="policy">The policy; null asks for name, dose and route alone.</param>
    /// <param name="line">The line, of the code that the payer's wishes are asked for.</param>
    public NarrativeWants(EffectivePolicy? policy, in PolicySubject line)
    {
        IsInstitutional = line.IsInstitutional;
        if (policy is null) return;
        Required = policy.WordsOf(PolicyKeys.NarrativeRequired, line).ToList();
        Optional = policy.WordsOf(PolicyKeys.NarrativeOptional, line).ToList();
        Refused = policy.WordsOf(PolicyKeys.NarrativeRefused, line).ToList();
        Order = policy.Of(PolicyKeys.NarrativeOrder, line)?.Value.Words ?? [];
        Template = policy.Of(PolicyKeys.NarrativeTemplate, line)?.Value.Word ?? "";
        PriceLabel = policy.Of(PolicyKeys.NarrativePriceLabel, line)?.Value.Word ?? "";
        DoseUnits = policy.Of(PolicyKeys.NarrativeDoseUnits, line)?.Value.Words ?? [];
        if (policy.Of(PolicyKeys.NarrativeBudget, line)?.Value.Number is { } budget and >= 20 and <= 400)
            Budget = Math.Min((int)budget, TextRoom.Electronic);
        foreach (var (word, entry) in policy.WordsOf(PolicyKeys.NarrativePlaces, line))
            if (entry.Policy != "standard") Places = [.. Places, word];
        AsksLittle = !Refused.Contains("route") && Required.All(element => element is "name" or "dose" or "route");
    }

    /// <summary>True for an institutional claim.</summary>
    public bool IsInstitutional { get; }

    /// <summary>Elements that the payer asks for.</summary>
    public IReadOnlyList<string> Required { get; } = [];

    /// <summary>Elements that it reads too.</summary>
    public IReadOnlyList<string> Optional { get; } = [];

    /// <summary>Elements that it does not want.</summary>
    public IReadOnlyList<string> Refused { get; } = [];

    /// <summary>The order of the elements; empty where it names none.</summary>
    public IReadOnlyList<string> Order { get; } = [];

    /// <summary>The wording, elements in braces; empty where it has none.</summary>
    public string Template { get; } = "";

    /// <summary>What stands in front of a price; empty where it names nothing.</summary>
    public string PriceLabel { get; } = "";

    /// <summary>Units in which doses are written; empty for any.</summary>
    public IReadOnlyList<string> DoseUnits { get; } = [];

    /// <summary>Characters of the description and of each note.</summary>
    public int Budget { get; } = TextRoom.Electronic;

    /// <summary>Places that the payer itself names; empty where only the standard does.</summary>
    public IReadOnlyList<string> Places { get; } = [];

    /// <summary>Whether an element should stand in the text: the payer asks for it, or it asks for little, and name,
    /// dose and route are what every reviewer looks for.</summary>
    public bool Asks(string element) => Required.Contains(element)
        || (element is "name" or "dose" or "route" && AsksLittle);

    /// <summary>True where the payer asks for no more than name, dose and route.</summary>
    public bool AsksLittle { get; } = true;

    /// <summary>Whether a place is read: the payer names it.</summary>
    public bool Reads(string place) => Places.Contains(place);
}
