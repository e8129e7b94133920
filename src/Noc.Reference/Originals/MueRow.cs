using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>The medically unlikely edit of one code: more units than this on a day are denied.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Code">The CPT or HCPCS code.</param>
/// <param name="Units">The most units; 0 says "never".</param>
/// <param name="Indicator">1 line edit, 2 day edit by policy (absolute), 3 day edit by clinical data.</param>
/// <param name="IndicatorText">That cell as written.</param>
/// <param name="Rationale">The reason as written; null where blank.</param>
/// <remarks>Source: NCCI practitioner MUE table of CMS.</remarks>
public sealed record MueRow(
    long Line, HcpcsCode Code, decimal Units, int Indicator, string IndicatorText, string? Rationale);
