using Noc.Audit.Rules.Administrations;
using Noc.Claims;
using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD021 modifier-out-of-place: a modifier that belongs to another payer, bill or way of giving the drug.
/// </summary>
/// <remarks>
/// <para>Why it matters: the modifier sends the line to the wrong rule or price, or says something that the claim does
/// not bear out.</para>
/// <para>What to do: take it off, or correct what contradicts it.</para>
/// <para>Source: CMS HCPCS Level II, modifiers; our own list of modifiers on drug lines; the payer's own rule.</para>
/// <para>Silent when: the payer asks for the modifier, or the claim leaves open what it is about. A warning; only
/// information on KX, whose policies are many, and on 59, 76 and the X modifiers, whose other line may stand on another
/// claim.</para>
/// </remarks>
public static class ModifierOutOfPlace
{
    private sealed record Place(Modifier Modifier, OutOfPlace IsOut, string Why, Severity Severity = Severity.Warn);

    private delegate bool OutOfPlace(in RuleContext context, DrugLine drug);

    private static readonly Place[] Places =
    [
        .. Of("UD SE U8", IsMedicare, "is a modifier of Medicaid; Medicare knows 340B drugs by TB"),
        .. Of("PO PN", IsProfessional, "tells of a department of a hospital; this is a professional claim"),
        .. Of("JE ED EE GS", IsNotDialysis, "belongs on bills of dialysis facilities"),
        .. Of("JK JL", IsNotEquipment, "counts months of supply through equipment; this is no claim to its contractor"),
        .. Of("KO KP KQ", IsNotEquipment, "tells of inhaled drugs in unit doses; this is no claim to the contractor of "
            + "equipment"),
        .. Of("KD", IsGivenByHand, "is for what a pump or other equipment gives; the claim bills an injection or "
            + "infusion by hand"),
        .. Of("KX", IsMedicare, "says that the requirements of a policy are met; no policy on file asks for it here",
            Severity.Info),
        .. Of("59 XE XS XP XU", IsAlone, "sets the line apart from another; no other line of the day bills this code",
            Severity.Info),
        .. Of("76", IsAlone, "marks a repeat, or a later part of a split claim; no other line of the day bills this "
            + "code and no text says CLAIM n OF m", Severity.Info),
    ];

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD021", "modifier-out-of-place", "frontend_reject", Severity.Warn,
        "A modifier of another payer or bill misleads.", Sources.Modifiers, Confidence.Medium)
    {
        Judges = LineTraits.Unclassified | LineTraits.Modifiers,
    };

    /// <summary>Never more than a warning; the first one of a line is told.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified) return;
        foreach (var modifier in drug.Line.Modifiers)
            foreach (var place in Places)
            {
                if (place.Modifier != modifier || !place.IsOut(context, drug)
                    || IsAsked(context, drug, modifier)) continue;
                findings.Add(Info, context, context.ModifierElement, $"{modifier} {place.Why}.", default,
                    new() { Text = $"no {modifier}" }, place.Severity);
                return;
            }
    }

    private static IEnumerable<Place> Of(
        string modifiers, OutOfPlace isOut, string why, Severity severity = Severity.Warn) =>
        modifiers.Split(' ').Select(modifier => new Place(Modifier.Of(modifier), isOut, why, severity));

    private static bool IsAsked(in RuleContext context, DrugLine drug, Modifier modifier)
    {
        if (context.Policy.Wants is not { } wants) return false;
        // KD itself says that there is a pump: it does not ask for itself.
        var subject = drug.Subject with { Situation = drug.Subject.Situation & ~Situation.ImplantedPump };
        return IsAsked(wants, PolicyKeys.ModifiersRequired, subject, modifier)
            || IsAsked(wants, PolicyKeys.ModifiersOneOf, subject, modifier);
    }

    private static bool IsAsked(EffectivePolicy wants, PolicyKey key, in PolicySubject subject, Modifier modifier)
    {
        foreach (var entry in wants.All(key))
            if (entry.Includes(subject) && entry.Value.Has(modifier.Value)) return true;
        return false;
    }

    private static bool IsMedicare(in RuleContext context, DrugLine drug) =>
        context.Policy.Program is PayerProgram.Medicare && !context.Claim.IsSecondary;

    private static bool IsProfessional(in RuleContext context, DrugLine drug) =>
        context.Claim.Type is not ClaimType.Institutional;

    private static bool IsNotDialysis(in RuleContext context, DrugLine drug) => drug.Setting is not Setting.Esrd;

    private static bool IsNotEquipment(in RuleContext context, DrugLine drug) =>
        IsMedicare(context, drug) && drug.Setting is Setting.Office or Setting.Opps;

    private static bool IsAlone(in RuleContext context, DrugLine drug)
    {
        if (drug.IsSplit || context.Claim.IsReplacement) return false;
        foreach (var other in context.DrugLines)
            if (!ReferenceEquals(other, drug) && other.Line.Code == drug.Line.Code && other.Day == drug.Day)
                return false;
        return true;
    }

    // A push, injection or infusion of hours on the day, and neither a refill nor a pump that goes home.
    private static bool IsGivenByHand(in RuleContext context, DrugLine drug)
    {
        if (drug.Setting is not (Setting.Office or Setting.Opps) || drug.Route is not ("IV" or "IM" or "SC"))
            return false;
        if (drug.IsCompound || drug.Description.Contains("PUMP", StringComparison.OrdinalIgnoreCase)
            || drug.Note.Contains("PUMP", StringComparison.OrdinalIgnoreCase)) return false;
        var isByHand = false;
        for (var i = 0; i < context.Claim.Lines.Count; i++)
        {
            var number = DrugAdministration.NumberOf(context.Claim.Lines[i].Code);
            if (number is (>= 62_360 and <= 62_370) or 95_990 or 95_991 or 96_416 or 96_425 or 96_521 or 96_522)
                return false;
            isByHand |= number is (>= 96_365 and <= 96_376) or (>= 96_401 and <= 96_415);
        }
        return isByHand;
    }
}
