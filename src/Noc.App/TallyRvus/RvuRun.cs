using System.Globalization;
using Noc.Drugs;
using Noc.Payers;
using Noc.Rvu;
using Noc.Tables;

namespace Noc.App.TallyRvus;

/// <summary><c>noc rvu</c>: work relative value units by provider, month and code.</summary>
public static class RvuRun
{
    /// <summary>Reads the logs and writes the sums.</summary>
    /// <returns>0; 2 where the question cannot be answered; 3 where something cannot be read.</returns>
    public static int Run(
        RvuOptions options, ReferenceTables tables, PolicySet policies, TextWriter output, TextWriter errors)
    {
        Dictionary<Modifier, decimal>? factors = null;
        WorkPercentiles? percentiles = null;
        if (options.Factors.Length > 0 && (factors = Factors(options.Factors, errors)) is null) return 3;
        if (options.Percentiles.Length > 0
            && (percentiles = Percentiles(options.Percentiles, errors)) is null) return 3;
        var schedule = new WorkSchedule(tables, factors);
        var log = new RvuLog(tables, policies, errors);
        var (credits, isLost) = (new List<WorkCredit>(), false);
        foreach (var file in options.Files)
        {
            if (log.Read(file, ref isLost) is { } procedures) credits.AddRange(procedures.Select(schedule.Credit));
            else isLost = true;
        }
        credits = credits.ConvertAll(one => one.Procedure.Day <= options.AsOf ? one
            : one with { PerUnit = 0, Reason = "Behind the day asked for (--as-of): not counted." });
        var trial = new List<WorkCredit>();
        foreach (var words in options.WhatIf)
        {
            if (words.Split('=') is not [var code, var count] || !HcpcsCode.TryParse(code.AsSpan(), out var known)
                || !NumberText.TryRead(count.AsSpan().Trim(), out var units))
            {
                errors.WriteLine($"noc: --what-if takes a code and a number such as 96413=100, not {words}.");
                return 2;
            }
            trial.Add(schedule.Credit(new(options.AsOf, "", known, [], units)));
        }
        var report = new RvuReport(options, credits, trial, percentiles);
        output.Write(options.Format switch
        {
            "json" => report.Json(tables), "csv" => report.Csv(), _ => report.Text() + TablesNotice.Under(tables),
        });
        return isLost ? 3 : 0;
    }

    private static Dictionary<Modifier, decimal>? Factors(string path, TextWriter errors)
    {
        if (Pairs(path, errors, word => word.Length == 2 && word.All(char.IsAsciiLetterOrDigit)) is not { } rows)
            return null;
        var factors = new Dictionary<Modifier, decimal>();
        foreach (var (modifier, factor) in rows) factors[Modifier.Of(modifier)] = factor;
        return factors;
    }

    private static WorkPercentiles? Percentiles(string path, TextWriter errors)
    {
        if (Pairs(path, errors, word => decimal.TryParse(word, NumberStyles.Number, CultureInfo.InvariantCulture,
            out var at) && at is > 0 and < 100) is not { } rows) return null;
        if (rows.Count > 0)
            return new([.. rows.Select(row => (decimal.Parse(row.Name, CultureInfo.InvariantCulture), row.Value))
                .OrderBy(row => row.Item1)]);
        errors.WriteLine($"noc: {path}: The file holds no percentile. Write one a row, such as 50,4800.");
        return null;
    }

    // Two columns, the second a number; a first line of names is skipped.
    private static List<(string Name, decimal Value)>? Pairs(string path, TextWriter errors, Predicate<string> isName)
    {
        var rows = new List<(string, decimal)>();
        try
        {
            using var reader = new StreamReader(path);
            foreach (var (line, cells) in CsvLines.Read(reader))
            {
                if (cells.TrueForAll(string.IsNullOrWhiteSpace)) continue;
                var name = cells[0].Trim();
                if (cells.Count > 1 && isName(name) && NumberText.TryRead(cells[1].AsSpan().Trim(), out var value))
                    rows.Add((name, value));
                else if (line > 1)
                {
                    errors.WriteLine($"noc: {path} line {line}: this takes two columns such as 50,4800.");
                    return null;
                }
            }
            return rows;
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            FileFault.Tell(errors, path, e);
            return null;
        }
    }
}
