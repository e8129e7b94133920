using Noc.Tables;

namespace Noc.Search;

/// <summary>What a product is given for.</summary>
/// <param name="Use">In our words, from its label; empty where not known.</param>
/// <param name="Diagnoses">Starts of ICD-10-CM codes that fit, such as G43.</param>
/// <param name="Confidence">How sure both are.</param>
public sealed record ProductUse(string Use, IReadOnlyList<string> Diagnoses, Confidence Confidence);
