namespace Noc.Drugs;

/// <summary>A run of characters of a narrative.</summary>
/// <param name="Start">First character, from 0.</param>
/// <param name="Length">How many characters; 0 where the fact is absent.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>True where the fact is absent.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>The characters themselves.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}

/// <summary>What the free text of a drug line says: name, dose, strength, route and so on.</summary>
/// <remarks>Absent facts are <c>default</c>. Spans point into the text that was parsed.</remarks>
public sealed class NarrativeFacts
{
    /// <summary>The drug name as written, in one or more words; empty where there is none.</summary>
    public TextSpan Name { get; internal set; }

    /// <summary>The amount given; the first one where there are several.</summary>
    public Amount Dose { get; internal set; }

    /// <summary>How many different doses are named; above one for a compound.</summary>
    public int DoseCount { get; internal set; }

    /// <summary>Strength: the upper part of a concentration (50 MG of 50MG/ML) or of a container (300 MG of a vial).</summary>
    public Amount Strength { get; internal set; }

    /// <summary>The lower part of the strength: 1 ML, 3 ML, 1 VIAL; <c>default</c> where there is no strength.</summary>
    public Amount StrengthPer { get; internal set; }

    /// <summary>IV, IM, SC, IVT, IT, ID, PO, INH and so on; null where not said.</summary>
    public string? Route { get; internal set; }

    /// <summary>The digits and hyphens of an NDC; empty where there is none.</summary>
    public TextSpan Ndc { get; internal set; }

    /// <summary>Amount thrown away; zero where the text says there was none.</summary>
    public Amount Waste { get; internal set; }

    /// <summary>An invoice or list price in US dollars; null where not said.</summary>
    public decimal? PriceUsd { get; internal set; }

    /// <summary>VIAL, SDV, MDV, PFS, AMP, KIT and so on; null where not said.</summary>
    public string? Container { get; internal set; }

    /// <summary>How many containers; null where not said.</summary>
    public decimal? ContainerCount { get; internal set; }

    /// <summary>True where the text says compounded, mixed or repackaged.</summary>
    public bool IsCompound { get; internal set; }

    /// <summary>True where the text says that this line is waste only.</summary>
    public bool IsWasteOnly => !Waste.IsNone && Waste.Value > 0 && Dose.IsNone;

    /// <summary>True where the text has words, and none of them tells which drug it is.</summary>
    public bool IsGeneric { get; internal set; }

    /// <summary>True where the text says which part of a split claim this is (CLAIM 1 OF 2).</summary>
    public bool IsSplitClaim { get; internal set; }
}
