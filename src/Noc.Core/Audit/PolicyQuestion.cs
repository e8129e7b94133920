using Noc.Payers;

namespace Noc.Audit;

/// <summary>A question of a rule to the payer's policy, with its answer.</summary>
/// <param name="Key">What was asked.</param>
/// <param name="Answer">The value that counts for the line; null where no policy says anything.</param>
public sealed record PolicyQuestion(PolicyKey Key, PolicyEntry? Answer);
