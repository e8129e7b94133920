using Noc.Claims;
using Noc.X12;

namespace Noc.Formats.X837;

public sealed partial class ClaimReader837
{
    private void StartClaim(in Segment segment)
    {
        if (_version.Type is null)
        {
            // Without a guide's name the claim itself says it: CLM05-2 is A for a bill type, B for a place.
            var type = segment.Component(5, 2) is [(byte)'A'] ? ClaimType.Institutional : ClaimType.Professional;
            _tracker.Use(LoopTable837.For(type, _version.Is4010));
        }
        EndLevel(segment.BufferStart);
        MakeShared();
        var claim = _draft;
        claim.Clear();
        _lines.Clear();
        _provider = null;
        (_claimOpen, _lineOpen) = (true, false);
        (claim.Start, claim.Offset, claim.Number) = (segment.BufferStart, segment.Offset, segment.Number);
        claim.Type = _tracker.Table.Type;
        claim.Account = Whole(segment, 1, Slot.CLM01);
        claim.Charge = Whole(segment, 2, Slot.CLM02);
        claim.Facility = Part(segment, 5, 1, Slot.CLM05_1);
        claim.Frequency = Part(segment, 5, 3, Slot.CLM05_3);
        claim.IsPredetermination = segment[19].SequenceEqual("PB"u8);
    }

    private void FinishClaim(int end)
    {
        if (!_claimOpen) return;
        FinishLine();
        _claimOpen = false;
        var claim = _draft;
        _claims.Add(new()
        {
            Place = _place,
            Source = new ClaimSource837(
                _text, _tracker.Table.With(claim.Type), _unit!.Delimiters, _upper, claim.Start, end, claim.Number),
            Type = claim.Type,
            AccountNumber = claim.Account,
            ChargeText = claim.Charge,
            ChargeUsd = claim.Charge.Number,
            FacilityCode = claim.Facility,
            Frequency = claim.Frequency,
            IsPredetermination = claim.IsPredetermination,
            Payer = _payer!,
            Patient = _patient!,
            Subscriber = _hasDependent ? _insured : null,
            Billing = _billingProvider!,
            Rendering = claim.Rendering?.ToProvider(),
            Attending = claim.Attending?.ToProvider(),
            ServiceFacility = claim.ServiceFacility?.ToProvider(),
            Notes = claim.Notes,
            References = claim.References,
            Paperwork = claim.Paperwork,
            FileInformation = claim.FileInformation,
            Diagnoses = claim.Diagnoses,
            Codes = claim.Codes,
            CreatedOn = _created,
            StatementFrom = claim.StatementFrom,
            StatementTo = claim.StatementTo,
            OtherPayers = claim.OtherPayers.Count == 0 ? [] : claim.OtherPayers.ConvertAll(p => p.ToOtherPayer()),
            Lines = _lines,
        });
        _place = _place with { Ordinal = _place.Ordinal + 1 };
    }

    // The claim at hand is not whole: it is named, never delivered as if it were.
    private void DropClaim()
    {
        var (id, why) = _unit! switch
        {
            { EndsTooLong: true } => ("claim-too-long", $"This claim is longer than {Limits837.MaxClaimBytes} bytes"),
            { EndsTorn: true } => ("claim-cut", "A segment of this claim is longer than any may be and was left out"),
            _ => ("claim-cut", "The file or transaction set breaks off inside of this claim"),
        };
        _problems.Add(new(id, ProblemSeverity.Error,
            $"{why}; it was not audited.{(id is "claim-cut" ? " Get the whole file." : "")}",
            _draft.Offset, _draft.Number, "CLM"));
        (_claimOpen, _lineOpen) = (false, false);
        _place = _place with { Ordinal = _place.Ordinal + 1 };
    }

    private void StartOtherPayer(in Segment segment)
    {
        _provider = null;
        if (_claimOpen)
            _draft.OtherPayers.Add(new()
            {
                Sequence = Whole(segment, 1, Slot.SBR01),
                FilingIndicator = Whole(segment, 9, Slot.SBR09),
            });
    }

    private void FillClaim(uint tag, in Segment segment)
    {
        var claim = _draft;
        var inClaim = _tracker.Current.IsRoot;
        switch (tag)
        {
            case Tag.REF when inClaim:
                claim.References.Add(new(Whole(segment, 1, Slot.REF01), Whole(segment, 2, Slot.REF02)));
                break;
            case Tag.NTE: claim.Notes.Add(ReadNote(segment)); break;
            case Tag.K3: claim.FileInformation.Add(Whole(segment, 1, Slot.K301)); break;
            case Tag.PWK: claim.Paperwork.Add(ReadPaperwork(segment)); break;
            case Tag.HI: ReadCodes(claim, segment); break;
            case Tag.DTP when inClaim && segment[1].SequenceEqual("434"u8):
                if (Dates.TryRead(segment[3], out var from, out var to))
                    (claim.StatementFrom, claim.StatementTo) = (from, to);
                break;
            case Tag.DTP when !inClaim && claim.OtherPayers.Count > 0 && segment[1].SequenceEqual("573"u8):
                if (Dates.TryRead(segment[3], out var decided, out _)) claim.OtherPayers[^1].DecidedOn = decided;
                break;
            case Tag.PRV when _provider is not null: _provider.Taxonomy = Whole(segment, 3, Slot.PRV03); break;
            case Tag.N4: ReadAddress(segment); break;
            case Tag.CAS when claim.OtherPayers.Count > 0:
                ReadAdjustments(segment, claim.OtherPayers[^1].Adjustments);
                break;
            case Tag.AMT when !inClaim && claim.OtherPayers.Count > 0 && segment[1].SequenceEqual("D"u8):
                claim.OtherPayers[^1].Paid = Whole(segment, 2, Slot.AMT02);
                break;
        }
    }

    private Paperwork ReadPaperwork(in Segment segment) =>
        new(Whole(segment, 1, Slot.PWK01), Whole(segment, 2, Slot.PWK02), Whole(segment, 6, Slot.PWK06));

    private void ReadCodes(ClaimDraft claim, in Segment segment)
    {
        for (var element = 1; element <= Math.Min(segment.Count, 12); element++)
        {
            var slot = Slot.HI01_1 + ((element - 1) * 3);
            var qualifier = Part(segment, element, 1, slot);
            var code = Part(segment, element, 2, slot + 1);
            if (qualifier.IsEmpty && code.IsEmpty) continue;
            if (qualifier.Is("ABK"u8) || qualifier.Is("ABF"u8) || qualifier.Is("BK"u8) || qualifier.Is("BF"u8))
                claim.Diagnoses.Add(new(code, qualifier));
            else
                claim.Codes.Add(new(qualifier, code, Part(segment, element, 5, slot + 2)));
        }
    }

    // CAS02 with CAS03, then five more pairs; the quantity behind each pair is not kept.
    private void ReadAdjustments(in Segment segment, List<Adjustment> adjustments)
    {
        var slot = Slot.CAS02;
        for (var element = 2; element <= Math.Min(segment.Count, 17); element += 3, slot += 2)
            if (!segment[element].IsEmpty)
                adjustments.Add(new(Whole(segment, 1, Slot.CAS01),
                    Whole(segment, element, slot), Whole(segment, element + 1, slot + 1)));
    }
}
