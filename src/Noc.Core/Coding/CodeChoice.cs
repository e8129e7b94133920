using Noc.Drugs;

namespace Noc.Coding;

/// <summary>The code to bill and why.</summary>
/// <param name="Code">The code; <c>default</c> where the drug is not billed as a drug.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="Row">Row of the decision table (coding guide A4), from 1.</param>
public readonly record struct CodeChoice(HcpcsCode Code, string Reason, int Row = 0);
