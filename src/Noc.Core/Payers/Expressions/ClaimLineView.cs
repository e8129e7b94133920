using Noc.Claims;

namespace Noc.Payers.Expressions;

/// <summary>One service line as expressions see it: what stands on the claim, and what the audit knows of it.</summary>
/// <remarks>Valid as long as the claim is. Texts are made when first asked for and kept; for one thread at a
/// time.</remarks>
/// <param name="claim">The claim.</param>
/// <param name="line">One of its lines.</param>
/// <param name="facts">What is known beyond the claim.</param>
public sealed class ClaimLineView(Claim claim, ServiceLine line, ClaimLineFacts facts)
{
    /// <summary>The claim.</summary>
    public Claim Claim => claim;

    /// <summary>The line.</summary>
    public ServiceLine Line => line;

    /// <summary>What is known beyond the claim.</summary>
    public ClaimLineFacts Facts => facts;

    /// <summary><c>professional</c> or <c>institutional</c>.</summary>
    public string ClaimType => claim.Type is Claims.ClaimType.Institutional ? "institutional" : "professional";

    /// <summary>CLM05-3; null where absent.</summary>
    public string? Frequency => field ??= Text(claim.Frequency);

    /// <summary>Place of service of the claim; null on institutional claims and where absent.</summary>
    public string? ClaimPlace => field ??= claim.Type is Claims.ClaimType.Institutional ? null
        : Text(claim.FacilityCode);

    /// <summary>Bill type without frequency, such as 13; null on professional claims and where absent.</summary>
    public string? Bill => field ??= claim.Type is Claims.ClaimType.Institutional ? Text(claim.FacilityCode) : null;

    /// <summary>Payer id as sent; null where absent.</summary>
    public string? PayerId => field ??= Text(claim.Payer.Id);

    /// <summary>Payer name as sent; null where absent.</summary>
    public string? PayerName => field ??= Text(claim.Payer.Name);

    /// <summary>SBR09; null where absent.</summary>
    public string? Filing => field ??= Text(claim.Payer.FilingIndicator);

    /// <summary>State where the line was given: of its facility, else the claim's, else the billing provider; null
    /// where none is named.</summary>
    public string? State => field ??= Text(line.ServiceFacility is { State.IsEmpty: false } here ? here.State
        : claim.ServiceFacility is { State.IsEmpty: false } place ? place.State : claim.Billing.State);

    /// <summary><c>primary</c> or <c>secondary</c>: whether this payer is the first to pay.</summary>
    public string Order => claim.IsSecondary ? "secondary" : "primary";

    /// <summary>Diagnosis codes of the claim in order, without points.</summary>
    public IReadOnlyList<string> ClaimDiagnoses => field ??= [.. claim.Diagnoses.Where(d => !d.Code.IsEmpty)
        .Select(d => Plain(d.Code))];

    /// <summary>Revenue codes of the claim's lines in order; none on professional claims.</summary>
    public IReadOnlyList<string> ClaimRevenues => field ??= [.. claim.Lines.Where(one => !one.RevenueCode.IsEmpty)
        .Select(one => one.RevenueCode.Text)];

    /// <summary>True where a prior authorization number (REF*G1) stands on the claim or the line.</summary>
    public bool HasAuthorization => Names(claim.References, "G1"u8) || Names(line.References, "G1"u8);

    /// <summary>The claim's notes, one behind the other; null where there are none.</summary>
    public string? ClaimNote => field ??= Joined(claim.Notes);

    /// <summary>Procedure code, upper case; as written where it is no code; null where absent.</summary>
    public string? Code => field ??= line.Code.IsNone ? Text(line.CodeText) : line.Code.Value;

    /// <summary>The line's modifiers as written, in order.</summary>
    public IReadOnlyList<string> Modifiers => field ??= [.. line.ModifierTexts.Where(m => !m.IsEmpty)
        .Select(m => m.Text)];

    /// <summary>SV101-7 or SV202-7; null where absent.</summary>
    public string? Description => field ??= Text(line.Description);

    /// <summary>The line's notes, one behind the other; null where there are none.</summary>
    public string? LineNote => field ??= Joined(line.Notes);

    /// <summary>Place of service of the line, else of the claim; null on institutional claims.</summary>
    public string? LinePlace => field ??= Text(claim.PlaceOfService(line));

    /// <summary>Revenue code; null on professional claims and where absent.</summary>
    public string? Revenue => field ??= Text(line.RevenueCode);

    /// <summary>NDC of the line, eleven digits; as written where it is not; null where absent.</summary>
    public string? Ndc => field ??= line.Ndc is { } ndc ? ndc.Digits : Text(line.NdcText);

    /// <summary>Unit of the NDC quantity; null where absent.</summary>
    public string? NdcUnit => field ??= Text(line.NdcUnit);

    /// <summary>True where paperwork is announced (PWK) on the line or the claim.</summary>
    public bool HasAttachment => line.Paperwork.Count > 0 || claim.Paperwork.Count > 0;

    /// <summary>Diagnosis codes that the line points to, in order, without points; none on institutional
    /// claims.</summary>
    public IReadOnlyList<string> LineDiagnoses => field ??= Pointed();

    private static string? Text(Field value) => value.IsEmpty ? null : value.Text;

    private static string Plain(Field code) => code.Text.Replace(".", "", StringComparison.Ordinal);

    private static string? Joined(Items<Note> notes) => notes.Count switch
    {
        0 => null,
        1 => Text(notes[0].Text),
        _ => string.Join(' ', notes.Where(note => !note.Text.IsEmpty).Select(note => note.Text.Text))
            is { Length: > 0 } text ? text : null,
    };

    private static bool Names(Items<ReferenceNumber> references, ReadOnlySpan<byte> qualifier)
    {
        for (var i = 0; i < references.Count; i++)
            if (references[i].Qualifier.Is(qualifier) && !references[i].Value.IsEmpty) return true;
        return false;
    }

    private List<string> Pointed()
    {
        var codes = new List<string>();
        foreach (var pointer in line.DiagnosisPointers)
        {
            if (pointer.Number is { } number && number >= 1 && number <= claim.Diagnoses.Count
                && claim.Diagnoses[(int)number - 1].Code is { IsEmpty: false } code) codes.Add(Plain(code));
        }
        return codes;
    }
}
