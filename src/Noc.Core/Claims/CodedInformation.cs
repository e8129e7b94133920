namespace Noc.Claims;

/// <summary>A code of an HI segment that is no diagnosis: condition (BG), value (BE), occurrence (BH, BI),
/// procedure.</summary>
/// <param name="Qualifier">HIxx-1.</param>
/// <param name="Code">HIxx-2.</param>
/// <param name="Amount">HIxx-5 of a value code; absent otherwise.</param>
public readonly record struct CodedInformation(Field Qualifier, Field Code, Field Amount);
