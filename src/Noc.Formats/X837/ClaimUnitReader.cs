using Noc.X12;

namespace Noc.Formats.X837;

/// <summary>Cuts a stream of 837 transactions into units of claims, at subscriber borders, in flat memory.</summary>
public sealed class ClaimUnitReader
{
    private readonly X12Reader _reader;
    private readonly Context837 _context = new();
    private ClaimUnit? _unit;
    private int _claims;
    private bool _held;   // the current segment was read but not yet handed to a unit
    private bool _isClaims, _claimOpen, _skipping, _reportedContext;
    private long _leftOut;   // segments that were left out before the current one
    private byte[] _groupVersion = [];
    private readonly int _unitBytes;

    /// <summary>Reads from a stream, which stays open.</summary>
    /// <param name="stream">Any bytes; what they are is found out.</param>
    /// <param name="limits">Limits of the segment reader.</param>
    /// <param name="unitBytes">About how many bytes of claims a unit holds, a claim at least.</param>
    public ClaimUnitReader(Stream stream, X12Limits? limits = null, int unitBytes = Limits837.UnitBytes) =>
        (_reader, _unitBytes) = (new(stream, limits), unitBytes);

    /// <summary>What is wrong with the file so far.</summary>
    public IReadOnlyList<X12Problem> Problems => _reader.Problems;

    /// <summary>How many problems there are, those not kept among them.</summary>
    public long ProblemCount => _reader.ProblemCount;

    /// <summary>Bytes read so far.</summary>
    public long BytesRead => _reader.BytesRead;

    /// <summary>True once an ISA segment was found.</summary>
    public bool SawInterchange => _reader.SawInterchange;

    /// <summary>How many interchanges the file has so far.</summary>
    public int Interchanges => _reader.Interchange;

    /// <summary>How many transaction sets of any kind the file has so far.</summary>
    public int Transactions { get; private set; }

    /// <summary>The first transaction set id that is no 837, such as 835; empty where there is none.</summary>
    public string ForeignKind { get; private set; } = "";

    /// <summary>How many transaction sets hold claims.</summary>
    public int ClaimTransactions { get; private set; }

    /// <summary>The next unit, or null at the end of the file. The caller disposes it.</summary>
    public ClaimUnit? Read()
    {
        while (_held || _reader.Read())
        {
            _held = true;
            var segment = _reader.Current;
            var tag = segment.Tag;
            if (Closes(tag, segment) && Take() is { } ready) return ready;
            _leftOut = _reader.SegmentsLeftOut;
            _held = false;
            if (tag == Tag.ST) StartTransaction(segment);
            else if (tag == Tag.GS) _groupVersion = segment[8].ToArray();
            else if (tag == Tag.ISA) _groupVersion = [];
            if (!_reader.InTransaction && tag != Tag.SE) continue;   // envelopes, and strays between them
            if (!_isClaims) continue;
            _skipping &= tag is not (Tag.HL or Tag.CLM or Tag.ST or Tag.SE);
            if (!_skipping) Append(tag, segment);
        }
        return Take();
    }

    // Whether the unit so far ends before this segment.
    private bool Closes(uint tag, in Segment segment)
    {
        if (_unit is null) return false;
        if (_claimOpen && _leftOut != _reader.SegmentsLeftOut) return true;
        switch (tag)
        {
            case Tag.ISA or Tag.GS or Tag.IEA or Tag.GE:
                return true;
            case Tag.ST:
                return _unit.Length >= _unitBytes || _claimOpen;
            case Tag.HL:
                return _unit.Length >= _unitBytes;
            case Tag.CLM:
                return _unit.Length >= _unitBytes && _unit.ClaimCount > 0;
            default:
                return _unit.Length + segment.Length > Limits837.MaxClaimBytes;
        }
    }

    private ClaimUnit? Take()
    {
        var unit = _unit;
        if (unit is null) return null;
        _unit = null;
        // A claim is whole where something of its own transaction follows it; SE closes the last one.
        var next = _held ? _reader.Current.Tag : 0;
        var isBorder = next is Tag.HL or Tag.CLM or Tag.ST or Tag.ISA or Tag.GS or Tag.GE or Tag.IEA;
        // What was left out may be of this claim.
        var isTorn = unit.EndsTorn = _claimOpen && _leftOut != _reader.SegmentsLeftOut;
        unit.EndsWhole = !_claimOpen || (next is Tag.HL or Tag.CLM && !isTorn);
        _skipping = _held && !isBorder;
        unit.EndsTooLong = _skipping && !isTorn;
        if (next is not (Tag.HL or Tag.CLM) || isTorn) _claimOpen = false;
        if (unit.ClaimCount > 0) return unit;
        unit.Dispose();
        return null;
    }

    private void StartTransaction(in Segment segment)
    {
        Transactions++;
        _claimOpen = false;
        var version = Version837.Of(segment[3].IsEmpty ? _groupVersion : segment[3]);
        _isClaims = segment[1].Trim((byte)' ').SequenceEqual("837"u8) && !version.IsDental;
        if (_isClaims)
        {
            ClaimTransactions++;
            return;
        }
        if (ForeignKind.Length > 0) return;
        ForeignKind = version.IsDental ? "837D" : Tag.Of(segment[1]) is > 0 and var id ? Tag.Name(id) : "unknown";
        Report("not-a-claim", segment,
            $"This transaction set is {Describe(ForeignKind)}: it holds no professional or institutional claims.",
            ProblemSeverity.Warn);
    }

    private static string Describe(string kind) => kind switch
    {
        "835" => "a remittance (835)",
        "837D" => "dental claims (837D)",
        "277" => "a claim status or acknowledgement (277)",
        "999" or "997" => $"an acknowledgement ({kind})",
        "270" or "271" => $"about eligibility ({kind})",
        "276" => "a claim status request (276)",
        "278" => "about prior authorization (278)",
        "834" => "an enrollment (834)",
        "820" => "a premium payment (820)",
        "unknown" => "of no known kind",
        _ => $"a {kind}",
    };

    private void Append(uint tag, in Segment segment)
    {
        _unit ??= Start(tag, segment);
        if (!_context.Follow(tag, segment) && !_reportedContext)
        {
            _reportedContext = true;
            Report("level-too-long", segment,
                $"Header, provider or subscriber are longer than {Limits837.MaxContextBytes} bytes; the rest is lost.");
        }
        if (tag == Tag.CLM)
        {
            _claims++;
            _unit.ClaimCount++;
            _claimOpen = true;
        }
        else if (tag is Tag.SE or Tag.HL)
        {
            _claimOpen = false;
        }
        var bytes = segment.Buffer.AsSpan(segment.BufferStart, segment.End - segment.BufferStart);
        _unit.Append(bytes, segment.Offset, segment.Number, isContext: false);
    }

    private ClaimUnit Start(uint tag, in Segment segment)
    {
        var unit = new ClaimUnit(_unitBytes + 4096)
        {
            Delimiters = _reader.Delimiters,
            BytesPerCharacter = _reader.BytesPerCharacter,
            GroupVersion = _groupVersion,
            FirstPlace = new(_reader.Interchange, _reader.Group, _reader.Transaction, _claims + 1),
        };
        var below = tag switch
        {
            Tag.ST => 0,
            Tag.HL when segment[3].SequenceEqual("20"u8) => 1,
            Tag.HL when segment[3].SequenceEqual("22"u8) => 2,
            Tag.HL when segment[3].SequenceEqual("23"u8) => 3,
            _ => 4,
        };
        _context.Replay(unit, below);
        return unit;
    }

    private void Report(
        string id, in Segment segment, string message, ProblemSeverity severity = ProblemSeverity.Error) =>
        _reader.Report(new(id, severity, message, segment.Offset, segment.Number, Tag.Name(segment.Tag)));
}
