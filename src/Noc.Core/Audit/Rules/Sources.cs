using Noc.Tables;

namespace Noc.Audit.Rules;

/// <summary>Documents that several rules rest on.</summary>
internal static class Sources
{
    private static readonly DateOnly ReadOn = new(2026, 11, 21), From5010 = new(2012, 1, 1);

    public static readonly Source Guide837P = new("X12 837P guide 005010X222A1", "2400 SV1", null, From5010);
    public static readonly Source Guide837I = new("X12 837I guide 005010X223A2", "2400 SV2", null, From5010);
    public static readonly Source Guide837Drug = new("X12 837P guide 005010X222A1", "2410 LIN, CTP", null, From5010);
    public static readonly Source Guide837Date = new("X12 837P guide 005010X222A1", "2400 DTP", null, From5010);
    public static readonly Source RemarkText = RemarkCode("M123");
    public static readonly Source RemarkNdc = RemarkCode("M119");
    public static readonly Source CodeMissing = RemarkCode("M20");
    public static readonly Source RemarkUnits = RemarkCode("M53");
    public static readonly Source Hcpcs = new("CMS HCPCS Level II code set", "added and ended codes", null,
        Read: ReadOn);
    public static readonly Source Carc189 = new("Claim adjustment reason code 189", "NOC billed when a code exists",
        "https://denialcodeguide.com/co/189", Read: ReadOn);
    public static readonly Source AddendumB = new("CMS OPPS Addendum B", "status indicators", null, new DateOnly(2026,
        4, 1));
    public static readonly Source C9399 = new("Medicare Claims Processing Manual", "chapter 17, C9399",
        "https://www.findacode.com/articles/hospital-outpatient-payment-under-opps-for-new-unclassified-drugs-and-"
        + "biologicals-after-fda-approval-but-before-assignment-of-a-product-specific-drug-or-biological-hcpcs-code-"
        + "rev-3085-27136.html", new DateOnly(2004, 1, 1), ReadOn);
    public static readonly Source Waste = new("CMS JW and JZ modifier policy", "claims edits", null, new DateOnly(2023,
        10, 1));
    public static readonly Source Modifiers = new("CMS HCPCS Level II code set", "modifiers, October 2025", null,
        Read: ReadOn);
    public static readonly Source Authorization = new("Payers' lists of services that need approval", "drugs", null,
        Read: ReadOn);
    public static readonly Source Invoice = new("42 CFR 414.904(e)(4); Medicare Claims Processing Manual",
        "chapter 17, 20.1.3: priced by invoice", null, Read: ReadOn);
    public static readonly Source FreeDrugs = new("American Academy of Ophthalmology, injectable drugs", "no charge",
        "https://www.aao.org/practice-management/coding/injectable-drugs", Read: ReadOn);
    public static readonly Source Filing = new("42 CFR", "424.44", null, new DateOnly(2010, 1, 1));
    public static readonly Source Ndc = new("FDA, format of the National Drug Code, FR 2026-04368",
        "label forms, and the form of claims (5-4-2)",
        "https://www.govinfo.gov/content/pkg/FR-2026-03-05/html/2026-04368.htm", Read: ReadOn);
    public static readonly Source NdcDirectory = new("FDA National Drug Code Directory", "products and packages",
        "https://www.fda.gov/drugs/drug-approvals-and-databases/national-drug-code-directory", Read: ReadOn);
    public static readonly Source NdcUnits = new("ResDAC, NDC unit of measure code", "F2, GR, ME, ML, UN",
        "https://resdac.org/cms-data/variables/ndc-unit-measure-code", Read: ReadOn);
    public static readonly Source Crosswalk = new("CMS ASP NDC-HCPCS crosswalk", "of the quarter",
        "https://www.cms.gov/medicare/payment/part-b-drugs/asp-pricing-files", Read: ReadOn);
    public static readonly Source ClaimLimit = new("Medicare Part B claim total limit", "PR-308", null, Read: ReadOn);
    public static readonly Source Administration = new("Medicare Claims Processing Manual", "chapter 12, 30.5", null,
        new DateOnly(2025, 1, 2), ReadOn);
    public static readonly Source Records = new("Medicare Benefit Policy Manual", "chapter 15, section 50", null,
        Read: ReadOn);
    public static readonly Source ComplexAdministration = new("Medicare contractors' articles on complex drug "
        + "administration", "A58527, A58532, A58544, A59272", null,
        new DateOnly(2021, 1, 10), ReadOn);
    public static readonly Source IncidentTo = new("Medicare Benefit Policy Manual", "chapter 15, 50.3 and 60.1", null,
        Read: ReadOn);
    public static readonly Source SelfAdministered = new("Medicare Benefit Policy Manual", "chapter 15, 50.2", null,
        Read: ReadOn);
    public static readonly Source Icd10 = new("ICD-10-CM code tables and guidelines", "by fiscal year",
        "https://www.cms.gov/medicare/coding-billing/icd-10-codes", Read: ReadOn);
    public static readonly Source OffLabel = new("Medicare Benefit Policy Manual", "chapter 15, 50.4", null,
        Read: ReadOn);
    public static readonly Source Trials = new("Medicare Claims Processing Manual", "chapter 32, 69", null,
        new DateOnly(2014, 1, 1));
    public static readonly Source AmyloidAntibodies = new("CMS national coverage determination", "200.3",
        "https://medicare.fcso.com/billing/leqembi-monoclonal-antibodies-directed-against-amyloid-treatment-alzheimers-"
        + "disease", new DateOnly(2022, 4, 7), ReadOn);
    public static readonly Source PartBCorrections = new("Medicare Claims Processing Manual", "chapter 34, reopenings",
        null, Read: ReadOn);
    public static readonly Source PaymentLimits = new("CMS ASP payment limits", "of the quarter",
        "https://www.cms.gov/medicare/payment/part-b-drugs/asp-pricing-files", Read: ReadOn);
    public static readonly Source UnitEdits = new("CMS NCCI medically unlikely edits", "practitioner, of the quarter",
        "https://www.cms.gov/medicare/coding-billing/ncci-medicare/medicare-ncci-medically-unlikely-edits-mues",
        Read: ReadOn);
    public static readonly Source Anaemia = new("CMS national coverage determination", "110.21", null, Read: ReadOn);
    public static readonly Source Duplicate = new("Claim adjustment reason code 18", "exact duplicate", null,
        Read: ReadOn);
    public static readonly Source Policies = new("Payer policies of Noc", "the value names its own source", null,
        Read: ReadOn);

    // What a payer answers where it finds nothing better to say: the code lists hold for all of them.
    private static Source RemarkCode(string code) => new("X12, remittance advice remark codes", code,
        "https://x12.org/codes/remittance-advice-remark-codes", Read: ReadOn);
}
