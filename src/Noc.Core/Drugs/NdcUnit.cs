namespace Noc.Drugs;

/// <summary>The unit that the quantity of an NDC is counted in (CTP05-1).</summary>
public enum NdcUnit
{
    /// <summary>Not known.</summary>
    None,

    /// <summary>UN: vials of powder, tablets, kits and other pieces.</summary>
    Each,

    /// <summary>ML: what is liquid in its container.</summary>
    Millilitre,

    /// <summary>GR: creams, ointments and bulk powder.</summary>
    Gram,

    /// <summary>F2: international units, for clotting factors.</summary>
    InternationalUnit,
}
