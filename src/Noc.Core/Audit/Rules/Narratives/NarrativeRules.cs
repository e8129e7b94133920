using Noc.Coding;
using Noc.Drugs;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR001 description-missing: an unclassified line says nothing about the drug.</summary>
/// <remarks>
/// <para>Why it matters: the code does not say which drug was given; without text the line is rejected (RARC
/// N350).</para>
/// <para>What to do: write name, dose and route into SV101-7 (837I: SV202-7), at most 80 characters.</para>
/// <para>Source: X12 837 guides, description of a non-specific code, in force since 2012-01-01.</para>
/// <para>Silent when: the code names one drug on the date of service. Only a warning where a note names the drug for a
/// payer other than Medicare.</para>
/// </remarks>
public static class DescriptionMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR001", "description-missing", "narrative_location", Severity.Reject,
        "The code does not say which drug was given (RARC N350).", Sources.Guide837P);

    /// <summary>A note alone is a lesser defect: payers that read only SV101-7 still reject.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.Description.Length > 0) return;
        var note = drug.Note.Length > 0 && drug.NoteFacts?.IsGeneric != true;
        findings.Add(Info, context, context.DescriptionElement, note
            ? $"{drug.Line.Code} has a note but no description: payers that read only this element reject the line."
            : $"{drug.Line.Code} has no description: nobody can tell which drug was given.",
            expected: new() { Narrative = Narrative.Suggest(drug) },
            severity: note && !context.Policy.IsMedicare ? Severity.Warn : Severity.Reject,
            correction: note ? new(CorrectionSafety.Review, "copy the facts of the note into the description") : null);
    }
}

/// <summary>NAR002 description-generic: the text names no drug.</summary>
/// <remarks>
/// <para>Why it matters: words such as "unclassified drug" or "see notes" repeat the code; the line is rejected.</para>
/// <para>What to do: write name, dose and route.</para>
/// <para>Source: Noridian, unlisted procedure and NOC codes.</para>
/// <para>Silent when: a note on the line names the drug for a payer other than Medicare.</para>
/// </remarks>
public static class DescriptionGeneric
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR002", "description-generic", "narrative_elements", Severity.Reject,
        "Text that repeats the code tells the payer nothing.", Sources.NocText);

    /// <summary>Rejects for Medicare; denies elsewhere, since a description is required everywhere.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.DescriptionFacts?.IsGeneric != true) return;
        var noteHelps = drug.NoteFacts is { IsGeneric: false, Name.IsEmpty: false };
        var severity = noteHelps ? Severity.Warn : context.Policy.IsMedicare ? Severity.Reject : Severity.Deny;
        findings.Add(Info, context, context.DescriptionElement, "The description names no drug.", drug.Line.Description,
            new() { Narrative = Narrative.Suggest(drug) }, severity);
    }
}

/// <summary>NAR003 dose-missing: the text does not say how much was given.</summary>
/// <remarks>
/// <para>Why it matters: contractors price by the dose; without it the line is rejected (RARC M123).</para>
/// <para>What to do: write the total dose behind the name, such as 150MG.</para>
/// <para>Source: Noridian, unlisted procedure and NOC codes; denials.csv CARC 16 with M123.</para>
/// <para>Silent when: a note or claim note has the dose, the line bills waste, a compound or another catch-all code, or
/// the strength stands in its place (NAR004).</para>
/// </remarks>
public static class DoseMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR003", "dose-missing", "narrative_elements", Severity.Reject,
        "Contractors price by the dose; without it the line is rejected (RARC M123).", Sources.NocText);

    /// <summary>Rejects for Medicare, warns for others.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!Narrative.NeedsDose(drug) || !drug.Strength.IsNone) return;
        findings.Add(Info, context, context.DescriptionElement, "The text does not say what dose was given.",
            drug.Line.Description, new() { Narrative = Narrative.Suggest(drug) },
            context.Policy.IsMedicare ? Severity.Reject : Severity.Warn);
    }
}

/// <summary>NAR004 strength-instead-of-dose: the text gives the strength of the product, not the dose.</summary>
/// <remarks>
/// <para>Why it matters: 50MG/ML or a 300MG vial does not tell how much was given; Medicare rejects the line.</para>
/// <para>What to do: write the total dose; keep the strength only where the payer asks for it.</para>
/// <para>Source: Noridian and Palmetto, narrative of NOC lines.</para>
/// <para>Silent when: a dose stands beside the strength anywhere on the line, for compounds and equipment codes.</para>
/// </remarks>
public static class StrengthInsteadOfDose
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR004", "strength-instead-of-dose", "narrative_format",
        Severity.Reject,
        "A strength does not tell how much was given.", Sources.NocText);

    /// <summary>Rejects for Medicare, warns for others.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!Narrative.NeedsDose(drug) || drug.Strength.IsNone) return;
        findings.Add(Info, context, context.DescriptionElement,
            $"The text gives the strength of the product ({drug.Strength}) but not the dose given.",
                drug.Line.Description,
            new() { Narrative = Narrative.Suggest(drug) },
            context.Policy.IsMedicare ? Severity.Reject : Severity.Warn);
    }
}

/// <summary>NAR005 narrative-conflict: description and note give different values for the same fact.</summary>
/// <remarks>
/// <para>Why it matters: a reviewer who finds two doses or two routes pends or rejects the line.</para>
/// <para>What to do: make both texts say the same, as the record does.</para>
/// <para>Source: Palmetto, no conflicting text on NOC lines.</para>
/// <para>Silent when: one text only has more detail, the units cannot be compared, or one of two names is not known:
/// it may be the brand of the other. Silent for waste lines and compounds.</para>
/// </remarks>
public static class NarrativeConflict
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR005", "narrative-conflict", "narrative_format", Severity.Delay,
        "A reviewer who finds two values for one fact pends or rejects the line.", Sources.NocText);

    /// <summary>Names the first fact that differs.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.DescriptionFacts is not { } text || drug.NoteFacts is not { } note) return;
        if (drug.IsWaste || drug.IsCompound) return;
        foreach (var conflict in NarrativeConflicts.Between(drug.Description, text, drug.Note, note))
        {
            if (conflict.Fact is NarrativeFact.Name && !AreOtherProducts(context)) continue;
            findings.Add(Info, context, "2400/NTE02",
                $"Description and note give two different {What(conflict, drug)}.", drug.Line.Notes[0].Text,
                severity: context.Policy.IsMedicare ? Severity.Delay : Severity.Warn);
            return;
        }
    }

    // Values are shown only where they cannot be anything else: a misread name might be a person's.
    private static string What(Noc.Drugs.NarrativeConflict conflict, DrugLine drug)
    {
        var word = conflict.Fact switch
        {
            NarrativeFact.Name => "drugs",
            NarrativeFact.Dose => "doses",
            NarrativeFact.Strength => "strengths",
            NarrativeFact.Route => "routes",
            NarrativeFact.Ndc => "NDCs",
            NarrativeFact.Waste => "amounts of waste",
            _ => "prices",
        };
        return conflict.Fact is NarrativeFact.Name ? word
            : $"{word} ({conflict.First.Of(drug.Description)} and {conflict.Second.Of(drug.Note)})";
    }

    private static bool AreOtherProducts(in RuleContext context)
    {
        var a = context.Tables.FindProduct(context.Drug!.Description);
        var b = context.Tables.FindProduct(context.Drug.Note);
        if (a.IsNone || b.IsNone) return false;
        foreach (var product in a.Products)
            foreach (var other in b.Products)
                if (ReferenceEquals(product, other) || product.Ingredient == other.Ingredient) return false;
        return true;
    }
}

/// <summary>What the narrative rules share.</summary>
internal static class Narrative
{
    /// <summary>True where a line should tell its dose and does not.</summary>
    public static bool NeedsDose(DrugLine drug) => drug is { IsUnclassified: true, IsCompound: false, IsWaste: false }
        && Codes.IsCore(drug.Line.Code) && drug.Setting is not Setting.Dme && drug.Dose.IsNone
        && (drug.Description.Length > 0 || drug.Note.Length > 0)
        && drug.DescriptionFacts?.IsGeneric != true;

    /// <summary>Name, dose and route as far as the line tells them; what is missing stands in angle brackets.</summary>
    public static string Suggest(DrugLine drug)
    {
        var name = drug.DrugName is { Length: > 0 } known ? known.ToUpperInvariant() : "<DRUG NAME>";
        var dose = drug.Dose.IsNone ? "<DOSE GIVEN>" : drug.Dose.ToString();
        var text = $"{name} {dose} {drug.Route ?? "<ROUTE>"}";
        return text.Length > 80 ? text[..80] : text;
    }
}
