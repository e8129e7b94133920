
namespace Noc.Pricing;

/// <summary>Something that a person should know about a price.</summary>
/// <param name="Id">A word that stays, such as <c>price-jump</c>.</param>
/// <param name="Text">What it is, in a sentence.</param>
public sealed record PriceFlag(string Id, string Text);
