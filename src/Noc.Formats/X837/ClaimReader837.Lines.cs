using Noc.Claims;
using Noc.Drugs;
using Noc.X12;

namespace Noc.Formats.X837;

public sealed partial class ClaimReader837
{
    private void StartLine(in Segment segment)
    {
        FinishLine();
        _provider = null;
        if (!_claimOpen)
        {
            Problem("line-outside-claim", segment, "A service line stands outside of a claim; it is left out.");
            return;
        }
        if (_lines.Count == Limits837.MaxLines)
        {
            if (!_draft.HasTooManyLines)
                Problem("too-many-lines", segment,
                    $"A claim has more than {Limits837.MaxLines} lines; the others are left out.");
            _draft.HasTooManyLines = true;
            return;
        }
        _line.Clear();
        _lineOpen = true;
        (_line.Offset, _line.SegmentNumber) = (segment.Offset, segment.Number);
        if (segment.Tag == Tag.LX) _line.AssignedNumber = Whole(segment, 1, Slot.LX01);
    }

    private void FinishLine()
    {
        if (!_lineOpen) return;
        if (!_line.HasService && ++_reported <= Limits837.MaxProblems)
            _problems.Add(new("service-missing", ProblemSeverity.Error,
                "A service line has neither SV1 nor SV2: its code and charge are unknown.",
                _line.Offset, _line.SegmentNumber, "LX"));
        _lines.Add(_line.ToLine(_lines.Count + 1, _draft.StatementFrom, _draft.StatementTo));
        _lineOpen = false;
    }

    private void FillLine(uint tag, in Segment segment)
    {
        var line = _line;
        var inLine = _tracker.Current.IsRoot;
        switch (tag)
        {
            case Tag.SV1: ReadProfessionalService(segment); break;
            case Tag.SV2: ReadInstitutionalService(segment); break;
            case Tag.DTP when inLine && segment[1].SequenceEqual("472"u8):
                line.Date = Whole(segment, 3, Slot.DTP03);
                if (Dates.TryRead(segment[3], out var from, out var to)) (line.From, line.To) = (from, to);
                break;
            case Tag.DTP when line.HasAdjudication && segment[1].SequenceEqual("573"u8):
                if (Dates.TryRead(segment[3], out var decided, out _)) line.SvdDecidedOn = decided;
                break;
            case Tag.REF when inLine:
                line.References.Add(new(Whole(segment, 1, Slot.REF01), Whole(segment, 2, Slot.REF02)));
                break;
            case Tag.REF: ReadDrugReference(segment); break;
            case Tag.NTE: line.Notes.Add(ReadNote(segment)); break;
            case Tag.PWK: line.Paperwork.Add(ReadPaperwork(segment)); break;
            case Tag.K3: line.FileInformation.Add(Whole(segment, 1, Slot.K301)); break;
            case Tag.CTP when line.NdcCount == 1:
                line.NdcQuantity = Whole(segment, 4, Slot.CTP04);
                line.NdcUnit = Part(segment, 5, 1, Slot.CTP05_1);
                break;
            case Tag.PRV when _provider is not null: _provider.Taxonomy = Whole(segment, 3, Slot.PRV03); break;
            case Tag.N4: ReadAddress(segment); break;
            case Tag.CAS when line.HasAdjudication: ReadAdjustments(segment, line.Adjustments); break;
        }
    }

    private void ReadProfessionalService(in Segment segment)
    {
        var line = _line;
        line.HasService = true;
        ReadProcedure(segment, 1, Slot.SV101_1);
        line.Charge = Whole(segment, 2, Slot.SV102);
        line.UnitKind = Whole(segment, 3, Slot.SV103);
        line.Units = Whole(segment, 4, Slot.SV104);
        line.Place = Whole(segment, 5, Slot.SV105);
        var start = segment.Start(7);
        var rest = segment[7];
        for (var slot = Slot.SV107_1; slot <= Slot.SV107_4 && !rest.IsEmpty; slot++)
            if (NextPart(ref start, ref rest, slot) is { IsEmpty: false } pointer) line.Pointers.Add(pointer);
    }

    private void ReadInstitutionalService(in Segment segment)
    {
        var line = _line;
        line.HasService = true;
        if (_version.Type is null) _draft.Type = ClaimType.Institutional;
        line.RevenueCode = Whole(segment, 1, Slot.SV201);
        ReadProcedure(segment, 2, Slot.SV202_1);
        line.Charge = Whole(segment, 3, Slot.SV203);
        line.UnitKind = Whole(segment, 4, Slot.SV204);
        line.Units = Whole(segment, 5, Slot.SV205);
    }

    // The composite of qualifier, code, four modifiers and description, walked once.
    private void ReadProcedure(in Segment segment, int element, Slot first)
    {
        var line = _line;
        var start = segment.Start(element);
        var rest = segment[element];
        line.CodeQualifier = NextPart(ref start, ref rest, first);
        line.CodeText = NextPart(ref start, ref rest, first + 1);
        for (var i = 2; i < 6 && !rest.IsEmpty; i++)
        {
            var text = NextPart(ref start, ref rest, first + i);
            if (text.IsEmpty) continue;
            line.ModifierTexts.Add(text);
            if (Modifier.TryParse(text.Bytes, out var modifier)) line.Modifiers.Add(modifier);
        }
        line.Description = Rest(start, rest, first + 6);
        line.IsDescriptionSplit = _component != 0 && line.Description.Bytes.Contains(_component);
    }

    private Note ReadNote(Segment segment)
    {
        var text = Whole(segment, 2, Slot.NTE02);
        return new(Whole(segment, 1, Slot.NTE01), text, _component != 0 && text.Bytes.Contains(_component));
    }

    // Nothing stands behind the description: a separator in there is part of the text that somebody typed.
    private Field Rest(int start, ReadOnlySpan<byte> rest, Slot slot)
    {
        if (_component != 0) rest = rest.TrimEnd(_component);
        return rest.IsEmpty ? default : new(_text, start, rest.Length, _tracker.Current.Element(slot));
    }

    private Field NextPart(ref int start, ref ReadOnlySpan<byte> rest, Slot slot)
    {
        var at = _component == 0 ? -1 : rest.IndexOf(_component);
        var length = at < 0 ? rest.Length : at;
        Field part = length == 0 ? default : new(_text, start, length, _tracker.Current.Element(slot));
        var taken = at < 0 ? length : length + 1;
        start += taken;
        rest = rest[taken..];
        return part;
    }

    private void ReadDrugReference(in Segment segment)
    {
        if (!ReferenceEquals(_tracker.Current, _tracker.Table.Drug)) return;
        if (segment[1].SequenceEqual("XZ"u8)) _line.Prescription = Whole(segment, 2, Slot.REF02);
        else if (segment[1].SequenceEqual("VY"u8)) _line.CompoundLink = Whole(segment, 2, Slot.REF02);
    }

    private void ReadDrug(in Segment segment)
    {
        _provider = null;
        LinCount++;
        if (++_line.NdcCount > 1)
        {
            if (_line.NdcCount == 2)
                Problem("drug-loop-repeated", segment,
                    "A line has more than one LIN segment; the guide allows one. The first one counts here.");
            return;
        }
        _line.NdcQualifier = Whole(segment, 2, Slot.LIN02);
        _line.NdcText = Whole(segment, 3, Slot.LIN03);
    }

    private void StartAdjudication(in Segment segment)
    {
        _provider = null;
        _line.CloseAdjudication();
        _line.HasAdjudication = true;
        _line.SvdPayer = Whole(segment, 1, Slot.SVD01);
        _line.SvdPaid = Whole(segment, 2, Slot.SVD02);
    }
}
