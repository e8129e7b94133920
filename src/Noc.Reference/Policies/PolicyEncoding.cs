using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Noc.Payers;

namespace Noc.Reference.Policies;

/// <summary>Reads the letters of a policy file: UTF-8, with or without its mark.</summary>
internal static class PolicyEncoding
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Why the bytes are no UTF-8, with the place and the offset (from 0) of the first that does not fit; null
    /// where they are.</summary>
    public static PolicyProblem? WhyNot(string file, byte[] bytes)
    {
        var offset = Valid(bytes);
        if (offset == bytes.Length) return null;
        const string Remedy = "save it as UTF-8 (in Notepad: Save as, Encoding)";
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return new(new(file, 1, 1), $"the file is UTF-16, not UTF-8; {Remedy}");
        var before = bytes.AsSpan(0, offset);
        var place = new PolicyPlace(file, before.Count((byte)'\n') + 1,
            Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
        return new(place, string.Create(CultureInfo.InvariantCulture,
            $"the file is not UTF-8: byte 0x{bytes[offset]:X2} at offset {offset} is no letter of it; {Remedy}"));
    }

    /// <summary>The text of bytes that are UTF-8, without the mark.</summary>
    public static string Text(byte[] bytes) =>
        Encoding.UTF8.GetString(bytes.AsSpan().StartsWith(Mark) ? bytes.AsSpan(Mark.Length) : bytes);

    // How many bytes from the first on are right.
    private static int Valid(byte[] bytes)
    {
        if (Utf8.IsValid(bytes)) return bytes.Length;
        Utf8.ToUtf16(bytes, new char[bytes.Length], out var read, out _, replaceInvalidSequences: false);
        return read;
    }
}
