using System.Buffers;

namespace Noc.X12;

/// <summary>Writes a file again with some of its bytes changed and every other byte as it was.</summary>
public static class SegmentEdits
{
    /// <summary>Copies <paramref name="original"/> to <paramref name="target"/> with the edits made.</summary>
    /// <param name="original">The file the offsets refer to, from its first byte on; read forward only.</param>
    /// <param name="edits">In ascending order of place, none reaching into the next. Those that insert at one
    /// place are written in their order.</param>
    /// <param name="target">Gets the changed file.</param>
    /// <exception cref="ArgumentException">The edits are out of order, overlap, or have a negative place.</exception>
    /// <exception cref="EndOfStreamException">An edit lies behind the end of the file.</exception>
    public static void Apply(Stream original, IReadOnlyList<SegmentEdit> edits, Stream target)
    {
        CheckOrder(edits);   // before the first byte is written
        ApplyAsTheyCome(original, edits, target);
    }

    /// <summary>The same for edits that are found while the file is read: each is taken when it is needed, so that
    /// memory stays flat. What is wrong with their order shows when part of the file is written.</summary>
    /// <param name="original">The file the offsets refer to, from its first byte on; read forward only.</param>
    /// <param name="edits">In ascending order of place, none reaching into the next.</param>
    /// <param name="target">Gets the changed file.</param>
    /// <exception cref="ArgumentException">The edits are out of order, overlap, or have a negative place.</exception>
    /// <exception cref="EndOfStreamException">An edit lies behind the end of the file.</exception>
    public static void ApplyAsTheyCome(Stream original, IEnumerable<SegmentEdit> edits, Stream target)
    {
        var block = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            long at = 0;
            foreach (var edit in edits)
            {
                Check(edit, at);
                Copy(original, target, edit.Offset - at, block);
                Copy(original, Stream.Null, edit.Length, block);
                target.Write(edit.Replacement.Span);
                at = edit.Offset + edit.Length;
            }
            int read;
            while ((read = original.Read(block)) > 0) target.Write(block.AsSpan(0, read));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block, clearArray: true);   // claims hold patient data
        }
    }

    private static void CheckOrder(IReadOnlyList<SegmentEdit> edits)
    {
        long end = 0;
        foreach (var edit in edits)
        {
            Check(edit, end);
            end = edit.Offset + edit.Length;
        }
    }

    private static void Check(in SegmentEdit edit, long end)
    {
        if (edit.Offset < end || edit.Length < 0 || edit.Length > long.MaxValue - edit.Offset)
            throw new ArgumentException("Edits must be in ascending order and must not overlap.", nameof(edit));
    }

    private static void Copy(Stream from, Stream to, long length, byte[] block)
    {
        while (length > 0)
        {
            var read = from.Read(block.AsSpan(0, (int)Math.Min(length, block.Length)));
            if (read == 0) throw new EndOfStreamException("An edit lies behind the end of the file.");
            to.Write(block.AsSpan(0, read));
            length -= read;
        }
    }
}
