using Noc.Tables;

namespace Noc.App.ManageData;

/// <summary>What a dataset is called, how it comes out, and what answers lack without it.</summary>
/// <param name="Dataset">Which.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Rhythm">How often it comes out.</param>
/// <param name="Without">What Noc cannot say without it.</param>
internal sealed record DatasetNotes(Dataset Dataset, string Name, Rhythm Rhythm, string Without)
{
    public static IReadOnlyList<DatasetNotes> All { get; } =
    [
        new(Dataset.Hcpcs, "HCPCS codes", Rhythm.Snapshot, "wording and dates of codes that are not in the seed"),
        new(Dataset.HcpcsNocList, "NOC code list", Rhythm.Snapshot, "catch-all codes beyond drugs"),
        new(Dataset.HcpcsChanges, "HCPCS changes", Rhythm.Snapshot, "what a release changed"),
        new(Dataset.HcpcsCorrections, "HCPCS corrections", Rhythm.Snapshot, "corrections of a release"),
        new(Dataset.AspPrices, "Part B payment limits", Rhythm.Quarterly, "what Medicare pays for a drug code"),
        new(Dataset.NocPrices, "NOC prices", Rhythm.Quarterly, "Medicare's price of a drug without a code"),
        new(Dataset.NdcCrosswalk, "NDC to code", Rhythm.Quarterly, "which code an NDC is billed with"),
        new(Dataset.NocCrosswalk, "NDC to NOC price", Rhythm.Quarterly, "which NDC a NOC price is for"),
        new(Dataset.OppsAddendumB, "OPPS addendum B", Rhythm.Quarterly, "status and rate in hospital outpatient"),
        new(Dataset.FeeSchedule, "Fee schedule", Rhythm.Quarterly, "relative values of administration codes"),
        new(Dataset.LocalityPayments, "Fees by locality", Rhythm.Snapshot, "fees without reckoning them"),
        new(Dataset.Gpci, "Cost indices", Rhythm.Yearly, "fees in a locality"),
        new(Dataset.Localities, "Counties of localities", Rhythm.Yearly, "the locality of a county"),
        new(Dataset.ZipLocalities, "ZIP to locality", Rhythm.Snapshot, "the locality of an address"),
        new(Dataset.Icd10Cm, "Diagnoses", Rhythm.Snapshot, "whether a diagnosis is valid on a day"),
        new(Dataset.NdcProducts, "NDC products", Rhythm.Snapshot, "name, form and strength behind an NDC"),
        new(Dataset.NdcPackages, "NDC packages", Rhythm.Snapshot, "whether an NDC was on the market"),
        new(Dataset.PurpleBook, "Purple Book", Rhythm.Snapshot, "licences of biologicals"),
        new(Dataset.OrangeBook, "Orange Book", Rhythm.Snapshot, "approvals of drugs"),
        new(Dataset.Nadac, "NADAC", Rhythm.Snapshot, "what pharmacies pay"),
        new(Dataset.MedicaidRebate, "Medicaid rebate drugs", Rhythm.Snapshot, "whether Medicaid covers an NDC"),
        new(Dataset.MuePractitioner, "MUE, practitioner", Rhythm.Snapshot, "the most units Medicare takes"),
        new(Dataset.PlaceOfService, "Places of service", Rhythm.Snapshot, "facility or office rate"),
        new(Dataset.Carc, "CARC numbers", Rhythm.Snapshot, "whether an adjustment code exists"),
        new(Dataset.Rarc, "RARC numbers", Rhythm.Snapshot, "whether a remark code exists"),
        new(Dataset.ClaimStatusCategories, "Status categories", Rhythm.Snapshot, "whether a category exists"),
        new(Dataset.ClaimStatuses, "Status codes", Rhythm.Snapshot, "whether a status code exists"),
        new(Dataset.RevenueCodes, "Revenue codes", Rhythm.Snapshot, "whether a revenue code exists"),
        new(Dataset.Contractors, "Contractors", Rhythm.Snapshot, "contractors newer than the seed"),
    ];

    /// <summary>Files of the agencies that Noc has no use for or cannot read yet, and what that means.</summary>
    public static IReadOnlyList<(string Name, string Without)> NotRead { get; } =
    [
        ("HCPCS processing notes", "what they add to the wording of a code is not on its card."),
        ("ZIP9 to locality", "a ZIP code that two localities share is answered by its five digits."),
        ("NSDE, the FDA's list of marketed NDCs", "the NDC directory alone says what is on the market and how it is "
            + "counted."),
        ("NCCI, pairs of procedures", "whether Medicare pays two procedures of one day is not judged."),
    ];

    // Read where a release brings them along; nobody misses them.
    private static readonly DatasetNotes[] Sisters =
    [
        new(Dataset.AwpCrosswalk, "NDC to code, AWP", Rhythm.Quarterly, "NDCs of codes paid by wholesale price"),
        new(Dataset.OppsCrosswalk, "NDC to code, OPPS", Rhythm.Quarterly, "NDCs of codes for hospitals only"),
    ];

    public static DatasetNotes Of(Dataset dataset) =>
        All.Concat(Sisters).First(notes => notes.Dataset == dataset);

    /// <summary>The dataset's name in JSON and on the command line, such as <c>aspPrices</c>.</summary>
    public static string IdOf(Dataset dataset) =>
        dataset.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";
}

/// <summary>How often a dataset comes out.</summary>
internal enum Rhythm
{
    /// <summary>Now and then; the newest counts.</summary>
    Snapshot,

    /// <summary>A release for every quarter.</summary>
    Quarterly,

    /// <summary>A release for every year.</summary>
    Yearly,
}
