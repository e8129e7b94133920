using Noc.Drugs;

namespace Noc.Tables;

/// <summary>Values by procedure code. Filled once, then only read. Hash with open addressing.</summary>
/// <remarks>Dictionaries over our own structs are compiled at start, which a small command would notice.</remarks>
internal sealed class CodeMap<T> where T : class
{
    private HcpcsCode[] _codes = new HcpcsCode[64];
    private T?[] _values = new T?[64];
    private int _count;

    /// <summary>The value of a code; null where it has none.</summary>
    public T? this[HcpcsCode code]
    {
        get => _values[Slot(_codes, _values, code)];
        set
        {
            if (_count * 2 >= _codes.Length) Grow();
            var slot = Slot(_codes, _values, code);
            if (_values[slot] is null) _count++;
            (_codes[slot], _values[slot]) = (code, value);
        }
    }

    private static int Slot(HcpcsCode[] codes, T?[] values, HcpcsCode code)
    {
        var slot = code.Spread & (codes.Length - 1);
        while (values[slot] is not null && codes[slot] != code) slot = (slot + 1) & (codes.Length - 1);
        return slot;
    }

    private void Grow()
    {
        var codes = new HcpcsCode[_codes.Length * 2];
        var values = new T?[codes.Length];
        for (var i = 0; i < _codes.Length; i++)
        {
            if (_values[i] is null) continue;
            var slot = Slot(codes, values, _codes[i]);
            (codes[slot], values[slot]) = (_codes[i], _values[i]);
        }
        (_codes, _values) = (codes, values);
    }
}
