namespace Noc.Coding;

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
