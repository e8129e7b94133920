namespace Noc.Rvu;

/// <summary>The work relative value units of a procedure.</summary>
/// <param name="Procedure">The procedure.</param>
/// <param name="PerUnit">Work units of the code before modifiers; null where no fee schedule has it.</param>
/// <param name="Factor">What modifiers make of it: 1 for all of it.</param>
/// <param name="Reason">Why it counts so, where it does not count in full; empty where it does.</param>
public sealed record WorkCredit(LoggedProcedure Procedure, decimal? PerUnit, decimal Factor, string Reason)
{
    /// <summary>The units credited, to two decimals for each unit as compensation plans do not round: not rounded.
    /// </summary>
    public decimal Credited => (PerUnit ?? 0) * Factor * Procedure.Units;
}
