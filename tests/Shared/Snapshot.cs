namespace Noc.Tests;

/// <summary>Output that a person has read and approved, kept as a file beside the tests.</summary>
/// <remarks>The file convention is Verify's: <c>NAME.verified.txt</c> is approved, <c>NAME.received.txt</c> is what
/// came instead. <c>UPDATE_SNAPSHOTS=1</c> approves what comes.</remarks>
internal static class Snapshot
{
    public static string Folder { get; } = Path.Combine(SharedFolder.Root, "tests", "Snapshots");

    public static void Match(string name, string text)
    {
        var verified = Path.Combine(Folder, name + ".verified.txt");
        var received = Path.Combine(Folder, name + ".received.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(verified, text);
        }
        var wanted = File.Exists(verified) ? File.ReadAllText(verified) : "";
        File.Delete(received);
        if (wanted == text) return;
        File.WriteAllText(received, text);
        var (old, now) = (wanted.Split('\n'), text.Split('\n'));
        var at = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Fail($"{name}: line {at + 1} is\n{now.ElementAtOrDefault(at)}\nand was\n{old.ElementAtOrDefault(at)}\n"
            + $"See {name}.received.txt beside {name}.verified.txt; UPDATE_SNAPSHOTS=1 ./test accepts it.");
    }
}
