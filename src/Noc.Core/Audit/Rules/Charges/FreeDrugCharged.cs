using Noc.Audit.Rules.Administrations;
using Noc.Claims;
using Noc.Payers;

namespace Noc.Audit.Rules.Charges;

/// <summary>CHG010 free-drug-charged: a drug that cost nothing is not billed as this payer wants it.</summary>
/// <remarks>
/// <para>Why it matters: a payer may not be charged for a drug that cost nothing; some need a token charge so that the
/// administration is paid, others want no line at all.</para>
/// <para>What to do: leave the line out, or charge what the finding names; bill it beside its administration where the
/// payer wants that.</para>
/// <para>Source: the payer's own rule on free drugs.</para>
/// <para>Silent when: the charge is above one cent and neither a record nor plain words of the text (free drug,
/// sponsor supplied, white bagged) say that the drug cost nothing; it is zero and nothing says that the drug was free
/// (CHG001 speaks); the payer's rule is not known; ADM001 would be silent of a missing administration too. A warning
/// where only day and drug tell that the record is the patient's; information where the line charges nothing.</para>
/// </remarks>
public static class FreeDrugCharged
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("CHG010", "free-drug-charged", "free_drug", Severity.Deny,
        "A drug that cost nothing is billed by the payer's own rule.", Sources.FreeDrugs);

    // A charge speaks against looser words: FREE of PRESERVATIVE FREE, SUPPLIED AS KIT.
    private static readonly Phrases Plain = new(
        "FREE DRUG", "FREE OF CHARGE", "FREE GOODS", "SAMPLE", "NO COST DRUG", "NO CHARGE DRUG", "DRUG NO CHARGE",
        "DRUG AT NO COST", "SPONSOR SUPPLIED", "SPONSOR PROVIDED", "SUPPLIED BY SPONSOR", "PROVIDED BY SPONSOR",
        "PATIENT SUPPLIED", "PT SUPPLIED", "SUPPLIED BY PATIENT", "SUPPLIED BY PT", "SUPPLIED BY SPECIALTY PHARMACY",
        "SPECIALTY PHARMACY SUPPLIED", "WHITE BAG", "WHITE BAGGED", "WHITEBAGGED", "BROWN BAG", "BROWN BAGGED",
        "DONATED");

    /// <summary>Judges drug lines with a charge of zero or one cent, and those that a record or text calls free.
    /// </summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.Line.ChargeUsd is not (>= 0 and var charge)) return;
        var isRecorded = IsRecorded(drug);
        if (!isRecorded && !(charge switch
        {
            0 => ChargeAbsurd.SaysFree(drug),
            ServiceLine.TokenUsd => true,
            _ => SaysPlainly(drug.Description) || SaysPlainly(drug.Note),
        })) return;
        if (context.WantsWhen(PolicyKeys.FreeDrugCharge, Situation.Free) is not { } wanted) return;
        Severity? atMost = isRecorded && drug.Evidence is { IsSure: false } ? Severity.Warn : null;
        if (wanted.Value.Number is { } right)
        {
            // Medicare's contractors name the cent; plans mean a cent or less.
            if (right == charge || (charge < right && !context.Policy.IsMedicare))
            {
                CheckAdministration(context, findings, atMost);
                return;
            }
            findings.Add(Info, context, wanted, context.ChargeElement,
                Texts.Of($"This payer wants ${right:0.00} for a drug that cost nothing."), drug.Line.ChargeText,
                new() { Text = Texts.Of($"{right:0.##}") },
                new(CorrectionSafety.Review, Texts.Of($"set the charge to {right:0.##}")), atMost);
        }
        else
            findings.Add(Info, context, wanted, context.ChargeElement, "This payer wants no line for a drug that cost "
                + "nothing: bill its administration alone.", drug.Line.ChargeText, new() { Text = "no line" },
                new(CorrectionSafety.Review, "delete the line"), charge == 0 ? Severity.Info : atMost);
    }

    // A token charge is there so that the administration beside it is paid.
    private static void CheckAdministration(in RuleContext context, FindingSink findings, Severity? atMost)
    {
        var drug = context.Drug!;
        if (context.WantsWhen(PolicyKeys.AdministrationBilled, Situation.Free) is not { Topic: "free_drug" } wanted
            || !IsGivenByStaff(drug) || !AdministrationMissing.IsMissing(context)) return;
        findings.Add(Info, context, wanted, context.CodeElement,
            "This payer wants a drug that cost nothing on the claim of its administration, which is not there.",
            drug.Line.CodeText, AdministrationMissing.Expected(drug), atMost: atMost);
    }

    private static bool IsGivenByStaff(DrugLine drug) => drug.IsUnclassified
        ? AdministrationCodes.IsGivenByStaff(drug.Line.Code)
        : drug.Line.Code is { Series: 'J', Number: not (>= 7600 and <= 7699) } or { Series: 'Q', Number: >= 5100 };

    // Whole words: SAMPLEPHINE may be a drug.
    private static bool SaysPlainly(ReadOnlySpan<char> text)
    {
        for (var at = 0; (at = Plain.IndexIn(text, at, out var words)) >= 0; at++)
            if (at + words.Length == text.Length || !char.IsLetterOrDigit(text[at + words.Length])) return true;
        return false;
    }

    private static bool IsRecorded(DrugLine drug)
    {
        if (drug.Evidence is not { Given.Count: > 0 } evidence) return false;
        foreach (var given in evidence.Given)
            if (!given.IsFree) return false;
        return true;
    }
}
