using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Rvu;

/// <summary>Credits procedures with work units by the fee schedule of their year.</summary>
/// <remarks>Source: CMS, physician fee schedule relative value files. What modifiers do is the common practice of
/// compensation plans; a plan of one's own replaces it.</remarks>
public sealed class WorkSchedule
{
    private static readonly HashSet<string> Nothing = ["TC"];

    private readonly ReferenceTables _tables;
    private readonly Dictionary<Modifier, decimal> _factors = new()
    {
        [Modifier.Of("50")] = 1.5m, [Modifier.Of("51")] = 0.5m, [Modifier.Of("52")] = 0.5m,
        [Modifier.Of("53")] = 0.5m, [Modifier.Of("62")] = 0.625m, [Modifier.Of("80")] = 0.16m,
        [Modifier.Of("81")] = 0.16m, [Modifier.Of("82")] = 0.16m, [Modifier.Of("AS")] = 0.136m,
    };

    /// <summary>Makes a schedule.</summary>
    /// <param name="tables">The fee schedules.</param>
    /// <param name="factors">A plan's own factors, over the common ones.</param>
    public WorkSchedule(ReferenceTables tables, IReadOnlyDictionary<Modifier, decimal>? factors = null)
    {
        _tables = tables;
        foreach (var (modifier, factor) in factors ?? new Dictionary<Modifier, decimal>()) _factors[modifier] = factor;
    }

    /// <summary>What a procedure counts.</summary>
    public WorkCredit Credit(LoggedProcedure procedure)
    {
        if (procedure.Modifiers.Any(one => Nothing.Contains(one.Value)))
            return new(procedure, 0, 1, "The technical part (TC) holds no physician's work.");
        if (RowOf(procedure) is not { } row)
            return new(procedure, IsDrug(procedure) ? 0 : null, 1, IsDrug(procedure)
                ? "A drug has no work units: the work is in its administration."
                : Texts.Of($"No fee schedule of {procedure.Day.Year} that is loaded has it."));
        var status = _tables.Image.Text(row.Status);
        if (row.Work.Value is not > 0)
            return new(procedure, 0, 1, status switch
            {
                "C" => "The contractor prices it; it has no work units of its own.",
                "X" => "The fee schedule does not hold it (status X).",
                _ => "The fee schedule gives it no physician's work.",
            });
        var (factor, reason) = FactorOf(procedure, row);
        return new(procedure, row.Work.Value, factor, reason);
    }

    private bool IsDrug(LoggedProcedure procedure) => CodeClass.Includes(
        "drug", procedure.Code, _tables.IsUnclassified(procedure.Code, procedure.Day));

    private (decimal Factor, string Reason) FactorOf(LoggedProcedure procedure, in FeeRecord row)
    {
        var (factor, reasons) = (1m, new List<string>());
        foreach (var modifier in procedure.Modifiers)
        {
            if (modifier == row.Modifier)
                reasons.Add($"{modifier} has a row of its own.");
            else if (_factors.TryGetValue(modifier, out var own) && own != 1)
            {
                factor *= own;
                reasons.Add(Texts.Of($"{modifier} counts {own:P1}.").Replace(" %", "%",
                    StringComparison.Ordinal));
            }
        }
        return (factor, string.Join(' ', reasons));
    }

    // Work units are set once a year: where the quarter is not loaded, another of the same year speaks. A row for 26 or
    // 53 comes before that of the whole service.
    private FeeRecord? RowOf(LoggedProcedure procedure)
    {
        FeeRecord? best = null;
        var bestRank = -1;
        foreach (ref readonly var row in _tables.Image.Rows<FeeRecord>().Of(TableKey.Of(procedure.Code)))
        {
            if (!row.Modifier.IsNone && !procedure.Modifiers.Contains(row.Modifier)) continue;
            var isOnDay = row.Days.Include(procedure.Day);
            if (!isOnDay && row.Days.From?.Year != procedure.Day.Year) continue;
            var rank = (row.Modifier.IsNone ? 0 : 2) + (isOnDay ? 1 : 0);
            if (rank <= bestRank) continue;
            (best, bestRank) = (row, rank);
        }
        return best;
    }
}
