using Noc.Audit.Rules.Administrations;
using Noc.Audit.Rules.Charges;
using Noc.Audit.Rules.Claims;
using Noc.Audit.Rules.Coding;
using Noc.Audit.Rules.Compounds;
using Noc.Audit.Rules.Diagnoses;
using Noc.Audit.Rules.Evidence;
using Noc.Audit.Rules.Modifiers;
using Noc.Audit.Rules.Narratives;
using Noc.Audit.Rules.Ndc;
using Noc.Audit.Rules.Payers;
using Noc.Audit.Rules.Trials;
using Noc.Audit.Rules.Units;

namespace Noc.Audit;

/// <summary>All rules in order of precedence; findings of a line are reported in this order.</summary>
public static class RuleCatalog
{
    /// <summary>What a rule does with a context.</summary>
    internal delegate void Check(in RuleContext context, FindingSink findings);

    /// <summary>A rule: what it is, what it does, and which rules it hides on the same line.</summary>
    internal sealed record Entry(RuleInfo Info, Check Check, params string[] Hides);

    /// <summary>Rules about one drug line.</summary>
    internal static readonly Entry[] OfLines =
    [
        // A drug that is not paid at all needs no other code, no text, no invoice and no approval.
        new(DrugSelfAdministered.Info, DrugSelfAdministered.Check, "SAD002", "COD001", "COD004", "COD005", "COD008",
            "COD010", "NAR001", "NAR002", "NAR003", "NAR004", "NAR005", "NAR010", "NAR011", "NAR012", "NAR013",
            "NAR014", "NAR015", "NAR020", "NAR021", "NAR022", "NAR023", "NAR025", "NAR026", "NAR027",
            "NDC001", "UNT001", "UNT002", "UNT003", "MOD002", "MOD003", "MOD004", "MOD007",
            "AUT001", "INV001", "INV002", "INV003", "ADM001", "ADM002", "ADM003", "DXC003", "DXC006"),
        new(DrugOfFacility.Info, DrugOfFacility.Check, "COD001", "COD008", "NAR001", "NAR002", "NAR003", "NAR004",
            "NAR010", "NAR012", "NDC001", "UNT001", "MOD002", "MOD003", "INV001", "INV002"),
        new(RouteModifierMissing.Info, RouteModifierMissing.Check),
        new(C9399OutsideOutpatient.Info, C9399OutsideOutpatient.Check, "COD002", "COD003", "COD008"),
        new(EsrdCodeElsewhere.Info, EsrdCodeElsewhere.Check, "COD008"),
        new(DmeCodeElsewhere.Info, DmeCodeElsewhere.Check, "COD008"),
        // The drug's own code needs no text, invoice or remark, and has waste lines of its own.
        new(SpecificCodeExists.Info, SpecificCodeExists.Check, "COD004", "COD005", "COD008", "COD013", "COD015",
            "UNT001", "UNT002", "UNT003", "MOD002", "MOD003", "MOD004", "MOD005", "NAR001", "NAR002", "NAR003",
            "NAR004", "NAR010", "NAR011", "NAR012", "NAR013", "NAR014", "NAR015", "NAR020", "NAR021", "NAR023",
            "NAR026", "NAR027", "INV001", "INV002", "INV003"),
        new(CodeNotYetValid.Info, CodeNotYetValid.Check, "MOD002"),
        new(CodeEnded.Info, CodeEnded.Check, "MOD002"),
        new(CodeChangesInRange.Info, CodeChangesInRange.Check),
        new(PackagedUnclassifiedCode.Info, PackagedUnclassifiedCode.Check, "COD008"),
        new(CompoundToPharmacy.Info, CompoundToPharmacy.Check, "COD008", "CMP001", "CMP002", "CMP003"),
        new(CompoundCodeWrong.Info, CompoundCodeWrong.Check, "COD001", "COD002", "COD008", "MOD002"),
        new(CompoundLinesWrong.Info, CompoundLinesWrong.Check, "CMP003", "NAR002", "NAR003", "NAR004"),
        new(CompoundNdcMissing.Info, CompoundNdcMissing.Check),
        new(CodeOfOtherKind.Info, CodeOfOtherKind.Check, "COD008", "COD015"),
        new(WrongUnclassifiedCode.Info, WrongUnclassifiedCode.Check, "COD015"),
        new(CodeNotForHospitals.Info, CodeNotForHospitals.Check),
        // What goes on paper carries its papers with it.
        new(UnclassifiedNotTaken.Info, UnclassifiedNotTaken.Check, "ATT001"),
        new(CodeOfOtherDrug.Info, CodeOfOtherDrug.Check, "NDC009", "UNT005"),
        new(DelimiterInText.Info, DelimiterInText.Check),
        new(DescriptionMissing.Info, DescriptionMissing.Check, "NAR003", "NAR004"),
        new(DescriptionGeneric.Info, DescriptionGeneric.Check, "NAR003", "NAR004"),
        new(StrengthInsteadOfDose.Info, StrengthInsteadOfDose.Check),
        new(DoseMissing.Info, DoseMissing.Check),
        new(ElementMissing.Info, ElementMissing.Check, "NAR012"),
        new(ElementRefused.Info, ElementRefused.Check),
        new(TextNotRead.Info, TextNotRead.Check),
        new(TextTooLong.Info, TextTooLong.Check),
        new(DoseUnitWrong.Info, DoseUnitWrong.Check),
        new(PriceLabelMissing.Info, PriceLabelMissing.Check),
        new(NarrativeConflict.Info, NarrativeConflict.Check),
        new(NdcTextDiffers.Info, NdcTextDiffers.Check),
        new(DrugNamesDisagree.Info, DrugNamesDisagree.Check),
        new(FactToldTwice.Info, FactToldTwice.Check),
        new(DoseWithVolume.Info, DoseWithVolume.Check),
        new(UnitsAsDose.Info, UnitsAsDose.Check),
        new(TextCut.Info, TextCut.Check),
        new(Boilerplate.Info, Boilerplate.Check),
        new(OddAbbreviation.Info, OddAbbreviation.Check),
        new(NameMisspelt.Info, NameMisspelt.Check),
        new(NdcMissing.Info, NdcMissing.Check),
        new(NdcQualifierWrong.Info, NdcQualifierWrong.Check),
        new(NdcMalformed.Info, NdcMalformed.Check, "NDC005"),
        new(NdcOnNoDrug.Info, NdcOnNoDrug.Check, "NDC004", "NDC005", "NDC006", "NDC007",
            "NDC008", "NDC009", "NDC011", "NDC012", "NDC020", "NDC021", "NDC024", "NDC025"),
        new(NdcNotOnFile.Info, NdcNotOnFile.Check),
        new(NdcNotMarketed.Info, NdcNotMarketed.Check),
        new(NdcOfOtherDrug.Info, NdcOfOtherDrug.Check, "NDC011", "NDC012"),
        new(NdcOfOtherCode.Info, NdcOfOtherCode.Check),
        new(NdcOfOtherStrength.Info, NdcOfOtherStrength.Check),
        new(NdcOfOtherMaker.Info, NdcOfOtherMaker.Check),
        new(NdcQuantityWrong.Info, NdcQuantityWrong.Check, "NDC008"),
        new(NdcUnitNotTaken.Info, NdcUnitNotTaken.Check, "NDC008"),
        new(NdcUnitWrong.Info, NdcUnitWrong.Check),
        new(NdcPartWrong.Info, NdcPartWrong.Check, "NDC013"),
        new(NdcNotAsUnits.Info, NdcNotAsUnits.Check),
        new(NdcDecimals.Info, NdcDecimals.Check),
        new(NdcOfOtherPackage.Info, NdcOfOtherPackage.Check),
        new(NdcSeveralOnLine.Info, NdcSeveralOnLine.Check),
        new(NdcWithoutRebate.Info, NdcWithoutRebate.Check),
        new(UnitsNotOne.Info, UnitsNotOne.Check),
        new(UnitsNotAsPayerCounts.Info, UnitsNotAsPayerCounts.Check),
        new(C9399UnitsNotOne.Info, C9399UnitsNotOne.Check),
        new(UnitsOverEdit.Info, UnitsOverEdit.Check),
        new(UnitsNotAsText.Info, UnitsNotAsText.Check, "NDC013"),
        new(JwWithJz.Info, JwWithJz.Check, "MOD002"),
        new(WasteLineAlone.Info, WasteLineAlone.Check),
        new(WasteLineMissing.Info, WasteLineMissing.Check, "MOD002", "MOD020"),
        new(WasteTextMissing.Info, WasteTextMissing.Check),
        new(NoWasteBesideWaste.Info, NoWasteBesideWaste.Check),
        new(WasteModifierNotDue.Info, WasteModifierNotDue.Check, "MOD020"),
        new(ModifierNotValid.Info, ModifierNotValid.Check),
        new(ModifierRefused.Info, ModifierRefused.Check, "MOD005", "MOD019"),
        new(ModifierNotForDrugs.Info, ModifierNotForDrugs.Check),
        new(ModifierUnknown.Info, ModifierUnknown.Check),
        new(ModifierRepeated.Info, ModifierRepeated.Check),
        new(ModifiersContradict.Info, ModifiersContradict.Check, "MOD022"),
        new(ModifierOutOfPlace.Info, ModifierOutOfPlace.Check, "MOD022"),
        new(ModifierOrder.Info, ModifierOrder.Check),
        new(NoticeModifierElsewhere.Info, NoticeModifierElsewhere.Check),
        new(RouteModifierWrong.Info, RouteModifierWrong.Check),
        new(SideOfSystemicDrug.Info, SideOfSystemicDrug.Check),
        new(SideNotAsText.Info, SideNotAsText.Check),
        new(OldDiscountModifier.Info, OldDiscountModifier.Check),
        new(AnaemiaModifierMissing.Info, AnaemiaModifierMissing.Check),
        new(WasteNotBillable.Info, WasteNotBillable.Check, "MOD019", "MOD024"),
        new(ModifierMissing.Info, ModifierMissing.Check, "COD007"),
        new(JwJzMissing.Info, JwJzMissing.Check),
        new(AuthorizationMissing.Info, AuthorizationMissing.Check),
        new(InvoiceMissing.Info, InvoiceMissing.Check, "EVD015"),
        new(InvoicePriceMissing.Info, InvoicePriceMissing.Check),
        new(InvoiceTooOld.Info, InvoiceTooOld.Check),
        new(AttachmentRouteWrong.Info, AttachmentRouteWrong.Check),
        new(RevenueCodeWrong.Info, RevenueCodeWrong.Check),
        new(AdministrationMissing.Info, AdministrationMissing.Check),
        new(AdministrationOfOtherRoute.Info, AdministrationOfOtherRoute.Check, "ADM003", "ADM010"),
        new(AdministrationTooComplex.Info, AdministrationTooComplex.Check),
        new(AdministrationOfOtherClass.Info, AdministrationOfOtherClass.Check),
        new(DiagnosisPointerMissing.Info, DiagnosisPointerMissing.Check),
        new(DiagnosisPointerNowhere.Info, DiagnosisPointerNowhere.Check),
        new(DiagnosisReasonOnly.Info, DiagnosisReasonOnly.Check, "DXC006"),
        new(DiagnosisUnusual.Info, DiagnosisUnusual.Check),
        new(EvidenceDevelopmentMissing.Info, EvidenceDevelopmentMissing.Check, "DXC003"),
        new(TrialDiagnosisMissing.Info, TrialDiagnosisMissing.Check, "DXC003"),
        new(TrialModifierMissing.Info, TrialModifierMissing.Check),
        new(ChargeAbsurd.Info, ChargeAbsurd.Check),
        new(ChargeFarFromPrice.Info, ChargeFarFromPrice.Check),
        new(FreeDrugCharged.Info, FreeDrugCharged.Check, "CHG001", "INV001", "INV002", "AUT001", "MOD002"),
        new(SplitModifierMissing.Info, SplitModifierMissing.Check),
        new(DuplicateLine.Info, DuplicateLine.Check),
        new(DuplicateOfClaim.Info, DuplicateOfClaim.Check),
        new(ServiceDateUnreadable.Info, ServiceDateUnreadable.Check),
        new(ServiceDateAhead.Info, ServiceDateAhead.Check),
        new(PayerOwnRule.Info, PayerOwnRule.Check),
    ];

    private const LineTraits AllTraits =
        LineTraits.Unclassified | LineTraits.OwnCode | LineTraits.Ndc | LineTraits.Modifiers;

    private static readonly Entry[]?[] ByTraits = new Entry[(int)AllTraits + 1][];

    /// <summary>The rules that judge a line of these traits, in their order.</summary>
    internal static Entry[] OfLine(LineTraits traits) => ByTraits[(int)traits] ??=
        Array.FindAll(OfLines, entry => (entry.Info.Judges & ~traits) == LineTraits.None);

    /// <summary>Rules about a drug line that an encounter tells of; they are silent without evidence.</summary>
    internal static readonly Entry[] OfEvidence =
    [
        new(DrugNotInRecord.Info, DrugNotInRecord.Check, "EVD017", "EVD015"),
        new(DateNotAsRecorded.Info, DateNotAsRecorded.Check, "EVD001"),
        new(DoseNotAsGiven.Info, DoseNotAsGiven.Check, "UNT005"),
        new(NdcNotAsGiven.Info, NdcNotAsGiven.Check),
        new(RouteNotAsGiven.Info, RouteNotAsGiven.Check, "MOD014"),
        new(LotNotAsBought.Info, LotNotAsBought.Check),
        new(DrugNotAsOrdered.Info, DrugNotAsOrdered.Check, "EVD006"),
        new(DoseNotAsOrdered.Info, DoseNotAsOrdered.Check),
        new(OrderMissing.Info, OrderMissing.Check),
        new(OrderAfterAdministration.Info, OrderAfterAdministration.Check),
        new(OrderNotSigned.Info, OrderNotSigned.Check),
        new(OrderNotInForce.Info, OrderNotInForce.Check),
        new(WasteNotBilled.Info, WasteNotBilled.Check, "MOD002", "MOD003", "MOD020"),
        new(WasteNotRecorded.Info, WasteNotRecorded.Check),
        new(PriceNotAsInvoiced.Info, PriceNotAsInvoiced.Check),
        new(InvoiceOnFileTooOld.Info, InvoiceOnFileTooOld.Check),
        new(InvoiceNotOnFile.Info, InvoiceNotOnFile.Check),
        new(AuthorizationNotInForce.Info, AuthorizationNotInForce.Check, "EVD019"),
        new(AuthorizationOfOtherDrug.Info, AuthorizationOfOtherDrug.Check, "AUT001"),
        new(AuthorizationUsedUp.Info, AuthorizationUsedUp.Check),
        new(AuthorizationNumberMissing.Info, AuthorizationNumberMissing.Check, "AUT001"),
        new(AttachmentNumberMissing.Info, AttachmentNumberMissing.Check),
        new(TimesMissing.Info, TimesMissing.Check),
        new(AdministrationNotAsTimed.Info, AdministrationNotAsTimed.Check, "ADM001"),
        new(DoseNotForWeight.Info, DoseNotForWeight.Check),
        new(DiagnosisNotInRecord.Info, DiagnosisNotInRecord.Check),
        new(OffLabelUnsupported.Info, OffLabelUnsupported.Check),
        new(ApprovedAfterService.Info, ApprovedAfterService.Check),
    ];

    // Rules of evidence about order and record: told once for all lines of the same administrations.
    private static readonly HashSet<string> AboutRecord =
        ["EVD006", "EVD007", "EVD008", "EVD009", "EVD010", "EVD021", "EVD022", "EVD023", "EVD024", "EVD025"];

    /// <summary>Whether a rule of evidence is about order and record, not about what the line bills.</summary>
    internal static bool IsAboutRecord(RuleInfo rule) => AboutRecord.Contains(rule.Id);

    /// <summary>Rules about claims that replace or void others; the only ones for voids.</summary>
    internal static readonly Entry[] OfCorrections =
    [
        new(ReplacementNotTaken.Info, ReplacementNotTaken.Check),
        new(ReplacementNumberMissing.Info, ReplacementNumberMissing.Check),
    ];

    /// <summary>The only rules about claims that bill no drug, or none by a code.</summary>
    internal static readonly Entry[] OfClaimsWithoutDrugs =
    [
        new(CodeMissing.Info, CodeMissing.Check),
        new(AdministrationWithoutDrug.Info, AdministrationWithoutDrug.Check),
        new(ServiceUntold.Info, ServiceUntold.Check),
    ];

    /// <summary>Rules about the whole claim.</summary>
    internal static readonly Entry[] OfClaims =
    [
        .. OfCorrections,
        new(DiagnosisNotValid.Info, DiagnosisNotValid.Check),
        new(ChemotherapyNotFirst.Info, ChemotherapyNotFirst.Check),
        new(TrialNumberMissing.Info, TrialNumberMissing.Check),
        new(TrialConditionMissing.Info, TrialConditionMissing.Check),
        new(AdministrationAlone.Info, AdministrationAlone.Check),
        new(TwoFirstAdministrations.Info, TwoFirstAdministrations.Check),
        new(AdministrationIncluded.Info, AdministrationIncluded.Check),
        new(AdministrationOfFacility.Info, AdministrationOfFacility.Check),
        .. OfClaimsWithoutDrugs,
        new(PayerIdWrong.Info, PayerIdWrong.Check),
        new(FilingLate.Info, FilingLate.Check),
        new(ReopeningTooEarly.Info, ReopeningTooEarly.Check),
        new(TooManyLines.Info, TooManyLines.Check),
        new(ClaimOverLimit.Info, ClaimOverLimit.Check),
        new(ChargeSumWrong.Info, ChargeSumWrong.Check),
        new(UnitsOverEdit.Info, UnitsOverEdit.CheckClaim),
        new(PayerOwnRule.Info, PayerOwnRule.CheckClaim),
    ];

    /// <summary>What never changes about each rule, in order of precedence.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
        [.. OfLines.Concat(OfEvidence).Concat(OfClaims).Select(entry => entry.Info).Distinct()];

    // What is asked of people where a finding stands alone; every other finding asks for a change of the claim.
    private static readonly Dictionary<string, Decision> Asks = new(StringComparer.Ordinal)
    {
        ["AUT001"] = Decision.HoldForDocument,
        ["INV001"] = Decision.HoldForDocument,
        ["INV003"] = Decision.HoldForDocument,
        ["EVD001"] = Decision.HoldForDocument,
        ["EVD007"] = Decision.HoldForDocument,
        ["EVD009"] = Decision.HoldForDocument,
        ["EVD010"] = Decision.HoldForDocument,
        ["EVD014"] = Decision.HoldForDocument,
        ["EVD015"] = Decision.HoldForDocument,
        ["EVD023"] = Decision.HoldForDocument,
        ["SAD001"] = Decision.DoNotBill,
        ["COD012"] = Decision.DoNotBill,
        ["CMP004"] = Decision.BillOtherPayer,
    };

    /// <summary>What a finding asks for, were it the only one.</summary>
    internal static Decision DecisionOf(Finding finding) => finding.Rule.Id switch
    {
        "CHG010" => finding.Expected?.Text is "no line" ? Decision.DoNotBill : Decision.FixAndSend,
        // The maker pays no rebate: an authorization may stand in for it, or the line is not paid at all.
        "NDC025" => finding.Expected is null ? Decision.DoNotBill : Decision.HoldForDocument,
        // A payer's rule about routing that names no other id of its own sends the claim to somebody else.
        "PAY001" => finding is { Topic: "payer_routing", Expected: null } ? Decision.BillOtherPayer
            : Decision.FixAndSend,
        var id => Asks.GetValueOrDefault(id, Decision.FixAndSend),
    };

    private static readonly Dictionary<string, string[]> HiddenBy =
        OfLines.Concat(OfEvidence).Where(entry => entry.Hides.Length > 0)
            .ToDictionary(entry => entry.Info.Id, entry => entry.Hides);

    /// <summary>Whether another finding on the same line hides this one. A doubt never hides what is worse than
    /// itself: a possible code of its own leaves a wrong code or wrong units standing. A list that may
    /// hold the drug hides nothing: the drug may be paid.</summary>
    internal static bool IsHidden(Finding finding, List<Finding> all)
    {
        foreach (var other in all)
            if (other.Line == finding.Line && other.Severity >= Severity.Warn
                && HiddenBy.TryGetValue(other.Rule.Id, out var hides) && Array.IndexOf(hides, finding.Rule.Id) >= 0
                && (other.Severity >= Severity.Deny
                    || (finding.Severity <= other.Severity && other.Rule.Id != "SAD001"))) return true;
        return false;
    }
}
