namespace Noc.X12;

/// <summary>One defect of a file: what it is and where. Never holds contents of the file.</summary>
/// <param name="Id">Permanent kebab-case name, such as <c>segment-count-wrong</c>.</param>
/// <param name="Severity">How much it can hide.</param>
/// <param name="Message">What is wrong and what to do, in one or two sentences.</param>
/// <param name="Offset">Byte offset in the original file, from 0.</param>
/// <param name="Segment">Segment number in the file, from 1; 0 before the first.</param>
/// <param name="Tag">Segment tag, such as <c>SE</c>; empty where there is none.</param>
/// <param name="Element">Element number, from 1; null where the whole segment is meant.</param>
public sealed record X12Problem(
    string Id, ProblemSeverity Severity, string Message, long Offset, long Segment, string Tag, int? Element = null);
