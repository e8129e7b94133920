namespace Noc.Audit.Evidence;

/// <summary>One thing that a payer or a guide asks for.</summary>
/// <param name="Element">Its name, such as dose, ndc, order, times.</param>
/// <param name="State">How it stands.</param>
/// <param name="Who">Who can supply it: nursing, pharmacy, front desk, provider or billing.</param>
/// <param name="OnFile">What the evidence has for it; empty where it has nothing.</param>
public readonly record struct ChecklistElement(string Element, ElementState State, string Who, string OnFile);
