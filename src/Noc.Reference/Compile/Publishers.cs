namespace Noc.Reference.Compile;

/// <summary>Who publishes a dataset, and what is missing without it.</summary>
public static class Publishers
{
    /// <summary>The publisher's short name.</summary>
    public static string Of(Dataset dataset) => dataset switch
    {
        Dataset.NdcProducts or Dataset.NdcPackages or Dataset.PurpleBook or Dataset.OrangeBook => "FDA",
        Dataset.Nadac or Dataset.MedicaidRebate => "CMS Medicaid",
        Dataset.Icd10Cm => "CMS/NCHS",
        Dataset.Carc or Dataset.Rarc or Dataset.ClaimStatusCategories or Dataset.ClaimStatuses => "X12",
        Dataset.RevenueCodes => "NUBC",
        _ => "CMS",
    };
}
