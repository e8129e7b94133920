using System.Globalization;
using Noc.Drugs;

namespace Noc.Tables;

/// <summary>One unit of a drug code, as its description or a price file says it.</summary>
/// <param name="Kind">How it is measured.</param>
/// <param name="Amount">The amount, or one of an item: VIAL, DOSE, EACH, CELLS, PFU, SQCM and so on beside the measures
/// of drugs. None for <see cref="CodeUnitKind.Range"/> and for combinations without a total.</param>
/// <param name="Parts">The amounts of a combination in the order of the text; null for others.</param>
public readonly record struct CodeUnit(CodeUnitKind Kind, Amount Amount, IReadOnlyList<Amount>? Parts = null)
{
    /// <summary>The amount where a dose can be counted in units of it: an exact one or a limit, in a measure of
    /// drugs. None for items, combinations and what is not understood.</summary>
    public Amount Dose => Kind is CodeUnitKind.Exact or CodeUnitKind.UpTo && Parts is null
        && Amount.NormaliseUnit(Amount.Unit) is not null ? Amount : default;

    /// <summary>The sum of a combination, where the text prints it in a measure of drugs; none for all else.</summary>
    public Amount Total => Kind is CodeUnitKind.Combination && Amount.NormaliseUnit(Amount.Unit) is not null ? Amount
        : default;

    /// <summary>The unit in one spelling, such as <c>10 mg</c>, <c>up to 50 mg</c>, <c>1 vial</c>,
    /// <c>1 mcg per kg</c> or <c>200 mg + 25 mg</c>; empty for ranges and where there is none.</summary>
    public string Text => Kind switch
    {
        CodeUnitKind.UpTo => $"up to {Words(Amount)}",
        CodeUnitKind.PerKilogram => $"{Words(Amount)} per kg",
        CodeUnitKind.Combination => string.Join(" + ", Parts!.Select(Words)),
        CodeUnitKind.Exact or CodeUnitKind.Item => Words(Amount),
        _ => "",
    };

    private static string Words(Amount amount) => string.Create(CultureInfo.InvariantCulture,
        $"{amount.Value:#,0.######} {(amount is (1, "UNITS") ? "unit" : Spelling(amount.Unit))}");

    private static string Spelling(string unit) => unit switch
    {
        "ML" => "mL",
        "MCI" => "mCi",
        "UCI" => "uCi",
        "MBQ" => "MBq",
        "MEQ" => "mEq",
        "IU" or "PFU" or "VG" => unit,
        "SQCM" => "sq cm",
        "CUCM" => "cu cm",
        _ => unit.ToLowerInvariant(),
    };
}
