namespace Noc.Coding;

/// <summary>Something that is missing or doubtful.</summary>
/// <param name="Pointer">JSON pointer to where it belongs.</param>
/// <param name="Element">What it is, such as dose, ndc, charge.</param>
/// <param name="Message">One or two sentences: what, and what would be right.</param>
/// <param name="Who">Who can supply it: nursing, pharmacy, provider, front desk, billing, purchasing.</param>
/// <param name="IsBlocking">True where the claim is not ready without it.</param>
public sealed record CodingGap(string Pointer, string Element, string Message, string Who, bool IsBlocking = true);
