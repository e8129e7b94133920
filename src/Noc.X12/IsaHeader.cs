namespace Noc.X12;

/// <summary>Finds and reads the segment that opens an interchange and declares its delimiters.</summary>
internal static class IsaHeader
{
    /// <summary>The longest ISA looked at: sixteen elements, each of them overlong by a good measure.</summary>
    public const int MaxBytes = 512;

    /// <summary>Where the next readable ISA starts, or -1.</summary>
    public static int Find(ReadOnlySpan<byte> bytes, out Delimiters delimiters, out bool padded)
    {
        for (var from = 0; from + 3 < bytes.Length; from++)
        {
            var at = bytes[from..].IndexOfAny((byte)'I', (byte)'i');
            if (at < 0) break;
            from += at;
            if (TryRead(bytes[from..], out delimiters, out padded)) return from;
        }
        (delimiters, padded) = (default, false);
        return -1;
    }

    /// <summary>Reads the delimiters where <paramref name="bytes"/> starts with an ISA segment.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Delimiters delimiters, out bool padded)
    {
        (delimiters, padded) = (default, false);
        if (bytes.Length < 4 || Tag.Of(bytes[..3]) != Tag.ISA || !IsDelimiter(bytes[3])) return false;
        var element = bytes[3];
        if (bytes.Length > MaxBytes) bytes = bytes[..MaxBytes];
        // ISA is read by counting its sixteen separators, since not every vendor pads it to 106 characters.
        int separator = 3, repetitionAt = -1;
        for (var count = 1; count < 16; count++)
        {
            var next = bytes[(separator + 1)..].IndexOf(element);
            if (next < 0) return false;
            if (count == 11 && next == 1) repetitionAt = separator + 1;
            separator += next + 1;
        }
        if (separator + 2 >= bytes.Length + (bytes.Length < MaxBytes ? 1 : 0)) return false;
        var component = bytes[separator + 1];
        var terminatorAt = separator + 2;
        if (terminatorAt >= bytes.Length) return false;
        if (IsPart(bytes[terminatorAt]) && !IsPart(component))   // ISA16 left out: "...*T~GS"
        {
            terminatorAt = separator + 1;
            component = 0;
        }
        var terminator = bytes[terminatorAt];
        var repetition = repetitionAt >= 0 && IsDelimiter(bytes[repetitionAt]) ? bytes[repetitionAt] : (byte)0;
        delimiters = new(element, repetition, component, terminator);
        padded = terminatorAt == 105;
        return (component == 0 || IsDelimiter(component)) && !IsPart(terminator)
            && element != terminator && element != component && component != terminator;
    }

    private static bool IsPart(byte b) => char.IsAsciiLetterOrDigit((char)b);

    private static bool IsDelimiter(byte b) => !IsPart(b) && b != (byte)' ';
}
