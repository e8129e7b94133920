using Noc.App.AuditClaims;
using Noc.Audit;
using Noc.Claims;
using Noc.Coding;
using Noc.Formats.X837;
using Noc.Payers;
using Noc.Tables;

namespace Noc.App.ListNewCodes;

/// <summary>Looks through claim files for lines that must carry a new code, and for lines that must not wait.</summary>
internal sealed class ClaimLines(
    ReferenceTables tables, PolicySet policies, IReadOnlyList<NewCode> codes, NewCodesOptions options)
{
    private readonly AuditContext _context = new(tables, policies);
    private readonly List<RecodeCard> _recode = [];
    private readonly List<SendCard> _send = [];
    private int _files, _claims, _lines;

    /// <summary>What the files hold.</summary>
    /// <param name="problems">Gets what could not be read.</param>
    public ClaimsCard Read(List<string> problems)
    {
        var skipped = new List<string>();
        foreach (var (path, problem) in InputFiles.Of(new() { Paths = options.Claims, AsOf = options.On }, skipped))
        {
            if (problem is not null) problems.Add($"{path}: {problem}");
            else ReadFile(path, problems);
        }
        return new(_files, _claims, _lines, _recode, _send);
    }

    private void ReadFile(string path, List<string> problems)
    {
        try
        {
            using var stream = InputFiles.Open(path);
            if (!InputFiles.HoldsClaims(path, ifUnread: false))
            {
                problems.Add($"{path}: This is not an 837 claim file.");
                return;
            }
            _files++;
            var found = new List<X12.X12Problem>();
            foreach (var claim in ClaimFile.Read(stream, found)) ReadClaim(path, claim);
            if (found.MaxBy(one => one.Severity) is { Severity: X12.ProblemSeverity.Fatal } worst)
                problems.Add($"{path}: {worst.Message}");
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            problems.Add(FileFault.Of(path, e));
        }
    }

    private void ReadClaim(string path, Claim claim)
    {
        _claims++;
        if (claim.IsVoid) return;
        var audit = ClaimAuditor.Audit(claim, _context);
        foreach (var line in audit.DrugLines)
        {
            if (line.Day is not { } day || line.IsCompound) continue;
            if (line.IsUnclassified) _lines++;
            if (NewFor(line, day) is var (code, by) && code is not null) Recode(path, audit, line, day, code, by);
            else if (RecodeAsAudited(path, audit, line, day)) continue;
            else if (line.IsUnclassified) Send(path, audit, line, day);
        }
    }

    // By what the line names, else by its NDC; several drugs of a name with different codes prove nothing.
    private (NewCode? Code, string By) NewFor(DrugLine line, DateOnly day)
    {
        var valid = codes.Where(code => code.Row.IsValidOn(day)
            && SpecificCodes.Fits(code.Product, code.Row, line.Setting, line.Route)).ToList();
        if (!line.IsUnclassified)
            return (valid.Find(code => code.Before.Any(old => !old.IsUnclassified && old.Code == line.Line.Code)),
                "the code ended");
        if (line.Line.Ndc is { } ndc && valid.Find(code => code.Ndcs.Contains(ndc)) is { } byNdc) return (byNdc, "NDC");
        if (line.Match.IsNone) return (null, "");
        var named = valid.FindAll(code => line.Match.Products.Contains(code.Product));
        if (line.Match.Products.Any(product => SpecificCodes.Find(product, day, line.Setting).Count == 0))
            return (null, "");
        var own = SpecificCodes.For([.. named.Select(code => new SpecificCode(code.Product, code.Row, null, ""))],
            line.Description, line.Note);
        return own.Count == 0 || (own[0].Row.IsForOneLabel && !IsNamed(own[0].Row, line)) ? (null, "")
            : (named.Find(code => code.Row == own[0].Row), "name");
    }

    private static bool IsNamed(ProductCode row, DrugLine line) => row.Labels.Any(label =>
        line.Description.Contains(label, StringComparison.OrdinalIgnoreCase)
        || line.Note.Contains(label, StringComparison.OrdinalIgnoreCase));

    private void Recode(string path, ClaimAudit audit, DrugLine line, DateOnly day, NewCode code, string by)
    {
        var old = code.Before.FirstOrDefault(before => before.Row?.Code == line.Line.Code)?.Row;
        var dose = line.Dose.IsNone && old is { Unit.IsNone: false } && line.Line.BilledUnits is > 0 and var billed
            && billed < 1_000_000 ? old.Unit with { Value = old.Unit.Value * billed } : line.TotalDose;
        var own = SpecificCodes.Find(code.Product, day, line.Setting, dose).Find(one => one.Row == code.Row);
        var note = Note(audit, day, code.Row, own?.Units);
        if (code.Confidence is Confidence.Low) note = Joined("the first day is from memory: check it", note);
        _recode.Add(new(path, audit.Claim.AccountNumber.Text, line.Line.Number, day, line.Line.Code.Value,
            code.Row.Code.Value, own?.Units, own?.Arithmetic ?? "", code.Product.NameUnder(code.Row), by,
            line.Line.ChargeUsd, audit.Policy.Name, audit.Claim.Frequency.Text, note));
    }

    // What the audit finds beside: packages that were priced by name, brands under the code of makers without one.
    private bool RecodeAsAudited(string path, ClaimAudit audit, DrugLine line, DateOnly day)
    {
        var finding = audit.Findings.FirstOrDefault(one => one.Line == line.Line.Number
            && one.Rule.Id is "COD001" or "COD011" && one.Expected is { Code.IsNone: false });
        if (finding?.Expected is not { } expected || tables.Code(expected.Code, day) is not CodeStatus.Found found
            || !(found.Row.From >= options.Since)) return false;
        var note = Note(audit, day, found.Row, expected.Units);
        if (finding.Severity < Severity.Deny) note = Joined("confirm product and route first", note);
        _recode.Add(new(path, audit.Claim.AccountNumber.Text, line.Line.Number, day, line.Line.Code.Value,
            expected.Code.Value, expected.Units, SpecificCodes.Arithmetic(found.Row.Unit, line.TotalDose),
            found.Product.NameUnder(found.Row),
            line.NdcCodes.Any(code => code.Code == expected.Code) ? "NDC" : "name",
            line.Line.ChargeUsd, audit.Policy.Name, audit.Claim.Frequency.Text, note));
        return true;
    }

    private static string Note(ClaimAudit audit, DateOnly day, ProductCode row, decimal? units)
    {
        var note = units is null ? "no dose on the line: reckon the units from the record" : "";
        if (audit.Claim.Frequency.Is("7"u8)) note = Joined("already a replacement claim", note);
        if (audit.Policy.IsMedicare) return note;
        if (row.IsOutpatientOnly) note = Joined(
            "C codes are made for hospitals' Medicare claims: ask whether this plan takes them", note);
        return NewCodes.MayNotBeLoaded(audit.Policy, row.From, day)
            ? Joined("the code is new: check that the plan has loaded it", note) : note;
    }

    private void Send(string path, ClaimAudit audit, DrugLine line, DateOnly day)
    {
        if (line.Match.IsNone || line.Match.Products.Any(product =>
            SpecificCodes.Find(product, day, line.Setting).Count > 0)) return;
        var limit = SendLimit.Of(audit, line, day);
        var next = codes.FirstOrDefault(code => line.Match.Products.Contains(code.Product) && code.First > day
            && SpecificCodes.Fits(code.Product, code.Row, line.Setting, line.Route));
        _send.Add(new(path, audit.Claim.AccountNumber.Text, line.Line.Number, day, line.Line.Code.Value, line.DrugName,
            audit.Policy.Name, limit.SendBy, limit.Latest, limit.IsOver(options.On), limit.Text,
            next?.Row.Code.Value ?? "", next?.First));
    }

    private static string Joined(string one, string other) => other.Length == 0 ? one : $"{one}; {other}";
}
