using System.Globalization;
using System.Text.RegularExpressions;
using Noc.Reference.Originals;
using Noc.Tests;

namespace Noc.Reference.Tests.Originals;

/// <summary>All files at hand against the list that came with them.</summary>
public sealed partial class ManifestTests
{
    [Fact]
    public void Every_line_of_every_file_at_hand_is_accounted_for()
    {
        var faults = new List<string>();
        int read = 0, compared = 0;
        foreach (var entry in CsvRows.Read(SharedFolder.Require("data/MANIFEST.csv")))
            foreach (var member in OriginalFiles.Members(SharedFolder.Require($"data/{entry["path"]}")))
            {
                var readers = OriginalReaders.All.Where(reader => reader.Recognises(member.Head)).ToList();
                if (readers.Count > 1) faults.Add($"{member.Name} is taken for {readers.Count} layouts.");
                if (readers.Count != 1) continue;
                read++;
                var file = readers[0].Read(member);
                if (!Files.IsWhole(file)) faults.Add($"{member.Name} has lines not accounted for.");
                if (member.Head.IsSheet || Lines(entry["rows"], member.Name) is not { } lines) continue;
                compared++;
                if (lines != file.LinesRead && file.Dataset != Noc.Tables.Dataset.Nadac)
                    faults.Add($"{member.Name} has {lines} lines, {file.LinesRead} were read.");
            }
        Assert.Empty(faults);
        Assert.True(read > 60 && compared > 50, $"{read} members were read, {compared} compared.");
    }

    // "15129 lines", or "a.txt=53 lines / b.txt=594 lines" for the members of an archive.
    private static int? Lines(string rows, string member)
    {
        foreach (var part in rows.Split(" / "))
            if (Count().Match(part) is { Success: true } count
                && member.EndsWith(count.Groups["name"].Value, StringComparison.Ordinal))
                return int.Parse(count.Groups["count"].Value, CultureInfo.InvariantCulture);
        return null;
    }

    [GeneratedRegex(@"^((?<name>.+)=)?(?<count>\d+) lines$", RegexOptions.ExplicitCapture)]
    private static partial Regex Count();
}
