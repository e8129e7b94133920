using Noc.Drugs;

namespace Noc.Pricing;

/// <summary>What the modifiers of a line make of its fee.</summary>
/// <remarks>Source: Claims Processing Manual ch. 12, 20.4.3 (assistants at surgery), 40.6 and 40.7 (several and both
/// sides).</remarks>
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
    public static decimal Apply(Reckoning work, decimal unitUsd)
    {
        var usd = unitUsd;
        foreach (var modifier in work.Line.Modifiers)
        {
            if (modifier == Codes.Both && IsSurgery(work.Line.Code))
            {
                usd = Part(work, usd, 150, "50: both sides");
                work.Flag("bilateral", $"150% holds where the fee schedule lets {work.Line.Code} be done on both "
                    + $"sides (bilateral indicator 1).");
            }
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

    private static decimal Part(Reckoning work, decimal usd, decimal percent, string why)
    {
        var part = Rounding.Cents(usd * percent / 100);
        work.Step($"{why}: ${usd:#,##0.00} x {percent:0.#}% = ${part:#,##0.00}");
        return part;
    }

    // Codes of surgery; the rules for both sides and several procedures are not for giving drugs.
    private static bool IsSurgery(HcpcsCode code) => code.Series is >= '1' and <= '6';
}
