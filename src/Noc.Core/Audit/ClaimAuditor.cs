using Noc.Audit.Evidence;
using Noc.Audit.Rules.Administrations;
using Noc.Audit.Rules.Coding;
using Noc.Claims;
using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit;

/// <summary>Audits one claim: gathers the facts of its drug lines, then runs the rules. Pure and thread-safe.</summary>
public static class ClaimAuditor
{
    /// <summary>The findings of a claim and what to do with it.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="context">Tables and policies.</param>
    /// <param name="earlier">Lines that an earlier claim bills, with where; null where none does.</param>
    public static ClaimAudit Audit(
        Claim claim, AuditContext context, IReadOnlyDictionary<LinePlace, LinePlace>? earlier = null)
    {
        var policy = context.Payers.Resolve(claim);
        var drugLines = DrugLines(claim, policy, context);
        var evidence = context.Evidence?.Match(claim, drugLines);
        if (evidence is not null)
            foreach (var drug in drugLines) drug.Subject = Subjects.WithRecord(drug);
        var findings = Run(claim, drugLines, policy, context, earlier);
        var unclassified = 0;
        var isAfter = false;
        foreach (var drug in drugLines)
        {
            if (drug.IsUnclassified) unclassified++;
            isAfter |= drug.Day > context.Tables.CoveredTo;
        }
        return new()
        {
            Claim = claim,
            Policy = policy,
            Evidence = evidence,
            SupportOf = evidence is null ? null : Support(ContextOf(claim, drugLines, policy, context)),
            Findings = findings,
            DrugLines = drugLines,
            UnclassifiedLines = unclassified,
            Decision = Decisions.Of(findings, drugLines),
            AtRiskUsd = AtRisk(claim, findings),
            Pay = context.Pay,
            IsAfterTables = isAfter,
        };
    }

    private static Func<IReadOnlyList<LineSupport>> Support(RuleContext context) => () =>
        [.. context.DrugLines.Select(drug => LineSupport.Of(context with { Drug = drug }))];

    /// <summary>The same audit with some findings set apart; decision and dollars are those of the others.</summary>
    /// <param name="audit">The audit.</param>
    /// <param name="isSuppressed">Tells which; asked once a finding.</param>
    public static ClaimAudit Suppress(ClaimAudit audit, Func<Finding, bool> isSuppressed)
    {
        List<Finding>? apart = null;
        foreach (var finding in audit.Findings)
            if (isSuppressed(finding)) (apart ??= []).Add(finding);
        if (apart is null) return audit;
        var left = audit.Findings.Where(finding => !apart.Contains(finding)).ToList();
        return audit with
        {
            Findings = left,
            Suppressed = apart,
            Decision = Decisions.Of(left, audit.DrugLines),
            AtRiskUsd = AtRisk(audit.Claim, left),
        };
    }

    /// <summary>What a rule asked of the payer's policy for a line, in order, found by running it again.</summary>
    /// <param name="audit">The audit that the finding is of; its claim must still be valid.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="context">What the audit was made with.</param>
    public static IReadOnlyList<PolicyQuestion> Replay(ClaimAudit audit, Finding finding, AuditContext context)
    {
        var asked = new List<PolicyQuestion>();
        var drug = audit.DrugLines.FirstOrDefault(one => one.Line.Number == finding.Line);
        var ask = ContextOf(audit.Claim, audit.DrugLines, audit.Policy, context) with
        {
            Drug = drug,
            Asked = (key, entry) =>
            {
                if (!asked.Exists(one => one.Key == key && one.Answer == entry)) asked.Add(new(key, entry));
            },
        };
        var rule = (drug is null ? RuleCatalog.OfClaims : [.. RuleCatalog.OfLines, .. RuleCatalog.OfEvidence])
            .FirstOrDefault(entry => entry.Info.Id == finding.Rule.Id);
        rule?.Check(ask, new());
        return asked;
    }

    private static Items<Finding> Run(
        Claim claim, Items<DrugLine> drugLines, PayerPolicy policy, AuditContext audit,
        IReadOnlyDictionary<LinePlace, LinePlace>? earlier)
    {
        if (drugLines.Count == 0 && AdministrationWithoutDrug.FirstOfAny(claim) is null
            && CodeMissing.First(claim) is null) return [];
        var sink = new FindingSink();
        var context = ContextOf(claim, drugLines, policy, audit) with { Earlier = earlier };
        if (drugLines.Count == 0)
        {
            foreach (var entry in RuleCatalog.OfClaimsWithoutDrugs) entry.Check(context, sink);
            return sink.Take(RuleCatalog.IsHidden);
        }
        // Of a void only the number of the claim that it takes back matters.
        foreach (var entry in claim.IsVoid ? RuleCatalog.OfCorrections : RuleCatalog.OfClaims)
            entry.Check(context, sink);
        if (claim.IsVoid) return sink.Take(RuleCatalog.IsHidden);
        foreach (var drug in drugLines)
        {
            var lineContext = context with { Drug = drug };
            foreach (var entry in RuleCatalog.OfLine(drug.Traits)) entry.Check(lineContext, sink);
            if (drug.Evidence is null) continue;
            var isTold = IsTold(drug, drugLines);
            foreach (var entry in RuleCatalog.OfEvidence)
                if (!isTold || !RuleCatalog.IsAboutRecord(entry.Info)) entry.Check(lineContext, sink);
        }
        return sink.Take(RuleCatalog.IsHidden);
    }

    // One cause, one finding: a waste line, or a second line, rests on the same administrations as another one.
    private static bool IsTold(DrugLine drug, Items<DrugLine> drugLines)
    {
        if (drug.Evidence is not { Given.Count: > 0 } evidence) return false;
        var isBefore = true;
        foreach (var other in drugLines)
        {
            if (ReferenceEquals(other, drug)) isBefore = false;
            else if (other.Evidence is { Given.Count: > 0 } its && its.Given.SequenceEqual(evidence.Given)
                && (other.IsWaste == drug.IsWaste ? isBefore : drug.IsWaste)) return true;
        }
        return false;
    }

    private static RuleContext ContextOf(
        Claim claim, Items<DrugLine> drugLines, PayerPolicy policy, AuditContext audit) =>
        new(claim, drugLines, null, policy, audit.Tables)
        {
            AsOf = audit.AsOf,
            Sent = audit.Sent ?? audit.AsOf,
            SentKnown = audit.Sent,
            IsInNetwork = audit.IsInNetwork,
            IsPaper = audit.IsPaper,
            DirectoryNames = audit.DirectoryNames,
        };

    private static decimal AtRisk(Claim claim, Items<Finding> findings)
    {
        decimal sum = 0;
        var last = -1;
        foreach (var finding in findings)
        {
            if (finding.LostUsd is not { } lost || lost < 0 || lost > 1e12m) continue;
            if (finding.Line == 0) return claim.ChargeUsd is { } all and >= 0 and <= 1e12m ? all : 0;
            if (finding.Line != last) sum += lost;
            last = finding.Line;
        }
        return sum;
    }

    private static Items<DrugLine> DrugLines(Claim claim, PayerPolicy policy, AuditContext audit)
    {
        var tables = audit.Tables;
        List<DrugLine>? drugs = null;
        for (var i = 0; i < claim.Lines.Count; i++)
        {
            var line = claim.Lines[i];
            if (line.Code.IsNone) continue;
            // Without a readable date the line is judged as of the newest facts, so that text and NDC are still
            // checked.
            var unclassified = tables.Unclassified(line.Code, line.ServiceDate ?? tables.CoveredTo);
            var isDrug = unclassified is not null || line.NdcCount > 0 || tables.IsProductCode(line.Code)
                || tables.CatchAll(line.Code) is { Kind: not CatchAllKind.Procedure };
            if (!isDrug) continue;
            var drug = Gather(claim, line, unclassified, policy, tables);
            drug.Subject = Subjects.Of(claim, policy, drug, audit.Sent, audit.Tables);
            (drugs ??= []).Add(drug);
        }
        return drugs is null ? [] : drugs;
    }

    private static DrugLine Gather(
        Claim claim, ServiceLine line, UnclassifiedCode? unclassified, PayerPolicy policy, ReferenceTables tables)
    {
        var setting = SettingOf.Line(claim, line, policy);
        var ndc = NdcOf(line);
        if (unclassified is null)
            return new()
            {
                Line = line,
                Day = line.ServiceDate,
                Unclassified = null,
                Setting = setting,
                Ndc = ndc,
                AnyNdc = ndc,
            };
        var description = line.Description.Text;
        var note = NoteOf(line.Notes);
        var (facts, noteFacts) = (Facts(description), Facts(note));
        var remark = claim.Notes.Count == 0 ? "" : IsOnly(claim, line, tables) ? NoteOf(claim.Notes)
            : RemarkOn(claim, line, facts, tables);
        var remarkFacts = Facts(remark);
        var route = facts?.Route ?? noteFacts?.Route ?? remarkFacts?.Route ?? Codes.RouteOf(line);
        var anyNdc = !ndc.IsNone ? ndc : facts?.NdcIn(description) ?? noteFacts?.NdcIn(note) ?? default;
        var (match, matched) = (NamedProduct.In(tables, description, facts), description);
        // A note tells the drug only where the description names none.
        if (match.IsNone && facts is not { Name.IsEmpty: false })
            (match, matched) = (NamedProduct.In(tables, note, noteFacts), note);
        return new()
        {
            Line = line,
            Day = line.ServiceDate,
            Unclassified = unclassified,
            Setting = setting,
            Description = description,
            Note = note,
            Remark = remark,
            DescriptionFacts = facts,
            NoteFacts = noteFacts,
            RemarkFacts = remarkFacts,
            Route = route,
            Match = RouteChoice.Of(tables, match, route),
            MatchedText = matched,
            Ndc = ndc,
            AnyNdc = anyNdc,
            NdcCodes = CodesOf(anyNdc, line, tables),
        };
    }

    // Lines of a claim whose drugs a note may tell apart, each compared with all: as many as a professional one has.
    private const int MostRemarked = 50;

    // A claim note speaks for the one unclassified line of the claim, above all for C9399 remarks; of several lines it
    // speaks one by one: from the name of a line's drug to that of another.
    private static string RemarkOn(Claim claim, ServiceLine line, NarrativeFacts? facts, ReferenceTables tables)
    {
        if (claim.Lines.Count > MostRemarked) return "";
        var text = NoteOf(claim.Notes);
        var start = PlaceOf(text, line, facts);
        if (start < 0) return "";
        var end = text.Length;
        foreach (var other in claim.Lines)
            if (other != line && tables.Unclassified(other.Code, other.ServiceDate ?? tables.CoveredTo) is not null
                && PlaceOf(text, other, Facts(other.Description.Text)) is var next && next > start)
                end = Math.Min(end, next);
        return text[start..end];
    }

    private static int PlaceOf(string text, ServiceLine line, NarrativeFacts? facts) => facts is { Name.IsEmpty: false }
        ? text.AsSpan().IndexOf(facts.Name.Of(line.Description.Text), StringComparison.OrdinalIgnoreCase) : -1;

    private static NarrativeFacts? Facts(string text) => text.Length > 0 ? NarrativeParser.Parse(text) : null;

    private static Items<CrosswalkCode> CodesOf(Ndc11 ndc, ServiceLine line, ReferenceTables tables) =>
        line.ServiceDate is { } day ? CrosswalkCodes.On(tables, ndc, day) : [];

    private static Ndc11 NdcOf(ServiceLine line)
    {
        if (line.NdcCount == 0 || (!line.NdcQualifier.IsEmpty && !line.NdcQualifier.Is("N4"u8))) return default;
        return line.Ndc ?? NdcText.Read(line.NdcText.Bytes).Ndc ?? default;
    }

    private static bool IsOnly(Claim claim, ServiceLine line, ReferenceTables tables)
    {
        foreach (var other in claim.Lines)
            if (!ReferenceEquals(other, line) && !IsWasteBeside(line, other)
                && tables.CatchAll(other.Code) is { Kind: CatchAllKind.Unclassified }) return false;
        return true;
    }

    // The line of the waste is of the same drug.
    private static bool IsWasteBeside(ServiceLine one, ServiceLine other) => one.Code == other.Code
        && one.ServiceDate == other.ServiceDate && one.Has(Codes.JW) != other.Has(Codes.JW);

    private static string NoteOf(Items<Note> notes) => notes.Count switch
    {
        0 => "",
        1 => notes[0].Text.Text,
        _ => string.Join(' ', notes.Select(note => note.Text.Text)),
    };
}
