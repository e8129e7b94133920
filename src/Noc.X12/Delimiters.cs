namespace Noc.X12;

/// <summary>The four delimiters of an interchange, as its ISA segment declares them. 0 means not used.</summary>
/// <param name="Element">Separates elements.</param>
/// <param name="Repetition">Separates repetitions (ISA11 from version 00402 on); 0 in older versions.</param>
/// <param name="Component">Separates components (ISA16).</param>
/// <param name="Segment">Ends a segment.</param>
public readonly record struct Delimiters(byte Element, byte Repetition, byte Component, byte Segment);
