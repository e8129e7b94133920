namespace Noc.Drugs;

/// <summary>Compares two texts of one line. More detail in one of them is no conflict; what is doubtful is
/// none.</summary>
public static class NarrativeConflicts
{
    /// <summary>The facts that both texts tell, and tell differently; empty where there are none. Never
    /// throws.</summary>
    /// <remarks>A brand and its ingredient are different words for one drug: a caller that has the products drops a
    /// <see cref="NarrativeFact.Name"/> conflict where both names lead to one product.</remarks>
    public static Items<NarrativeConflict> Between(
        ReadOnlySpan<char> textA, NarrativeFacts a, ReadOnlySpan<char> textB, NarrativeFacts b)
    {
        List<NarrativeConflict>? found = null;
        void Add(NarrativeFact fact, TextSpan first, TextSpan second) => (found ??= []).Add(new(fact, first, second));

        if (NamesDiffer(textA, a, textB, b)) Add(NarrativeFact.Name, a.Name, b.Name);
        if (DosesDiffer(a, b)) Add(NarrativeFact.Dose, a.DoseSpan, b.DoseSpan);
        if (StrengthsDiffer(a, b)) Add(NarrativeFact.Strength, a.StrengthSpan, b.StrengthSpan);
        if (RoutesDiffer(a, b)) Add(NarrativeFact.Route, a.RouteSpan, b.RouteSpan);
        if (NdcsDiffer(textA, a, textB, b)) Add(NarrativeFact.Ndc, a.Ndc, b.Ndc);
        if (a.Waste.SameAs(b.Waste) == false && !(a.Waste.Value == 0 && b.Waste.Value == 0))
            Add(NarrativeFact.Waste, a.WasteSpan, b.WasteSpan);
        if (PricesDiffer(a, b)) Add(NarrativeFact.Price, a.PriceSpan, b.PriceSpan);
        return found is null ? [] : found;
    }

    private static bool NamesDiffer(ReadOnlySpan<char> textA, NarrativeFacts a, ReadOnlySpan<char> textB,
        NarrativeFacts b)
    {
        if (!IsDrugText(a) || !IsDrugText(b)) return false;
        return !NarrativeNames.MayBeSame(a.Name.Of(textA), b.Name.Of(textB));
    }

    // A note may say "patient tolerated well": a name counts only beside an amount, and alone.
    private static bool IsDrugText(NarrativeFacts facts) =>
        !facts.Name.IsEmpty && !facts.IsCompound && facts.OtherNames.Count == 0
        && !(facts.Dose.IsNone && facts.Strength.IsNone);

    private static bool DosesDiffer(NarrativeFacts a, NarrativeFacts b)
    {
        if (a.Dose.IsNone || b.Dose.IsNone || a.DoseCount != b.DoseCount) return false;
        if (a.DoseCount > 1) return !HasDose(b, a.Dose) && !HasDose(a, b.Dose);
        if (a.Dose.SameAs(b.Dose) is not { } same) return VolumeDiffers(a, b) || VolumeDiffers(b, a);
        return !same && !Explains(a, b.Dose) && !Explains(b, a.Dose);
    }

    /// <summary>Whether a text gives the amounts of one product with several ingredients, as 400MG/12MG does.
    /// </summary>
    public static bool IsCombinedDose(NarrativeFacts? facts, ReadOnlySpan<char> text) =>
        facts is { OtherDoses.Count: > 0, OtherDoseSpan.IsEmpty: false }
        && facts.DoseSpan.End < facts.OtherDoseSpan.Start && facts.OtherDoseSpan.Start <= text.Length
        && text[facts.DoseSpan.End..facts.OtherDoseSpan.Start].Trim() is "/";

    private static bool HasDose(NarrativeFacts facts, Amount dose)
    {
        if (facts.Dose.SameAs(dose) != false) return true;
        foreach (var other in facts.OtherDoses)
            if (other.SameAs(dose) != false) return true;
        return false;
    }

    // The other amount may be n doses, the whole vial, or dose and waste together.
    internal static bool Explains(NarrativeFacts facts, Amount other)
    {
        if (other.In(facts.Dose.Unit) is not { } value || facts.Dose.Value > MostThatCounts) return true;
        var dose = facts.Dose.Value;
        var times = Times(facts.Frequency);
        if (times > 1 && dose * times == value) return true;
        if (facts.ContainerCount is { } count and < 10_000m
            && (dose * count == value || value * count == dose)) return true;
        if (facts.Waste.In(facts.Dose.Unit) is { } waste && dose + waste == value) return true;
        return facts.StrengthPer.Unit == "VIAL" && facts.Strength.In(facts.Dose.Unit) is { } vial
            && vial > 0 && vial < MostThatCounts && value % vial == 0 && value >= dose;
    }

    private const decimal MostThatCounts = 1_000_000_000_000m;

    private static int Times(string? frequency) =>
        frequency is ['X', >= '1' and <= '9'] ? frequency[1] - '0'
            : frequency switch { "BID" => 2, "TID" => 3, "QID" => 4, _ => 1 };

    // 150 MG and 3 ML agree where the text says 50 MG/ML. Two percent cover rounded volumes.
    private static bool VolumeDiffers(NarrativeFacts mass, NarrativeFacts volume)
    {
        if (volume.Dose.In("ML") is not { } ml || ml > MostThatCounts || mass.Dose.Value > MostThatCounts) return false;
        var source = !volume.Strength.IsNone ? volume : mass;
        if (source.Strength.In(mass.Dose.Unit) is not { } upper
            || source.StrengthPer.In("ML") is not { } lower) return false;
        if (lower == 0 || upper == 0 || upper > MostThatCounts || lower > MostThatCounts) return false;
        var expected = Math.Min(ml, MostThatCounts) / lower * Math.Min(upper, 1_000_000m);
        return upper <= 1_000_000m && ml <= 1_000_000m && Math.Abs(expected - mass.Dose.Value) > mass.Dose.Value / 50;
    }

    private static bool StrengthsDiffer(NarrativeFacts a, NarrativeFacts b)
    {
        if (a.OtherStrengths.Count > 0 || b.OtherStrengths.Count > 0) return false;
        var (ofA, perA) = PerMl(a);
        var (ofB, perB) = PerMl(b);
        if (ofA.IsNone || ofB.IsNone || perA.IsNone || perB.IsNone) return false;
        if (ofB.In(ofA.Unit) is not { } upperB || perB.In(perA.Unit) is not { } lowerB) return false;
        if (Math.Max(ofA.Value, upperB) > MostThatCounts || Math.Max(perA.Value, lowerB) > MostThatCounts) return false;
        return ofA.Value * lowerB != upperB * perA.Value;
    }

    /// <summary>How much of the drug a volume of a text's strength holds; null where it gives none for a volume.
    /// </summary>
    internal static Amount? InVolume(NarrativeFacts facts, decimal ml)
    {
        const decimal most = 1_000_000m;
        var of = facts.Strength;
        if (of.IsNone || of.Unit is "ML" or "L" or "%" || of.Value > most || ml > most) return null;
        return facts.StrengthPer.In("ML") is > 0 and { } lower ? new(ml * of.Value / lower, of.Unit) : null;
    }

    // One percent is one gram in 100 ML.
    private static (Amount Of, Amount Per) PerMl(NarrativeFacts facts) => facts.Strength.Unit == "%"
        ? (new(Math.Min(facts.Strength.Value, 1000m) * 10m, "MG"), new(1, "ML"))
        : (facts.Strength, facts.StrengthPer);

    private static bool RoutesDiffer(NarrativeFacts a, NarrativeFacts b) =>
        a.Route is not null && b.Route is not null && a.Route != b.Route && a.Route != b.OtherRoute
        && a.OtherRoute != b.Route && (a.OtherRoute is null || a.OtherRoute != b.OtherRoute);

    private static bool NdcsDiffer(ReadOnlySpan<char> textA, NarrativeFacts a, ReadOnlySpan<char> textB,
        NarrativeFacts b)
    {
        if (a.Ndc.IsEmpty || b.Ndc.IsEmpty) return false;
        var (first, second) = (NdcText.Read(a.Ndc.Of(textA)), NdcText.Read(b.Ndc.Of(textB)));
        if (first.Ndc is { } one && second.Ndc is { } two) return one != two;
        if (first.Ndc is { } known) return second.Candidates.Count > 0 && !second.Candidates.Contains(known.Digits);
        return second.Ndc is { } other && first.Candidates.Count > 0 && !first.Candidates.Contains(other.Digits);
    }

    // A price for one container and one for all of them are the same fact.
    private static bool PricesDiffer(NarrativeFacts a, NarrativeFacts b)
    {
        if (a.PriceUsd is not { } one || b.PriceUsd is not { } two || one == two) return false;
        if (Math.Max(one, two) > MostThatCounts) return true;
        var count = Math.Min(a.ContainerCount ?? b.ContainerCount ?? 1m, 10_000m);
        return count <= 1 || (one * count != two && two * count != one);
    }
}
