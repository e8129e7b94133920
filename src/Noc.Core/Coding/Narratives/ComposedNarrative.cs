namespace Noc.Coding;

/// <summary>A place that takes text.</summary>
public enum NarrativePlace
{
    /// <summary>SV101-7 or SV202-7.</summary>
    Description,

    /// <summary>NTE of the line; professional claims only.</summary>
    LineNote,

    /// <summary>NTE of the claim; the remarks of an institutional claim.</summary>
    ClaimNote,

    /// <summary>Item 19 of the CMS-1500.</summary>
    Item19,

    /// <summary>The shaded line of item 24 of the CMS-1500.</summary>
    Shaded24,

    /// <summary>Form locator 43 of the UB-04.</summary>
    FormLocator43,

    /// <summary>Form locator 80 of the UB-04.</summary>
    FormLocator80,
}

/// <summary>A text for one place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Element">Its name, such as <c>2400/SV101-7</c>.</param>
/// <param name="Text">The text; parts in angle brackets are for a person to fill in.</param>
/// <param name="Limit">How many characters it may have.</param>
/// <param name="IsRead">True where the payer's policy names the place.</param>
public sealed record ComposedText(NarrativePlace Place, string Element, string Text, int Limit, bool IsRead)
{
    /// <summary>Characters left.</summary>
    public int Left => Limit - Text.Length;
}

/// <summary>Why an element does not stand in the description.</summary>
public enum DropReason
{
    /// <summary>There was no room.</summary>
    NoRoom,

    /// <summary>The payer does not want it.</summary>
    Refused,

    /// <summary>The payer has not asked for it, and wants no more than it asks for.</summary>
    NotAsked,
}

/// <summary>An element that does not stand in the description.</summary>
/// <param name="Element">The element, in the words of policies.</param>
/// <param name="Text">As it would be written.</param>
/// <param name="Reason">Why.</param>
/// <param name="MovedTo">Where it stands instead, such as <c>2400/NTE02</c> or <c>PWK</c> for an attachment; empty
/// where it is left out.</param>
public sealed record DroppedElement(string Element, string Text, DropReason Reason, string MovedTo);

/// <summary>The texts of one drug line, for every place that its payer may read.</summary>
/// <param name="Texts">The places, those of the electronic claim first.</param>
/// <param name="Elements">Elements of the description, in its order.</param>
/// <param name="Dropped">Elements that do not stand in the description.</param>
/// <param name="Missing">Elements that the payer asks for and nobody has told.</param>
public sealed record ComposedNarrative(
    IReadOnlyList<ComposedText> Texts, IReadOnlyList<string> Elements, IReadOnlyList<DroppedElement> Dropped,
    IReadOnlyList<string> Missing)
{
    /// <summary>The text of SV101-7 or SV202-7.</summary>
    public string Description => Texts[0].Text;

    /// <summary>The text of a place; null where the claim has none.</summary>
    public ComposedText? Of(NarrativePlace place) => Texts.FirstOrDefault(text => text.Place == place);
}
