using System.Text;
using Noc.Claims;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>What policies tell apart about a drug line, the same for a claim that was billed and a visit to be coded.
/// </summary>
internal static class Situations
{
    private const int TaxonomyLength = 10;

    /// <summary>Who bills, by NUCC's codes: a specialty pharmacy, or a suite that infuses what such a one supplies; a
    /// home infusion agency or pharmacy, whose drugs are given at home.</summary>
    public static Situation OfTaxonomy(ReadOnlySpan<char> code) => code switch
    {
        "3336S0011X" or "261QI0500X" => Situation.SpecialtyPharmacy,
        "251F00000X" or "3336H0001X" => Situation.HomeInfusion,
        _ => Situation.None,
    };

    /// <summary>The same of a claim's own bytes.</summary>
    public static Situation OfTaxonomy(Field code)
    {
        Span<char> text = stackalloc char[TaxonomyLength];
        return code.Bytes.Length != TaxonomyLength ? Situation.None
            : OfTaxonomy(text[..Encoding.Latin1.GetChars(code.Bytes, text)]);
    }

    /// <summary>How it was given; none for null and for routes that no policy tells apart.</summary>
    public static Situation OfRoute(string? route) => route switch
    {
        "IVT" => Situation.Intravitreal,
        "PO" => Situation.Oral,
        _ => Situation.None,
    };

    /// <summary>A supplier of equipment gives a drug through it: a nebuliser where it is inhaled, else a pump.
    /// </summary>
    public static Situation OfEquipment(string? route) => route switch
    {
        null or "PO" or "TOP" => Situation.None,
        "INH" => Situation.Nebulizer,
        _ => Situation.ExternalPump,
    };

    /// <summary>What the product is.</summary>
    /// <param name="product">The product.</param>
    /// <param name="isSingleDose">What the record says of the container; null where the label of the product
    /// counts.</param>
    public static Situation OfProduct(Product product, bool? isSingleDose = null) =>
        (product.IsBiologic is true ? Situation.Biologic : Situation.None)
        | (product.IsAntineoplastic is true ? Situation.Antineoplastic : Situation.None)
        | (isSingleDose ?? product.Container is ContainerKind.SingleDose ? Situation.SingleDose : Situation.None)
        | (isSingleDose is false || (isSingleDose is null && product.Container is ContainerKind.MultiDose)
            ? Situation.MultiDose : Situation.None)
        | (product.IsCompounded ? Situation.Compounded : Situation.None);

    /// <summary>Approved within a year before the service, by a date that was checked.</summary>
    public static bool IsNew(Product product, DateOnly day) => product.IsApprovalVerified
        && product.Approved is { } approved && approved <= day && day < approved.AddYears(1);
}
