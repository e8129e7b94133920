namespace Noc.Formats.Encounters;

/// <summary>What is wrong with an encounter: the rest of it is read.</summary>
/// <param name="Line">Line of a file with one encounter a line, from 1; 0 for a file that is one document.</param>
/// <param name="Pointer">JSON pointer (RFC 6901) to the value, such as <c>/administrations/0/dose</c>; empty for the
/// whole.</param>
/// <param name="Message">What is wrong and what would be right. Never the value: it may be the patient's.</param>
public sealed record EncounterProblem(long Line, string Pointer, string Message)
{
    /// <summary>Place and message.</summary>
    public override string ToString() =>
        $"{(Line > 0 ? $"line {Line} " : "")}{(Pointer.Length > 0 ? Pointer : "/")}: {Message}";
}
