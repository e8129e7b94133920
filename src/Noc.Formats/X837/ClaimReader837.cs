using Noc.Claims;
using Noc.X12;

namespace Noc.Formats.X837;

/// <summary>Reads the claims of a unit. One instance serves one thread; it keeps its scratch between units.</summary>
/// <remarks>Source: 005010X222A1, 005010X223A2 and, as far as they agree, the 4010 guides. Where a segment belongs is
/// decided by <see cref="LoopTable837"/> alone; this class only says what is kept of it.</remarks>
public sealed partial class ClaimReader837
{
    private readonly SegmentCursor _cursor = new();
    private readonly List<Claim> _claims = [];
    private readonly List<ServiceLine> _lines = [];
    private readonly ClaimDraft _draft = new();
    private readonly LineDraft _line = new();
    private IList<X12Problem> _problems = [];
    private ClaimText _text = new([], [], []);
    private ClaimUnit? _unit;
    private LoopTracker _tracker = new(LoopTable837.For(ClaimType.Professional, is4010: false));
    private Version837 _version;
    private ClaimPlace _place;
    private bool _isContext, _claimOpen, _lineOpen;
    private int _reported;
    private byte _component;

    /// <summary>How many LIN segments the last unit held.</summary>
    public int LinCount { get; private set; }

    /// <summary>Reads the unit's claims in file order. They are valid until the unit is disposed.</summary>
    /// <param name="unit">A unit of <see cref="ClaimUnitReader"/>.</param>
    /// <param name="problems">Gets what is wrong inside of the claims.</param>
    /// <returns>The claims; the list itself is valid until the next call.</returns>
    public IReadOnlyList<Claim> Read(ClaimUnit unit, IList<X12Problem> problems)
    {
        Start(unit, problems);
        var begun = false;
        for (var i = 0; i < unit.Pieces.Count; i++)
        {
            var piece = unit.Pieces[i];
            _isContext = piece.IsContext;
            _cursor.Reset(unit.Buffer, piece.Start, unit.EndOf(i) - piece.Start, unit.Delimiters, piece.Offset,
                piece.Number, unit.BytesPerCharacter);
            while (_cursor.Read())
            {
                var segment = _cursor.Current;
                var tag = segment.Tag;
                // The first ST of a unit is the one its place already names.
                if (tag == Tag.ST && begun) _place = _place with { Transaction = _place.Transaction + 1 };
                begun |= !_isContext;
                Take(tag, segment);
            }
        }
        if (_claimOpen && unit.EndsWhole) FinishClaim(unit.Length);
        else if (_claimOpen) DropClaim();
        _unit = null;
        return _claims;
    }

    private void Start(ClaimUnit unit, IList<X12Problem> problems)
    {
        (_unit, _problems, _place) = (unit, problems, unit.FirstPlace);
        _claims.Clear();
        _claimOpen = _lineOpen = false;
        LinCount = _reported = 0;
        _component = unit.Delimiters.Component;
        var pieces = new ClaimTextPiece[unit.Pieces.Count];
        for (var i = 0; i < pieces.Length; i++) pieces[i] = new(unit.Pieces[i].Start, unit.Pieces[i].Offset);
        _text = new(unit.Buffer, pieces, ElementNames837.All, unit.BytesPerCharacter);
    }

    private void Take(uint tag, in Segment segment)
    {
        switch (tag)
        {
            case Tag.ST: StartTransaction(segment); return;
            case Tag.SE: FinishClaim(segment.BufferStart); return;
            case Tag.BHT: _created = Dates.TryRead(segment[4], out var day, out _) ? day : null; break;
            case Tag.HL: FinishClaim(segment.BufferStart); break;
            case Tag.CLM: FinishClaim(segment.BufferStart); break;
        }
        switch (_tracker.Move(segment, tag))
        {
            case LoopMove.Stays:
                Fill(tag, segment);
                break;
            case LoopMove.Opens:
                Open(tag, segment);
                break;
            case LoopMove.OpensWithoutLx:
                Problem("lx-missing", segment,
                    "A service stands where its LX is missing; it is read as a line of its own.");
                Open(Tag.LX, segment);
                Fill(tag, segment);
                break;
            case LoopMove.Returns:
                Problem("segment-misplaced", segment,
                    $"This segment stands behind loops it should precede; it is read as part of {_tracker.Current}.",
                    ProblemSeverity.Warn);
                Fill(tag, segment);
                break;
            case LoopMove.UnknownQualifier when tag == Tag.HL:
                Problem("level-unknown", segment,
                    "HL03 is none of 20, 22 and 23: what it holds cannot be placed.", element: 3);
                break;
            case LoopMove.UnknownQualifier:
                Problem("party-unknown", segment,
                    "NM101 names a party that has no place here; it is left out.", ProblemSeverity.Warn, element: 1);
                break;
            case LoopMove.NoPlace:
                ReportUnplaced(tag, segment);
                break;
            case LoopMove.UnknownTag when tag != 0:
                Problem("segment-unknown", segment,
                    "No 837 holds this segment; it is left out.", ProblemSeverity.Warn);
                break;
        }
    }

    private void ReportUnplaced(uint tag, in Segment segment)
    {
        if (tag is Tag.LX or Tag.SV1 or Tag.SV2)
            Problem("line-outside-claim", segment, "A service line stands outside of a claim; it is left out.");
        else
            Problem("segment-misplaced", segment,
                "This segment has no place where it stands; it is left out.",
                tag is Tag.LIN or Tag.SVD or Tag.SBR ? ProblemSeverity.Error : ProblemSeverity.Warn);
    }

    private void StartTransaction(in Segment segment)
    {
        if (_claimOpen) DropClaim();
        _version = Version837.Of(segment[3].IsEmpty ? _unit!.GroupVersion : segment[3]);
        _tracker = new(LoopTable837.For(_version.Type ?? ClaimType.Professional, _version.Is4010));
        _created = null;
        ClearBilling();
        (_upper, _openLevel) = (new(), LoopLevel.Header);
        MarkLevel(LoopLevel.Header, segment);
    }

    // What a segment that opens a loop says itself.
    private void Open(uint tag, in Segment segment)
    {
        switch (tag)
        {
            case Tag.HL: StartLevel(segment); break;
            case Tag.CLM: StartClaim(segment); break;
            case Tag.NM1: ReadName(segment); break;
            case Tag.SBR: StartOtherPayer(segment); break;
            case Tag.LX: StartLine(segment); break;
            case Tag.LIN when _lineOpen: ReadDrug(segment); break;
            case Tag.SVD when _lineOpen: StartAdjudication(segment); break;
        }
    }

    // What a segment says inside of the loop it belongs to.
    private void Fill(uint tag, in Segment segment)
    {
        switch (_tracker.Current.Level)
        {
            case LoopLevel.Claim when _claimOpen: FillClaim(tag, segment); break;
            case LoopLevel.Line when _lineOpen: FillLine(tag, segment); break;
            case LoopLevel.Billing or LoopLevel.Subscriber or LoopLevel.Dependent: FillAbove(tag, segment); break;
        }
    }

    private Field Whole(in Segment segment, int element, Slot slot)
    {
        var bytes = segment[element];
        return bytes.IsEmpty
            ? default
            : new(_text, segment.Start(element), bytes.Length, _tracker.Current.Element(slot));
    }

    private Field Part(in Segment segment, int element, int component, Slot slot)
    {
        var (start, length) = segment.ComponentRange(element, component);
        return length == 0 ? default : new(_text, start, length, _tracker.Current.Element(slot));
    }

    private void Problem(
        string id, in Segment segment, string message, ProblemSeverity severity = ProblemSeverity.Error,
        int? element = null)
    {
        if (_isContext || ++_reported > Limits837.MaxProblems) return;
        _problems.Add(new(id, severity, message, segment.Offset, segment.Number, Tag.Name(segment.Tag), element));
    }
}
