using Noc.Claims;
using Noc.X12;

namespace Noc.Formats.X837;

/// <summary>Reads the claims of a unit. One instance serves one thread; it keeps its scratch between units.</summary>
/// <remarks>Source: 005010X222A1, 005010X223A2 and, as far as they agree, the 4010 guides.</remarks>
public sealed partial class ClaimReader837
{
    private readonly SegmentCursor _cursor = new();
    private readonly List<Claim> _claims = [];
    private readonly List<PlacedSegment> _segments = [];
    private readonly List<ServiceLine> _lines = [];
    private readonly LineDraft _line = new();
    private IList<X12Problem> _problems = [];
    private ClaimText _text = new([], []);
    private ClaimPlace _place;
    private LoopId _loop;
    private bool _isContext, _institutional, _lineOpen;

    // Values above the claims.
    private ProviderDraft? _billing;
    private Provider _billingProvider = new();
    private PersonDraft? _subscriber, _patient;
    private Field _sequence, _insuranceType, _filing, _group, _payerName, _payerId, _payerState;
    private Payer? _payer;
    private bool _predeterminationHeader;

    /// <summary>How many LIN segments the last unit held.</summary>
    public int LinCount { get; private set; }

    /// <summary>Reads the unit's claims in file order. They are valid until the unit is disposed.</summary>
    /// <param name="unit">A unit of <see cref="ClaimUnitReader"/>.</param>
    /// <param name="problems">Gets what is wrong inside of the claims.</param>
    public IReadOnlyList<Claim> Read(ClaimUnit unit, IList<X12Problem> problems)
    {
        _problems = problems;
        _claims.Clear();
        _claim = null;
        LinCount = 0;
        _place = unit.FirstPlace with { Transaction = unit.FirstPlace.Transaction, Ordinal = unit.FirstPlace.Ordinal };
        _institutional = unit.IsInstitutional;
        _loop = LoopId.None;
        var startsInside = true;
        _text = new(unit.Buffer,
            [.. unit.Pieces.Select(piece => new ClaimTextPiece(piece.Start, piece.Offset))], unit.BytesPerCharacter);
        foreach (var piece in unit.Pieces)
        {
            _isContext = piece.IsContext;
            _cursor.Reset(unit.Buffer, piece.Start, piece.Length, unit.Delimiters, piece.Offset, piece.Number,
                unit.BytesPerCharacter);
            while (_cursor.Read())
            {
                var segment = _cursor.Current;
                var tag = segment.Tag;
                if (tag == Tag.ST && !_isContext)
                {
                    // The first ST of a unit is the one its place already names.
                    if (!startsInside) _place = _place with { Transaction = _place.Transaction + 1 };
                    startsInside = false;
                }
                else if (!_isContext)
                {
                    startsInside = false;
                }
                Handle(tag, segment);
            }
        }
        if (_claim is not null && unit.EndsWhole) FinishClaim();
        else if (_claim is not null) DropClaim();
        return _claims;
    }

    private void Handle(uint tag, in Segment segment)
    {
        if (Loop837.IsTrigger(tag) && !PlaceLoop(tag, segment)) return;
        switch (tag)
        {
            case Tag.ST:
                if (_claim is not null) DropClaim();
                ClearHeader();
                return;
            case Tag.SE:
                FinishClaim();
                _loop = LoopId.Header;
                return;
            case Tag.BHT:
                _predeterminationHeader = false;
                return;
        }
        if (_claim is null) HandleAbove(tag, segment);
        else HandleClaim(tag, segment);
    }

    // Moves to the loop that this segment starts; false where the segment ends the matter.
    private bool PlaceLoop(uint tag, in Segment segment)
    {
        if (tag == Tag.SBR && _loop is LoopId.SubscriberLevel) return true;   // it belongs to 2000B itself
        if (_loop == LoopId.None) _loop = LoopId.Header;
        var next = Loop837.Next(_loop, tag, tag == Tag.HL ? segment[3] : segment[1]);
        if (next == LoopId.None)
        {
            if (tag is Tag.HL or Tag.CLM or Tag.LX)
                Problem("segment-misplaced", segment, tag == Tag.LX
                    ? "A service line stands outside of a claim." : "A level or claim stands where none can be.");
            if (tag == Tag.NM1)
            {
                _provider = null;   // a party Noc does not know: its address must not land on the one before
                return false;
            }
            return tag is not (Tag.HL or Tag.LX) && (tag != Tag.CLM || StartStray());
        }
        if (next is LoopId.Claim or LoopId.BillingLevel or LoopId.SubscriberLevel or LoopId.PatientLevel) FinishClaim();
        if (next is LoopId.Line) FinishLine();
        _loop = next;
        return true;
    }

    // A claim without a subscriber above it is still a claim: better audited than lost.
    private bool StartStray()
    {
        FinishClaim();
        _loop = LoopId.Claim;
        return true;
    }

    private void HandleAbove(uint tag, in Segment segment)
    {
        switch (tag)
        {
            case Tag.HL: StartLevel(); break;
            case Tag.CLM: StartClaim(segment); break;
            case Tag.SBR when _loop is LoopId.SubscriberLevel: ReadSubscriberInformation(segment); break;
            case Tag.NM1: ReadNameAbove(segment); break;
            case Tag.N4: ReadAddressAbove(segment); break;
            case Tag.DMG: ReadDemographics(segment); break;
            case Tag.PRV when _loop is LoopId.BillingLevel or LoopId.Billing:
                (_billing ??= new()).Taxonomy = Whole(segment, 3, "2000A/PRV03");
                break;
        }
    }

    private void ClearHeader()
    {
        _loop = LoopId.Header;
        (_billing, _billingProvider, _subscriber, _patient, _payer) = (null, new(), null, null, null);
        _sequence = _insuranceType = _filing = _group = _payerName = _payerId = _payerState = default;
    }

    private void StartLevel()
    {
        switch (_loop)
        {
            case LoopId.BillingLevel:
                _billing = new();
                (_subscriber, _patient, _payer) = (null, null, null);
                break;
            case LoopId.SubscriberLevel:
                (_subscriber, _patient, _payer) = (null, null, null);
                _sequence = _insuranceType = _filing = _group = _payerName = _payerId = _payerState = default;
                break;
            case LoopId.PatientLevel:
                _patient = null;
                break;
        }
    }

    private void ReadSubscriberInformation(in Segment segment)
    {
        _sequence = Whole(segment, 1, "2000B/SBR01");
        _group = Whole(segment, 3, "2000B/SBR03");
        _insuranceType = Whole(segment, 5, "2000B/SBR05");
        _filing = Whole(segment, 9, "2000B/SBR09");
        _payer = null;
    }

    private void ReadNameAbove(in Segment segment)
    {
        switch (_loop)
        {
            case LoopId.Billing:
                _billing ??= new();
                _billing.Name = Whole(segment, 3, "2010AA/NM103");
                if (segment[8].SequenceEqual("XX"u8)) _billing.Npi = Whole(segment, 9, "2010AA/NM109");
                break;
            case LoopId.Subscriber:
                _subscriber = ReadPerson(segment, "2010BA/NM103", "2010BA/NM104", "2010BA/NM109");
                break;
            case LoopId.Patient:
                _patient = ReadPerson(segment, "2010CA/NM103", "2010CA/NM104", "2010CA/NM109");
                break;
            case LoopId.Payer:
                _payerName = Whole(segment, 3, "2010BB/NM103");
                _payerId = Whole(segment, 9, "2010BB/NM109");
                _payer = null;
                break;
        }
    }

    private PersonDraft ReadPerson(in Segment segment, string last, string first, string id) => new()
    {
        LastName = Whole(segment, 3, last),
        FirstName = Whole(segment, 4, first),
        MemberId = Whole(segment, 9, id),
    };

    private void ReadAddressAbove(in Segment segment)
    {
        switch (_loop)
        {
            case LoopId.Billing when _billing is not null:
                _billing.State = Whole(segment, 2, "2010AA/N402");
                _billing.Zip = Whole(segment, 3, "2010AA/N403");
                break;
            case LoopId.Subscriber when _subscriber is not null:
                _subscriber.State = Whole(segment, 2, "2010BA/N402");
                break;
            case LoopId.Patient when _patient is not null:
                _patient.State = Whole(segment, 2, "2010CA/N402");
                break;
            case LoopId.Payer:
                _payerState = Whole(segment, 2, "2010BB/N402");
                _payer = null;
                break;
        }
    }

    private void ReadDemographics(in Segment segment)
    {
        var person = _loop is LoopId.Subscriber ? _subscriber : _loop is LoopId.Patient ? _patient : null;
        if (person is null) return;
        if (Dates.TryRead(segment[2], out var born, out _)) person.BirthDate = born;
        person.Sex = Whole(segment, 3, _loop is LoopId.Patient ? "2010CA/DMG03" : "2010BA/DMG03");
    }

    private Field Whole(in Segment segment, int element, string name)
    {
        var bytes = segment[element];
        return bytes.IsEmpty ? default : new(_text, segment.Start(element), bytes.Length, name);
    }

    private Field Part(in Segment segment, int element, int component, string name)
    {
        var (start, length) = segment.ComponentRange(element, component);
        return length == 0 ? default : new(_text, start, length, name);
    }

    private void Problem(
        string id, in Segment segment, string message, ProblemSeverity severity = ProblemSeverity.Error)
    {
        if (!_isContext)
            _problems.Add(new(id, severity, message, segment.Offset, segment.Number, Tag.Name(segment.Tag)));
    }
}
