using Noc.Drugs;

namespace Noc.Pricing;

/// <summary>What the modifiers of a line make of its fee.</summary>
/// <remarks>Source: Claims Processing Manual ch. 12, 20.4.3 (assistants at surgery), 40.6 and 40.7 (several and both
/// sides); ch. 23, addendum (the indicators of the schedule).</remarks>
internal static class FeeModifiers
{
    private static readonly Modifier Second = Modifier.Of("51");

    private static readonly (Modifier Modifier, decimal Percent, string Why)[] Assistants =
    [
        (Modifier.Of("80"), 16, "an assistant at surgery"), (Modifier.Of("81"), 16, "an assistant at surgery"),
        (Modifier.Of("82"), 16, "an assistant at surgery"),
        (Modifier.Of("AS"), 13.6m, "an assistant at surgery who is no physician"),
    ];

    private static readonly Modifier[] ByHand =
        [.. new[] { "22", "52", "53", "54", "55", "56", "62", "66", "78" }.Select(Modifier.Of)];

    /// <summary>Whether a modifier of a line may change its fee, or chooses another row of the schedule.</summary>
    public static bool MayChange(IReadOnlyList<Modifier> modifiers)
    {
        for (var i = 0; i < modifiers.Count; i++)
        {
            var one = modifiers[i];
            if (one == Codes.Both || one == Second || one.Value is "26" or "TC" || Array.IndexOf(ByHand, one) >= 0
                || Array.Exists(Assistants, known => known.Modifier == one)) return true;
        }
        return false;
    }

    /// <summary>The fee with its modifiers; what the contractor decides by the record is flagged and left.</summary>
    /// <param name="work">Gets steps and flags.</param>
    /// <param name="unitUsd">The fee of one unit without modifiers, US dollars.</param>
    /// <param name="bilateral">The schedule's rule for both sides, 0 to 3 or 9; empty where it is not loaded.</param>
    public static decimal Apply(Reckoning work, decimal unitUsd, string bilateral)
    {
        var usd = unitUsd;
        foreach (var modifier in work.Line.Modifiers)
        {
            if (modifier == Codes.Both) usd = BothSides(work, usd, bilateral);
            else if (modifier == Second && IsSurgery(work.Line.Code))
                usd = Part(work, usd, 50, "51: a further procedure of the day");
            else if (Array.Find(Assistants, one => one.Modifier == modifier) is { Percent: > 0 } assistant)
                usd = Part(work, usd, assistant.Percent, $"{modifier}: {assistant.Why}");
            else if (Array.IndexOf(ByHand, modifier) >= 0)
                work.Flag("modifier-by-record", $"{modifier}: the contractor sets the price by the record; that of the "
                    + $"whole service is shown.");
        }
        return usd;
    }

    private static decimal BothSides(Reckoning work, decimal usd, string rule)
    {
        switch (rule)
        {
            case "1":
                return Part(work, usd, 150, "50: both sides (bilateral indicator 1)");
            case "3":
                return Part(work, usd, 200, "50: each side in full (bilateral indicator 3)");
            case "" when IsSurgery(work.Line.Code):
                work.Flag("bilateral", $"150% holds where the fee schedule lets {work.Line.Code} be done on both "
                    + $"sides (bilateral indicator 1).");
                return Part(work, usd, 150, "50: both sides");
            case "2":
                work.Flag("bilateral", $"50 adds nothing: the fee of {work.Line.Code} is for both sides (bilateral "
                    + $"indicator 2).");
                return usd;
            default:
                if (rule.Length > 0)
                    work.Flag("bilateral", $"50 adds nothing to {work.Line.Code} (bilateral indicator {rule}).");
                return usd;
        }
    }

    private static decimal Part(Reckoning work, decimal usd, decimal percent, string why)
    {
        var part = Rounding.Cents(usd * percent / 100);
        work.Step($"{why}: ${usd:#,##0.00} x {percent:0.#}% = ${part:#,##0.00}");
        return part;
    }

    // Codes of surgery; the rules for both sides and several procedures are not for giving drugs.
    private static bool IsSurgery(HcpcsCode code) => code.Series is >= '1' and <= '6';
}
