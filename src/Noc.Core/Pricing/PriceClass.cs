namespace Noc.Pricing;

/// <summary>What a code is, as far as prices depend on it.</summary>
public enum PriceClass
{
    /// <summary>A drug.</summary>
    Drug,

    /// <summary>C9399, for hospitals and surgery centres.</summary>
    NewHospitalDrug,

    /// <summary>A compounded drug.</summary>
    Compound,

    /// <summary>A radiopharmaceutical.</summary>
    Radiopharmaceutical,

    /// <summary>A vaccine.</summary>
    Vaccine,

    /// <summary>No drug: an administration or another procedure.</summary>
    Procedure,
}
