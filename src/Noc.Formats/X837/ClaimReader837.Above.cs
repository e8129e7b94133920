using Noc.Claims;
using Noc.X12;

namespace Noc.Formats.X837;

/// <summary>What stands above the claims: billing provider, subscriber, payer, patient.</summary>
public sealed partial class ClaimReader837
{
    private readonly PersonDraft _subscriber = new(), _dependent = new();
    private readonly ProviderDraft _billing = new();
    private ProviderDraft? _provider;    // the provider whose PRV and N4 follow
    private bool _hasDependent;
    private DateOnly? _created;          // BHT04
    private Field _sequence, _insuranceType, _filing, _group, _payerName, _payerId, _payerState;

    // Made of the drafts for the first claim that needs them, and shared by the claims below the same level.
    private Provider? _billingProvider;
    private Payer? _payer;
    private Patient? _insured, _patient;
    private UpperLevels _upper = new();
    private LoopLevel _openLevel;

    private void MarkLevel(LoopLevel level, in Segment segment)
    {
        _upper = _upper.Started(level, segment.BufferStart, segment.Number, _openLevel);
        _openLevel = level;
    }

    private void EndLevel(int end) => _upper = _upper.Ended(_openLevel, end);

    private void ClearBilling()
    {
        _billing.Clear();
        _billingProvider = null;
        ClearSubscriber();
    }

    private void ClearSubscriber()
    {
        _subscriber.Clear();
        (_payer, _insured) = (null, null);
        _sequence = _insuranceType = _filing = _group = _payerName = _payerId = _payerState = default;
        ClearDependent();
    }

    private void ClearDependent()
    {
        _dependent.Clear();
        (_hasDependent, _patient, _provider) = (false, null, null);
    }

    private void StartLevel(in Segment segment)
    {
        var level = _tracker.Current.Level;
        MarkLevel(level, segment);
        switch (level)
        {
            case LoopLevel.Billing: ClearBilling(); break;
            case LoopLevel.Subscriber: ClearSubscriber(); break;
            default:
                ClearDependent();
                _hasDependent = true;
                break;
        }
    }

    private void ReadName(in Segment segment)
    {
        _provider = null;
        switch (_tracker.Current.Role)
        {
            case PartyRole.Billing: ReadProvider(segment, _billing); break;
            case PartyRole.Subscriber: ReadPerson(segment, _subscriber); break;
            case PartyRole.Dependent: ReadPerson(segment, _dependent); break;
            case PartyRole.Payer:
                _payerName = Whole(segment, 3, Slot.NM103);
                _payerId = Whole(segment, 9, Slot.NM109);
                break;
            case PartyRole.Rendering: ReadProvider(segment, _draft.Rendering ??= new()); break;
            case PartyRole.Attending: ReadProvider(segment, _draft.Attending ??= new()); break;
            case PartyRole.ServiceFacility: ReadProvider(segment, _draft.ServiceFacility ??= new()); break;
            case PartyRole.LineRendering: ReadProvider(segment, _line.Rendering ??= new()); break;
            case PartyRole.LineServiceFacility: ReadProvider(segment, _line.Facility ??= new()); break;
            case PartyRole.LineOrdering: ReadProvider(segment, _line.Ordering ??= new()); break;
            case PartyRole.OtherPayer when _draft.OtherPayers.Count > 0:
                _draft.OtherPayers[^1].Name = Whole(segment, 3, Slot.NM103);
                _draft.OtherPayers[^1].Id = Whole(segment, 9, Slot.NM109);
                break;
        }
    }

    private void ReadProvider(in Segment segment, ProviderDraft provider)
    {
        _provider = provider;
        provider.Name = Whole(segment, 3, Slot.NM103);
        provider.Npi = segment[8].SequenceEqual("XX"u8) ? Whole(segment, 9, Slot.NM109) : default;
    }

    private void ReadPerson(in Segment segment, PersonDraft person)
    {
        person.LastName = Whole(segment, 3, Slot.NM103);
        person.FirstName = Whole(segment, 4, Slot.NM104);
        person.MemberId = Whole(segment, 9, Slot.NM109);
    }

    private void FillAbove(uint tag, in Segment segment)
    {
        var role = _tracker.Current.Role;
        switch (tag)
        {
            case Tag.SBR:
                _sequence = Whole(segment, 1, Slot.SBR01);
                _group = Whole(segment, 3, Slot.SBR03);
                _insuranceType = Whole(segment, 5, Slot.SBR05);
                _filing = Whole(segment, 9, Slot.SBR09);
                break;
            case Tag.PRV when role is PartyRole.Billing
                || _tracker.Current is { IsRoot: true, Level: LoopLevel.Billing }:
                _billing.Taxonomy = Whole(segment, 3, Slot.PRV03);
                break;
            case Tag.N4 when role is PartyRole.Payer: _payerState = Whole(segment, 2, Slot.N402); break;
            case Tag.N4 when role is PartyRole.Billing: ReadAddress(segment); break;
            case Tag.N4 when role is PartyRole.Subscriber: _subscriber.State = Whole(segment, 2, Slot.N402); break;
            case Tag.N4 when role is PartyRole.Dependent: _dependent.State = Whole(segment, 2, Slot.N402); break;
            case Tag.DMG when role is PartyRole.Subscriber: ReadDemographics(segment, _subscriber); break;
            case Tag.DMG when role is PartyRole.Dependent: ReadDemographics(segment, _dependent); break;
        }
    }

    private void ReadAddress(in Segment segment)
    {
        if (_provider is null) return;
        _provider.State = Whole(segment, 2, Slot.N402);
        _provider.Zip = Whole(segment, 3, Slot.N403);
    }

    private void ReadDemographics(in Segment segment, PersonDraft person)
    {
        if (Dates.TryRead(segment[2], out var born, out _)) person.BirthDate = born;
        person.Sex = Whole(segment, 3, Slot.DMG03);
    }

    // The objects that all claims below this subscriber or patient share.
    private void MakeShared()
    {
        _billingProvider ??= _billing.ToProvider();
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
        _insured ??= _subscriber.ToPatient(default);
        _patient ??= _hasDependent ? _dependent.ToPatient(_subscriber.MemberId) : _insured;
    }
}
