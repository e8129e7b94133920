namespace Noc.Coding;

/// <summary>An attachment of a claim.</summary>
/// <param name="ReportType">PWK01, such as OZ for an invoice.</param>
/// <param name="Transmission">PWK02, such as FX.</param>
/// <param name="Control">PWK06; never empty.</param>
public sealed record CodedAttachment(string ReportType, string Transmission, string Control);
