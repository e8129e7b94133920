namespace Noc.Claims;

/// <summary>Paperwork that comes with the claim: PWK01, PWK02, PWK06.</summary>
/// <param name="ReportType">PWK01, such as OZ (support data), B3 (physician order).</param>
/// <param name="Transmission">PWK02: AA, BM, EL, EM, FT or FX.</param>
/// <param name="ControlNumber">PWK06, the attachment number.</param>
public readonly record struct Paperwork(Field ReportType, Field Transmission, Field ControlNumber);
