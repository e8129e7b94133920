using System.Globalization;

namespace Noc.Administrations;

/// <summary>Numbers and lists in sentences.</summary>
internal static class Words
{
    /// <summary>1 minute, 2 minutes.</summary>
    public static string Minutes(int minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{minutes} minute{(minutes == 1 ? "" : "s")}");

    /// <summary>5 hours, 5 hours 20 minutes.</summary>
    public static string Hours(int minutes) => minutes < 60 ? Minutes(minutes)
        : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} hour{(minutes / 60 == 1 ? "" : "s")}")
            + (minutes % 60 == 0 ? "" : $" {Minutes(minutes % 60)}");

    /// <summary>One, two or three of them, with the word before the last.</summary>
    public static string List(IReadOnlyList<string> items, string word) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {word} {items[^1]}",
    };
}
