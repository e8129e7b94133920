namespace Noc.Tables;

/// <summary>What a file of an agency is about.</summary>
public enum Dataset : byte
{
    /// <summary>HCPCS Level II codes with descriptions, dates and payment flags. CMS, quarterly.</summary>
    Hcpcs,

    /// <summary>The list of HCPCS codes that name nothing in particular. CMS, yearly or quarterly.</summary>
    HcpcsNocList,

    /// <summary>The transaction report: what changed among HCPCS codes. CMS, quarterly.</summary>
    HcpcsChanges,

    /// <summary>Corrections to a HCPCS file already published. CMS.</summary>
    HcpcsCorrections,

    /// <summary>Payment limits of Medicare Part B drugs by code. CMS, quarterly.</summary>
    AspPrices,

    /// <summary>Payment limits of Part B drugs without a code of their own, by name. CMS, quarterly.</summary>
    NocPrices,

    /// <summary>Which package NDC belongs to which HCPCS code, with code units. CMS, quarterly.</summary>
    NdcCrosswalk,

    /// <summary>Packages of the drugs that are priced by name. CMS, quarterly.</summary>
    NocCrosswalk,

    /// <summary>Status and payment rate of codes in hospital outpatient departments. CMS, quarterly.</summary>
    OppsAddendumB,

    /// <summary>Relative values and flags of the physician fee schedule. CMS, quarterly.</summary>
    FeeSchedule,

    /// <summary>Payment amounts of the physician fee schedule by locality. CMS, yearly with revisions.</summary>
    LocalityPayments,

    /// <summary>Geographic practice cost indices. CMS, yearly.</summary>
    Gpci,

    /// <summary>Contractors and localities by county. CMS, yearly.</summary>
    Localities,

    /// <summary>Contractor and locality of a ZIP code. CMS, quarterly.</summary>
    ZipLocalities,

    /// <summary>Diagnosis codes. CDC and CMS, twice a year.</summary>
    Icd10Cm,

    /// <summary>Products of the NDC directory. FDA, daily.</summary>
    NdcProducts,

    /// <summary>Packages of the NDC directory. FDA, daily.</summary>
    NdcPackages,

    /// <summary>Licensed biologics. FDA, monthly.</summary>
    PurpleBook,

    /// <summary>Approved drugs with their equivalents. FDA, monthly.</summary>
    OrangeBook,

    /// <summary>Average acquisition costs of pharmacies. CMS Medicaid, weekly.</summary>
    Nadac,

    /// <summary>Products in the Medicaid drug rebate programme. CMS Medicaid, quarterly.</summary>
    MedicaidRebate,

    /// <summary>Medically unlikely edits for practitioners. CMS, quarterly.</summary>
    MuePractitioner,

    /// <summary>Places of service. CMS.</summary>
    PlaceOfService,

    /// <summary>Claim adjustment reason codes.</summary>
    Carc,

    /// <summary>Remittance advice remark codes.</summary>
    Rarc,

    /// <summary>Claim status category codes.</summary>
    ClaimStatusCategories,

    /// <summary>Claim status codes.</summary>
    ClaimStatuses,

    /// <summary>Revenue codes of institutional claims.</summary>
    RevenueCodes,

    /// <summary>Medicare contractors by state.</summary>
    Contractors,

    /// <summary>The crosswalk of packages to codes for drugs paid by average wholesale price. CMS, quarterly.</summary>
    AwpCrosswalk,

    /// <summary>The crosswalk of packages to codes for drugs paid in hospital outpatient departments only. CMS,
    /// quarterly.</summary>
    OppsCrosswalk,
}
