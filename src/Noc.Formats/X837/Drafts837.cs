using Noc.Claims;
using Noc.Drugs;

namespace Noc.Formats.X837;

/// <summary>The values of one claim while its segments are read; reused from claim to claim.</summary>
internal sealed class ClaimDraft
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
    public DateOnly? StatementFrom, StatementTo;
    public ClaimType Type;
    public bool IsPredetermination, HasTooManyLines;
    public int Start;
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
        StatementFrom = StatementTo = null;
        IsPredetermination = HasTooManyLines = false;
    }
}

/// <summary>The values of one line while its segments are read; reused from line to line.</summary>
internal sealed class LineDraft
{
    public readonly List<Field> ModifierTexts = [];
    public readonly List<Modifier> Modifiers = [];
    public readonly List<Field> Pointers = [];
    public readonly List<Note> Notes = [];
    public readonly List<ReferenceNumber> References = [];
    public readonly List<Paperwork> Paperwork = [];
    public readonly List<Field> FileInformation = [];
    public readonly List<LineAdjudication> Adjudications = [];
    public readonly List<Adjustment> Adjustments = [];
    public bool IsDescriptionSplit;
    public Field AssignedNumber, CodeQualifier, CodeText, Description, RevenueCode, Charge, UnitKind, Units, Place;
    public Field Date, NdcQualifier, NdcText, NdcQuantity, NdcUnit, Prescription, CompoundLink, SvdPayer, SvdPaid;
    public DateOnly? From, To, SvdDecidedOn;
    public int NdcCount;
    public bool HasService, HasAdjudication;
    public long Offset, SegmentNumber;
    public ProviderDraft? Rendering, Facility, Ordering;

    public void Clear()
    {
        ModifierTexts.Clear();
        Modifiers.Clear();
        Pointers.Clear();
        Notes.Clear();
        References.Clear();
        Paperwork.Clear();
        FileInformation.Clear();
        Adjudications.Clear();
        Adjustments.Clear();
        IsDescriptionSplit = false;
        AssignedNumber = CodeQualifier = CodeText = Description = RevenueCode = Charge = UnitKind = Units = default;
        Place = Date = default;
        if (NdcCount > 0) NdcQualifier = NdcText = NdcQuantity = NdcUnit = Prescription = CompoundLink = default;
        From = To = null;
        NdcCount = 0;
        HasService = HasAdjudication = false;
        Rendering = Facility = Ordering = null;
    }

    public void CloseAdjudication()
    {
        if (HasAdjudication)
            Adjudications.Add(new(SvdPayer, SvdPaid, [.. Adjustments]) { DecidedOn = SvdDecidedOn });
        HasAdjudication = false;
        SvdDecidedOn = null;
        Adjustments.Clear();
    }

    public ServiceLine ToLine(int number, DateOnly? statementFrom, DateOnly? statementTo)
    {
        CloseAdjudication();
        _ = HcpcsCode.TryParse(CodeText.Bytes, out var code);
        return new()
        {
            Number = number,
            AssignedNumber = AssignedNumber,
            CodeQualifier = CodeQualifier,
            CodeText = CodeText,
            Code = code,
            ModifierTexts = ModifierTexts,
            Modifiers = Modifiers,
            Description = Description,
            IsDescriptionSplit = IsDescriptionSplit,
            RevenueCode = RevenueCode,
            ChargeText = Charge,
            UnitKind = UnitKind,
            UnitsText = Units,
            PlaceOfService = Place,
            DiagnosisPointers = Pointers,
            ServiceDateText = Date,
            ServiceDate = From ?? statementFrom,
            LastServiceDate = From is null ? statementTo : To ?? From,
            Notes = Notes,
            References = References,
            Paperwork = Paperwork,
            FileInformation = FileInformation,
            Drug = NdcCount == 0 ? null : ToDrug(),
            Rendering = Rendering?.ToProvider(),
            ServiceFacility = Facility?.ToProvider(),
            Ordering = Ordering?.ToProvider(),
            Adjudications = Adjudications,
        };
    }

    private DrugIdentification ToDrug() => new()
    {
        Qualifier = NdcQualifier,
        NdcText = NdcText,
        Ndc = Ndc11.TryParse(NdcText.Bytes, out var ndc) ? ndc : null,
        QuantityText = NdcQuantity,
        Unit = NdcUnit,
        PrescriptionNumber = Prescription,
        CompoundLink = CompoundLink,
        Count = NdcCount,
    };
}

/// <summary>The values of one provider while its segments are read.</summary>
internal sealed class ProviderDraft
{
    public Field Name, Npi, Taxonomy, State, Zip;

    public void Clear() => Name = Npi = Taxonomy = State = Zip = default;

    public Provider ToProvider() => new() { Name = Name, Npi = Npi, Taxonomy = Taxonomy, State = State, Zip = Zip };
}

/// <summary>The values of one person while the segments are read.</summary>
internal sealed class PersonDraft
{
    public Field LastName, FirstName, MemberId, Sex, State;
    public DateOnly? BirthDate;

    public void Clear()
    {
        LastName = FirstName = MemberId = Sex = State = default;
        BirthDate = null;
    }

    public Patient ToPatient(Field memberId) => new()
    {
        LastName = LastName,
        FirstName = FirstName,
        MemberId = MemberId.IsEmpty ? memberId : MemberId,
        BirthDate = BirthDate,
        Sex = Sex,
        State = State,
    };
}

/// <summary>The values of one other payer while its segments are read.</summary>
internal sealed class OtherPayerDraft
{
    public readonly List<Adjustment> Adjustments = [];
    public Field Sequence, FilingIndicator, Name, Id, Paid;
    public DateOnly? DecidedOn;

    public OtherPayer ToOtherPayer() => new()
    {
        Sequence = Sequence,
        FilingIndicator = FilingIndicator,
        Name = Name,
        Id = Id,
        PaidUsd = Paid,
        DecidedOn = DecidedOn,
        Adjustments = Adjustments,
    };
}
