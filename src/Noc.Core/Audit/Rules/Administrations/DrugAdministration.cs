using Noc.Claims;

namespace Noc.Audit.Rules.Administrations;

/// <summary>Which administration of a claim belongs to which drug.</summary>
internal static class DrugAdministration
{
    /// <summary>Whether the line at hand is the only drug of its day, so that every administration of the day is its
    /// own.</summary>
    public static bool IsOnlyDrug(in RuleContext context)
    {
        foreach (var other in context.DrugLines)
            if (!ReferenceEquals(other, context.Drug) && !other.IsWaste && IsOnDay(other.Line, context.Drug!)
                && !AdministrationCodes.Delivers(other.Line.Code)) return false;
        return true;
    }

    /// <summary>Whether a line may be of the drug's day.</summary>
    public static bool IsOnDay(ServiceLine line, DrugLine drug) =>
        line.ServiceDate is null || drug.Day is null || line.ServiceDate == drug.Day
        || (line.ServiceDate <= drug.Day && line.LastServiceDate >= drug.Day);

    /// <summary>Whether all that the name may mean fights cancer.</summary>
    public static bool IsAntineoplastic(DrugLine drug)
    {
        foreach (var product in drug.Match.Products)
            if (product.IsAntineoplastic is not true) return false;
        return !drug.Match.IsNone;
    }

    /// <summary>Whether nothing that the name may mean is a biologic or fights cancer.</summary>
    public static bool IsPlain(DrugLine drug)
    {
        foreach (var product in drug.Match.Products)
            if (product.IsAntineoplastic is not false || product.IsBiologic is not false) return false;
        return !drug.Match.IsNone && !drug.IsCompound;
    }

    /// <summary>The number of a code of five digits; 0 for other codes.</summary>
    public static int NumberOf(Drugs.HcpcsCode code) => code.Series is >= '0' and <= '9' && code.Number >= 0
        ? ((code.Series - '0') * 10_000) + code.Number : 0;
}
