using System.Runtime.InteropServices;

namespace Noc.Tables;

/// <summary>A file that the tables were made of.</summary>
/// <remarks>What is loaded decides whether "not found" means "does not exist".</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct LoadedRecord : ITableRecord
{
    /// <summary>Who publishes it.</summary>
    public TextRef Publisher { get; init; }

    /// <summary>What sets a re-issue apart.</summary>
    public TextRef Release { get; init; }

    /// <summary>Name of the file on disk, without its folder.</summary>
    public TextRef File { get; init; }

    /// <summary>Name of the member inside an archive; the same as the file's where it is none.</summary>
    public TextRef Member { get; init; }

    /// <summary>SHA-256 of its content, hexadecimal.</summary>
    public TextRef Hash { get; init; }

    /// <summary>What else should be known, such as rows not understood.</summary>
    public TextRef Remarks { get; init; }

    /// <summary>What it is about.</summary>
    public Dataset Dataset { get; init; }

    /// <summary>The dates of service that it speaks for.</summary>
    public Days Days { get; init; }

    /// <summary>Rows read.</summary>
    public int Rows { get; init; }

    /// <summary>Rows not understood.</summary>
    public int Problems { get; init; }

    /// <summary>Lines left out on purpose.</summary>
    public int Skipped { get; init; }

    /// <summary>Whether it is complete, and whether it is used.</summary>
    public LoadedKind Kind { get; init; }

    /// <inheritdoc/>
    public ulong Key => (ulong)Dataset;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "LOADED"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 6;
}
