using System.Globalization;
using Noc.Payers;
using Noc.Reference.Policies;
using Noc.Tables;

namespace Noc.App.PayerRules;

/// <summary>Says in words for which lines a value is meant.</summary>
internal static class ScopeText
{
    public static string Of(PolicyScope scope)
    {
        var parts = new List<string>();
        if (scope.Codes.Count > 0) parts.Add(Codes(scope.Codes));
        if (scope.Claims.Count > 0) parts.Add($"{List(scope.Claims)} claims");
        if (scope.Places.Count > 0) parts.Add($"place of service {List(scope.Places)}");
        if (scope.Bills.Count > 0) parts.Add($"bill type {List(scope.Bills.Select(bill => bill + "x"))}");
        if (scope.Jurisdictions.Count > 0) parts.Add($"jurisdiction {List(scope.Jurisdictions)}");
        if (scope.States.Count > 0) parts.Add($"service in {List(scope.States)}");
        if (scope.Order.Length > 0) parts.Add($"as {scope.Order} payer");
        if (Charge(scope) is { Length: > 0 } charge) parts.Add(charge);
        if (scope.Drugs.Count > 0) parts.Add($"drug {List(scope.Drugs)}");
        parts.AddRange(SituationWords.Of(scope.When, scope.WhenNot).Select(Situation));
        if (scope.Service != default) parts.Add($"served {Span(scope.Service)}");
        if (scope.Received != default) parts.Add($"received {Span(scope.Received)}");
        return parts.Count == 0 ? "every line" : string.Join("; ", parts);
    }

    private static string Codes(IReadOnlyList<string> codes) => codes is [var one] && CodeClass.Words.Contains(one)
        ? one is "drug" ? "every drug code" : $"{one} codes" : List(codes);

    private static string Situation(string word) => word switch
    {
        "drug-priced-by-hand" => "priced by hand",
        "not drug-priced-by-hand" => "not priced by hand",
        _ => word.Replace('-', ' '),
    };

    private static string Charge(PolicyScope scope) => (scope.ChargeFrom, scope.ChargeBelow) switch
    {
        ({ } from, { } below) =>
            string.Create(CultureInfo.InvariantCulture, $"${from:#,0.##} to below ${below:#,0.##}"),
        ({ } from, null) => string.Create(CultureInfo.InvariantCulture, $"${from:#,0.##} or more"),
        (null, { } below) => string.Create(CultureInfo.InvariantCulture, $"below ${below:#,0.##}"),
        _ => "",
    };

    private static string Span(Days days) => (days.From, days.To) switch
    {
        ({ } from, { } to) => $"{from:yyyy-MM-dd} to {to:yyyy-MM-dd}",
        ({ } from, null) => $"from {from:yyyy-MM-dd}",
        (null, { } to) => $"to {to:yyyy-MM-dd}",
        _ => "on any day",
    };

    private static string List(IEnumerable<string> words) => string.Join(", ", words);
}
