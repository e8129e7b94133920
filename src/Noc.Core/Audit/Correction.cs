namespace Noc.Audit;

/// <summary>An edit that would answer a finding.</summary>
/// <param name="Safety">How far it may go unasked.</param>
/// <param name="Summary">What it does, in a few words.</param>
public sealed record Correction(CorrectionSafety Safety, string Summary);
