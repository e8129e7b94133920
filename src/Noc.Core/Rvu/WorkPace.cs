namespace Noc.Rvu;

/// <summary>How a provider stands to the goal of a year.</summary>
/// <param name="Done">Work units from the first day of the year to the day asked for.</param>
/// <param name="Projected">What the year comes to at the same pace.</param>
/// <param name="Goal">The goal; null where none was given.</param>
/// <param name="PerMonthNeeded">Work units a month that are still needed for the goal; null without a goal, or with no
/// day left.</param>
public sealed record WorkPace(decimal Done, decimal Projected, decimal? Goal, decimal? PerMonthNeeded);
