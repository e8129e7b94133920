using Noc.Drugs;

namespace Noc.Tables;

/// <summary>Modifiers by their two characters. Made once, then only read.</summary>
internal sealed class ModifierTable
{
    private readonly Days?[] _days = new Days?[Modifier.Slots];
    private readonly bool[] _isNever = new bool[Modifier.Slots], _isListed = new bool[Modifier.Slots];

    public ModifierTable(IEnumerable<ModifierFact> rows)
    {
        foreach (var (modifier, days, isNever) in rows)
        {
            _days[modifier.Slot] = days == default ? null : days;
            _isNever[modifier.Slot] = isNever;
            _isListed[modifier.Slot] = true;
        }
    }

    public Days? DaysOf(Modifier modifier) => modifier.IsNone ? null : _days[modifier.Slot];

    public bool IsListed(Modifier modifier) => !modifier.IsNone && _isListed[modifier.Slot];

    public bool IsNever(Modifier modifier) => !modifier.IsNone && _isNever[modifier.Slot];
}
