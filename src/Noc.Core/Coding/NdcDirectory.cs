using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Quick looks at an NDC that allocate nothing; <see cref="NdcFacts"/> tells the whole.</summary>
/// <remarks>Nearly every line of a claim is in order: these answers let a rule stop before it reads texts.</remarks>
public static class NdcDirectory
{
    /// <summary>Whether any table at hand lists the NDC itself, of whatever day.</summary>
    public static bool IsKnown(ReferenceTables tables, Ndc11 ndc)
    {
        var key = TableKey.Of(ndc);
        return !tables.Image.Rows<NdcPackageRecord>().Of(key).IsEmpty
            || !tables.Image.Rows<NdcCodeRecord>().Of(key).IsEmpty
            || !tables.Image.Rows<NocNdcRecord>().Of(key).IsEmpty
            || !tables.Image.Rows<RebateRecord>().Of(key).IsEmpty
            || !tables.Image.Rows<NadacRecord>().Of(key).IsEmpty;
    }

    /// <summary>Whether the directory's words for a package name a code beside its own: of its vials, or of the parts
    /// of a kit. False where it does not list the NDC.</summary>
    public static bool NamesOthers(ReferenceTables tables, Ndc11 ndc)
    {
        foreach (ref readonly var row in tables.Image.Rows<NdcPackageRecord>().Of(TableKey.Of(ndc)))
        {
            var text = tables.Image.Utf8(row.Description);
            if (text.IndexOfAny("(["u8) != text.LastIndexOfAny("(["u8)) return true;
        }
        return false;
    }

    /// <summary>Whether the directory has no days of marketing, of package or else product, that include a day. False
    /// where it does not list the NDC.</summary>
    public static bool MayBeOffMarket(ReferenceTables tables, Ndc11 ndc, DateOnly day)
    {
        var packages = tables.Image.Rows<NdcPackageRecord>().Of(TableKey.Of(ndc));
        var hasDays = false;
        foreach (ref readonly var row in packages)
        {
            if (row.Days == default) continue;
            if (row.Days.Include(day)) return false;
            hasDays = true;
        }
        if (hasDays || packages.IsEmpty) return hasDays;
        foreach (ref readonly var row in tables.Image.Rows<NdcProductRecord>().Of(ndc.LabelerProduct))
        {
            if (row.Days.Include(day)) return false;
            hasDays = true;
        }
        return hasDays;
    }

    /// <summary>Whether a unit of measure (UN or ML) may not fit the form of the product, or its package in the
    /// crosswalk. False where the tables do not know the NDC.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="ndc">The NDC.</param>
    /// <param name="day">Date of service.</param>
    /// <param name="isEach">True for UN, false for ML.</param>
    public static bool IsUnitDoubtful(ReferenceTables tables, Ndc11 ndc, DateOnly day, bool isEach)
    {
        if (tables.Image.Rows<NdcProductRecord>().Of(ndc.LabelerProduct).On(day) is { } product)
        {
            var form = tables.Image.Utf8(product.Form);
            var isDry = form.IndexOf("POWDER"u8) >= 0 || form.IndexOf("KIT"u8) >= 0;
            if (isEach)
                return !isDry && (form.IndexOf("SOLUTION"u8) >= 0 || form.IndexOf("SUSPENSION"u8) >= 0
                    || form.IndexOf("EMULSION"u8) >= 0);
            return isDry || form.IndexOf("TABLET"u8) >= 0 || form.IndexOf("CAPSULE"u8) >= 0;
        }
        if (tables.Image.Rows<NdcCodeRecord>().Of(TableKey.Of(ndc)).On(day) is not { PackageSize.Value: { } size } row)
            return !tables.Image.Rows<NadacRecord>().Of(TableKey.Of(ndc)).IsEmpty;
        if (isEach == (size == 1) || tables.Code(row.Code, day) is not CodeStatus.Found known) return false;
        foreach (var form in known.Product.Forms)
            if (form is "powder" == isEach) return false;
        return known.Product.Forms.Count > 0;
    }
}
