namespace Noc.App.ExplainRules;

/// <summary>The page of a rule as plain text for a terminal of 80 columns.</summary>
public static class RulePageText
{
    /// <summary>The page without its marks.</summary>
    /// <param name="page">The page as <see cref="RulePages.Find"/> gives it.</param>
    /// <param name="isColored">True to set headings off with escapes.</param>
    public static string Of(string page, bool isColored)
    {
        var text = new Paragraphs(isColored);
        foreach (var line in page.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var plain = line.Replace("`", "", StringComparison.Ordinal);
            if (plain.StartsWith("# ", StringComparison.Ordinal)) text.Head(plain[2..]);
            else if (plain.StartsWith("**", StringComparison.Ordinal)
                && plain.IndexOf("**: ", StringComparison.Ordinal) is var end and > 0)
            {
                text.Gap();
                text.Head(plain[2..end]);
                text.Plain(plain[(end + 4)..]);
            }
            else
            {
                text.Gap();
                text.Plain(plain);
            }
        }
        return text.ToString();
    }
}
