using Noc.Coding;
using Noc.Claims;
using Noc.Drugs;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR001 description-missing: an unclassified line says nothing about the drug in its description.</summary>
/// <remarks>
/// <para>Why it matters: the standard requires a description for a code that names no drug; every payer rejects the
/// line without one (RARC N350), whatever its notes say.</para>
/// <para>What to do: write name, dose and route into SV101-7 (837I: SV202-7), at most 80 characters; where a note
/// (NTE) names the drug, move its text there.</para>
/// <para>Source: X12 837 guides, description of a non-specific code, in force since 2012-01-01. Which codes are meant
/// says the list of unclassified codes of the date, not the words of a code.</para>
/// <para>Silent when: the code names one drug on the date of service.</para>
/// </remarks>
public static class DescriptionMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR001", "description-missing", "narrative_location", Severity.Reject,
        "The code does not say which drug was given (RARC N350).", Sources.Guide837P)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>Rejects for every payer: the rule is the standard's.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.Description.Length > 0) return;
        var source = context.Claim.Type is ClaimType.Institutional ? Sources.Guide837I : Sources.Guide837P;
        if (NoteThatNamesTheDrug(context) is { } note)
            findings.Add(Info, context, context.DescriptionElement,
                $"{drug.Line.Code} has no description; the drug stands only in a note, which does not count. Move the "
                + "text of the note into the description.",
                expected: new() { Narrative = note.Length <= TextRoom.Electronic ? note : Narrative.Suggest(context) },
                correction: new(CorrectionSafety.Review, "move the text of the note into the description"),
                source: source);
        else
            findings.Add(Info, context, context.DescriptionElement,
                $"{drug.Line.Code} has no description: nobody can tell which drug was given.",
                expected: new() { Narrative = Narrative.Suggest(context) }, source: source);
    }

    // The line's notes first; those of the claim only where they speak for this line.
    private static string? NoteThatNamesTheDrug(in RuleContext context)
    {
        var drug = context.Drug!;
        foreach (var note in drug.Line.Notes)
            if (NamesADrug(context, note)) return note.Text.Text;
        if (drug.RemarkFacts is null) return null;
        foreach (var note in context.Claim.Notes)
            if (NamesADrug(context, note)) return note.Text.Text;
        return null;
    }

    // A word that might be a name is no drug yet: it is known, or dose, strength or NDC stand beside it.
    private static bool NamesADrug(in RuleContext context, Note note)
    {
        var text = note.Text.Text;
        var facts = NarrativeParser.Parse(text);
        return !NamedProduct.In(context.Tables, text, facts).IsNone
            || (facts is { IsGeneric: false, Name.IsEmpty: false }
                && (!facts.Dose.IsNone || !facts.Strength.IsNone || !facts.Ndc.IsEmpty));
    }
}
