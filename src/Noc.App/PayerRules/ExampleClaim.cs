using System.Globalization;
using System.Text;
using Noc.App.SampleClaims;
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

    private string Text()
    {
        var charge = Number("charge") ?? 900;
        var (name, id) = PayerName();
        return new SampleClaim
        {
            IsInstitutional = IsInstitutional,
            Place = IsInstitutional ? this["bill", "131"] : this["place", "11"],
            Frequency = this["frequency", "1"],
            State = State,
            Filing = Filing(),
            PayerName = name,
            PayerId = id,
            IsSecondary = this["order"] is "secondary",
            Date = Date,
            Authorization = this["authorization"],
            ClaimNote = this["claim-note"],
            Lines =
            [
                new()
                {
                    Code = this["code", "J3490"],
                    Modifiers = _facts.GetValueOrDefault("modifiers", []),
                    Units = this["units", "1"],
                    ChargeUsd = charge,
                    Description = this["description"],
                    Note = this["note"],
                    Ndc = this["ndc"],
                    NdcQuantity = this["quantity", "1"],
                    NdcUnit = this["unit", "UN"],
                    Revenue = this["revenue", "0636"],
                },
                // Its charge is added to the claim's: nothing for a claim that stands at a limit.
                new() { Code = "96365", ChargeUsd = charge > 90_000 ? 0 : 100, Revenue = this["beside", "0260"] },
            ],
        }.Text();
    }

    private (string Name, string Id) PayerName()
    {
        if (Program is "medicare")
            return Payer is "medicare-mac-railroad" ? ("RAILROAD MEDICARE", "00882") : ("MEDICARE", "X");
        if (Payer.Length == 0 && _policy.Who is var who && who.Ids.Count + who.Names.Count > 0)
            return (who.Names.Count > 0 ? who.Names[0] : "INVENTED PAYER", who.Ids.Count > 0 ? who.Ids[0] : "X0001");
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
