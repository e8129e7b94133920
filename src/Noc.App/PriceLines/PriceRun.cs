using Noc.App.AuditClaims;
using Noc.Coding;
using Noc.Drugs;
using Noc.Encounters;
using Noc.Formats.Encounters;
using Noc.Payers;
using Noc.Pricing;
using Noc.Reference.Contracts;
using Noc.Tables;

namespace Noc.App.PriceLines;

/// <summary><c>noc price</c>: what a line, an encounter or a claim file will be paid, with its arithmetic.</summary>
public sealed class PriceRun
{
    private readonly PriceOptions _options;
    private readonly ReferenceTables _tables;
    private readonly PolicySet _policies;
    private readonly List<string> _problems = [];

    private PriceRun(PriceOptions options, ReferenceTables tables, PolicySet policies) =>
        (_options, _tables, _policies) = (options, tables, policies);

    /// <summary>Writes the prices.</summary>
    /// <param name="options">What was asked.</param>
    /// <param name="tables">Reference facts.</param>
    /// <param name="policies">What payers want.</param>
    /// <param name="output">Where the answer goes.</param>
    /// <param name="errors">What could not be read.</param>
    /// <returns>0; 1 where no line was priced; 2 where the question cannot be answered; 3 where a file cannot be
    /// read.</returns>
    public static int Run(
        PriceOptions options, ReferenceTables tables, PolicySet policies, TextWriter output, TextWriter errors) =>
        new PriceRun(options, tables, policies).Run(output, errors);

    private int Run(TextWriter output, TextWriter errors)
    {
        if (Inputs(errors) is not { } inputs) return 3;
        var (files, line, problem) = Question(inputs);
        if (problem is not null)
        {
            errors.WriteLine($"noc: {problem}");
            return 2;
        }
        var purchases = InvoiceFiles.Read(_options.Invoices, _problems);
        var pricer = new LinePricer(_tables, inputs);
        var priced = new List<PricedLine>();
        var left = (Claim: "", Usd: _options.Line.DeductibleLeftUsd);
        foreach (var one in files.SelectMany(Lines).Concat(line is null ? [] : [line]))
        {
            // The deductible is used up line by line, anew for each claim.
            var claim = $"{one.File}\n{one.Claim}";
            if (claim != left.Claim) left = (claim, _options.Line.DeductibleLeftUsd);
            var result = Price(one with { Line = one.Line with { DeductibleLeftUsd = left.Usd } }, purchases, pricer);
            if (result.Price is Price.Priced { Money: var money } && left.Usd is { } usd)
                left.Usd = usd - money.DeductibleUsd;
            priced.Add(result);
        }
        switch (_options.Format)
        {
            case PriceFormat.Json:
                PriceJson.Write(output, priced, _problems, _tables);
                break;
            case PriceFormat.Csv:
                PriceCsv.Write(output, priced);
                break;
            default:
                output.Write(PriceText.Write(priced, _tables, _options.IsColored));
                break;
        }
        foreach (var wrong in _problems) errors.WriteLine($"noc: {Words.Plain(wrong)}");
        return _problems.Count > 0 ? 3 : priced.Exists(one => one.Price is Price.Priced) ? 0 : 1;
    }

    // Lists and contracts; null where a contract is wrong, as prices would be.
    private PriceInputs? Inputs(TextWriter errors)
    {
        IReadOnlyList<Contract> contracts = [];
        if (_options.Contracts is { } path)
        {
            IReadOnlyList<PolicyProblem> wrong;
            try
            {
                contracts = ContractFile.Read(path, File.ReadAllText(path), out wrong);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                errors.WriteLine($"noc: {path}: {InputFiles.ExplainFailure(e)}");
                return null;
            }
            foreach (var problem in wrong) errors.WriteLine($"noc: {problem}");
            if (wrong.Count > 0) return null;
        }
        PriceList List(string? file) => file is null ? PriceList.Empty : PriceListFile.Read(file, _problems);
        return new()
        {
            Contracts = contracts, Wac = List(_options.Wac), Awp = List(_options.Awp), Cost = List(_options.Costs),
            DispensingFeeUsd = _options.DispensingFeeUsd,
        };
    }

    // Codes and NDCs make a line; everything else is a file.
    private (List<string> Files, LineToPrice? Line, string? Problem) Question(PriceInputs inputs)
    {
        var (files, code, ndc) = (new List<string>(), default(HcpcsCode), default(Ndc11));
        foreach (var text in _options.Texts)
        {
            if (File.Exists(text)) files.Add(text);
            else if (HcpcsCode.TryParse(text, out var read)) code = read;
            else if (NdcText.Read(text).Ndc is { } digits) ndc = digits;
            else return (files, null, $"{text} is no file, code or NDC of 11 digits or 5-4-2.");
        }
        if (code.IsNone && ndc.IsNone)
            return (files, null, files.Count > 0 ? null
                : "name a code, an NDC or a file. `noc price --help` shows how.");
        var line = _options.Line;
        var payer = PayerChoice.Of(_options.Payer, line.State, _tables, _policies);
        if (payer is null)
        {
            var named = new PayerChoice(PayerProgram.Other, _options.Payer, _options.Payer, null);
            if (!inputs.Contracts.Any(one => one.Payers.Any(name => name == _options.Payer
                || PayerDirectory.Plain(name) == PayerDirectory.Plain(_options.Payer))))
                return (files, null, $"no payer or contract is called {_options.Payer}; nearest: "
                    + $"{PayerChoice.Nearest(_options.Payer, _tables, _policies)}.");
            payer = named;
        }
        line = line with
        {
            Code = code, Ndc = ndc, ListedNdc = ListedPackage.Of(_tables, ndc, line.Day), Program = payer.Program,
            Payer = payer.Id, PayerName = payer.Name,
            System = payer.Program is PayerProgram.MedicareDme ? PaySystem.Equipment : line.System,
        };
        if (code.IsNone)
        {
            var codes = NdcFacts.Of(_tables, ndc, line.Day).Codes;
            if (codes is not [var only])
                return (files, null, codes.Count == 0
                    ? $"the tables have no code of NDC {ndc.Hyphenated} on {line.Day:yyyy-MM-dd}; name the code too."
                    : $"NDC {ndc.Hyphenated} has several codes ({string.Join(", ", codes.Select(one => one.Code))}); "
                        + "name the one billed.");
            line = line with { Code = only.Code };
        }
        return (files, new("", "", 1, line) { Wants = payer.Wants }, null);
    }

    private IEnumerable<LineToPrice> Lines(string path)
    {
        FileStream stream;
        try
        {
            stream = InputFiles.Open(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _problems.Add($"{path}: {InputFiles.ExplainFailure(e)}");
            yield break;
        }
        using (stream)
        {
            if (InputFiles.HoldsClaims(path, ifUnread: false))
            {
                var claims = new ClaimPriceLines(_tables, _policies, _options.Line);
                foreach (var line in claims.Read(path, stream, _problems)) yield return line;
            }
            else
            {
                var visits = new VisitPriceLines(_tables, _policies, _options.Line);
                foreach (var read in EncounterFile.Read(stream))
                {
                    foreach (var problem in read.Problems)
                        _problems.Add($"{path}{(problem.Line > 0 ? $" line {problem.Line}" : "")} {problem.Pointer}: "
                            + problem.Message);
                    if (read.Encounter is not { } visit) continue;
                    foreach (var line in visits.Of(path, visit, _problems)) yield return line;
                }
            }
        }
    }

    private PricedLine Price(LineToPrice one, List<InvoiceLine> purchases, LinePricer pricer)
    {
        var line = one.Line;
        var (notes, match) = (new List<PriceFlag>(), default(InvoiceMatch));
        if ((purchases.Count > 0 || one.Invoices.Count > 0) && (!line.Ndc.IsNone || one.Lots.Count > 0))
            match = InvoiceMatch.Find(one.Invoices.Concat(purchases), [line.Ndc, line.ListedNdc], one.Lots, line.Day);
        if (match is not null) line = Bought(one, line, match, notes);
        else if (purchases.Count > 0 && !line.Ndc.IsNone)
            notes.Add(new("invoice-none", $"No invoice of NDC {line.Ndc.Hyphenated} is dated by the day of service."));
        return new(one.File, one.Claim, one.Number, line, pricer.Of(line)) { Invoice = match, Notes = notes };
    }

    // Invoice price and cost of what the line bills; a whole container is bought even where a part is billed.
    private PriceLine Bought(LineToPrice one, PriceLine line, InvoiceMatch match, List<PriceFlag> notes)
    {
        notes.AddRange(match.Flags);
        var invoice = match.Invoice;
        notes.AddRange(InvoiceCheck.Of(invoice, one.Wants, new PolicySubject
        {
            Code = line.Code,
            IsUnclassified = _tables.IsUnclassified(line.Code, line.Day),
            IsInstitutional = line.PlaceOfService.Length == 0 && line.System is not PaySystem.Physician,
            Place = line.PlaceOfService,
            State = line.State,
            Jurisdiction = "",
            Day = line.Day,
            Drugs = [],
        }, line.Day));
        var used = one.Containers ?? LinePricer.Containers(line, _tables);
        if (used is not { } containers)
        {
            notes.Add(new("invoice-quantity", "The line does not tell how many containers it bills (NDC quantity)."));
            return line;
        }
        var ndc = invoice.Ndc.IsNone ? line.Ndc : invoice.Ndc;
        var inside = ndc.IsNone ? null : NdcFacts.Of(_tables, ndc, line.Day).Items;
        if (inside is null) notes.Add(new("invoice-items", "One container a package of the invoice is taken."));
        if (match.CostUsd(containers, inside ?? 1) is not { } cost) return line;
        return line with { InvoiceUsd = line.InvoiceUsd ?? cost, CostUsd = line.CostUsd ?? cost };
    }
}
