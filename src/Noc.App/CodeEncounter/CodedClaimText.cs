using System.Globalization;
using System.Text;
using Noc.Claims;
using Noc.Coding;
using Noc.Encounters;

namespace Noc.App.CodeEncounter;

/// <summary>A coded claim as an 837 that only the auditor reads: people of the claim are invented, so that nothing of
/// a patient is written.</summary>
internal static class CodedClaimText
{
    /// <summary>The 837 of one claim of a visit.</summary>
    public static string Of(Encounter encounter, CodedVisit visit, CodedClaim claim)
    {
        var isInstitutional = visit.Type is ClaimType.Institutional;
        var guide = isInstitutional ? "005010X223A2" : "005010X222A1";
        var sent = Day(encounter.Claim.SentOn ?? encounter.To);
        var set = new StringBuilder(1024);
        set.Append(CultureInfo.InvariantCulture, $"ST*837*0001*{guide}~BHT*0019*00*1*{sent}*0830*CH~HL*1**20*1~");
        if (encounter.Billing is { Taxonomy.Length: > 0 } billing)
            set.Append(CultureInfo.InvariantCulture, $"PRV*BI*PXC*{Clean(billing.Taxonomy)}~");
        var state = encounter.Billing is { State.Length: > 0 } ? encounter.Billing.State : encounter.StateOfCare;
        set.Append(CultureInfo.InvariantCulture, $"NM1*85*2*CLINIC*****XX*1987654328~N3*1 ROAD~N4*TOWN*{state}*00001~")
            .Append("HL*2*1*22*0~");
        var payer = encounter.Primary;
        set.Append(CultureInfo.InvariantCulture, $"SBR*P*18*******{Clean(payer.Filing)}~")
            .Append("NM1*IL*1*NOBODY*PAT****MI*M1~N3*2 ROAD~")
            .Append(CultureInfo.InvariantCulture, $"N4*TOWN*{encounter.Patient.State}*00001~DMG*D8*19500101*F~")
            .Append(CultureInfo.InvariantCulture, $"NM1*PR*2*{Clean(payer.Name)}*****PI*{Clean(visit.PayerId)}~");
        AppendClaim(set, encounter, visit, claim, isInstitutional);
        for (var i = 0; i < claim.Lines.Count; i++) Append(set, i + 1, claim.Lines[i], isInstitutional);
        var segments = 1;
        foreach (var chunk in set.GetChunks()) segments += chunk.Span.Count('~');
        return "ISA*00*          *00*          *ZZ*NOC            *ZZ*NOC            "
            + $"*260115*0830*^*00501*000000001*0*T*:~GS*HC*T*T*{sent}*0830*1*X*{guide}~"
            + $"{set}SE*{segments}*0001~GE*1*1~IEA*1*000000001~";
    }

    private static void AppendClaim(
        StringBuilder set, Encounter encounter, CodedVisit visit, CodedClaim claim, bool isInstitutional)
    {
        var bill = visit.Place.TrimStart('0').PadRight(3, '1');
        var place = isInstitutional ? $"{bill[..2]}:A:{bill[2]}"
            : $"{(visit.Place.Length == 2 ? visit.Place : "11")}:B:1";
        var total = claim.Lines.Sum(line => line.ChargeUsd ?? 0);
        set.Append(CultureInfo.InvariantCulture, $"CLM*1*{total:0.##}***{place}*Y*A*Y*Y~");
        if (isInstitutional)
            set.Append(CultureInfo.InvariantCulture, $"DTP*434*RD8*{Day(visit.From)}-{Day(visit.To)}~");
        foreach (var one in visit.Attachments)
            set.Append(CultureInfo.InvariantCulture,
                $"PWK*{one.ReportType}*{one.Transmission}***AC*{Clean(one.Control)}~");
        if (visit.Authorization.Length > 0)
            set.Append(CultureInfo.InvariantCulture, $"REF*G1*{Clean(visit.Authorization)}~");
        if (visit.Trial.Length > 0) set.Append(CultureInfo.InvariantCulture, $"REF*P4*{visit.Trial}~");
        if (claim.Note.Length > 0) set.Append(CultureInfo.InvariantCulture, $"NTE*ADD*{Clean(claim.Note)}~");
        for (var i = 0; i < Math.Min(visit.Diagnoses.Count, 12); i++)
            set.Append(i == 0 ? "HI*ABK:" : isInstitutional && i == 1 ? "~HI*ABF:" : "*ABF:")
                .Append(Clean(visit.Diagnoses[i]));
        if (visit.Diagnoses.Count > 0) set.Append('~');
        foreach (var condition in visit.Conditions)
            set.Append(CultureInfo.InvariantCulture, $"HI*BG:{condition}~");
        if (encounter.Facility is { State.Length: > 0 } facility)
            set.Append(CultureInfo.InvariantCulture,
                $"NM1*77*2*PLACE*****XX*1987654328~N3*3 ROAD~N4*TOWN*{facility.State}*00001~");
    }

    private static void Append(StringBuilder set, int number, CodedLine line, bool isInstitutional)
    {
        var modifiers = string.Join(':', line.Modifiers.Select(one => one.Code).Concat(["", "", "", ""]).Take(4));
        var composite = $"HC:{line.Code}:{modifiers}:{Clean(line.Description)}".TrimEnd(':');
        var billed = string.Create(
            CultureInfo.InvariantCulture, $"{composite}*{line.ChargeUsd ?? 0:0.##}*UN*{line.Units ?? 1:0.###}");
        set.Append(CultureInfo.InvariantCulture, $"LX*{number}~")
            .Append(isInstitutional ? $"SV2*{line.Revenue}*{billed}~"
                : $"SV1*{billed}***{string.Join(':', line.Diagnoses)}~")
            .Append(CultureInfo.InvariantCulture, $"DTP*472*D8*{Day(line.Day)}~");
        if (line.Note.Length > 0 && !isInstitutional)
            set.Append(CultureInfo.InvariantCulture, $"NTE*ADD*{Clean(line.Note)}~");
        var ndc = line.Ndc.IsNone ? line.PseudoNdc : line.Ndc.Digits;
        if (ndc.Length == 0) return;
        set.Append(CultureInfo.InvariantCulture, $"LIN**N4*{ndc}~");
        if (line.NdcQuantity is { } quantity)
            set.Append(CultureInfo.InvariantCulture, $"CTP****{quantity:0.###}*{line.NdcUnit}~");
        if (line.CompoundLink.Length > 0)
            set.Append(CultureInfo.InvariantCulture, $"REF*VY*{Clean(line.CompoundLink)}~");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    // The delimiters of the file, and what lies outside of plain text, may not stand in a value.
    private static string Clean(string text) =>
        string.Concat(text.Select(c => c is '*' or '~' or ':' or '^' or < ' ' or > '~' ? ' ' : c));
}
