namespace Noc.Payers;

/// <summary>What is known of a line that a policy may depend on.</summary>
[Flags]
public enum Situation
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Made by compounding or repackaging.</summary>
    Compounded = 1 << 0,

    /// <summary>Through an implanted pump.</summary>
    ImplantedPump = 1 << 1,

    /// <summary>Through a pump outside the body.</summary>
    ExternalPump = 1 << 2,

    /// <summary>Through a nebuliser.</summary>
    Nebulizer = 1 << 3,

    /// <summary>Into the eye.</summary>
    Intravitreal = 1 << 4,

    /// <summary>A biological product.</summary>
    Biologic = 1 << 5,

    /// <summary>Against cancer.</summary>
    Antineoplastic = 1 << 6,

    /// <summary>Swallowed.</summary>
    Oral = 1 << 7,

    /// <summary>Out of single-dose containers.</summary>
    SingleDose = 1 << 8,

    /// <summary>Out of multiple-dose containers.</summary>
    MultiDose = 1 << 9,

    /// <summary>Some of it was discarded.</summary>
    Waste = 1 << 10,

    /// <summary>None of it was discarded.</summary>
    NoWaste = 1 << 11,

    /// <summary>In a clinical trial.</summary>
    Trial = 1 << 12,

    /// <summary>The drug cost nothing.</summary>
    Free = 1 << 13,

    /// <summary>Bought under 340B.</summary>
    Discounted340B = 1 << 14,

    /// <summary>The provider is in the payer's network.</summary>
    Participating = 1 << 15,

    /// <summary>Approved lately.</summary>
    NewDrug = 1 << 16,

    /// <summary>Priced by hand.</summary>
    PricedByHand = 1 << 17,

    /// <summary>In an emergency department.</summary>
    Emergency = 1 << 18,

    /// <summary>Infused at home.</summary>
    HomeInfusion = 1 << 19,

    /// <summary>A plan reached through a network.</summary>
    NetworkPlan = 1 << 20,

    /// <summary>A Medicare Advantage plan.</summary>
    MedicareAdvantage = 1 << 21,

    /// <summary>A specialty pharmacy bills.</summary>
    SpecialtyPharmacy = 1 << 22,

    /// <summary>Medicare paid first.</summary>
    Crossover = 1 << 23,

    /// <summary>A hospital gave a drug with a code of its own that Medicare packages into the visit.</summary>
    Packaged = 1 << 24,
}
