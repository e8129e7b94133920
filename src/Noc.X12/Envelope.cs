using System.Buffers.Text;

namespace Noc.X12;

/// <summary>Follows ISA, GS, ST and HL, and reports what does not add up.</summary>
internal sealed class Envelope(Action<X12Problem> report, int maxDepth)
{
    private readonly LevelPath _levels = new(maxDepth);
    private byte[] _isaControl = [], _gsControl = [], _stControl = [];
    private bool _inInterchange, _inGroup, _inTransaction;
    private long _stNumber, _hl;
    private bool _hlReported, _depthReported;

    /// <summary>True where the file ends inside of the trailer that follows: it closes, and is not compared.</summary>
    public bool TrailerIsCut { get; set; }

    public int Interchange { get; private set; }

    public int Group { get; private set; }

    public int Transaction { get; private set; }

    public string TransactionSetId { get; private set; } = "";

    public string Version { get; private set; } = "";

    public string GroupVersion { get; private set; } = "";

    public bool InTransaction => _inTransaction;

    /// <summary>False for most segments: nothing of them is part of an envelope.</summary>
    public static bool Concerns(uint tag) =>
        tag >> 16 is 0 or 'A' && tag is 0 or Tag.HL or Tag.ISA or Tag.GS or Tag.ST or Tag.SE or Tag.GE or Tag.IEA;

    public void Follow(uint tag, in Segment segment)
    {
        switch (tag)
        {
            case Tag.ISA: StartInterchange(segment); break;
            case Tag.GS: StartGroup(segment); break;
            case Tag.ST: StartTransaction(segment); break;
            case Tag.HL when _inTransaction: CheckLevel(segment); break;
            case Tag.SE: EndTransaction(segment); break;
            case Tag.GE: EndGroup(segment); break;
            case Tag.IEA: EndInterchange(segment); break;
        }
    }

    /// <summary>Whether a trailer without terminator is whole: it closes what is open and repeats its control
    /// number.</summary>
    public bool IsWhole(uint tag, ReadOnlySpan<byte> controlNumber)
    {
        var (isOpen, expected) = tag switch
        {
            Tag.SE => (_inTransaction, _stControl),
            Tag.GE => (_inGroup, _gsControl),
            _ => (_inInterchange, _isaControl),
        };
        return isOpen && Trim(controlNumber).SequenceEqual(expected);
    }

    /// <summary>Reports the trailers that never came.</summary>
    public void CloseAll(long offset, long number)
    {
        if (_inTransaction)
            Missing("se-missing", "SE", "The transaction set has no SE segment: it may be cut off.", offset, number);
        if (_inGroup)
            Missing("ge-missing", "GE", "The functional group has no GE segment: it may be cut off.", offset, number);
        if (_inInterchange)
            Missing("iea-missing", "IEA", "The interchange has no IEA segment: it may be cut off.", offset, number);
        _inTransaction = _inGroup = _inInterchange = false;
    }

    private void StartInterchange(in Segment segment)
    {
        CloseAll(segment.Offset, segment.Number);
        Interchange++;
        (Group, Transaction, _inInterchange) = (0, 0, true);
        (TransactionSetId, Version, GroupVersion) = ("", "", "");
        _isaControl = Trim(segment[13]).ToArray();
    }

    private void StartGroup(in Segment segment)
    {
        CloseGroup(segment);
        Group++;
        (Transaction, _inGroup) = (0, true);
        _gsControl = Trim(segment[6]).ToArray();
        GroupVersion = Version = Text(segment[8]);
    }

    private void StartTransaction(in Segment segment)
    {
        CloseTransaction(segment);
        if (!_inGroup)
            report(new("gs-missing", ProblemSeverity.Error,
                "A transaction set starts outside of a functional group.", segment.Offset, segment.Number, "ST"));
        Transaction++;
        (_inTransaction, _stNumber, _hl, _hlReported, _depthReported) = (true, segment.Number, 0, false, false);
        _levels.Clear();
        _stControl = Trim(segment[2]).ToArray();
        TransactionSetId = Text(segment[1]);
        Version = segment[3].IsEmpty ? GroupVersion : Text(segment[3]);
    }

    private void CheckLevel(in Segment segment)
    {
        var hasNumber = Number(segment[1], out var number);
        if ((!hasNumber || number != _hl + 1) && !_hlReported)
        {
            _hlReported = true;   // once a transaction: everything behind it is shifted too
            report(new("hl-number-wrong", ProblemSeverity.Warn,
                $"HL01 should be {_hl + 1}: levels are numbered from 1 without gaps.",
                segment.Offset, segment.Number, "HL", 1));
        }
        _hl = hasNumber && number > _hl ? number : _hl + 1;
        long parent = 0;
        if (!segment[2].IsEmpty && (!Number(segment[2], out parent) || parent < 1 || parent >= _hl))
            report(new("hl-parent-missing", ProblemSeverity.Error,
                "HL02 names a parent level that does not stand before it.", segment.Offset, segment.Number, "HL", 2));
        if (_levels.Enter(_hl, parent) || _depthReported) return;
        _depthReported = true;
        report(new("hl-too-deep", ProblemSeverity.Error,
            $"HL levels nest deeper than {maxDepth}; the deeper ones are read as if they stood there.",
            segment.Offset, segment.Number, "HL", 2));
    }

    private void EndTransaction(in Segment segment)
    {
        if (!_inTransaction)
        {
            Unexpected(segment, "se-unexpected", "SE");
            return;
        }
        _inTransaction = false;
        if (TrailerIsCut) return;
        var count = segment.Number - _stNumber + 1;
        if (!Number(segment[1], out var stated) || stated != count)
            report(new("segment-count-wrong", ProblemSeverity.Error,
                $"SE01 does not match: the transaction set has {count} segments.",
                segment.Offset, segment.Number, "SE", 1));
        CheckControl(segment, 2, _stControl, "se-control-number-wrong", "SE", "ST02");
    }

    private void EndGroup(in Segment segment)
    {
        CloseTransaction(segment);
        if (!_inGroup)
        {
            Unexpected(segment, "ge-unexpected", "GE");
            return;
        }
        _inGroup = false;
        if (TrailerIsCut) return;
        if (!Number(segment[1], out var stated) || stated != Transaction)
            report(new("transaction-count-wrong", ProblemSeverity.Error,
                $"GE01 does not match: the group has {Transaction} transaction sets.",
                segment.Offset, segment.Number, "GE", 1));
        CheckControl(segment, 2, _gsControl, "ge-control-number-wrong", "GE", "GS06");
    }

    private void EndInterchange(in Segment segment)
    {
        CloseGroup(segment);
        if (!_inInterchange)
        {
            Unexpected(segment, "iea-unexpected", "IEA");
            return;
        }
        _inInterchange = false;
        if (TrailerIsCut) return;
        if (!Number(segment[1], out var stated) || stated != Group)
            report(new("group-count-wrong", ProblemSeverity.Error,
                $"IEA01 does not match: the interchange has {Group} functional groups.",
                segment.Offset, segment.Number, "IEA", 1));
        CheckControl(segment, 2, _isaControl, "iea-control-number-wrong", "IEA", "ISA13");
    }

    private void CloseTransaction(in Segment segment)
    {
        if (!_inTransaction) return;
        _inTransaction = false;
        Missing("se-missing", "SE", "The transaction set before this segment has no SE: it may be cut off.",
            segment.Offset, segment.Number);
    }

    private void CloseGroup(in Segment segment)
    {
        CloseTransaction(segment);
        if (!_inGroup) return;
        _inGroup = false;
        Missing("ge-missing", "GE", "The functional group before this segment has no GE: it may be cut off.",
            segment.Offset, segment.Number);
    }

    private void Missing(string id, string tag, string message, long offset, long number) =>
        report(new(id, ProblemSeverity.Error, message, offset, number, tag));

    private void Unexpected(in Segment segment, string id, string tag) =>
        report(new(id, ProblemSeverity.Error, $"{tag} closes what was never opened.",
            segment.Offset, segment.Number, tag));

    private void CheckControl(in Segment segment, int element, byte[] expected, string id, string tag, string opener)
    {
        if (!Trim(segment[element]).SequenceEqual(expected))
            report(new(id, ProblemSeverity.Error, $"{tag}{element:00} does not repeat the control number of {opener}.",
                segment.Offset, segment.Number, tag, element));
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.Trim((byte)' ');

    private static bool Number(ReadOnlySpan<byte> text, out long number) =>
        Utf8Parser.TryParse(text = Trim(text), out number, out var used) && used == text.Length && used > 0;

    private static string Text(ReadOnlySpan<byte> text) =>
        System.Text.Encoding.Latin1.GetString(Trim(text.Length > 32 ? text[..32] : text));
}
