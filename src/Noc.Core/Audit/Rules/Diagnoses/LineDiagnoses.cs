using Noc.Claims;

namespace Noc.Audit.Rules.Diagnoses;

/// <summary>Diagnoses as drug lines use them.</summary>
internal static class LineDiagnoses
{
    /// <summary>Whether a diagnosis is one of the line: pointed at on professional claims, any on
    /// institutional ones.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="line">The line.</param>
    /// <param name="index">The diagnosis, from 0.</param>
    public static bool IsOf(Claim claim, ServiceLine line, int index)
    {
        if (claim.Type is ClaimType.Institutional) return true;
        for (var i = 0; i < line.DiagnosisPointers.Count; i++)
            if (line.DiagnosisPointers[i].Number == index + 1) return true;
        return false;
    }

    /// <summary>Whether a diagnosis is the code without its dot, or starts with it.</summary>
    public static bool Starts(Diagnosis diagnosis, ReadOnlySpan<byte> start) =>
        diagnosis.Code.Bytes.Length >= start.Length
        && System.Text.Ascii.EqualsIgnoreCase(diagnosis.Code.Bytes[..start.Length], start);

    /// <summary>Whether the claim has a diagnosis that starts so.</summary>
    public static bool Has(Claim claim, ReadOnlySpan<byte> start)
    {
        for (var i = 0; i < claim.Diagnoses.Count; i++)
            if (Starts(claim.Diagnoses[i], start)) return true;
        return false;
    }
}
