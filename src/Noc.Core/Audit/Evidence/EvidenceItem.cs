using Noc.Encounters;

namespace Noc.Audit.Evidence;

/// <summary>An encounter with the place it was read from.</summary>
/// <param name="Encounter">The encounter.</param>
/// <param name="File">Name of its file as the user named it; empty where it was not read from one.</param>
/// <param name="Line">Line of a file with one encounter a line, from 1; 0 for a file that is one document.</param>
/// <param name="Index">Its number among all encounters, from 0.</param>
/// <param name="FirstGiven">Number of its first administration among those of all encounters, from 0.</param>
public sealed record EvidenceItem(Encounter Encounter, string File, long Line, int Index, int FirstGiven);
