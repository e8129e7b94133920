using Noc.Claims;
using Noc.X12;

namespace Noc.Formats.X837;

public sealed partial class ClaimReader837
{
    private ClaimDraft? _claim;
    private readonly ClaimDraft _draft = new();
    private ProviderDraft? _provider;   // the provider whose N4 and PRV follow

    /// <summary>The values of one claim while its segments are read; reused from claim to claim.</summary>
    private sealed class ClaimDraft
    {
        public readonly List<Note> Notes = [];
        public readonly List<ReferenceNumber> References = [];
        public readonly List<Paperwork> Paperwork = [];
        public readonly List<Field> FileInformation = [];
        public readonly List<Diagnosis> Diagnoses = [];
        public readonly List<CodedInformation> Codes = [];
        public readonly List<OtherPayerDraft> OtherPayers = [];
        public Field Account, Charge, Facility, Frequency;
        public ProviderDraft? Rendering, Attending, ServiceFacility;
        public DateOnly? StatementFrom;
        public bool IsPredetermination, Institutional;
        public long Offset, Number;

        public void Clear()
        {
            Notes.Clear();
            References.Clear();
            Paperwork.Clear();
            FileInformation.Clear();
            Diagnoses.Clear();
            Codes.Clear();
            OtherPayers.Clear();
            Account = Charge = Facility = Frequency = default;
            Rendering = Attending = ServiceFacility = null;
            StatementFrom = null;
            IsPredetermination = Institutional = false;
        }
    }

    private void StartClaim(in Segment segment)
    {
        _claim = _draft;
        _claim.Clear();
        _segments.Clear();
        _lines.Clear();
        _line.Clear();
        _lineOpen = false;
        _provider = null;
        if (_billing is not null && !ReferenceEquals(_billingDraft, _billing))
        {
            _billingDraft = _billing;
            _billingProvider = _billing.ToProvider();
        }
        _claim.Offset = segment.Offset;
        _claim.Number = segment.Number;
        _claim.Account = Whole(segment, 1, "2300/CLM01");
        _claim.Charge = Whole(segment, 2, "2300/CLM02");
        _claim.Facility = Part(segment, 5, 1, "2300/CLM05-1");
        _claim.Frequency = Part(segment, 5, 3, "2300/CLM05-3");
        _claim.IsPredetermination = segment[19].SequenceEqual("PB"u8) || _predeterminationHeader;
        _claim.Institutional = segment.Component(5, 2) is [(byte)'A']
            || (_institutional && segment.Component(5, 2) is not [(byte)'B']);
        Keep(segment, Tag.CLM);
    }

    private ProviderDraft? _billingDraft;

    private void Keep(in Segment segment, uint tag) =>
        _segments.Add(new(segment.BufferStart, segment.End, tag, _loop, (short)(_lineOpen ? _lines.Count + 1 : 0)));

    private void FinishClaim()
    {
        if (_claim is null) return;
        FinishLine();
        var claim = _claim;
        var segments = _segments.ToArray();
        _payer ??= new()
        {
            Name = _payerName,
            Id = _payerId,
            FilingIndicator = _filing,
            Sequence = _sequence,
            InsuranceType = _insuranceType,
            GroupNumber = _group,
            State = _payerState,
        };
        var subscriberId = _subscriber?.MemberId ?? default;
        _claims.Add(new()
        {
            Place = _place,
            Source = new Claim837Source(_text, segments, claim.Institutional),
            Type = claim.Institutional ? ClaimType.Institutional : ClaimType.Professional,
            AccountNumber = claim.Account,
            ChargeText = claim.Charge,
            ChargeUsd = claim.Charge.Number,
            FacilityCode = claim.Facility,
            Frequency = claim.Frequency,
            IsPredetermination = claim.IsPredetermination,
            Payer = _payer,
            Patient = (_patient ?? _subscriber ?? new()).ToPatient(subscriberId),
            Billing = _billingProvider,
            Rendering = claim.Rendering?.ToProvider(),
            Attending = claim.Attending?.ToProvider(),
            ServiceFacility = claim.ServiceFacility?.ToProvider(),
            Notes = Drafts.ToArray(claim.Notes),
            References = Drafts.ToArray(claim.References),
            Paperwork = Drafts.ToArray(claim.Paperwork),
            FileInformation = Drafts.ToArray(claim.FileInformation),
            Diagnoses = Drafts.ToArray(claim.Diagnoses),
            Codes = Drafts.ToArray(claim.Codes),
            StatementFrom = claim.StatementFrom,
            OtherPayers = claim.OtherPayers.Count == 0 ? [] : claim.OtherPayers.ConvertAll(p => p.ToOtherPayer()),
            Lines = Drafts.ToArray(_lines),
        });
        _claim = null;
        _place = _place with { Ordinal = _place.Ordinal + 1 };
    }

    // The claim at hand was cut off: it is named, never delivered as if it were whole.
    private void DropClaim()
    {
        _problems.Add(new("claim-cut", ProblemSeverity.Error,
            "The file or transaction set breaks off inside of this claim; it was not audited. Ask for the whole file.",
            _claim!.Offset, _claim.Number, "CLM"));
        _claim = null;
        _place = _place with { Ordinal = _place.Ordinal + 1 };
    }

    private void HandleClaim(uint tag, in Segment segment)
    {
        var claim = _claim!;
        if (tag == Tag.LX) StartLine(segment);
        Keep(segment, tag);
        if (_lineOpen)
        {
            HandleLine(tag, segment);
            return;
        }
        switch (tag)
        {
            case Tag.SBR when _loop is LoopId.OtherSubscriber:
                claim.OtherPayers.Add(new()
                {
                    Sequence = Whole(segment, 1, "2320/SBR01"),
                    FilingIndicator = Whole(segment, 9, "2320/SBR09"),
                });
                break;
            case Tag.NM1: ReadClaimName(claim, segment); break;
            case Tag.N4 or Tag.PRV: ReadProviderDetail(tag, segment); break;
            case Tag.REF when _loop is LoopId.Claim:
                claim.References.Add(new(Whole(segment, 1, "2300/REF01"), Whole(segment, 2, "2300/REF02")));
                break;
            case Tag.NTE when _loop is LoopId.Claim:
                claim.Notes.Add(new(Whole(segment, 1, "2300/NTE01"), Whole(segment, 2, "2300/NTE02")));
                break;
            case Tag.K3 when _loop is LoopId.Claim: claim.FileInformation.Add(Whole(segment, 1, "2300/K301")); break;
            case Tag.PWK when _loop is LoopId.Claim: claim.Paperwork.Add(ReadPaperwork(segment, "2300")); break;
            case Tag.HI when _loop is LoopId.Claim: ReadCodes(claim, segment); break;
            case Tag.DTP when _loop is LoopId.Claim && segment[1].SequenceEqual("434"u8):
                if (Dates.TryRead(segment[3], out var from, out _)) claim.StatementFrom = from;
                break;
            case Tag.CAS when _loop is LoopId.OtherSubscriber && claim.OtherPayers.Count > 0:
                ReadAdjustments(segment, claim.OtherPayers[^1].Adjustments, "2320");
                break;
            case Tag.AMT when _loop is LoopId.OtherSubscriber && claim.OtherPayers.Count > 0
                && segment[1].SequenceEqual("D"u8):
                claim.OtherPayers[^1].Paid = Whole(segment, 2, "2320/AMT02");
                break;
        }
    }

    private void ReadClaimName(ClaimDraft claim, in Segment segment)
    {
        _provider = null;
        if (_loop is LoopId.OtherPayer && claim.OtherPayers.Count > 0)
        {
            claim.OtherPayers[^1].Name = Whole(segment, 3, "2330B/NM103");
            claim.OtherPayers[^1].Id = Whole(segment, 9, "2330B/NM109");
            return;
        }
        if (_loop is not (LoopId.Rendering or LoopId.Attending or LoopId.ServiceFacility)) return;
        _provider = ReadProvider(segment);
        switch (_loop)
        {
            case LoopId.Rendering: claim.Rendering = _provider; break;
            case LoopId.Attending: claim.Attending = _provider; break;
            default: claim.ServiceFacility = _provider; break;
        }
    }

    private ProviderDraft ReadProvider(in Segment segment)
    {
        var names = ProviderElements.Of(_loop, _claim!.Institutional);
        return new()
        {
            Name = Whole(segment, 3, names.Name),
            Npi = segment[8].SequenceEqual("XX"u8) ? Whole(segment, 9, names.Npi) : default,
        };
    }

    private void ReadProviderDetail(uint tag, in Segment segment)
    {
        if (_provider is null) return;
        var names = ProviderElements.Of(_loop, _claim!.Institutional);
        if (tag == Tag.PRV)
        {
            _provider.Taxonomy = Whole(segment, 3, names.Taxonomy);
            return;
        }
        _provider.State = Whole(segment, 2, names.State);
        _provider.Zip = Whole(segment, 3, names.Zip);
    }

    private Paperwork ReadPaperwork(in Segment segment, string loop) => loop == "2300"
        ? new(Whole(segment, 1, "2300/PWK01"), Whole(segment, 2, "2300/PWK02"), Whole(segment, 6, "2300/PWK06"))
        : new(Whole(segment, 1, "2400/PWK01"), Whole(segment, 2, "2400/PWK02"), Whole(segment, 6, "2400/PWK06"));

    private void ReadCodes(ClaimDraft claim, in Segment segment)
    {
        for (var element = 1; element <= segment.Count; element++)
        {
            var qualifier = Part(segment, element, 1, "2300/HI");
            var code = Part(segment, element, 2, "2300/HI");
            if (qualifier.IsEmpty && code.IsEmpty) continue;
            if (qualifier.Is("ABK"u8) || qualifier.Is("BK"u8) || qualifier.Is("ABF"u8) || qualifier.Is("BF"u8))
                claim.Diagnoses.Add(new(code, qualifier));
            else
                claim.Codes.Add(new(qualifier, code, Part(segment, element, 5, "2300/HI")));
        }
    }

    private void ReadAdjustments(in Segment segment, List<Adjustment> adjustments, string loop)
    {
        var (group, reason, amount) = loop == "2320"
            ? ("2320/CAS01", "2320/CAS02", "2320/CAS03") : ("2430/CAS01", "2430/CAS02", "2430/CAS03");
        for (var element = 2; element <= segment.Count && element <= 19; element += 3)
            if (!segment[element].IsEmpty)
                adjustments.Add(new(Whole(segment, 1, group), Whole(segment, element, reason),
                    Whole(segment, element + 1, amount)));
    }
}
