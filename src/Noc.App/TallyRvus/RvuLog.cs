using Noc.App.AuditClaims;
using Noc.App.CodeEncounter;
using Noc.Claims;
using Noc.Coding;
using Noc.Drugs;
using Noc.Formats.X837;
using Noc.Payers;
using Noc.Rvu;
using Noc.Tables;

namespace Noc.App.TallyRvus;

/// <summary>Reads procedures: CSV logs written by hand, claims, encounters.</summary>
/// <param name="tables">For the codes of encounters.</param>
/// <param name="policies">For the codes of encounters.</param>
/// <param name="errors">What cannot be read.</param>
internal sealed class RvuLog(ReferenceTables tables, PolicySet policies, TextWriter errors)
{
    private const decimal MostUnits = 999_999;   // six digits are far above any procedure

    /// <summary>The procedures of a file; null where it cannot be read, which is told. Lines that are wrong are told
    /// and left out.</summary>
    public List<LoggedProcedure>? Read(string path, ref bool isLost)
    {
        try
        {
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".csv" or ".tsv" or ".txt" => OfCsv(path, ref isLost),
                ".json" or ".ndjson" or ".jsonl" => OfEncounters(path, ref isLost),
                _ => OfClaims(path),
            };
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            FileFault.Tell(errors, path, e);
            return null;
        }
    }

    // date, provider, code, modifiers (blanks between), units; a first line of names is skipped.
    private List<LoggedProcedure> OfCsv(string path, ref bool isLost)
    {
        var found = new List<LoggedProcedure>();
        var isEmpty = true;
        using var reader = new StreamReader(path);
        foreach (var (line, cells) in CsvLines.Read(reader))
        {
            if (cells.TrueForAll(string.IsNullOrWhiteSpace)) continue;
            isEmpty = false;
            if (line == 1 && IsHeader(cells)) continue;
            if (Row(cells, out var field) is { } row) found.Add(row);
            else
            {
                isLost = true;
                errors.WriteLine($"noc: {path} line {line}: {field} cannot be read; this takes date, provider, "
                    + "code, modifiers, units, such as 2026-03-10,DR A,96413,,1.");
            }
        }
        if (isEmpty)
        {
            isLost = true;
            errors.WriteLine($"noc: {path}: the file is empty.");
        }
        return found;
    }

    private static bool IsHeader(List<string> cells) => cells.Count >= 3
        && !cells.Exists(cell => cell.AsSpan().Trim() is [>= '0' and <= '9', ..]);

    private static LoggedProcedure? Row(List<string> cells, out string field)
    {
        field = "the date";
        if (!DateOnly.TryParseExact(cells[0].Trim(), "yyyy-MM-dd", out var day)) return null;
        field = "the code";
        if (cells.Count < 3 || !HcpcsCode.TryParse(cells[2].Trim().AsSpan(), out var code)) return null;
        field = "the modifier";
        var modifiers = new List<Modifier>();
        foreach (var word in cells.Count > 3
            ? cells[3].Split([' ', ';', '/', ':'], StringSplitOptions.RemoveEmptyEntries) : [])
        {
            if (word.Length != 2 || !word.All(char.IsAsciiLetterOrDigit)) return null;
            modifiers.Add(Modifier.Of(word));
        }
        field = "the number of units";
        var units = 1m;
        return cells.Count > 4 && cells[4].Trim().Length > 0
            && (!NumberText.TryRead(cells[4].AsSpan().Trim(), out units) || Math.Abs(units) > MostUnits) ? null
            : new(day, cells[1].Trim(), code, modifiers, units);
    }

    private static List<LoggedProcedure> OfClaims(string path)
    {
        var found = new List<LoggedProcedure>();
        using var stream = InputFiles.Open(path);
        foreach (var claim in ClaimFile.Read(stream))
        {
            // A hospital's claim bills its own work; voids and replacements would count twice.
            if (claim.Type is not ClaimType.Professional || claim.IsVoid || claim.IsReplacement) continue;
            foreach (var line in claim.Lines)
            {
                if (line.ServiceDate is not { } day || line.Code.IsNone) continue;
                var provider = line.Rendering ?? claim.Rendering ?? claim.Billing;
                found.Add(new(day, provider.Npi.IsEmpty ? provider.Name.Text : provider.Npi.Text, line.Code,
                    [.. line.Modifiers], line.BilledUnits ?? 1));
            }
        }
        return found;
    }

    private List<LoggedProcedure> OfEncounters(string path, ref bool isLost)
    {
        var found = new List<LoggedProcedure>();
        var context = CodeRun.ContextOf(tables, policies, new Dictionary<HcpcsCode, decimal>());
        foreach (var read in EncounterFiles.Read(path))
        {
            foreach (var problem in read.Problems)
                errors.WriteLine($"noc: {EncounterFiles.Describe(path, problem)}");
            isLost |= read.Encounter is null;
            if (read.Encounter is not { } encounter) continue;
            var visit = CodedResult.Of(path, read, context, null).Visit;
            if (visit.Type is not ClaimType.Professional) continue;
            var who = encounter.Rendering ?? encounter.Billing;
            var name = who is { Npi.Length: > 0 } ? who.Npi : who?.Name ?? "";
            foreach (var line in visit.Claims.SelectMany(claim => claim.Lines))
                if (line.Kind is CodedLineKind.Drug or CodedLineKind.Administration)
                    found.Add(new(line.Day, name, line.Code, [.. line.Modifiers.Select(one => Modifier.Of(one.Code))],
                        line.Units ?? 1));
        }
        return found;
    }
}
