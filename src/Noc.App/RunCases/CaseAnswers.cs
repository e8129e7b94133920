using System.Globalization;
using System.Text.Json;

namespace Noc.App.RunCases;

/// <summary>Compares what a case expects with named answers. What nobody answers is noted, never guessed.</summary>
internal static class CaseAnswers
{
    /// <summary>Pass where all that is answered is the same; not supported where nothing is answered.</summary>
    public static CaseResult Compare(JsonElement expected, Dictionary<string, object?> answers)
    {
        var (wanted, actual, notes) = (new List<string>(), new List<string>(), new List<string>());
        var isAnswered = false;
        foreach (var one in expected.EnumerateObject())
        {
            if (!answers.TryGetValue(one.Name, out var answer))
            {
                notes.Add($"not checked: {one.Name}");
                continue;
            }
            isAnswered = true;
            if (IsSame(one.Value, one.Name is "limit" ? InDecimalsOf(one.Value, answer) : answer)) continue;
            wanted.Add($"{one.Name} {one.Value}");
            actual.Add($"{one.Name} {Words(answer)}");
        }
        return wanted.Count > 0 ? CodingCases.Compare(string.Join("; ", wanted), string.Join("; ", actual)) with
            { Notes = notes }
            : new(isAnswered ? CaseOutcome.Pass : CaseOutcome.NotSupported) { Notes = notes };
    }

    private static bool IsSame(JsonElement expected, object? answer) => (expected.ValueKind, answer) switch
    {
        (JsonValueKind.Null, null) => true,
        (JsonValueKind.True, bool flag) => flag,
        (JsonValueKind.False, bool flag) => !flag,
        (JsonValueKind.Array, IReadOnlyList<decimal> list) => expected.EnumerateArray().Select(CaseInput.Of)
            .SequenceEqual(list.Select(one => (decimal?)one)),
        (_, decimal number) => CaseInput.Of(expected) == number,
        // "C9303/J1326" is either of them.
        (JsonValueKind.String, string text) => expected.GetString() == text
            || (text.Length > 0 && expected.GetString()!.Split('/').Intersect(text.Split('/')).Any()),
        _ => false,
    };

    // A limit has three decimals; a case may tell it in cents.
    private static object? InDecimalsOf(JsonElement expected, object? answer) =>
        (CaseInput.Of(expected)?.Scale, answer) switch
        {
            (2, decimal number) => Rounding.Cents(number),
            (3, decimal number) => Rounding.Limit(number),
            _ => answer,
        };

    private static string Words(object? answer) => answer switch
    {
        null => "none",
        decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
        IReadOnlyList<decimal> list => string.Join(", ", list.Select(one => Words(one))),
        bool flag => flag ? "true" : "false",
        _ => answer.ToString()!,
    };
}
