namespace Noc.Coding;

/// <summary>An element that does not stand in the description.</summary>
/// <param name="Element">The element, in the words of policies.</param>
/// <param name="Text">As it would be written.</param>
/// <param name="Reason">Why.</param>
/// <param name="MovedTo">Where it stands instead, such as <c>2400/NTE02</c> or <c>PWK</c> for an attachment; empty
/// where it is left out.</param>
public sealed record DroppedElement(string Element, string Text, DropReason Reason, string MovedTo);
