namespace Noc.Payers;

/// <summary>All that payers may want differently. Names are permanent: policy files use them.</summary>
public static class PolicyKeys
{
    private static readonly string[] Elements =
    [
        "name", "dose", "strength", "concentration", "route", "ndc", "ndc-dashed", "manufacturer", "price", "frequency",
        "date", "quantity", "container", "unit-map", "waste", "weight", "diagnosis", "ingredients", "product-number",
    ];

    private static readonly List<PolicyKey> Known = [];

    /// <summary>What the units of an unclassified line count.</summary>
    public static PolicyKey UnitsBasis { get; } = Word("units.basis", "units",
        "What the units of the line count.",
        "one", "code-unit", "containers", "ndc-units", "milliliters", "dose-units", "coverage-unit");

    /// <summary>Whether the payer takes unclassified drug codes.</summary>
    public static PolicyKey UnclassifiedAccepted { get; } = Word("unclassified.accepted", "code_choice",
        "Whether unclassified drug codes are taken.", "yes", "without-own-code", "paper-only", "by-list", "no");

    /// <summary>Which code bills less than one unit of the drug's own code.</summary>
    public static PolicyKey UnclassifiedSmallAmount { get; } = Word("unclassified.small-amount", "code_choice",
        "Which code bills less than one unit of the drug's own code.", "own-code", "unclassified");

    /// <summary>Which unclassified code is right.</summary>
    public static PolicyKey UnclassifiedCode { get; } = Codes("unclassified.code", "code_choice",
        "Which unclassified code is right.");

    /// <summary>The revenue code of drug lines without a code.</summary>
    public static PolicyKey RevenueCode { get; } = Text("revenue.code", "code_choice",
        "Revenue code of drug lines.");

    /// <summary>The revenue code of a drug that has no procedure code at all.</summary>
    public static PolicyKey UncodedRevenue { get; } = Text("revenue.uncoded", "code_choice",
        "Revenue code of a drug without any procedure code.");

    /// <summary>Where the description of the drug stands.</summary>
    public static PolicyKey NarrativePlaces { get; } = Words("narrative.places", "narrative_location",
        "Where the description of the drug stands.",
        "description", "line-note", "claim-note", "remarks", "item-19", "shaded-24", "fl-80", "paperwork");

    /// <summary>What the description must hold.</summary>
    public static PolicyKey NarrativeRequired { get; } = Words("narrative.required", "narrative_elements",
        "What the description must hold.", Elements);

    /// <summary>What the description may hold.</summary>
    public static PolicyKey NarrativeOptional { get; } = Words("narrative.optional", "narrative_elements",
        "What the description may hold.", Elements);

    /// <summary>What the description must not hold.</summary>
    public static PolicyKey NarrativeRefused { get; } = Words("narrative.refused", "narrative_format",
        "What the description must not hold.", Elements);

    /// <summary>In which order.</summary>
    public static PolicyKey NarrativeOrder { get; } = Words("narrative.order", "narrative_format",
        "In which order the description says it.", Elements);

    /// <summary>How many characters the description may have.</summary>
    public static PolicyKey NarrativeBudget { get; } = Number("narrative.budget", "narrative_format",
        "How many characters the description may have.");

    /// <summary>The wording of the description.</summary>
    public static PolicyKey NarrativeTemplate { get; } = Text("narrative.template", "narrative_format",
        "The wording, elements in braces.");

    /// <summary>The word in front of a price.</summary>
    public static PolicyKey NarrativePriceLabel { get; } = Text("narrative.price-label", "narrative_format",
        "What stands in front of a price.");

    /// <summary>Units in which doses are written.</summary>
    public static PolicyKey NarrativeDoseUnits { get; } = Codes("narrative.dose-units", "narrative_format",
        "Units in which doses are written.");

    /// <summary>Whether the NDC is required.</summary>
    public static PolicyKey NdcRequired { get; } = Word("ndc.required", "ndc_required",
        "Whether the line needs its NDC, unit and quantity.", "required", "recommended", "not-required");

    /// <summary>Which units of measure are taken.</summary>
    public static PolicyKey NdcUnits { get; } = Words("ndc.units", "ndc_units",
        "Which units of measure are taken.", "UN", "ML", "GR", "F2", "ME");

    /// <summary>Which package the NDC is of.</summary>
    public static PolicyKey NdcContainer { get; } = Word("ndc.container", "ndc_format",
        "Which package the NDC is of.", "inner", "outer", "used");

    /// <summary>How part of a container is counted.</summary>
    public static PolicyKey NdcPartial { get; } = Word("ndc.partial", "ndc_units",
        "How part of a container is counted.", "fraction", "whole");

    /// <summary>What the NDC quantity is held against.</summary>
    public static PolicyKey NdcQuantity { get; } = Word("ndc.quantity", "ndc_units",
        "What the payer holds the NDC quantity against: the billed units, by the crosswalk of NDCs and codes.",
        "units");

    /// <summary>Whether several NDCs need several lines.</summary>
    public static PolicyKey NdcLines { get; } = Word("ndc.lines", "ndc_format",
        "Whether each NDC needs a line of its own.", "one-per-ndc", "any");

    /// <summary>What the payer checks of an NDC.</summary>
    public static PolicyKey NdcChecked { get; } = Words("ndc.checked", "ndc_format",
        "What the payer checks: listed in the directory, marketed on the date, paired with the code.",
        "directory", "active", "pair");

    /// <summary>How an NDC quantity is written.</summary>
    public static PolicyKey NdcQuantityFormat { get; } = Word("ndc.quantity-format", "ndc_units",
        "How an NDC quantity is written: seven digits and three implied decimals, two or three decimals.",
        "implied-7-3", "decimals-2", "decimals-3");

    /// <summary>Whether the labeler must pay rebates.</summary>
    public static PolicyKey NdcRebate { get; } = Word("ndc.rebate", "ndc_required",
        "Whether the labeler must pay Medicaid rebates.", "required", "or-authorization");

    /// <summary>When an invoice is asked for.</summary>
    public static PolicyKey InvoiceWhen { get; } = Word("invoice.when", "invoice",
        "When an invoice is asked for.", "always", "unpriced", "on-request", "listed", "never");

    /// <summary>In which form.</summary>
    public static PolicyKey InvoiceForm { get; } = Word("invoice.form", "invoice",
        "In which form the invoice is given.", "attachment", "amount-in-text", "paper", "fax");

    /// <summary>How old it may be.</summary>
    public static PolicyKey InvoiceAgeMonths { get; } = Number("invoice.age-months", "invoice",
        "Months before the service that the invoice may be dated.");

    /// <summary>Until when it may be dated.</summary>
    public static PolicyKey InvoiceUntil { get; } = Word("invoice.until", "invoice",
        "The last day that the invoice may be dated: that of the service.", "service");

    /// <summary>What it must show.</summary>
    public static PolicyKey InvoiceShows { get; } = Words("invoice.shows", "invoice",
        "What the invoice must show.",
        "drug", "ndc", "manufacturer", "strength", "quantity", "unit-cost", "discounts", "date");

    /// <summary>How waste is billed.</summary>
    public static PolicyKey WasteLine { get; } = Word("waste.line", "waste_modifier",
        "How discarded drug is billed.", "jw-line", "jw-line-and-text", "text", "not-billed");

    /// <summary>What a line without waste carries.</summary>
    public static PolicyKey WasteNone { get; } = Word("waste.none", "waste_modifier",
        "What a single-dose line without waste carries.", "jz", "nothing");

    /// <summary>Modifiers that must stand on the line.</summary>
    public static PolicyKey ModifiersRequired { get; } = Codes("modifiers.required", "waste_modifier",
        "Modifiers that must stand on the line.");

    /// <summary>Modifiers that must not stand on the line.</summary>
    public static PolicyKey ModifiersRefused { get; } = Codes("modifiers.refused", "waste_modifier",
        "Modifiers that must not stand on the line.");

    /// <summary>Modifiers of which one must stand on the line.</summary>
    public static PolicyKey ModifiersOneOf { get; } = Codes("modifiers.one-of", "waste_modifier",
        "Modifiers of which one must stand on the line.");

    /// <summary>The NDC of the line that bills the compounding fee.</summary>
    public static PolicyKey CompoundFeeNdc { get; } = Text("compound.fee-ndc", "compound",
        "NDC of the line that bills the compounding fee.");

    /// <summary>The code of a compound.</summary>
    public static PolicyKey CompoundCode { get; } = Codes("compound.code", "compound", "The code of a compound.");

    /// <summary>How many lines a compound has.</summary>
    public static PolicyKey CompoundLines { get; } = Word("compound.lines", "compound",
        "How many lines a compound has.", "one", "per-ingredient", "per-ingredient-and-fee");

    /// <summary>Which NDC a compound carries.</summary>
    public static PolicyKey CompoundNdc { get; } = Word("compound.ndc", "compound",
        "Which NDC a compound carries.", "none", "each", "most-expensive", "zeros-first");

    /// <summary>Which benefit pays a compound.</summary>
    public static PolicyKey CompoundBenefit { get; } = Word("compound.benefit", "compound",
        "Which benefit pays a compound.", "medical", "pharmacy");

    /// <summary>Units of a C9399 line.</summary>
    public static PolicyKey C9399Units { get; } = Word("c9399.units", "c9399", "Units of a C9399 line.", "one");

    /// <summary>Settings that may bill C9399.</summary>
    public static PolicyKey C9399Settings { get; } = Words("c9399.settings", "c9399",
        "Settings that may bill C9399.", "hospital-outpatient", "ambulatory-surgery");

    /// <summary>Revenue code of a C9399 line.</summary>
    public static PolicyKey C9399Revenue { get; } = Text("c9399.revenue", "c9399", "Revenue code of a C9399 line.");

    /// <summary>What is charged for a drug that cost nothing.</summary>
    public static PolicyKey FreeDrugCharge { get; } = Add(new("free-drug.charge", PolicyForm.NumberOrWord, "free_drug",
        "US dollars charged for a drug that cost nothing, or to leave its line out.", ["omit"]));

    /// <summary>What the charge of a drug must be.</summary>
    public static PolicyKey ChargeBasis { get; } = Word("charge.basis", "pricing",
        "What the charge of a drug must be.", "acquisition-cost");

    /// <summary>Where the administration of a drug is billed.</summary>
    public static PolicyKey AdministrationBilled { get; } = Word("administration.billed", "administration",
        "Where the administration of the drug is billed.", "same-claim");

    /// <summary>Whether authorization is needed.</summary>
    public static PolicyKey AuthorizationNeeded { get; } = Word("authorization.needed", "prior_auth",
        "Whether authorization is needed.", "always", "never", "check");

    /// <summary>The highest total of a claim.</summary>
    public static PolicyKey ClaimLimit { get; } = Number("claim.limit", "claim_limit",
        "The highest total of a claim in US dollars.");

    /// <summary>Modifier of later claims of a split.</summary>
    public static PolicyKey ClaimSplitModifier { get; } = Codes("claim.split-modifier", "claim_limit",
        "Modifier on the drug line of later claims of a split.");

    /// <summary>How long after the service a claim may arrive.</summary>
    public static PolicyKey FilingWindow { get; } = Window("filing.window", "timely_filing",
        "How long after the date of service a claim may arrive.");

    /// <summary>The same for corrected claims.</summary>
    public static PolicyKey FilingCorrected { get; } = Window("filing.corrected", "timely_filing",
        "How long a corrected claim may arrive.");

    /// <summary>From when that counts.</summary>
    public static PolicyKey FilingCorrectedFrom { get; } = Word("filing.corrected-from", "timely_filing",
        "From when the window for corrected claims counts: the last date of service, or the payer's notice.",
        "service", "notice");

    /// <summary>The same after another payer.</summary>
    public static PolicyKey FilingAfterPayer { get; } = Window("filing.after-payer", "timely_filing",
        "How long after another payer's decision a claim may arrive.");

    /// <summary>How that window and the one from the service go together.</summary>
    public static PolicyKey FilingAfterPayerEnd { get; } = Word("filing.after-payer-end", "timely_filing",
        "Which end counts after another payer: the earlier or the later of this window's and that from the service.",
        "earlier", "later");

    /// <summary>How long after the notice an appeal may arrive.</summary>
    public static PolicyKey AppealWindow { get; } = Window("appeal.window", "appeal",
        "How long after the notice an appeal may arrive.");

    /// <summary>The last day of any payment.</summary>
    public static PolicyKey AppealCeiling { get; } = Window("appeal.ceiling", "appeal",
        "How long after the date of service anything is paid.");

    /// <summary>How long there is to send records.</summary>
    public static PolicyKey RecordsWindow { get; } = Window("records.window", "attachment",
        "How long after a request records may arrive.");

    /// <summary>How a wrong claim is put right.</summary>
    public static PolicyKey CorrectionRoute { get; } = Word("correction.route", "appeal",
        "How a wrong claim is put right.",
        "new-claim", "replacement", "adjustment", "reopening", "redetermination");

    /// <summary>How attachments travel.</summary>
    public static PolicyKey AttachmentRoute { get; } = Word("attachment.route", "attachment",
        "How attachments travel.", "paperwork", "fax", "paper", "portal");

    /// <summary>A special form.</summary>
    public static PolicyKey AttachmentForm { get; } = Text("attachment.form", "attachment",
        "A form that is asked for.");

    /// <summary>The payer's id for electronic claims.</summary>
    public static PolicyKey RoutingPayerId { get; } = Text("routing.payer-id", "payer_routing",
        "The payer's id for electronic claims.");

    /// <summary>How the drug is priced.</summary>
    public static PolicyKey PriceMethod { get; } = Text("price.method", "pricing", "How the drug is priced.");

    /// <summary>All keys, in the order of this file.</summary>
    public static IReadOnlyList<PolicyKey> All => Known;

    /// <summary>The key of a name; null where there is none.</summary>
    public static PolicyKey? Of(string name) => Known.Find(key => key.Name == name);

    private static PolicyKey Word(string name, string topic, string meaning, params string[] words) =>
        Add(new(name, PolicyForm.Word, topic, meaning, words));

    private static PolicyKey Words(string name, string topic, string meaning, params string[] words) =>
        Add(new(name, PolicyForm.Words, topic, meaning, words));

    private static PolicyKey Number(string name, string topic, string meaning) =>
        Add(new(name, PolicyForm.Number, topic, meaning, []));

    private static PolicyKey Window(string name, string topic, string meaning) =>
        Add(new(name, PolicyForm.Window, topic, meaning, []));

    private static PolicyKey Text(string name, string topic, string meaning) =>
        Add(new(name, PolicyForm.Text, topic, meaning, []));

    private static PolicyKey Codes(string name, string topic, string meaning) =>
        Add(new(name, PolicyForm.Codes, topic, meaning, []));

    private static PolicyKey Add(PolicyKey key)
    {
        key.Index = Known.Count;
        Known.Add(key);
        return key;
    }
}
