namespace Noc.Tables;

/// <summary>What a product is, where its kind decides codes. <c>kind</c> of the seed's products.csv.</summary>
public enum ProductKind
{
    /// <summary>A drug or biologic of no kind below, or nothing tells.</summary>
    Drug,

    /// <summary>A vaccine or toxoid.</summary>
    Vaccine,

    /// <summary>A vaccine against influenza.</summary>
    FluVaccine,

    /// <summary>An extract for allergy shots.</summary>
    AllergenicExtract,

    /// <summary>The antigen of a skin test.</summary>
    SkinTest,

    /// <summary>A skin substitute.</summary>
    SkinSubstitute,

    /// <summary>Sterile water or saline by itself: what dilutes a drug or flushes a line.</summary>
    Fluid,

    /// <summary>Blood or a component of it.</summary>
    Blood,

    /// <summary>A radiopharmaceutical that treats.</summary>
    Radiotherapy,

    /// <summary>A PET tracer that looks for tumours.</summary>
    TumorTracer,

    /// <summary>A PET tracer that looks for anything else.</summary>
    PetTracer,

    /// <summary>Another diagnostic radiopharmaceutical.</summary>
    Tracer,

    /// <summary>Contrast with gadolinium.</summary>
    Gadolinium,

    /// <summary>Other contrast.</summary>
    Contrast,

    /// <summary>A dye or an agent for optical imaging, billed as contrast.</summary>
    Dye,

    /// <summary>Recombinant factor VIII.</summary>
    FactorViii,

    /// <summary>Recombinant factor IX.</summary>
    FactorIx,

    /// <summary>Another clotting factor.</summary>
    ClottingFactor,

    /// <summary>Immune globulin into a vein, liquid or of unknown form.</summary>
    IvigLiquid,

    /// <summary>Immune globulin into a vein, from powder.</summary>
    IvigPowder,

    /// <summary>Another immune globulin.</summary>
    ImmuneGlobulin,

    /// <summary>What prevents HIV.</summary>
    HivPrevention,

    /// <summary>What keeps a transplant from being rejected.</summary>
    Transplant,

    /// <summary>Against nausea.</summary>
    Antiemetic,

    /// <summary>Licensed as a drug, and as a biologic since 2020-03-23.</summary>
    Transitioned,

    /// <summary>A botulinum toxin.</summary>
    BotulinumToxin,

    /// <summary>The patient's T cells with a chimeric antigen receptor.</summary>
    CarTCells,

    /// <summary>An antibody against the amyloid of Alzheimer's disease.</summary>
    AmyloidAntibody,

    /// <summary>A mixture of many ingredients, dosed by volume.</summary>
    Mixture,
}
