using System.Globalization;
using System.Text;

namespace Noc.Coding;

/// <summary>Writes the texts of a drug line as its payer wants them. The same facts give the same texts.</summary>
/// <remarks>What is told: all elements that the payer asks for, then the facts at hand that it does not refuse. Where
/// there is no room the least telling go first, never name or dose; they move to the line note, to the note of an
/// institutional claim, or to an attachment. Sources: X12 837 guides (80 characters); CMS-1500 items 19 and 24; UB-04
/// form locators 43 and 80; the payer's policy.</remarks>
public static class NarrativeComposer
{

    /// <summary>The texts for every place that the payer may read.</summary>
    public static ComposedNarrative Compose(DrugNarrative facts, NarrativeWants wants)
    {
        var parts = Parts(facts, wants, out var refused);
        var main = Fit(parts, wants, wants.Budget);
        var dropped = new List<DroppedElement>(refused);
        var (movedTo, overflow) = Overflow(main.Dropped, wants, Text(main.Kept.Where(part => part.Element is "name")));
        foreach (var part in main.Dropped)
            dropped.Add(new(part.Element, part.Text, DropReason.NoRoom,
                overflow.Contains(part.Text, StringComparison.Ordinal) ? movedTo : "PWK"));
        return new(
            Texts(facts, wants, parts, main.Text, movedTo, overflow),
            [.. main.Kept.Where(part => !part.IsBlank).Select(part => part.Element)], dropped,
            [.. parts.Where(part => part.IsBlank).Select(part => part.Element)]);
    }

    /// <summary>The text for SV101-7 or SV202-7 alone: the same as that of <see cref="Compose"/>, which writes every
    /// place.</summary>
    public static string Describe(DrugNarrative facts, NarrativeWants wants) =>
        Fit(Parts(facts, wants, out _), wants, wants.Budget).Text;

    // Briefer: the same in fewer words, the longest first; null where there are none.
    private sealed record Part(
        string Element, string Text, bool IsAsked, bool IsBlank, IReadOnlyList<string>? Briefer = null);

    private static List<Part> Parts(DrugNarrative facts, NarrativeWants wants, out List<DroppedElement> refused)
    {
        var parts = new List<Part>();
        refused = [];
        foreach (var element in InOrder(wants))
        {
            var isAsked = wants.Asks(element);
            if (IsTwin(element, wants, parts) || IsOfIngredients(element, facts)) continue;
            var isGiven = element is "dose" or "quantity" && NeedsGiven(facts, wants);
            var text = NarrativeElements.Write(element, facts, wants, isGiven);
            if (text.Length > 0 && !isAsked && IsRefused(element, facts, wants))
            {
                Add(refused, element, text, DropReason.Refused);
                continue;
            }
            var isPartOfName = element is "ingredients" && facts.IsCompound;
            var isOnlyHere = element is "waste" && facts.IsWasteInTextOnly;
            if (text.Length > 0 && !isAsked && !isPartOfName && !isOnlyHere && !IsWelcome(element, wants))
            {
                Add(refused, element, text, DropReason.NotAsked);
                continue;
            }
            if (text.Length > 0)
                parts.Add(new(element, text, isAsked, false,
                    isPartOfName ? NarrativeElements.BrieferIngredients(facts) : null));
            else if (isAsked && !(element is "ingredients" && facts.Name.Length > 0 && !facts.IsCompound))
                parts.Add(new(element, NarrativeElements.Blank(element, facts, wants, isGiven), true, true));
        }
        return parts;
    }

    // Each ingredient has its own amount or strength beside its name.
    private static bool IsOfIngredients(string element, DrugNarrative facts) => element switch
    {
        "dose" or "quantity" => facts.Ingredients.Any(one => !one.Dose.IsNone),
        "strength" or "concentration" => facts.Ingredients.Any(one => one.Strength.Length > 0),
        _ => false,
    };

    // Told once, whatever the element's other name; what no payer wants unasked is not told at all.
    private static void Add(List<DroppedElement> refused, string element, string text, DropReason reason)
    {
        if (!IsForAskersOnly(element) && !refused.Exists(one => one.Text == text))
            refused.Add(new(element, text, reason, ""));
    }

    // What one unit stands for confuses everybody who has not asked; the day stands on the line.
    private static bool IsForAskersOnly(string element) => element is "unit-map" or "date";

    private static IEnumerable<string> InOrder(NarrativeWants wants) => wants.Order.Count == 0 ? NarrativeElements.Order
        : wants.Order.Concat(NarrativeElements.Order.Where(element => !wants.Order.Contains(element)));

    // One fact, one place: strength and concentration, dose and quantity, the NDC with and without dashes.
    private static bool IsTwin(string element, NarrativeWants wants, List<Part> parts) => element switch
    {
        "concentration" => parts.Exists(part => part.Element is "strength"),
        "strength" => parts.Exists(part => part.Element is "concentration"),
        "quantity" => parts.Exists(part => part.Element is "dose"),
        "dose" => parts.Exists(part => part.Element is "quantity"),
        "ndc" => wants.Asks("ndc-dashed") || parts.Exists(part => part.Element is "ndc-dashed"),
        "ndc-dashed" => parts.Exists(part => part.Element is "ndc"),
        _ => false,
    };

    private static bool IsRefused(string element, DrugNarrative facts, NarrativeWants wants) =>
        wants.Refused.Contains(element)
        || (element is "strength" && wants.Refused.Contains("concentration")
            && facts.Strength.Contains("ML", StringComparison.OrdinalIgnoreCase))
        || (element is "ndc-dashed" && wants.Refused.Contains("ndc"));

    // A payer that refuses words, or names an order, wants nothing besides.
    private static bool IsWelcome(string element, NarrativeWants wants) => wants.Optional.Contains(element)
        || wants.Order.Contains(element) || element is "split"
        || (wants.Order.Count == 0 && wants.Refused.Count == 0 && !IsForAskersOnly(element));

    // "300MG VIAL" is what the vial holds: a dose beside strength or container says that it was given.
    private static bool NeedsGiven(DrugNarrative facts, NarrativeWants wants) =>
        wants.Asks("strength") || wants.Asks("container")
        || (facts.Strength.Length > 0 && !IsRefused("strength", facts, wants) && IsWelcome("strength", wants))
        || (facts.Container.Length > 0 && !IsRefused("container", facts, wants) && IsWelcome("container", wants));

    private sealed record Fitted(string Text, List<Part> Kept, List<Part> Dropped);

    private static Fitted Fit(List<Part> parts, NarrativeWants wants, int limit)
    {
        if (Length(parts, wants) <= limit) return new(Written(parts, wants), parts, []);
        var kept = new List<Part>(parts);
        var dropped = new List<Part>();
        while (Length(kept, wants) > limit && Least(kept, asked: false) is { Element: not "waste" } spare)
            Drop(kept, dropped, spare);
        if (Length(kept, wants) > limit) kept = Briefer(kept, wants, limit);
        while (Length(kept, wants) > limit && Least(kept, asked: false) is { } least) Drop(kept, dropped, least);
        if (Length(kept, wants) > limit) Shorten(kept);
        while (Length(kept, wants) > limit && Least(kept, asked: true) is { } least) Drop(kept, dropped, least);
        if (Length(kept, wants) > limit) Cut(kept, Length(kept, wants) - limit);
        TakeBack(parts, kept, dropped, wants, limit);
        if (Unnamed(parts, kept) is { } ingredient) dropped.Add(ingredient);
        var text = Written(kept, wants);
        return new(text.Length > limit ? CutAt(text, limit) : text, kept,
            [.. dropped.OrderBy(part => parts.FindIndex(one => one.Element == part.Element))]);
    }

    // Never inside what a person fills in.
    private static string CutAt(string text, int limit)
    {
        var open = text.LastIndexOf('<', limit - 1);
        var isInside = open >= 0 && text.IndexOf('>', open) >= limit;
        return text[..(isInside ? open : limit)].TrimEnd();
    }

    // The quantity behind the NDC stands in the claim anyway; then the second name goes before waste does.
    private static List<Part> Briefer(List<Part> parts, NarrativeWants wants, int limit)
    {
        var ndc = parts.FindIndex(part => part is { Element: "ndc", IsBlank: false } && part.Text.LastIndexOf(' ') > 3);
        if (ndc >= 0) parts[ndc] = parts[ndc] with { Text = parts[ndc].Text[..parts[ndc].Text.LastIndexOf(' ')] };
        if (Length(parts, wants) <= limit || !parts.Exists(part => part.Element is "waste")) return parts;
        var brief = new List<Part>(parts);
        Shorten(brief);
        return Length(brief, wants) <= limit ? brief : parts;
    }

    // Of a compound its names stay while its amounts go.
    private static void Drop(List<Part> kept, List<Part> dropped, Part part)
    {
        if (!dropped.Exists(one => one.Element == part.Element)) dropped.Add(part);
        if (part.Briefer is [var brief, ..])
            kept[kept.IndexOf(part)] = part with { Text = brief, Briefer = [.. part.Briefer.Skip(1)] };
        else kept.Remove(part);
    }

    // What went before something larger did, and has room now; the most telling first.
    private static void TakeBack(
        List<Part> parts, List<Part> kept, List<Part> dropped, NarrativeWants wants, int limit)
    {
        for (var i = dropped.Count - 1; i >= 0; i--)
        {
            var part = dropped[i];
            if (part.Element is "frequency" || kept.Exists(one => one.Element == part.Element)) continue;
            var at = kept.FindIndex(one => Place(parts, one) > Place(parts, part));
            kept.Insert(at < 0 ? kept.Count : at, part);
            if (Length(kept, wants) <= limit) dropped.RemoveAt(i);
            else kept.Remove(part);
        }
    }

    private static int Place(List<Part> parts, Part part) => parts.FindIndex(one => one.Element == part.Element);

    private static Part? Least(List<Part> kept, bool asked)
    {
        foreach (var element in NarrativeElements.LeastFirst)
        {
            if (element is "name" or "dose" or "quantity") continue;
            foreach (var part in kept)
                if (part.IsAsked == asked && part.Element == element && part.Briefer is not []) return part;
        }
        return null;
    }

    private static void Shorten(List<Part> kept)
    {
        var at = kept.FindIndex(part => part.Element is "name");
        if (at >= 0) kept[at] = kept[at] with { Text = NarrativeElements.Short(kept[at].Text) };
    }

    // The ingredient in parentheses behind a brand, where only the brand had room.
    private static Part? Unnamed(List<Part> parts, List<Part> kept)
    {
        if (parts.Find(part => part is { Element: "name", IsBlank: false }) is not { } whole) return null;
        var brief = NarrativeElements.Short(whole.Text);
        return brief.Length == whole.Text.Length
            || kept.Exists(part => part.Element is "name" && part.Text == whole.Text) ? null
            : new("ingredients", whole.Text[(brief.Length + 2)..].TrimEnd(')'), IsAsked: false, IsBlank: false);
    }

    // A name that is too long by itself ends at a word, those of a compound behind one of them.
    private static void Cut(List<Part> kept, int over)
    {
        if (kept.FindIndex(part => part.Briefer is []) is >= 0 and var names)
        {
            var left = kept[names].Text.Length - over;
            var end = left > 0 ? kept[names].Text.LastIndexOf('/', left) : -1;
            if (end > 0) kept[names] = kept[names] with { Text = kept[names].Text[..end] };
            else kept.RemoveAt(names);
            return;
        }
        var at = kept.FindIndex(part => part.Element is "name");
        if (at < 0 || kept[at].Text.Length - over < 4) return;
        var name = kept[at].Text[..(kept[at].Text.Length - over)];
        var blank = name.LastIndexOf(' ');
        kept[at] = kept[at] with { Text = blank > 3 ? name[..blank] : name };
    }

    private static int Length(List<Part> parts, NarrativeWants wants)
    {
        if (wants.Template.Length > 0) return Written(parts, wants).Length;
        var length = Math.Max(0, parts.Count - 1);
        foreach (var part in parts) length += part.Text.Length;
        return length;
    }

    private static string Text(IEnumerable<Part> parts) => string.Join(' ', parts.Select(part => part.Text));

    private static string Written(List<Part> parts, NarrativeWants wants)
    {
        if (wants.Template.Length == 0) return Text(parts);
        var text = new StringBuilder(wants.Template);
        foreach (var element in NarrativeElements.Order)
            text.Replace($"{{{element}}}", parts.Find(part => part.Element == element)?.Text ?? "");
        // Blanks of the marks themselves stay; what an absent element leaves behind goes.
        return string.Join(' ', text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // Where what has no room goes: a note that holds no other text of this line, else an attachment.
    private static (string Element, string Text) Overflow(List<Part> dropped, NarrativeWants wants, string name)
    {
        var isTaken = wants.IsInstitutional ? wants.Reads("remarks") || wants.Reads("claim-note")
            : wants.Reads("line-note");
        if (dropped.Count == 0 || isTaken) return ("PWK", "");
        var text = NarrativeElements.Short(name);
        foreach (var part in dropped)
            if (text.Length + 1 + part.Text.Length <= TextRoom.Electronic) text = $"{text} {part.Text}".Trim();
        if (text.Length == NarrativeElements.Short(name).Length) return ("PWK", "");
        return (wants.IsInstitutional ? "2300/NTE02" : "2400/NTE02", text);
    }

    private static List<ComposedText> Texts(
        DrugNarrative facts, NarrativeWants wants, List<Part> parts, string main, string movedTo, string overflow)
    {
        var texts = new List<ComposedText>
        {
            new(NarrativePlace.Description, wants.IsInstitutional ? "2400/SV202-7" : "2400/SV101-7", main, wants.Budget,
                wants.Places.Count == 0 || wants.Reads("description")),
        };
        if (!wants.IsInstitutional && (wants.Reads("line-note") || movedTo is "2400/NTE02"))
            texts.Add(new(NarrativePlace.LineNote, "2400/NTE02", wants.Reads("line-note") ? main : overflow,
                wants.Budget, wants.Reads("line-note")));
        var readsClaim = wants.Reads("claim-note") || wants.Reads("remarks") || wants.Reads("fl-80");
        if ((readsClaim && (wants.IsInstitutional || !wants.Reads("line-note"))) || movedTo is "2300/NTE02")
            texts.Add(new(NarrativePlace.ClaimNote, "2300/NTE02", readsClaim ? main : overflow, wants.Budget,
                readsClaim));
        if (wants.IsInstitutional) AddUb04(texts, facts, wants, main);
        else AddCms1500(texts, facts, wants, parts);
        return texts;
    }

    private static void AddCms1500(
        List<ComposedText> texts, DrugNarrative facts, NarrativeWants wants, List<Part> parts)
    {
        texts.Add(new(
            NarrativePlace.Item19, "CMS-1500 item 19", Fit(parts, wants, TextRoom.Item19).Text, TextRoom.Item19,
            wants.Reads("item-19")));
        var ndc = NdcText(facts, "   ");
        // Behind the NDC three blanks, then the qualifier of a text.
        var room = TextRoom.Shaded24 - (ndc.Length > 0 ? ndc.Length + 3 : 0) - 2;
        List<Part> rest = ndc.Length == 0 ? parts
            : [.. parts.Where(part => part.Element is not ("ndc" or "ndc-dashed"))];
        var text = room >= 12 ? $"ZZ{Fit(rest, wants, room).Text}" : "";
        texts.Add(new(NarrativePlace.Shaded24, "CMS-1500 item 24 shaded",
            ndc.Length == 0 ? text : text.Length == 0 ? ndc : $"{ndc}   {text}", TextRoom.Shaded24,
            wants.Reads("shaded-24")));
    }

    private static void AddUb04(List<ComposedText> texts, DrugNarrative facts, NarrativeWants wants, string main)
    {
        if (NdcText(facts, "") is { Length: > 0 and <= TextRoom.FormLocator43 } ndc)
            texts.Add(new(NarrativePlace.FormLocator43, "UB-04 FL 43", ndc, TextRoom.FormLocator43, false));
        texts.Add(new(NarrativePlace.FormLocator80, "UB-04 FL 80", main, wants.Budget,
            wants.Reads("fl-80") || wants.Reads("remarks")));
    }

    // N499999012301   UN1.5 on the CMS-1500, N499999012301UN1.5 on the UB-04.
    private static string NdcText(DrugNarrative facts, string between) => facts.Ndc.IsNone ? ""
        : facts.NdcQuantity is { } quantity && facts.NdcUnit.Length == 2
            ? string.Create(CultureInfo.InvariantCulture,
                $"N4{facts.Ndc.Digits}{between}{facts.NdcUnit}{quantity:0.###}")
            : $"N4{facts.Ndc.Digits}";
}
