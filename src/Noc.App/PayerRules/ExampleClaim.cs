using System.Globalization;
using System.Text;
using Noc.Audit;
using Noc.Drugs;
using Noc.Formats.X837;
using Noc.Payers;
using Noc.Reference.Policies;
using Noc.Tables;

namespace Noc.App.PayerRules;

/// <summary>The claim behind an example of a policy: as policies see it, and as an 837 of invented people.</summary>
internal sealed class ExampleClaim
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _facts;
    private readonly Policy _policy;
    private readonly ReferenceTables _tables;

    public ExampleClaim(PolicyExample example, Policy policy, ReferenceTables tables) =>
        (_facts, _policy, _tables) = (example.Facts, policy, tables);

    private string this[string fact, string absent = ""] =>
        _facts.TryGetValue(fact, out var words) && words.Count > 0 ? words[0] : absent;

    /// <summary>Id of the payer, of the directory; empty where the policy is of a program.</summary>
    public string Payer => this["payer", _policy.Who.Payers.Count > 0 ? _policy.Who.Payers[0] : ""];

    private DateOnly Date =>
        DateOnly.ParseExact(this["date", "2026-03-10"], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private DateOnly? Day(string fact) => DateOnly.TryParseExact(this[fact], "yyyy-MM-dd",
        CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private bool IsInstitutional => this["claim"] is "institutional" || _facts.ContainsKey("bill");

    private string Program => Payer.StartsWith("medicare-dme", StringComparison.Ordinal) ? "medicare-dme"
        : Payer.StartsWith("medicare", StringComparison.Ordinal) ? "medicare"
        : _policy.Who.Programs.Count > 0 && !_facts.ContainsKey("payer") ? _policy.Who.Programs[0]
        : Payer.StartsWith("medicaid", StringComparison.Ordinal) ? "medicaid" : "commercial";

    private string Jurisdiction => this["jurisdiction",
        Program is "medicare-dme" ? Payer.Length > 2 ? Payer[^2..].ToUpperInvariant() : "JA"
        : Payer.StartsWith("medicare-mac-", StringComparison.Ordinal) && Payer != "medicare-mac-railroad"
            ? Payer[(Payer.LastIndexOf('-') + 1)..].ToUpperInvariant()
            : Program is "medicare" ? "J6" : ""];

    private string State => this["state", _policy.Who.States.Count > 0 && !_facts.ContainsKey("payer")
        ? _policy.Who.States[0] : StateOf(Jurisdiction)];

    /// <summary>The line as policies see it.</summary>
    public PolicySubject Subject()
    {
        var code = HcpcsCode.TryParse(this["code", "J3490"], out var read) ? read : default;
        var situation = Situation.None;
        foreach (var word in _facts.GetValueOrDefault("when", [])) situation |= SituationWords.Of(word);
        return new()
        {
            Code = code,
            IsUnclassified = _tables.IsUnclassified(code, Date),
            IsInstitutional = IsInstitutional,
            IsPaper = this["claim"] is "paper",
            IsSecondary = this["order"] is "secondary",
            Place = IsInstitutional ? this["bill", "13"] : this["place", "11"],
            State = State,
            Jurisdiction = Jurisdiction,
            Day = Date,
            Received = Day("received"),
            ChargeUsd = Number("charge"),
            Drugs = [.. _facts.GetValueOrDefault("drugs", []).Select(name => name.ToLowerInvariant())],
            Situation = situation,
        };
    }

    /// <summary>What the audit finds on the claim.</summary>
    public IReadOnlyList<Finding> Findings(AuditContext context)
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(Text()));
        var dated = context with { AsOf = Day("as-of") ?? Date, Sent = Day("sent") };
        return [.. ClaimFile.Read(stream).SelectMany(claim => ClaimAuditor.Audit(claim, dated).Findings)];
    }

    // The charge of the administration line is added to the claim's total.
    private string Text()
    {
        var charge = Number("charge") ?? 900;
        var infusion = charge > 90_000 ? 0 : 100;   // nothing is added to a claim that stands at a limit
        var modifiers = string.Join(':', _facts.GetValueOrDefault("modifiers", []).Concat(["", "", "", ""]).Take(4));
        var composite = $"HC:{this["code", "J3490"]}:{modifiers}:{this["description"]}".TrimEnd(':');
        var date = Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var body = new StringBuilder("LX*1~");
        var billed = string.Create(CultureInfo.InvariantCulture, $"{composite}*{charge:0.##}*UN*{this["units", "1"]}");
        body.Append(IsInstitutional ? $"SV2*{this["revenue", "0636"]}*{billed}~" : $"SV1*{billed}***1~");
        body.Append(CultureInfo.InvariantCulture, $"DTP*472*D8*{date}~");
        if (this["note"] is { Length: > 0 } note)
            body.Append(CultureInfo.InvariantCulture, $"NTE*{(IsInstitutional ? "TPO" : "ADD")}*{note}~");
        if (this["ndc"] is { Length: > 0 } ndc)
            body.Append(CultureInfo.InvariantCulture,
                $"LIN**N4*{ndc}~CTP****{this["quantity", "1"]}*{this["unit", "UN"]}~");
        body.Append(IsInstitutional ? $"LX*2~SV2*0260*HC:96365*{infusion}*UN*1~DTP*472*D8*{date}~"
            : $"LX*2~SV1*HC:96365*{infusion}*UN*1***1~DTP*472*D8*{date}~");
        var bill = this["bill", "131"].PadRight(3, '1');
        var place = IsInstitutional ? $"{bill[..2]}:A:{bill[2]}" : $"{this["place", "11"]}:B:1";
        var (name, id) = PayerName();
        var guide = IsInstitutional ? "005010X223A2" : "005010X222A1";
        var set = $"ST*837*0001*{guide}~BHT*0019*00*1*20260115*0830*CH~HL*1**20*1~"
            + $"NM1*85*2*INVENTED CLINIC*****XX*1987654328~N3*1 ROAD~N4*TOWN*{State}*00001~"
            + $"HL*2*1*22*0~SBR*{(this["order"] is "secondary" ? "S" : "P")}*18*******{Filing()}~"
            + $"NM1*IL*1*NOBODY*PAT****MI*M1~N3*2 ROAD~N4*TOWN*{State}*00001~DMG*D8*19500101*F~"
            + $"NM1*PR*2*{name}*****PI*{id}~"
            + string.Create(CultureInfo.InvariantCulture, $"CLM*T1*{charge + infusion:0.##}***{place}*Y*A*Y*Y~")
            + (this["authorization"] is { Length: > 0 } number ? $"REF*G1*{number}~" : "")
            + (this["claim-note"] is { Length: > 0 } remark ? $"NTE*ADD*{remark}~" : "") + $"HI*ABK:G35~{body}";
        return "ISA*00*          *00*          *ZZ*TEST           *ZZ*TEST           "
            + $"*260115*0830*^*00501*000000001*0*T*:~GS*HC*T*T*20260115*0830*1*X*{guide}~"
            + $"{set}SE*{set.Count(c => c == '~') + 1}*0001~GE*1*1~IEA*1*000000001~";
    }

    private (string Name, string Id) PayerName()
    {
        if (Program is "medicare")
            return Payer is "medicare-mac-railroad" ? ("RAILROAD MEDICARE", "00882") : ("MEDICARE", "X");
        var entry = Payer.Length > 0 ? _tables.Payers.Of(Payer) : null;
        var id = entry is { PayerIds: [var first, ..] } ? first : entry is null ? "X0001" : "X";
        return (this["payer-name", entry?.Name ?? "INVENTED PAYER"].ToUpperInvariant(), this["payer-id", id]);
    }

    private string Filing() => Program switch
    {
        "medicare" or "medicare-dme" => IsInstitutional ? "MA" : "MB",
        "medicare-advantage" => "16",
        "medicaid" => "MC",
        "federal" => "CH",
        "workers-comp" => "WC",
        _ => _facts.GetValueOrDefault("when", []).Contains("medicare-advantage") ? "16" : "CI",
    };

    private decimal? Number(string fact) => decimal.TryParse(
        this[fact], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string StateOf(string jurisdiction) => jurisdiction.Length == 0 ? "IL"
        : _tables.StateOf(jurisdiction) ?? "IL";
}
