namespace Noc.Reference.Compile;

/// <summary>What one file says, as records.</summary>
/// <typeparam name="T">Their kind.</typeparam>
internal sealed class Layer<T> where T : unmanaged, ITableRecord
{
    /// <summary>What the file is about.</summary>
    public required Dataset Dataset { get; init; }

    /// <summary>The dates of service that it speaks for.</summary>
    public required Days Days { get; init; }

    /// <summary>What tells files of one dataset and period apart that are all needed; empty for most.</summary>
    public string Variant { get; init; } = "";

    /// <summary>What sets a re-issue apart; the greatest is the newest.</summary>
    public required string Release { get; init; }

    /// <summary>True for an extract.</summary>
    public required bool IsPartial { get; init; }

    /// <summary>True for the facts that ship with Noc.</summary>
    public bool IsSeed { get; init; }

    /// <summary>SHA-256 of the file; breaks ties, so that the order of import does not matter.</summary>
    public required string Hash { get; init; }

    /// <summary>The records.</summary>
    public required List<T> Records { get; init; }

    /// <summary>True once another layer is used in its place.</summary>
    public bool IsSuperseded { get; set; }
}
