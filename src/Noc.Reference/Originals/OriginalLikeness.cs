namespace Noc.Reference.Originals;

/// <summary>What a file looks like that no reader recognises.</summary>
/// <param name="Dataset">What it is about.</param>
/// <param name="Reason">Which columns of its header are missing, and which are not known.</param>
public sealed record OriginalLikeness(Dataset Dataset, string Reason);
