namespace Noc.Tables;

/// <summary>A record of the table image: a plain structure that is read in place.</summary>
/// <remarks>Fields that are texts come first, so that a builder can compare and copy records without knowing
/// them.</remarks>
public interface ITableRecord
{
    /// <summary>Name of the section, up to eight ASCII letters.</summary>
    static abstract ReadOnlySpan<byte> Section { get; }

    /// <summary>Counts up with each change of the fields.</summary>
    static abstract int Version { get; }

    /// <summary>How many texts stand in front.</summary>
    static abstract int Texts { get; }

    /// <summary>What the record is found by.</summary>
    ulong Key { get; }

    /// <summary>The days that it speaks for.</summary>
    Days Days { get; init; }
}
