using Noc.Drugs;

namespace Noc.Coding;

/// <summary>How a drug is coded on a day in a setting: by codes of its own, else by an unclassified one.</summary>
/// <param name="Own">Codes of its own; empty where it has none.</param>
/// <param name="Unclassified">The unclassified code; <c>default</c> where it has a code of its own.</param>
public sealed record DrugCoding(IReadOnlyList<SpecificCode> Own, CodeChoice Unclassified)
{
    /// <summary>The first code to bill; <c>default</c> where none is.</summary>
    public HcpcsCode Code => Own.Count > 0 ? Own[0].Row.Code : Unclassified.Code;
}
