using Noc.Drugs;
using Noc.X12;

namespace Noc.Formats.X837;

public sealed partial class ClaimReader837
{
    private void StartLine(in Segment segment)
    {
        if (_lines.Count == Limits837.MaxLines)
            Problem("too-many-lines", segment, $"A claim has more than {Limits837.MaxLines} lines.");
        _line.Clear();
        _lineOpen = _lines.Count < Limits837.MaxLines;
        _provider = null;
        _line.AssignedNumber = Whole(segment, 1, "2400/LX01");
    }

    private void FinishLine()
    {
        if (!_lineOpen) return;
        if (!_line.HasService && !_isContext)
            _problems.Add(new("service-missing", ProblemSeverity.Error,
                "A service line has neither SV1 nor SV2: its code and charge are unknown.",
                _text.OriginalOffset(_segments[^1].Start), _cursor.Number, "LX"));
        _lines.Add(_line.ToLine(_lines.Count + 1, _claim!.StatementFrom));
        _lineOpen = false;
    }

    private void HandleLine(uint tag, in Segment segment)
    {
        var line = _line;
        switch (tag)
        {
            case Tag.SV1: ReadProfessionalService(segment); break;
            case Tag.SV2: ReadInstitutionalService(segment); break;
            case Tag.DTP when _loop is LoopId.Line && segment[1].SequenceEqual("472"u8):
                line.Date = Whole(segment, 3, "2400/DTP03");
                if (Dates.TryRead(segment[3], out var from, out var to)) (line.From, line.To) = (from, to);
                break;
            case Tag.REF: ReadLineReference(segment); break;
            case Tag.NTE: line.Notes.Add(new(Whole(segment, 1, "2400/NTE01"), Whole(segment, 2, "2400/NTE02"))); break;
            case Tag.PWK when _loop is LoopId.Line: line.Paperwork.Add(ReadPaperwork(segment, "2400")); break;
            case Tag.K3: line.FileInformation.Add(Whole(segment, 1, "2400/K301")); break;
            case Tag.LIN: ReadDrug(segment); break;
            case Tag.CTP when _loop is LoopId.Drug && line.NdcCount == 1:
                line.NdcQuantity = Whole(segment, 4, "2410/CTP04");
                line.NdcUnit = Part(segment, 5, 1, "2410/CTP05-1");
                break;
            case Tag.NM1: ReadLineName(segment); break;
            case Tag.N4 or Tag.PRV: ReadProviderDetail(tag, segment); break;
            case Tag.SVD:
                line.CloseAdjudication();
                line.HasAdjudication = true;
                line.SvdPayer = Whole(segment, 1, "2430/SVD01");
                line.SvdPaid = Whole(segment, 2, "2430/SVD02");
                break;
            case Tag.CAS when line.HasAdjudication: ReadAdjustments(segment, line.Adjustments, "2430"); break;
        }
    }

    private void ReadProfessionalService(in Segment segment)
    {
        var line = _line;
        line.HasService = true;
        line.CodeQualifier = Part(segment, 1, 1, "2400/SV101-1");
        line.CodeText = Part(segment, 1, 2, "2400/SV101-2");
        ReadModifiers(segment, 1, ProfessionalModifiers);
        line.Description = Part(segment, 1, 7, "2400/SV101-7");
        line.Charge = Whole(segment, 2, "2400/SV102");
        line.UnitKind = Whole(segment, 3, "2400/SV103");
        line.Units = Whole(segment, 4, "2400/SV104");
        line.Place = Whole(segment, 5, "2400/SV105");
        for (var i = 1; i <= 4 && !segment[7].IsEmpty; i++)
            if (Part(segment, 7, i, "2400/SV107") is { IsEmpty: false } pointer) line.Pointers.Add(pointer);
    }

    private void ReadInstitutionalService(in Segment segment)
    {
        var line = _line;
        line.HasService = true;
        _claim!.Institutional = true;
        line.RevenueCode = Whole(segment, 1, "2400/SV201");
        line.CodeQualifier = Part(segment, 2, 1, "2400/SV202-1");
        line.CodeText = Part(segment, 2, 2, "2400/SV202-2");
        ReadModifiers(segment, 2, InstitutionalModifiers);
        line.Description = Part(segment, 2, 7, "2400/SV202-7");
        line.Charge = Whole(segment, 3, "2400/SV203");
        line.UnitKind = Whole(segment, 4, "2400/SV204");
        line.Units = Whole(segment, 5, "2400/SV205");
    }

    private static readonly string[] ProfessionalModifiers =
        ["2400/SV101-3", "2400/SV101-4", "2400/SV101-5", "2400/SV101-6"];

    private static readonly string[] InstitutionalModifiers =
        ["2400/SV202-3", "2400/SV202-4", "2400/SV202-5", "2400/SV202-6"];

    private void ReadModifiers(in Segment segment, int element, string[] names)
    {
        for (var i = 0; i < 4; i++)
        {
            var text = Part(segment, element, i + 3, names[i]);
            if (text.IsEmpty) continue;
            _line.ModifierTexts.Add(text);
            if (Modifier.TryParse(text.Bytes, out var modifier)) _line.Modifiers.Add(modifier);
        }
    }

    private void ReadLineReference(in Segment segment)
    {
        if (_loop is LoopId.Drug)
        {
            if (segment[1].SequenceEqual("XZ"u8)) _line.Prescription = Whole(segment, 2, "2410/REF02");
            else if (segment[1].SequenceEqual("VY"u8)) _line.CompoundLink = Whole(segment, 2, "2410/REF02");
            return;
        }
        if (_loop is LoopId.Line)
            _line.References.Add(new(Whole(segment, 1, "2400/REF01"), Whole(segment, 2, "2400/REF02")));
    }

    private void ReadDrug(in Segment segment)
    {
        LinCount++;
        if (++_line.NdcCount > 1)
        {
            if (_line.NdcCount == 2)
                Problem("drug-loop-repeated", segment,
                    "A line has two LIN segments; the guide allows one. The first one counts here.");
            return;
        }
        _line.NdcQualifier = Whole(segment, 2, "2410/LIN02");
        _line.NdcText = Whole(segment, 3, "2410/LIN03");
    }

    private void ReadLineName(in Segment segment)
    {
        _provider = null;
        if (_loop is not (LoopId.LineRendering or LoopId.LineFacility or LoopId.LineOrdering)) return;
        _provider = ReadProvider(segment);
        switch (_loop)
        {
            case LoopId.LineRendering: _line.Rendering = _provider; break;
            case LoopId.LineFacility: _line.Facility = _provider; break;
            default: _line.Ordering = _provider; break;
        }
    }
}
