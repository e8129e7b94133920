using Noc.Drugs;

namespace Noc.App.CodeEncounter;

/// <summary>Reads a practice's charges: CSV of code and US dollars for one unit.</summary>
internal static class ChargeList
{
    private const int MostRows = 1_000_000;

    private const decimal MostUsd = 1_000_000_000;

    /// <summary>The charges by code; null where the file cannot be used, which is told.</summary>
    public static Dictionary<HcpcsCode, decimal>? Read(string path, TextWriter errors)
    {
        var charges = new Dictionary<HcpcsCode, decimal>();
        try
        {
            using var reader = File.OpenText(path);
            foreach (var (number, cells) in CsvLines.Read(reader, ','))
            {
                if (number > MostRows) break;
                var first = cells[0].Trim();
                if ((cells.Count == 1 && first.Length == 0)
                    || (number == 1 && !HcpcsCode.TryParse(first.AsSpan(), out _))) continue;
                if (cells.Count >= 2 && HcpcsCode.TryParse(first.AsSpan(), out var code)
                    && NumberText.TryRead(cells[1].AsSpan().Trim().Trim('$'), out var usd)
                    && usd is >= 0 and <= MostUsd && usd == Math.Truncate(usd * 100) / 100)
                {
                    if (charges.TryGetValue(code, out var other) && other != usd)
                        errors.WriteLine($"noc: {path} line {number}: {code} stands there twice; this charge counts.");
                    charges[code] = usd;
                    continue;
                }
                errors.WriteLine($"noc: {path} line {number}: this takes a code and its charge, such as J3490,12.50.");
                return null;
            }
            if (charges.Count > 0) return charges;
            errors.WriteLine($"noc: {path} holds no charge; this takes a code and its charge, such as J3490,12.50.");
            return null;
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            FileFault.Tell(errors, path, e);
            return null;
        }
    }
}
