using Noc.Drugs;

namespace Noc.Coding;

/// <summary>One ingredient of a compound.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dose">How much was given; <c>default</c> where only the strength is known.</param>
/// <param name="Strength">Its strength, such as 20MG/ML; empty where not known.</param>
public sealed record NarrativeIngredient(string Name, Amount Dose, string Strength = "")
{
    /// <summary>The ingredients of a text, each with its own amount and strength where the text gives as many of them
    /// as names; none where it names one drug, or none.</summary>
    public static IReadOnlyList<NarrativeIngredient> Of(NarrativeFacts facts, string text)
    {
        if (facts is not { IsGeneric: false, Name.IsEmpty: false, OtherNames.Count: > 0 }) return [];
        var all = new NarrativeIngredient[facts.OtherNames.Count + 1];
        var (hasDoses, hasStrengths) = (facts.OtherDoses.Count + 1 == all.Length && !facts.Dose.IsNone,
            facts.OtherStrengths.Count + 1 == all.Length && !facts.Strength.IsNone);
        for (var i = 0; i < all.Length; i++)
        {
            var name = (i == 0 ? facts.Name : facts.OtherNames[i - 1]).Of(text).ToString();
            var (strength, per) = i == 0 ? (facts.Strength, facts.StrengthPer)
                : hasStrengths ? facts.OtherStrengths[i - 1] : default;
            all[i] = new(name.ToUpperInvariant(),
                !hasDoses ? InVolume(facts, strength, per) : i == 0 ? facts.Dose : facts.OtherDoses[i - 1],
                !hasStrengths ? "" : NarrativeFacts.Written(strength, per));
        }
        return all;
    }

    // 20ML of 10MG/ML is 200MG.
    private static Amount InVolume(NarrativeFacts facts, Amount strength, Amount per)
    {
        var volume = facts.Volume.IsNone ? facts.Dose : facts.Volume;
        return !strength.IsNone && per.Value > 0 && volume.In("ML") is > 0 and <= 100_000 and var given
            && per.In("ML") is > 0 and var each && strength.Value <= 1_000_000_000
            ? new(Rounding.Amount(strength.Value * given / each), strength.Unit) : default;
    }
}
