namespace Noc.Tables;

/// <summary>Drugs that have codes of their own for giving them.</summary>
public enum DrugKind
{
    /// <summary>None of the others.</summary>
    Ordinary,

    /// <summary>An antibody against RSV for a season.</summary>
    RsvAntibody,

    /// <summary>An injected drug that prevents HIV.</summary>
    HivPrevention,

    /// <summary>A vaccine against influenza.</summary>
    InfluenzaVaccine,

    /// <summary>A vaccine against pneumococci.</summary>
    PneumococcalVaccine,

    /// <summary>A vaccine against hepatitis B.</summary>
    HepatitisBVaccine,

    /// <summary>A vaccine against COVID-19.</summary>
    CovidVaccine,

    /// <summary>A botulinum toxin: a procedure by the note stands for giving it.</summary>
    BotulinumToxin,

    /// <summary>A radiopharmaceutical: giving it is a procedure of nuclear medicine.</summary>
    Radiopharmaceutical,

    /// <summary>Contrast: giving it belongs to the imaging.</summary>
    Contrast,

    /// <summary>T cells with a chimeric antigen receptor: giving them has a procedure code.</summary>
    CarTCells,

    /// <summary>Blood or a component of it: giving it is a transfusion.</summary>
    Blood,
}
