namespace Noc.Tables;

/// <summary>What the notes of a payment limit say.</summary>
[Flags]
public enum LimitNotes : byte
{
    /// <summary>Nothing that was understood.</summary>
    None = 0,

    /// <summary>The coinsurance is adjusted for inflation.</summary>
    AdjustedCoinsurance = 1,

    /// <summary>A biosimilar with 8 percent of the reference product's price added instead of 6.</summary>
    EightPercent = 2,

    /// <summary>The lesser of two ways of reckoning was applied.</summary>
    LesserOf = 4,

    /// <summary>The limit rests on the average manufacturer price.</summary>
    ManufacturerPrice = 8,

    /// <summary>A clotting factor: a furnishing fee is paid on top.</summary>
    ClottingFactor = 16,
}
