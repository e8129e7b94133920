using Noc.Drugs;
using Noc.Payers;

namespace Noc.Pricing;

/// <summary>Modifiers under which a payer pays nothing, whatever the drug is worth.</summary>
/// <remarks>Source: CMS HCPCS modifiers; JW and JZ, discarded drugs policy.</remarks>
internal static class AskedDenial
{
    private static readonly Modifier GX = Modifier.Of("GX"), GZ = Modifier.Of("GZ");

    /// <summary>Why nothing is paid; null where the modifiers do not say so.</summary>
    public static Price.NotPriced? Of(PriceLine line)
    {
        if (Has(line, Codes.JW) && Has(line, Codes.JZ))
            return new("JW says that drug was discarded, JZ that none was: the line comes back unpaid.",
                "Keep one of them.");
        if (line.Program is not (PayerProgram.Medicare or PayerProgram.MedicareDme)) return null;
        if (Has(line, Codes.GY) || Has(line, GX))
            return new($"{(Has(line, Codes.GY) ? "GY" : "GX")} says that the law excludes the drug: Medicare pays "
                + "nothing, and the patient or another payer owes the charge.", "Without it a covered drug is priced.");
        return Has(line, GZ) ? new("GZ says that a denial is expected and nobody was told: Medicare pays nothing, and "
            + "the patient owes nothing.", "Without it a covered drug is priced.") : null;
    }

    private static bool Has(PriceLine line, Modifier modifier) => line.Modifiers.Contains(modifier);
}
