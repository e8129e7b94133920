using System.Globalization;
using System.Text;

namespace Noc.App.SampleClaims;

/// <summary>A line of a <see cref="SampleClaim"/>; empty parts are left out of the text.</summary>
internal sealed record SampleLine
{
    public required string Code { get; init; }

    public IReadOnlyList<string> Modifiers { get; init; } = [];

    public string Units { get; init; } = "1";

    public decimal ChargeUsd { get; init; }

    public string Description { get; init; } = "";

    /// <summary>NTE02 of the line.</summary>
    public string Note { get; init; } = "";

    /// <summary>LIN03.</summary>
    public string Ndc { get; init; } = "";

    /// <summary>CTP04.</summary>
    public string NdcQuantity { get; init; } = "";

    /// <summary>CTP05.</summary>
    public string NdcUnit { get; init; } = "";

    /// <summary>Revenue code of institutional claims.</summary>
    public string Revenue { get; init; } = "0636";
}

/// <summary>An 837 with one claim of invented people, for examples of policies and for worked cases.</summary>
internal sealed record SampleClaim
{
    public bool IsInstitutional { get; init; }

    /// <summary>Place of service, or bill type of two or three digits.</summary>
    public string Place { get; init; } = "11";

    /// <summary>Two letters of provider and patient.</summary>
    public string State { get; init; } = "IL";

    /// <summary>Taxonomy code of the billing provider.</summary>
    public string Taxonomy { get; init; } = "";

    /// <summary>SBR09.</summary>
    public string Filing { get; init; } = "CI";

    public string PayerName { get; init; } = "INVENTED PAYER";

    public string PayerId { get; init; } = "X0001";

    public bool IsSecondary { get; init; }

    /// <summary>SBR09 of the payer that paid first; empty where none did, or it is not known.</summary>
    public string FirstFiling { get; init; } = "";

    /// <summary>REF*P4, the eight digits of a trial.</summary>
    public string Trial { get; init; } = "";

    /// <summary>CLM05-3 of professional claims.</summary>
    public string Frequency { get; init; } = "1";

    /// <summary>Condition codes of institutional claims.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Date of service of every line.</summary>
    public DateOnly Date { get; init; }

    /// <summary>Last day of the statement of an institutional claim (DTP*434); null for a claim without one.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>BHT04; null for a day in January 2026.</summary>
    public DateOnly? Sent { get; init; }

    /// <summary>REF*G1.</summary>
    public string Authorization { get; init; } = "";

    /// <summary>REF*F8, the payer's number of the claim that this one corrects.</summary>
    public string OriginalNumber { get; init; } = "";

    /// <summary>PWK06, the number of a document that goes by mail; empty where none goes.</summary>
    public string AttachmentNumber { get; init; } = "";

    /// <summary>NTE02 of the claim.</summary>
    public string ClaimNote { get; init; } = "";

    /// <summary>ICD-10-CM without point, the principal one first.</summary>
    public IReadOnlyList<string> Diagnoses { get; init; } = ["G35"];

    public required IReadOnlyList<SampleLine> Lines { get; init; }

    /// <summary>The 837.</summary>
    public string Text()
    {
        var bill = Place.PadRight(3, '1');
        var place = IsInstitutional ? $"{bill[..2]}:A:{bill[2]}" : $"{Place}:B:{Frequency}";
        var guide = IsInstitutional ? "005010X223A2" : "005010X222A1";
        var sent = Day(Sent ?? new(2026, 1, 15));
        var set = new StringBuilder($"ST*837*0001*{guide}~BHT*0019*00*1*{sent}*0830*CH~HL*1**20*1~"
            + (Taxonomy.Length > 0 ? $"PRV*BI*PXC*{Taxonomy}~" : "")
            + $"NM1*85*2*INVENTED CLINIC*****XX*1987654328~N3*1 ROAD~N4*TOWN*{State}*00001~"
            + $"HL*2*1*22*0~SBR*{(IsSecondary ? "S" : "P")}*18*******{Filing}~"
            + $"NM1*IL*1*NOBODY*PAT****MI*M1~N3*2 ROAD~N4*TOWN*{State}*00001~DMG*D8*19500101*F~"
            + $"NM1*PR*2*{Marked(PayerName).Replace(':', ' ')}*****PI*{PayerId}~");
        set.Append(CultureInfo.InvariantCulture, $"CLM*T1*{Lines.Sum(line => line.ChargeUsd):0.##}***{place}*Y*A*Y*Y~");
        if (IsInstitutional && Through is { } through)
            set.Append(CultureInfo.InvariantCulture, $"DTP*434*RD8*{Day(Date)}-{Day(through)}~");
        if (AttachmentNumber.Length > 0)
            set.Append(CultureInfo.InvariantCulture, $"PWK*OZ*BM***AC*{AttachmentNumber}~");
        if (Authorization.Length > 0) set.Append(CultureInfo.InvariantCulture, $"REF*G1*{Authorization}~");
        if (OriginalNumber.Length > 0) set.Append(CultureInfo.InvariantCulture, $"REF*F8*{OriginalNumber}~");
        if (Trial.Length > 0) set.Append(CultureInfo.InvariantCulture, $"REF*P4*{Trial}~");
        if (ClaimNote.Length > 0) set.Append(CultureInfo.InvariantCulture, $"NTE*ADD*{Marked(ClaimNote)}~");
        set.Append("HI");
        for (var i = 0; i < Diagnoses.Count; i++)
            set.Append(CultureInfo.InvariantCulture, $"*{(i == 0 ? "ABK" : "ABF")}:{Diagnoses[i].Replace(".", "")}");
        set.Append('~');
        if (Conditions.Count > 0)
            set.Append("HI*").AppendJoin('*', Conditions.Select(code => $"BG:{code}")).Append('~');
        if (FirstFiling.Length > 0)
            set.Append(CultureInfo.InvariantCulture, $"SBR*P*18*******{FirstFiling}~OI***Y***Y~")
                .Append("NM1*IL*1*NOBODY*PAT****MI*M2~NM1*PR*2*PAYER BEFORE*****PI*X0002~");
        for (var i = 0; i < Lines.Count; i++) Append(set, i + 1, Lines[i]);
        var segments = 1;
        foreach (var chunk in set.GetChunks()) segments += chunk.Span.Count('~');
        return Separated("ISA*00*          *00*          *ZZ*TEST           *ZZ*TEST           "
            + $"*260115*0830*^*00501*000000001*0*T*:~GS*HC*T*T*{sent}*0830*1*X*{guide}~"
            + $"{set}SE*{segments}*0001~GE*1*1~IEA*1*000000001~");
    }

    // A text with the usual separators in it stands in a file with others.
    private static string Separated(string file) => !file.AsSpan().ContainsAny(Star, Tilde) ? file
        : file.Replace('*', '|').Replace('~', '\n').Replace(Star, '*').Replace(Tilde, '~');

    private const char Star = '\u0001', Tilde = '\u0002';

    private void Append(StringBuilder set, int number, SampleLine line)
    {
        var modifiers = string.Join(':', line.Modifiers.Concat(["", "", "", ""]).Take(4));
        // A colon of the text stays: it splits the composite, as it does in the files of those who write one.
        var composite = $"HC:{line.Code}:{modifiers}:{Marked(line.Description)}".TrimEnd(':');
        var billed = string.Create(
            CultureInfo.InvariantCulture, $"{composite}*{line.ChargeUsd:0.##}*UN*{line.Units}");
        set.Append(CultureInfo.InvariantCulture, $"LX*{number}~")
            .Append(IsInstitutional ? $"SV2*{line.Revenue}*{billed}~" : $"SV1*{billed}***1~")
            .Append(CultureInfo.InvariantCulture, $"DTP*472*D8*{Day(Date)}~");
        if (line.Note.Length > 0)
            set.Append(CultureInfo.InvariantCulture,
                $"NTE*{(IsInstitutional ? "TPO" : "ADD")}*{Marked(line.Note)}~");
        if (line.Ndc.Length > 0)
            set.Append(CultureInfo.InvariantCulture,
                $"LIN**N4*{line.Ndc}~CTP****{line.NdcQuantity}*{line.NdcUnit}~");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Marked(string text) => text.Replace('*', Star).Replace('~', Tilde);
}
