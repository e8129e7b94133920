using System.Security.Cryptography;
using System.Text;

namespace Noc.App.MaskClaims;

/// <summary>What kind of detail is replaced; the same text of another kind becomes something else.</summary>
internal enum MaskKind : byte
{
    /// <summary>Names of people and towns: each word for itself, so that a part of a name is one anywhere.</summary>
    Name,

    /// <summary>Numbers and codes that stand for one person or claim.</summary>
    Id,

    /// <summary>Streets and house numbers.</summary>
    Street,

    /// <summary>Telephone numbers and addresses of mail.</summary>
    Contact,

    /// <summary>Postal codes.</summary>
    Zip,

    /// <summary>Dates of birth and death.</summary>
    Birth,
}

/// <summary>Replaces texts by others of the same length and make, the same by the same for one key.</summary>
/// <remarks>HMAC-SHA256 chooses: without the key nobody finds the text again but by chance.</remarks>
internal sealed class Pseudonyms(byte[] key)
{
    // Member ids of Medicare have no S, L, O, I, B and Z; nor have ours, so that they stay valid.
    private const string Letters = "ACDEFGHJKMNPQRTUVWXY", Consonants = "BDFGKLMNPRSTV", Vowels = "AEIOU";
    private const int MaxRounds = 8;

    /// <summary>Pseudonyms by a key that a person chose; the same key gives the same ones.</summary>
    public static Pseudonyms Of(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Pseudonyms by a key that nobody knows.</summary>
    public static Pseudonyms Random() => new(RandomNumberGenerator.GetBytes(32));

    /// <summary>The replacement: as many bytes, letters for letters, digits for digits, all else as it was.</summary>
    public byte[] Of(MaskKind kind, ReadOnlySpan<byte> value)
    {
        var target = value.ToArray();
        if (kind is MaskKind.Name or MaskKind.Street) ReplaceWords(kind, target);
        else Replace(kind, target);
        return target;
    }

    /// <summary>A date CCYYMMDD: another day of the same year, which is at least <paramref name="oldest"/>. Anything
    /// else: other digits.</summary>
    /// <remarks>The year stays, as rules may ask for the age; ages above 89 become 89.</remarks>
    public byte[] OfDate(ReadOnlySpan<byte> value, int oldest)
    {
        if (value.Length != 8 || value.ContainsAnyExceptInRange((byte)'0', (byte)'9')) return Of(MaskKind.Id, value);
        var year = int.Parse(value[..4], System.Globalization.CultureInfo.InvariantCulture);
        Span<byte> chance = stackalloc byte[32];
        for (var round = 0; ; round++)
        {
            Mix(MaskKind.Birth, value, round, 0, chance);
            var text = $"{Math.Max(year, oldest):0000}{1 + (chance[0] % 12):00}{1 + (chance[1] % 28):00}";
            var date = Encoding.ASCII.GetBytes(text);
            if (round == MaxRounds || !date.AsSpan().SequenceEqual(value)) return date;
        }
    }

    private void ReplaceWords(MaskKind kind, Span<byte> text)
    {
        for (var start = 0; start < text.Length;)
        {
            if (!IsWord(text[start]))
            {
                start++;
                continue;
            }
            var end = start;
            while (end < text.Length && IsWord(text[end])) end++;
            Replace(kind, text[start..end]);
            start = end;
        }
    }

    private void Replace(MaskKind kind, Span<byte> text)
    {
        Span<byte> chance = stackalloc byte[32];
        var upper = new byte[text.Length];
        Upper(text, upper);
        for (var round = 0; round <= MaxRounds; round++)
        {
            for (var i = 0; i < upper.Length; i++)
            {
                if (i % 32 == 0) Mix(kind, upper, round, i / 32, chance);
                text[i] = Choose(kind, text[i], upper[i], i, chance[i % 32]);
            }
            if (upper.Length < 2 || !IsSame(text, upper)) return;   // of one letter it may be the same by chance
        }
    }

    private static byte Choose(MaskKind kind, byte now, byte from, int index, byte chance)
    {
        if (from is >= (byte)'0' and <= (byte)'9')
            return (byte)(index == 0 && from != (byte)'0' ? '1' + (chance % 9) : '0' + (chance % 10));
        if (from is not (>= (byte)'A' and <= (byte)'Z' or >= 0x80)) return now;
        var letters = kind is not (MaskKind.Name or MaskKind.Street) ? Letters : index % 2 == 0 ? Consonants : Vowels;
        var letter = (byte)letters[chance % letters.Length];
        return now is >= (byte)'a' and <= (byte)'z' ? (byte)(letter | 0x20) : letter;
    }

    private void Mix(MaskKind kind, ReadOnlySpan<byte> value, int round, int block, Span<byte> target)
    {
        var input = new byte[value.Length + 3];
        (input[0], input[1], input[2]) = ((byte)kind, (byte)round, unchecked((byte)block));
        value.CopyTo(input.AsSpan(3));
        HMACSHA256.HashData(key, input, target);
    }

    private static bool IsSame(ReadOnlySpan<byte> text, ReadOnlySpan<byte> upper)
    {
        for (var i = 0; i < text.Length; i++)
            if (Upper(text[i]) != upper[i]) return false;
        return upper.ContainsAnyInRange((byte)'0', (byte)'9') || upper.ContainsAnyInRange((byte)'A', (byte)'Z');
    }

    private static bool IsWord(byte b) => b >= 0x80 || char.IsAsciiLetterOrDigit((char)b);

    private static void Upper(ReadOnlySpan<byte> from, Span<byte> to)
    {
        for (var i = 0; i < from.Length; i++) to[i] = Upper(from[i]);
    }

    private static byte Upper(byte b) => b is >= (byte)'a' and <= (byte)'z' ? (byte)(b & 0xDF) : b;
}
