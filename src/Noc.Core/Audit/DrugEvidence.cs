namespace Noc.Audit;

/// <summary>What tells which drug a line bills.</summary>
public enum DrugEvidence
{
    /// <summary>The NDC of LIN03, else of a text.</summary>
    Ndc,

    /// <summary>The name in SV101-7 or SV202-7.</summary>
    Description,

    /// <summary>The name in parentheses behind it.</summary>
    Parentheses,

    /// <summary>The notes of the line.</summary>
    LineNote,

    /// <summary>The notes of the claim.</summary>
    ClaimNote,

    /// <summary>The HCPCS code, where it names a drug.</summary>
    Code,
}
