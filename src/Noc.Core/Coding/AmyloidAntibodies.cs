using Noc.Payers;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Antibodies against amyloid, which original Medicare covers only with evidence development: in a trial or a
/// registry.</summary>
internal static class AmyloidAntibodies
{
    // National coverage determination 200.3.
    private static readonly DateOnly Since = new(2022, 4, 7);

    /// <summary>True for such a drug, given by somebody else than the patient to a patient of original Medicare. What
    /// patients inject themselves falls under the lists of self-administered drugs.</summary>
    public static bool NeedStudy(Product product, PayerProgram program, DateOnly day) =>
        program is PayerProgram.Medicare && day >= Since && product.Kind is ProductKind.AmyloidAntibody
        && product.IsSelfAdministered is not true;
}
