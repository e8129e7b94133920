using Noc.App.AuditClaims;
using Noc.App.CodeEncounter;
using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Pricing;
using Noc.Tables;

namespace Noc.App.PriceLines;

/// <summary><c>noc price</c>: what a line, an encounter or a claim file will be paid, with its arithmetic.</summary>
public sealed class PriceRun
{
    private readonly PriceOptions _options;
    private readonly ReferenceTables _tables;
    private readonly PolicySet _policies;
    private readonly List<string> _problems = [], _remarks = [];

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
        if (_options.Sources.Open(_tables, _problems, errors) is not { } book) return 3;
        var (files, line, problem) = Question(book.Inputs);
        if (problem is not null)
        {
            errors.WriteLine($"noc: {TerminalText.Clean(problem)}");
            return 2;
        }
        var priced = new List<PricedLine>();
        foreach (var one in files.SelectMany(file => Lines(file, book)).Concat(line is null ? [] : [line]))
            priced.Add(book.Of(one));
        switch (_options.Format)
        {
            case PriceFormat.Json:
                PriceJson.Write(output, priced, [.. _problems, .. _remarks], _tables);
                break;
            case PriceFormat.Csv:
                PriceCsv.Write(output, priced);
                break;
            default:
                output.Write(PriceText.Write(priced, _tables, _options.IsColored));
                break;
        }
        foreach (var wrong in _problems.Concat(_remarks)) errors.WriteLine($"noc: {TerminalText.Clean(wrong)}");
        return _problems.Count > 0 ? 3 : priced.Exists(one => one.Price is Price.Priced) ? 0 : 1;
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
                return (files, null, $"no payer or contract is called {_options.Payer}."
                    + PayerNames.Suggestion(_options.Payer, _tables, _policies));
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
        return (files, new("", "", 1, WithUnits(line)) { Wants = payer.Wants }, null);
    }

    // Units that were not told follow from the quantity of the NDC.
    private PriceLine WithUnits(PriceLine line)
    {
        if (_options.HasUnits || line.NdcQuantity is not { } quantity) return line;
        foreach (var row in CrosswalkCodes.On(_tables, line.Ndc, line.Day))
            if (row.Code == line.Code && NdcUnits.OfQuantity(row.Row, quantity,
                System.Text.Encoding.ASCII.GetBytes(line.NdcUnit)) is { } units)
                return line with { Units = decimal.Ceiling(units) };
        return line;
    }

    private IEnumerable<LineToPrice> Lines(string path, PriceBook book)
    {
        if (!InputFiles.HoldsClaims(path, ifUnread: false)) return OfVisits(path, book);
        var claims = new ClaimPriceLines(_tables, _policies, _options.Line);
        return FileFault.Guard(() => InputFiles.Open(path), stream => claims.Read(path, stream, _problems),
            failure => _problems.Add(FileFault.Of(path, failure)));
    }

    // What `noc code` bills is what is priced.
    private IEnumerable<LineToPrice> OfVisits(string path, PriceBook book)
    {
        var context = CodeRun.ContextOf(_tables, _policies, new Dictionary<HcpcsCode, decimal>());
        var lines = new CodedPriceLines(_tables, _options.Line) { HasPurchases = book.HasPurchases };
        foreach (var read in EncounterFiles.Read(path))
        {
            // A field that is wrong is told; only what cannot be read at all is lost.
            foreach (var problem in read.Problems)
                (read.Encounter is null ? _problems : _remarks).Add(EncounterFiles.Describe(path, problem));
            if (read.Encounter is null) continue;
            foreach (var line in lines.Of(CodedResult.Of(path, read, context, audit: null))) yield return line;
        }
    }
}
