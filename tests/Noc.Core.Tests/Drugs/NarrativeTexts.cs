using System.Globalization;
using System.Text;
using Noc.Drugs;

namespace Noc.Core.Tests.Drugs;

/// <summary>Random texts of the words and marks that narratives hold, and facts as one comparable text.</summary>
internal static class NarrativeTexts
{
    private static readonly string[] Parts =
    [
        "ZORVANTEX", "Quelvamide", "-xyzv", "150", "MG", "1,200", ".5", "/", "ML", "per", "vial", "X", "2", "(",
            ")", "$", "610.00",
        "INV", "WASTE", "NO", "WASTED", "NDC", "88888077702", "88888-0777-02", "N4", "IV", "S/Q", "I.M.", "=",
            "UNIT", "%", "Q", "4", "W",
        "04/02/2026", "040226", "COMPOUND", "+", "AND", "GIVEN", "DOSE", "SINGLE", "LOT", "MFR", "LABS", "DRUG",
            "SEE", "CLAIM", "1",
        "OF", "999999999999999999999", "é", "İ", "ß", "\0", "*", "~", "#", "MIL", "UNITS", "KG", "M", "5-", "--",
            "'", "×", "\uD83D",
    ];

    public static string Random(Random random)
    {
        var text = new StringBuilder();
        for (var n = random.Next(0, 16); n > 0; n--)
        {
            text.Append(Parts[random.Next(Parts.Length)]);
            if (random.Next(3) > 0) text.Append(' ');
        }
        return text.ToString();
    }

    /// <summary>All facts; spans as the words they cover.</summary>
    public static string Facts(string text)
    {
        var facts = NarrativeParser.Parse(text);
        var all = new StringBuilder();
        foreach (var property in typeof(NarrativeFacts).GetProperties().OrderBy(property =>
            property.Name, StringComparer.Ordinal))
        {
            var value = property.GetValue(facts) switch
            {
                int place when property.Name is nameof(NarrativeFacts.MentionStart) => place < 0 ? "" : "somewhere",
                TextSpan span => Words(span, text),
                IEnumerable<TextSpan> spans => string.Join(';', spans.Select(span => Words(span, text))),
                IEnumerable<Amount> amounts => string.Join(';', amounts),
                IEnumerable<(Amount, Amount)> pairs => string.Join(';', pairs),
                var other => Convert.ToString(other, CultureInfo.InvariantCulture),
            };
            all.Append(property.Name).Append('=').Append(value).Append('\n');
        }
        return all.ToString();
    }

    private static string Words(TextSpan span, string text) => string.Join(' ',
        span.Of(text).ToString().ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
