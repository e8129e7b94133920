using System.Globalization;

namespace Noc.Formats.Encounters;

/// <summary>Half characters in JSON: an escape such as \ud800 without its other half, which no reader of JSON can turn
/// into text. One of them would end the reading of a whole file.</summary>
public static class LoneSurrogates
{
    /// <summary>What stands for one: a character that no text has.</summary>
    public const char Mark = '\uFFFE';

    private const string Escaped = "\\uFFFE";

    /// <summary>The same JSON with <see cref="Mark"/> in place of each; the same object where there is none.</summary>
    public static string Marked(string json)
    {
        char[]? mended = null;
        for (var at = json.IndexOf('\\', StringComparison.Ordinal); at >= 0 && at + 1 < json.Length;)
        {
            var length = 2;
            if (Unit(json, at) is { } unit)
            {
                length = Escaped.Length;
                if (char.IsHighSurrogate(unit) && Unit(json, at + length) is { } low && char.IsLowSurrogate(low))
                    length *= 2;
                else if (char.IsSurrogate(unit)) Escaped.CopyTo((mended ??= json.ToCharArray()).AsSpan(at));
            }
            at += length;
            at = at < json.Length ? json.IndexOf('\\', at) : -1;
        }
        return mended is null ? json : new(mended);
    }

    // The unit of UTF-16 that an escape stands for; null where none begins here.
    private static char? Unit(string json, int at) => at + Escaped.Length <= json.Length && json[at] == '\\'
        && json[at + 1] == 'u' && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture, out var unit) ? (char)unit : null;
}
