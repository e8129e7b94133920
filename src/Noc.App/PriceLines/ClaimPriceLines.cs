using Noc.Audit;
using Noc.Claims;
using Noc.Formats.X837;
using Noc.Payers;
using Noc.Pricing;
using Noc.Tables;

namespace Noc.App.PriceLines;

/// <summary>The service lines of an 837 file as lines to be priced.</summary>
internal sealed class ClaimPriceLines(ReferenceTables tables, PolicySet policies, PriceLine options)
{
    private readonly PayerResolver _payers = new(tables, policies);

    /// <summary>The lines of a file; what cannot be read is added to the problems.</summary>
    public IEnumerable<LineToPrice> Read(string path, Stream stream, List<string> problems)
    {
        var found = new List<X12.X12Problem>();
        foreach (var claim in ClaimFile.Read(stream, found))
        {
            if (claim.IsVoid) continue;
            var policy = _payers.Resolve(claim);
            foreach (var line in claim.Lines)
                if (Of(path, claim, line, policy) is { } one) yield return one;
                else
                    problems.Add($"{path} claim {claim.AccountNumber.Text} line {line.Number}: the line has no date "
                        + "or code that reads.");
        }
        if (found.MaxBy(one => one.Severity) is { Severity: X12.ProblemSeverity.Fatal } worst)
            problems.Add($"{path}: {worst.Message}");
    }

    private LineToPrice? Of(string path, Claim claim, ServiceLine line, PayerPolicy policy)
    {
        if (line.ServiceDate is not { } day || line.Code.IsNone) return null;
        var place = claim.PlaceOfService(line).Text;
        var priced = ExpectedPay.LineOf(claim, line.Code, line.BilledUnits ?? 1, day, policy, place, options) with
        {
            Ndc = line.Ndc ?? default,
            ListedNdc = ListedPackage.Of(tables, line.Ndc ?? default, day),
            NdcQuantity = line.NdcQuantity,
            NdcUnit = line.NdcUnit.Text,
            Modifiers = line.Modifiers,
            ChargeUsd = line.ChargeUsd,
            IsCompounded = options.IsCompounded || !line.CompoundLink.IsEmpty,
        };
        return new(path, claim.AccountNumber.Text, line.Number, priced) { Wants = policy.Wants };
    }
}
