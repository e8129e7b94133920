
namespace Noc.Payers;

/// <summary>Where a value stands in a policy file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public readonly record struct PolicyPlace(string File, int Line, int Column)
{
    /// <summary>File, line and column with colons between.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
