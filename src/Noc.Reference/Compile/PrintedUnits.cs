using Noc.Coding;
using Noc.Drugs;

namespace Noc.Reference.Compile;

/// <summary>Reads the units of the crosswalk, which now and then prints them for another amount than one unit of the
/// code: 25 units of 1 MG for a code of 0.1 MG are 250.</summary>
/// <remarks>CMS printed so J2404 in 2024 Q4, J9060 and J7614 in 2025 Q1. The units fit the amount beside them each
/// time, and the code list has the unit of the code.</remarks>
internal sealed class PrintedUnits(IReadOnlyList<CodeRecord> codes, TextHeap texts)
{
    private readonly Dictionary<HcpcsCode, Amount> _units = UnitsOf(codes, texts);

    private readonly Dictionary<TextRef, CodeUnit> _read = [];

    /// <summary>The records with units and dosage for one unit of the code.</summary>
    public List<NdcCodeRecord> OfCodes(List<NdcCodeRecord> records) => records.ConvertAll(record =>
        _units.TryGetValue(record.Code, out var unit) && Read(record.DosageText) is { Kind: CodeUnitKind.Exact } printed
            && printed.Amount.Unit == unit.Unit && printed.Amount.Value != unit.Value
            ? record with
            {
                DosageText = texts.Add(FormattableString.Invariant($"{unit.Value:0.######} {unit.Unit}")),
                UnitsPerItem = Times(record.UnitsPerItem, printed.Amount.Value / unit.Value),
                UnitsPerPackage = Times(record.UnitsPerPackage, printed.Amount.Value / unit.Value),
            }
            : record);

    /// <summary>Whether two texts print one unit, however they spell it; "up to 80 MG" is 80 MG.</summary>
    public bool AreOne(TextRef one, TextRef other)
    {
        if (one == other) return true;
        var (first, second) = (Read(one), Read(other));
        return first.Dose.IsNone || second.Dose.IsNone ? Plain(one) == Plain(other) : first.Dose == second.Dose;
    }

    private string Plain(TextRef text) =>
        string.Concat(texts[text].Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private CodeUnit Read(TextRef text)
    {
        if (!_read.TryGetValue(text, out var unit)) _read[text] = unit = CodeUnitText.Parse(texts[text]);
        return unit;
    }

    // Codes whose unit was the same at all times.
    private static Dictionary<HcpcsCode, Amount> UnitsOf(IReadOnlyList<CodeRecord> codes, TextHeap texts)
    {
        var units = new Dictionary<HcpcsCode, Amount>();
        foreach (var code in codes)
        {
            var unit = code is { UnitKind: CodeUnitKind.Exact, UnitValue.Value: { } value }
                ? new Amount(value, texts[code.Unit]) : default;
            units[code.Code] = !units.TryGetValue(code.Code, out var known) || known == unit ? unit : default;
        }
        foreach (var (code, unit) in units.ToList())
            if (unit.IsNone) units.Remove(code);
        return units;
    }

    private static Micro Times(Micro units, decimal factor) =>
        units.Value is { } value ? Micro.Of(value * factor) : units;
}
