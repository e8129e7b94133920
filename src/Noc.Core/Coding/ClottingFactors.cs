using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Tells the clotting factors that are labelled and billed in international units.</summary>
/// <remarks>Factor VIIa is dosed by weight and fibrinogen by milligrams: they are counted like other drugs.
/// Antithrombin is no clotting factor. Source: coding guide B3 (F2); HCPCS Level II, J7165 to J7214.</remarks>
public static class ClottingFactors
{
    private const int First = 7165, Last = 7214;

    private static readonly int[] Antithrombin = [7196, 7197];

    /// <summary>Whether a code stands for one: by its number and its unit.</summary>
    /// <param name="code">The code.</param>
    /// <param name="unit">What one unit stands for; none where not known.</param>
    public static bool IsCode(HcpcsCode code, Amount unit) => !code.IsNone && code.Series == 'J'
        && code.Number is >= First and <= Last && unit is { IsNone: false, Unit: "IU" or "UNITS" or "U" }
        && !Antithrombin.Contains(code.Number);

    /// <summary>Whether a drug is one: by its code, or by its class where the code is open.</summary>
    /// <param name="code">The code.</param>
    /// <param name="unit">What one unit stands for; none where not known.</param>
    /// <param name="product">The product; null where not known.</param>
    public static bool IsCounted(HcpcsCode code, Amount unit, Product? product) => IsCode(code, unit)
        || (product is { Class: "clotting factor" or "bypassing agent" } && (unit.IsNone || unit.In("IU") is not null));
}
