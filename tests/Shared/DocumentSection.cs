namespace Noc.Tests;

/// <summary>A section of a page of docs that a test writes: between two comments that name it.</summary>
internal static class DocumentSection
{
    /// <summary>Compares the section, or writes it where UPDATE_DOCS is 1.</summary>
    public static void Check(string page, string section, string text)
    {
        var path = Path.Combine(SharedFolder.Root, "docs", page);
        var old = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (open, close) = ($"<!-- {section}: made by the tests -->\n", $"<!-- end of {section} -->");
        var start = old.IndexOf(open, StringComparison.Ordinal) + open.Length;
        var end = old.IndexOf(close, StringComparison.Ordinal);
        Assert.True(start >= open.Length && end >= start, $"docs/{page} has no section {section}");
        var written = $"{old[..start]}\n{text}\n{old[end..]}";
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, written);
        else Assert.True(written == old, $"Run UPDATE_DOCS=1 ./test to write docs/{page}.");
    }
}
