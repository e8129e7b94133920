namespace Noc.Tests;

/// <summary>The folder of agency originals, facts and corpus beside the repository; it may be absent.</summary>
internal static class SharedFolder
{
    public static string Root { get; } = FindRoot();

    /// <summary>The claims of a clinic that the README shows.</summary>
    public static string Sample { get; } = Path.Combine(Root, "samples", "clinic-2026.837");

    /// <summary>A file or folder of it; the test is skipped where it is absent.</summary>
    public static string Require(string relative)
    {
        var path = Path.Combine(Path.GetDirectoryName(Root)!, "shared", relative);
        Assert.SkipUnless(Path.Exists(path), $"../shared/{relative} is not here; this test needs it.");
        return path;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Noc.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}

/// <summary>Splits the lines of a CSV file with quotes.</summary>
internal static class CsvRows
{
    public static List<Dictionary<string, string>> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var header = Split(lines[0]);
        return [.. lines[1..].Where(line => line.Length > 0).Select(line =>
            Split(line).Zip(header).ToDictionary(pair => pair.Second, pair => pair.First))];
    }

    private static List<string> Split(string line)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[i++]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else cell.Append(line[i]);
        }
        cells.Add(cell.ToString());
        return cells;
    }
}
