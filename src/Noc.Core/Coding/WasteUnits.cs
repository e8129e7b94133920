namespace Noc.Coding;

/// <summary>How a dose out of single-dose containers is billed: units given and units thrown away.</summary>
/// <param name="Administered">Units of the dose, rounded up; never more than the labelled amount holds: overfill
/// is not billable.</param>
/// <param name="Discarded">Units of the second line, which carries JW; 0 where there is none and the line carries
/// JZ.</param>
/// <remarks>Source: CMS, discarded drugs (JW and JZ); coding guide B5. Dose and waste within one unit are one unit with
/// JZ.</remarks>
public readonly record struct WasteUnits(decimal Administered, decimal Discarded)
{
    /// <summary>Units of a dose and of what is left.</summary>
    /// <param name="dose">The dose.</param>
    /// <param name="opened">The labelled amount of the containers opened, in the unit of the dose.</param>
    /// <param name="unit">What one unit of the code stands for, in the unit of the dose; above 0.</param>
    public static WasteUnits Of(decimal dose, decimal opened, decimal unit)
    {
        var administered = decimal.Ceiling(Math.Min(dose, opened) / unit);
        return new(administered, Math.Max(0, decimal.Floor(opened / unit) - administered));
    }
}
