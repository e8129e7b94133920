using Noc.Claims;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Administrations;

/// <summary>ADM005 administration-without-drug: an infusion or injection is billed, and nothing that was
/// given.</summary>
/// <remarks>
/// <para>Why it matters: the drug costs many times what giving it pays; a drug that was bought and left off the
/// claim is money lost.</para>
/// <para>What to do: look at the record: bill the drug, or say in a note who supplied it. Some Medicare contractors
/// want a line at a token charge for a drug that cost nothing.</para>
/// <para>Source: Medicare Claims Processing Manual, chapter 12, section 30.5.</para>
/// <para>Silent when: the place is no office; any line bills a drug, vaccine, blood, supply or contrast, whatever its
/// date; a note says who supplied it, or that the claim is a part; for hydration, simple injections, add-ons, flushes
/// and pumps; for replacements, secondary claims and predeterminations. Information only for other payers than
/// Medicare: pharmacies supply many of their patients' drugs; denied, for every administration and in every place,
/// where the payer asks for the drug at a token charge.</para>
/// </remarks>
public static class AdministrationWithoutDrug
{
    private static readonly byte[][] Supplied =
    [
        .. new[]
        {
            "SUPPL", "PROVIDED BY", "BAG", "PHARMACY", "FREE", "SAMPLE", "NO CHARGE", "NO COST", "DONATED", "TRIAL",
            "STUDY", "OWN DRUG", "OWN MED", "CLAIM ",
        }.Select(System.Text.Encoding.ASCII.GetBytes),
    ];

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("ADM005", "administration-without-drug", "administration", Severity.Warn,
        "The drug is worth many times what giving it pays.", Sources.Administration, Confidence.Medium);

    /// <summary>Judges claims without any drug line; more than a warning only by the payer's own rule.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var claim = context.Claim;
        if (context.DrugLines.Count > 0) return;
        // Where the payer wants every drug on the claim, every administration is judged, wherever it was.
        var token = context.Policy.IsMedicare ? null : TokenOf(context);
        if (token is { Value.Number: { } usd } wanted && FirstOfAny(claim) is { } any && !SaysSupplied(claim))
        {
            findings.Add(Info, context, context.CodeElement, MessageOf(any)
                + Texts.Of($" This payer denies that: a drug that others supply is billed at ${usd:0.00}."),
                any.CodeText, new() { Text = "a line for the drug" }, wanted.Severity, confidence: wanted.Confidence,
                source: wanted.Source);
            return;
        }
        if (FirstInOffice(claim) is not { } line || SaysSupplied(claim)) return;
        findings.Add(Info, context, context.CodeElement, MessageOf(line), line.CodeText,
            new() { Text = "a line for the drug, or a note of who supplied it" },
            context.Policy.IsMedicare ? null : Severity.Info);
    }

    private static string MessageOf(ServiceLine line) =>
        $"Line {line.Number} bills {line.Code}, and no line bills what was given.";

    /// <summary>The first administration of a claim that bills nothing to give, of any kind and in any place; null
    /// where there is none.</summary>
    internal static ServiceLine? FirstOfAny(Claim claim) =>
        First(claim, static (_, line) => DrugAdministration.NumberOf(line.Code) is >= 96_360 and <= 96_549);

    private static ServiceLine? FirstInOffice(Claim claim) => claim.Type is not ClaimType.Professional ? null
        : First(claim, static (claim, line) => IsStart(DrugAdministration.NumberOf(line.Code))
            && claim.PlaceOfService(line).Is("11"u8));

    private static ServiceLine? First(Claim claim, Func<Claim, ServiceLine, bool> isJudged)
    {
        if (!claim.IsFirstToPrimary) return null;
        ServiceLine? first = null;
        for (var i = 0; i < claim.Lines.Count; i++)
        {
            var line = claim.Lines[i];
            if (IsProduct(line)) return null;
            if (first is null && isJudged(claim, line)) first = line;
        }
        return first;
    }

    // The charge at which this payer wants a drug that others supply, beside its administration.
    private static PolicyEntry? TokenOf(in RuleContext context)
    {
        var subject = Subjects.Of(context.Claim, context.Policy);
        return context.Policy.Wants?.Of(PolicyKeys.FreeDrugCharge,
            subject with
            {
                Code = Codes.J3490, IsUnclassified = true, Situation = subject.Situation | Situation.Free,
            });
    }

    // Infusions, pushes and complex injections; hydration, vaccines and 96372 often come without a drug of their own.
    private static bool IsStart(int number) =>
        number is 96_365 or 96_374 or 96_401 or 96_402 or 96_409 or 96_413 or 96_416;

    private static bool IsProduct(ServiceLine line) => line.NdcCount > 0 || line.Code.IsNone
        || line.Code.Series is 'A' or 'B' or 'C' or 'J' or 'K' or 'P' or 'Q' or 'S'
        || DrugAdministration.NumberOf(line.Code) is (>= 90_281 and <= 90_399) or (>= 90_476 and <= 90_759);

    private static bool SaysSupplied(Claim claim)
    {
        foreach (var note in claim.Notes)
            if (Says(note.Text)) return true;
        foreach (var line in claim.Lines)
        {
            if (Says(line.Description)) return true;
            foreach (var note in line.Notes)
                if (Says(note.Text)) return true;
        }
        return false;
    }

    private static bool Says(Field text)
    {
        foreach (var word in Supplied)
            if (text.Bytes.IndexOf(word) >= 0) return true;
        return false;
    }
}
