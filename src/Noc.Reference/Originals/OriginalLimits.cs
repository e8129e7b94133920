namespace Noc.Reference.Originals;

/// <summary>How far a file may go before it is refused as hostile or damaged.</summary>
public static class OriginalLimits
{
    /// <summary>Members of all archives in one file. The largest release of an agency has some thirty.</summary>
    public const int Members = 2_000;

    /// <summary>Bytes of one member once unpacked. The largest text (NCCI pairs) has about 200 MB.</summary>
    public const long MemberBytes = 1L << 30;

    /// <summary>Bytes of an archive inside an archive, which is held in memory.</summary>
    public const long NestedBytes = 1L << 28;

    /// <summary>How many times larger than packed a member of more than a megabyte may be. Deflate reaches 1,032;
    /// fixed-width text with many blanks some 30.</summary>
    public const int Ratio = 300;

    /// <summary>Archives inside archives.</summary>
    public const int Depth = 3;

    /// <summary>Bytes of one line. The longest line of an original has some thousand.</summary>
    public const int LineBytes = 1 << 20;

    /// <summary>Lines of one quoted record. The copyright notice in front of the MUE table has about ten.</summary>
    public const int RecordLines = 100;

    /// <summary>Cells of one record; the most that a spreadsheet can hold.</summary>
    public const int Columns = 16_384;

    /// <summary>Lines in front of the header.</summary>
    public const int BannerLines = 200;

    /// <summary>Rows not understood before the whole file is taken for another layout.</summary>
    public const int Problems = 10_000;
}
