using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.App.PriceLines;

/// <summary>The package that tables list for a container inside it.</summary>
internal static class ListedPackage
{
    /// <summary>The package around an NDC; none where the tables know the NDC itself, or nothing of it.</summary>
    public static Ndc11 Of(ReferenceTables tables, Ndc11 ndc, DateOnly day)
    {
        if (ndc.IsNone || tables.Image.Rows<NdcPackageRecord>().Count == 0) return default;
        var listed = NdcFacts.Of(tables, ndc, day).ListedAs;
        return listed == ndc ? default : listed;
    }
}
