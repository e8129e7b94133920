using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.App.ListNewCodes;

/// <summary>Finds rows of evidence that still name the code a drug had before.</summary>
internal sealed class StaleRows(
    ReferenceTables tables, IReadOnlyList<NewCode> codes, DateOnly since, DateOnly day)
{
    private const int CodeLength = 5, MostDrugs = 8, MinNdc = 11, MaxNdc = 13;

    private readonly IReadOnlyList<NewNdcCode> _packages = NewCodes.ByNdc(tables, since);

    /// <summary>What the files hold.</summary>
    public EvidenceCard Read(IReadOnlyList<string> paths, List<string> problems)
    {
        var (files, rows) = (0, 0);
        var stale = new List<StaleCard>();
        foreach (var path in EvidenceFiles.Of(paths, problems))
        {
            files++;
            foreach (var row in EvidenceFiles.Read(path, problems))
            {
                rows++;
                stale.AddRange(Judge(path, row));
            }
        }
        return new(files, rows, stale);
    }

    private IEnumerable<StaleCard> Judge(string path, EvidenceRow row)
    {
        var named = CodesIn(row.Codes.Length > 0 ? row.Codes : row.Text);
        var ndcs = NdcsIn(row);
        var drugs = DrugsIn(row.Text);
        var found = new List<HcpcsCode>();
        foreach (var code in codes)
        {
            // What ended before the new code began needs no change; who has the new code already is done.
            if (row.To < code.First || named.Contains(code.Row.Code) || code.Row.To < day) continue;
            var by = code.Ndcs.Any(ndcs.Contains) ? "NDC" : IsNamed(drugs, code) ? "name" : "";
            var old = OldIn(named, code);
            var ended = code.Before.FirstOrDefault(before => !before.IsUnclassified && named.Contains(before.Code));
            if (ended is not null) (old, by) = (ended.Code, by.Length > 0 ? by : "the code ended");
            if (by.Length == 0 || old.IsNone) continue;
            found.Add(code.Row.Code);
            yield return new(path, row.Row, row.Kind, row.Id, old.Value, code.Row.Code.Value, code.First,
                code.Product.NameUnder(code.Row), by, row.From, row.To,
                Action(row, old, code.Row.Code, code.First, code.Row.UnitText));
        }
        foreach (var one in _packages)
        {
            if (!ndcs.Contains(one.Ndc) || row.To < one.First || named.Contains(one.Code) || found.Contains(one.Code)
                || named.Find(IsUnclassified) is not { IsNone: false } old) continue;
            found.Add(one.Code);
            yield return new(path, row.Row, row.Kind, row.Id, old.Value, one.Code.Value, one.First, one.Name, "NDC",
                row.From, row.To, Action(row, old, one.Code, one.First, one.DosageText));
        }
    }

    private bool IsUnclassified(HcpcsCode code) => tables.CatchAll(code) is { Kind: CatchAllKind.Unclassified };

    // The code that this drug had, else any unclassified one. A pass-through code takes over from hospitals' C9399
    // only.
    private HcpcsCode OldIn(List<HcpcsCode> named, NewCode code)
    {
        var own = named.Find(one => code.Before.Any(before => before.IsUnclassified && before.Code == one));
        return !own.IsNone || code.Row.IsOutpatientOnly ? own : named.Find(IsUnclassified);
    }

    private static bool IsNamed(List<ProductMatch> drugs, NewCode code) => !code.Row.IsForOneLabel
        && drugs.Exists(drug => drug.Products.Contains(code.Product)
            && (drug.Products.Count == 1 || AllHave(drug, code.First)));

    // Several products share the name: only where all of them have codes must the row change.
    private static bool AllHave(ProductMatch match, DateOnly day) =>
        match.Products.All(product => SpecificCodes.Find(product, day, Setting.Opps).Count > 0);

    // Each drug that the row names; further words for one that was found, such as its ingredient, add nothing.
    private List<ProductMatch> DrugsIn(string text)
    {
        var found = new List<ProductMatch>();
        for (var i = 0; i < MostDrugs && tables.FindProduct(text) is { IsNone: false } match; i++)
        {
            if (!found.Exists(other => other.Products.Any(match.Products.Contains))) found.Add(match);
            text = $"{text.AsSpan(0, match.Start)} / {text.AsSpan(match.Start + match.Length)}";
        }
        return found;
    }

    // Those of its column, else what has the digits of one in the text.
    private static List<Ndc11> NdcsIn(EvidenceRow row)
    {
        if (NdcText.Read(row.Ndc).Ndc is { } only) return [only];
        var found = new List<Ndc11>();
        var text = row.Ndc.Length > 0 ? row.Ndc : row.Text;
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] == '-')) i++;
            if (i - start is >= MinNdc and <= MaxNdc && NdcText.Read(text.AsSpan(start, i - start)).Ndc is { } ndc)
                found.Add(ndc);
        }
        return found;
    }

    private static string Action(EvidenceRow row, HcpcsCode old, HcpcsCode next, DateOnly first, string unit) =>
        row.Kind switch
        {
            "authorization" => $"ask the payer to put {next} in place of {old} from {first:yyyy-MM-dd} on",
            "order" => $"bill {next} for doses from {first:yyyy-MM-dd} on",
            "charge-master" => $"add {next} ({Unit(unit)}) from {first:yyyy-MM-dd}, end {old} for it",
            _ => $"replace {old} by {next} from {first:yyyy-MM-dd} on",
        };

    private static string Unit(string unit) => unit is "" or "unknown" ? "unit not known" : $"per {unit}";

    private static List<HcpcsCode> CodesIn(string text)
    {
        var found = new List<HcpcsCode>();
        for (var i = 0; i + CodeLength <= text.Length; i++)
        {
            var isStart = i == 0 || !char.IsAsciiLetterOrDigit(text[i - 1]);
            var isEnd = i + CodeLength == text.Length || !char.IsAsciiLetterOrDigit(text[i + CodeLength]);
            if (isStart && isEnd && char.IsAsciiDigit(text[i + 1])
                && HcpcsCode.TryParse(text.AsSpan(i, CodeLength), out var code)) found.Add(code);
        }
        return found;
    }
}
