using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.App.ListNewCodes;

/// <summary>Finds rows of evidence that still name the code a drug had before.</summary>
internal sealed class StaleRows(ReferenceTables tables, IReadOnlyList<NewCode> codes, DateOnly day)
{
    private const int CodeLength = 5;

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
        var ndc = NdcText.Read(row.Ndc).Ndc;
        var match = tables.FindProduct(row.Text);
        var isOne = !match.IsNone && match.Products.Count == 1;
        foreach (var code in codes)
        {
            // What ended before the new code began needs no change; who has the new code already is done.
            if (row.To < code.First || named.Contains(code.Row.Code) || code.Row.To < day) continue;
            var by = ndc is { } own && code.Ndcs.Contains(own) ? "NDC"
                : !match.IsNone && match.Products.Contains(code.Product) && !code.Row.IsForOneLabel ? "name" : "";
            var old = named.FirstOrDefault(one => tables.CatchAll(one) is { Kind: CatchAllKind.Unclassified });
            // A pass-through code takes over from hospitals' C9399 only; a code of its own only where it ended.
            if (code.Row.IsOutpatientOnly && !code.Before.Any(before => before.Code == old)) old = default;
            var ended = code.Before.FirstOrDefault(before => !before.IsUnclassified && named.Contains(before.Code));
            if (ended is not null) (old, by) = (ended.Code, by.Length > 0 ? by : "the code ended");
            if (by.Length == 0 || old.IsNone || (by is "name" && !isOne && !AllHave(match, code.First))) continue;
            yield return new(path, row.Row, row.Kind, row.Id, old.Value, code.Row.Code.Value, code.First,
                code.Product.NameUnder(code.Row), by, row.From, row.To, Action(row, old, code));
        }
    }

    // Several products share the name: only where all of them have codes must the row change.
    private static bool AllHave(ProductMatch match, DateOnly day) =>
        match.Products.All(product => SpecificCodes.Find(product, day, Setting.Opps).Count > 0);

    private static string Action(EvidenceRow row, HcpcsCode old, NewCode code) => row.Kind switch
    {
        "authorization" => $"ask the payer to put {code.Row.Code} in place of {old} from {code.First:yyyy-MM-dd} on",
        "order" => $"bill {code.Row.Code} for doses from {code.First:yyyy-MM-dd} on",
        "charge-master" =>
            $"add {code.Row.Code} (per {code.Row.UnitText}) from {code.First:yyyy-MM-dd}, end {old} for it",
        _ => $"replace {old} by {code.Row.Code} from {code.First:yyyy-MM-dd} on",
    };

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
