
namespace Noc.Payers;

/// <summary>How wide a policy is; a narrower one overrides a wider one value by value.</summary>
public enum PolicyLevel
{
    /// <summary>The transaction standard: everyone.</summary>
    Standard,

    /// <summary>A program: Medicare, Medicaid, commercial.</summary>
    Program,

    /// <summary>A contractor of a program.</summary>
    Contractor,

    /// <summary>A plan.</summary>
    Plan,

    /// <summary>A plan or program in one state.</summary>
    State,
}
