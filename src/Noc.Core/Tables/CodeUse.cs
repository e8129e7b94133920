
namespace Noc.Tables;

/// <summary>What a code of a product is limited to.</summary>
public enum CodeUse
{
    /// <summary>Any use of the product.</summary>
    Any,

    /// <summary>Patients on dialysis for kidney disease.</summary>
    Esrd,

    /// <summary>Everyone but patients on dialysis.</summary>
    NotEsrd,

    /// <summary>Swallowed.</summary>
    Oral,

    /// <summary>Into a vein.</summary>
    Intravenous,

    /// <summary>Under the skin.</summary>
    Subcutaneous,

    /// <summary>Into a muscle.</summary>
    Intramuscular,

    /// <summary>Into the spinal canal.</summary>
    Intrathecal,

    /// <summary>Inhaled through a nebuliser that a supplier of equipment provides.</summary>
    InhaledDme,

    /// <summary>Through other equipment, such as an insulin pump.</summary>
    Dme,

    /// <summary>To prevent HIV.</summary>
    HivPrevention,

    /// <summary>To treat HIV.</summary>
    HivTreatment,

    /// <summary>In-patients with COVID-19, as an emergency authorization or its label allows.</summary>
    Hospitalised,
}
