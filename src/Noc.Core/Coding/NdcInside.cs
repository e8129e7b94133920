using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Finds the package of the directory that holds a container with a code of its own.</summary>
/// <remarks>The directory lists the vial's code only inside the description of its carton. Cartons and vials share
/// labeler and product; kits and their components share the labeler.</remarks>
public static class NdcInside
{
    /// <summary>The package around a code; null where none of the same labeler names it.</summary>
    /// <param name="image">The tables.</param>
    /// <param name="ndc">The code of the container inside.</param>
    /// <param name="isKitToo">True to look through all kits of the labeler too, which takes longer.</param>
    public static NdcPackageRecord? PackageAround(TableImage image, Ndc11 ndc, bool isKitToo)
    {
        var rows = image.Rows<NdcPackageRecord>();
        var product = ndc.LabelerProduct;
        var (first, last) = ndc.OfLabeler;
        var own = rows.Between(TableKey.Of(Ndc11.Of(product, 0)), TableKey.Of(Ndc11.Of(product, 99)));
        var all = rows.Between(TableKey.Of(first), TableKey.Of(last));
        return Find(image, own, ndc, "in "u8) ?? (isKitToo ? Find(image, all, ndc, " KIT in "u8) : null);
    }

    private static NdcPackageRecord? Find(
        TableImage image, ReadOnlySpan<NdcPackageRecord> rows, Ndc11 ndc, ReadOnlySpan<byte> mark)
    {
        foreach (ref readonly var row in rows)
        {
            var text = image.Utf8(row.Description);
            // Two codes at least: its own and the one inside.
            if (text.IndexOf(mark) < 0 || text.LastIndexOfAny("(["u8) == text.IndexOfAny("(["u8)) continue;
            if (row.Ndc != ndc && NdcPackage.Read(image.Text(row.Description))?.Find(ndc) is not null) return row;
        }
        return null;
    }
}
