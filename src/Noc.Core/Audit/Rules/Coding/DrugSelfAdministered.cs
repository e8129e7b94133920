using Noc.Coding;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Coding;

/// <summary>SAD001 drug-self-administered: the Medicare contractor lists the drug as one that patients usually give to
/// themselves, so Part B does not pay it.</summary>
/// <remarks>
/// <para>Why it matters: a drug on the list is denied whatever the text says; its injection is denied with it.</para>
/// <para>What to do: do not bill it to Part B: it belongs to Part D or to the patient. Where another payer wants
/// Medicare's denial first, bill it with GY.</para>
/// <para>Source: the contractor's article on self-administered drugs, by its jurisdiction; Medicare Benefit Policy
/// Manual, chapter 15, section 50.2.</para>
/// <para>Silent when: the payer is not original Medicare, the contractor is not known, the line has GY, the drug was
/// given by a route that is paid, or nothing tells the route; for a compound of several drugs. A warning where the
/// entry is from memory, its contractor is not named, the drug is compounded, or no list at hand names a drug that is
/// sold for patients to inject under the skin.</para>
/// </remarks>
public static class DrugSelfAdministered
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("SAD001", "drug-self-administered", "sad", Severity.Deny,
        "Part B does not pay what patients usually give to themselves.", Sources.SelfAdministered);

    /// <summary>Looks the drug up by its own code, else by its name, else by its NDC.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (context.Policy.Program is not PayerProgram.Medicare || drug.Day is not { } day || drug.Line.Has(Codes.GY))
            return;
        if (drug.Setting is not (Setting.Office or Setting.Opps or Setting.Asc)) return;
        // Of a compound only what the text says of its one ingredient.
        if (drug.IsCompound && (drug.Match.IsNone || drug.Route is null
            || drug.DescriptionFacts is not { OtherNames.Count: 0 })) return;
        if (EntryOf(context, drug, day) is not { } entry)
        {
            CheckUnlisted(context, findings);
            return;
        }
        if (!IsExcluded(drug, entry)) return;
        var since = entry.Days.From is { } from ? Texts.Of($" since {from:yyyy-MM-dd}") : "";
        var who = entry.IsOwn ? $"{context.Policy.Name} lists" : entry.Jurisdictions is ["all"]
            ? "Medicare contractors list" : "At least one Medicare contractor lists";
        findings.Add(Info, context, context.CodeElement,
            $"{who} {entry.Names[0]} ({string.Join(", ", entry.Routes)}) as self-administered{since}{ListOf(entry)}: "
            + "Part B does not pay it. Bill Part D or the patient, or add GY where a denial is needed."
            + (drug.IsCompound ? " Whether its compound is meant as well, the contractor tells." : ""),
            drug.Line.CodeText, new() { Text = "no line for Part B, or GY" },
            entry.Confidence is Confidence.Low || drug.IsCompound ? Severity.Warn : null,
            new(CorrectionSafety.Advice, "do not bill the drug to Part B"),
            drug.IsCompound && entry.Confidence is Confidence.High ? Confidence.Medium : entry.Confidence,
            entry.Source);
    }

    // "article A53021, self-administered drugs": the number by which a contractor's list is found.
    private static string ListOf(SelfAdministered entry)
    {
        var section = entry.Source?.Section ?? "";
        if (!section.StartsWith("article ", StringComparison.Ordinal)) return "";
        var end = section.IndexOf(',', StringComparison.Ordinal);
        return $" ({(end < 0 ? section : section[..end])})";
    }

    // Lists change by the month, and what is given under the skin counts as self-administered until one says otherwise.
    private static void CheckUnlisted(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.Match.IsNone || drug.Route is not (null or "SC")) return;
        foreach (var product in drug.Match.Products)
            if (product.IsSelfAdministered is not true || product.Routes is not ["SC"]) return;
        findings.Add(Info, context, context.CodeElement,
            $"Patients usually give {drug.NameOf(drug.Match.Products[0])} to themselves; no list at hand names it. "
            + "Look at the contractor's list before you bill.", drug.Line.CodeText, severity: Severity.Warn,
            correction: new(CorrectionSafety.Advice, "check the contractor's list"), confidence: Confidence.Low);
    }

    /// <summary>Whether the contractor's list names a code by the route of the line, or by every route.</summary>
    internal static bool IsListed(in RuleContext context, Drugs.HcpcsCode code, DateOnly day) =>
        context.Policy.Program is PayerProgram.Medicare
        && context.Tables.SelfAdministered.OfCode(code, context.Policy.Jurisdiction, day) is { } entry
        && (context.Drug!.Route is { } route ? entry.Routes.Contains(route) : !entry.HasOtherRoutes);

    /// <summary>The entry of the contractor's list for a line; null where there is none.</summary>
    internal static SelfAdministered? EntryOf(in RuleContext context, DrugLine drug, DateOnly day)
    {
        var lists = context.Tables.SelfAdministered;
        var jurisdiction = context.Policy.Jurisdiction;
        if (!drug.IsUnclassified) return lists.OfCode(drug.Line.Code, jurisdiction, day);
        // A name that no product has may stand on the list itself: insulin, of any kind.
        if (drug.Match.IsNone) return drug.DrugName.Length > 0 ? OfWords(lists, drug.DrugName, jurisdiction, day)
            : OfNdc(context, drug, day);
        SelfAdministered? weakest = null;
        var brand = drug.Match.Kind is NameKind.Brand ? drug.MatchedText.Substring(drug.Match.Start, drug.Match.Length)
            : "";
        // Some lists name the pen: LANTUS SOLOSTAR.
        var longer = brand.Length > 0 ? WithNextWord(drug.MatchedText, drug.Match) : "";
        foreach (var product in drug.Match.Products)
        {
            // Every product that the name may mean has to be on the list, a brand under its own name.
            var entry = brand.Length > 0 ? lists.OfName(longer, jurisdiction, day)
                ?? lists.OfName(brand, jurisdiction, day) : null;
            if (entry is null && (brand.Length == 0 || product.Brands.Count < 2))
                entry = lists.OfProduct(product, jurisdiction, day);
            if (entry is null) return null;
            if (weakest is null || entry.Confidence < weakest.Confidence) weakest = entry;
        }
        return weakest;
    }

    // Brand and ingredient together, as people write them: each may stand on the list.
    private static SelfAdministered? OfWords(
        SelfAdministeredLists lists, string name, string jurisdiction, DateOnly day)
    {
        if (lists.OfName(name, jurisdiction, day) is { } whole) return whole;
        var open = name.IndexOf('(', StringComparison.Ordinal);
        if (open > 0)
            return lists.OfName(name[..open].TrimEnd(), jurisdiction, day)
                ?? lists.OfName(name[(open + 1)..].Trim(' ', ')'), jurisdiction, day);
        // Without parentheses both have to stand there.
        for (var at = name.IndexOf(' ', StringComparison.Ordinal); at > 0; at = name.IndexOf(' ', at + 1))
            if (lists.OfName(name[..at], jurisdiction, day) is { } first
                && lists.OfName(name[(at + 1)..], jurisdiction, day) is not null) return first;
        return null;
    }

    private static string WithNextWord(string text, in ProductMatch match)
    {
        var end = match.Start + match.Length;
        if (end >= text.Length || text[end] != ' ') return "";
        var next = text.IndexOf(' ', end + 1);
        return text[match.Start..(next < 0 ? text.Length : next)];
    }

    // Without a name in the text the names of the NDC tell the drug.
    private static SelfAdministered? OfNdc(in RuleContext context, DrugLine drug, DateOnly day)
    {
        if (drug.Ndc.IsNone) return null;
        if (NdcNames.Of(context.Tables, drug.Ndc, drug.NdcCodes, day) is not { } ndc) return null;
        foreach (var name in ndc.Names)
            if (context.Tables.SelfAdministered.OfName(name, context.Policy.Jurisdiction, day) is { } entry)
                return entry;
        return null;
    }

    // By the route of the text or the modifier; without one, by the only routes that the drug is sold for.
    private static bool IsExcluded(DrugLine drug, SelfAdministered entry)
    {
        var modifier = Codes.RouteOf(drug.Line);
        var route = drug.Route ?? (modifier is null && !entry.HasOtherRoutes ? null : drug.RouteOfText ?? modifier);
        if (route is not null) return entry.Routes.Contains(route);
        if (!drug.IsUnclassified) return !entry.HasOtherRoutes;
        if (drug.Match.IsNone) return !entry.HasOtherRoutes;
        foreach (var product in drug.Match.Products)
        {
            if (product.Routes.Count == 0) return false;
            foreach (var known in product.Routes)
                if (!entry.Routes.Contains(known)) return false;
        }
        return true;
    }
}
