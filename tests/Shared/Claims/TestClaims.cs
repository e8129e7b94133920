using System.Globalization;
using System.Text;
using Noc.Audit;
using Noc.Audit.Evidence;
using Noc.Formats.Encounters;
using Noc.Formats.X837;
using Noc.Reference.Policies;
using Noc.Tables;

namespace Noc.Tests;

/// <summary>A claim of invented people, written as an 837 and audited; the defaults are clean.</summary>
internal sealed record TestClaim
{
    private static readonly AuditContext Context = new(TestNdcs.Tables(), ShippedPolicies.Set)
    {
        Sent = new(2025, 3, 20),
    };

    public string Filing { get; init; } = "MB";

    public string Payer { get; init; } = "INVENTED PAYER*****PI*X0001";

    public string State { get; init; } = "IL";

    public string Sequence { get; init; } = "P";

    /// <summary>Place of service, or a bill type of two digits for an institutional claim.</summary>
    public string Place { get; init; } = "11";

    public string Frequency { get; init; } = "1";

    public string Date { get; init; } = "20260310";

    public string Code { get; init; } = "J3490";

    public string Modifiers { get; init; } = "JZ";

    public string Description { get; init; } = "EXAMPLAZOLE 150MG IV";

    public string Note { get; init; } = "";

    /// <summary>Note of the claim.</summary>
    public string ClaimNote { get; init; } = "";

    /// <summary>Taxonomy code of the billing provider.</summary>
    public string Taxonomy { get; init; } = "";

    public string Charge { get; init; } = "900";

    public string Units { get; init; } = "1";

    public string Pointer { get; init; } = "1";

    public string Lin { get; init; } = "LIN**N4*99999012301~CTP****3*ML~";

    /// <summary>The HI segment, without its end.</summary>
    public string Diagnoses { get; init; } = "HI*ABK:G35";

    /// <summary>SV201 of every line; institutional only.</summary>
    public string Revenue { get; init; } = "0636";

    /// <summary>Segments behind CLM, such as REF and PWK, each with its end.</summary>
    public string Segments { get; init; } = "";

    /// <summary>Further lines, as code with charge, then segments behind a bar; the administration by default.
    /// </summary>
    public string[] Others { get; init; } = ["96365*185"];

    /// <summary>BHT04: the day on which the file was made.</summary>
    public string Made { get; init; } = "20260115";

    /// <summary>Repeats the drug line.</summary>
    public bool Twice { get; init; }

    public string? Total { get; init; }

    /// <summary>Another claim of the file, before this one, to the same payer; null for none.</summary>
    public TestClaim? Before { get; init; }

    /// <summary>The audit of the claim.</summary>
    public ClaimAudit Audit()
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(Text()));
        return ClaimAuditor.Audit(ClaimFile.Read(stream).Single(), ContextOf(this));
    }

    /// <summary>What the claim is audited with.</summary>
    public static AuditContext ContextOf(TestClaim claim) =>
        claim.Evidence.Length == 0 ? Context : Context with { Evidence = IndexOf(claim.Evidence) };

    /// <summary>Encounters (noc.encounter/1); empty for an audit without evidence.</summary>
    public string Evidence { get; init; } = "";

    public IReadOnlyList<Finding> Findings() => FindingsOf(Encoding.ASCII.GetBytes(Text()), Evidence);

    /// <summary>The findings of an 837 file with its evidence.</summary>
    public static IReadOnlyList<Finding> FindingsOf(byte[] file, string evidence) =>
        FindingsIn(file, evidence.Length == 0 ? Context : Context with { Evidence = IndexOf(evidence) });

    /// <summary>The encounters of a document, as the audit looks them up.</summary>
    public static EvidenceIndex IndexOf(string evidence)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(evidence));
        var read = EncounterFile.Read(stream).ToList();
        Assert.All(read, one => Assert.Empty(one.Problems));
        return new(read.Select(one => (one.Encounter!, "visits.json", one.Line)), Context.Tables);
    }

    /// <summary>The findings by other tables.</summary>
    public IReadOnlyList<Finding> Findings(ReferenceTables tables) =>
        FindingsIn(Encoding.ASCII.GetBytes(Text()), new(tables, ShippedPolicies.Set));

    /// <summary>The findings of an 837 file.</summary>
    public static IReadOnlyList<Finding> FindingsOf(byte[] file) => FindingsIn(file, Context);

    /// <summary>The findings of an 837 file that is sent on a day.</summary>
    public static IReadOnlyList<Finding> FindingsOf(byte[] file, DateOnly sent) =>
        FindingsIn(file, Context with { AsOf = sent, Sent = sent });

    private static IReadOnlyList<Finding> FindingsIn(byte[] file, AuditContext context)
    {
        using var stream = new MemoryStream(file);
        var earlier = new EarlierLines();
        return [.. ClaimFile.Read(stream).SelectMany(claim => earlier.Audit(claim, context).Findings)];
    }

    private bool IsInstitutional => Frequency.Length == 0 || Place is "13" or "85" or "72" or "83";

    /// <summary>The claim as an 837 file.</summary>
    public string Text()
    {
        var guide = IsInstitutional ? "005010X223A2" : "005010X222A1";
        var set = $"ST*837*0001*{guide}~BHT*0019*00*1*{Made}*0830*CH~"
            + "HL*1**20*1~" + (Taxonomy.Length > 0 ? $"PRV*BI*PXC*{Taxonomy}~" : "")
            + $"NM1*85*2*INVENTED CLINIC*****XX*1987654328~N3*1 ROAD~N4*TOWN*{State}*00001~"
            + $"HL*2*1*22*0~SBR*{Sequence}*18*******{Filing}~NM1*IL*1*NOBODY*PAT****MI*M1~N3*2 ROAD~"
            + $"N4*TOWN*{State}*00001~DMG*D8*19500101*F~NM1*PR*2*{Payer}~"
            + (Before is null ? "" : Before.Body()) + Body();
        return "ISA*00*          *00*          *ZZ*TEST           *ZZ*TEST           "
            + $"*260115*0830*^*00501*000000001*0*T*:~GS*HC*T*T*20260115*0830*1*X*{guide}~"
            + $"{set}SE*{set.Count(c => c == '~') + 1}*0001~GE*1*1~IEA*1*000000001~";
    }

    // Loop 2300 with its lines.
    private string Body()
    {
        var body = new StringBuilder();
        var number = 0;
        decimal sum = 0;
        void Line(string composite, string charge, string units, string rest)
        {
            body.Append($"LX*{++number}~").Append(IsInstitutional
                ? $"SV2*{Revenue}*{composite}*{charge}*UN*{units}~"
                : $"SV1*{composite}*{charge}*UN*{units}***{Pointer}~");
            body.Append(Date.Length > 8 ? $"DTP*472*RD8*{Date}~" : $"DTP*472*D8*{Date}~").Append(rest);
            sum += decimal.TryParse(charge, CultureInfo.InvariantCulture, out var usd) ? usd : 0;
        }
        for (var i = 0; i < (Twice ? 2 : 1); i++)
            Line($"HC:{Code}:{Modifiers}{new string(':', 4 - Modifiers.Count(c => c == ':'))}{Description}", Charge,
                Units,
                (Note.Length > 0 ? $"NTE*{(IsInstitutional ? "TPO" : "ADD")}*{Note}~" : "") + Lin);
        foreach (var other in Others)
            Line($"HC:{other.Split('*')[0]}", other.Split('*', '|')[1], "1", string.Concat(other.Split('|').Skip(1)));
        return $"CLM*T1*{Total ?? sum.ToString("0.##", CultureInfo.InvariantCulture)}***"
            + $"{Place}:{(IsInstitutional ? "A" : "B")}:{Frequency}*Y*A*Y*Y~{Segments}"
            + $"{(ClaimNote.Length > 0 ? $"NTE*ADD*{ClaimNote}~" : "")}{Diagnoses}~{body}";
    }
}
