using Noc.Audit;
using Noc.Drugs;
using Noc.Search;

namespace Noc.App.FindCodes;

/// <summary>Answers questions out of the notes, with the rule that watches over the answer.</summary>
internal static class Answers
{
    private const int MinWord = 3, Most = 3;

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "CAN", "THE", "FOR", "USED", "USE", "THIS", "DRUG", "DOES", "WHAT", "WHEN", "HOW", "MANY", "MUST", "BILL",
        "BILLED", "ARE", "WITH", "CODE", "MAY", "AND", "ANY", "THAT", "HAS", "ITS", "NEED", "NEEDED", "NEEDS", "WANT",
        "WANTS", "REQUIRED", "MUST", "LINE", "CLAIM", "HERE",
    };

    /// <summary>The questions of our notes that are nearest to one; none where it asks nothing.</summary>
    /// <param name="facts">The notes, and the tables that tell codes from words.</param>
    /// <param name="text">The question.</param>
    /// <param name="inHand">The code of the line that is asked about; <c>default</c> for none.</param>
    public static IReadOnlyList<CodeNote> To(CardFacts facts, string text, HcpcsCode inHand)
    {
        var words = Words(text);
        var codes = CodesOf(facts, words, inHand);
        if (codes.Count == 0 && !DrugSearch.IsQuestion(text)) return [];
        var asked = Meant(facts, words);
        if (asked.Count == 0) return [];
        var scored = facts.Notes.Notes
            .Where(note => note.Topic is NoteTopic.Question && (codes.Count == 0 || note.Codes.Any(codes.Contains)))
            .Select(note => (Note: note, Score: Words($"{note.Label} {note.Text}").Count(word => Fits(asked, word))
                + (2 * Words(note.Label).Count(word => Fits(asked, word)))))
            .Where(one => IsAbout(asked, one.Note) && one.Score >= (codes.Count > 0 ? 3 : 6))
            .OrderByDescending(one => one.Score).ToList();
        return [.. scored.Where(one => one.Score * 2 > scored[0].Score).Take(Most).Select(one => one.Note)];
    }

    /// <summary>Question, answer, and the rule with its own source.</summary>
    public static CardSection Section(IReadOnlyList<CodeNote> notes)
    {
        var statements = new List<Statement>();
        foreach (var note in notes)
        {
            var sources = note.Sources.ToList();
            foreach (var rule in RuleCatalog.All)
                if (note.Rule.Contains(rule.Id, StringComparison.Ordinal)) sources.Add(rule.Source);
            statements.Add(new($"{string.Join(' ', note.Codes)}: {note.Label}", note.Text, sources)
            {
                Rule = note.Rule, Confidence = note.Confidence,
            });
        }
        return new("questions", "Answer", statements);
    }

    /// <summary>Whether a text asks more than what a code is.</summary>
    public static bool AskMore(CardFacts facts, string text) => Meant(facts, Words(text)).Count > 0;

    /// <summary>What to say where a question has no answer: what can be asked instead.</summary>
    public static string Instead(CardFacts facts, string text, HcpcsCode inHand)
    {
        const int named = 6;
        var codes = CodesOf(facts, Words(text), inHand);
        var known = facts.Notes.Notes.Where(note => note.Topic is NoteTopic.Question
            && (codes.Count > 0 ? note.Codes.Any(codes.Contains) : note.Codes.Count > 3)).Take(named)
            .Select(note => $"\"{note.Label}\"");
        var of = codes.Count > 0 ? codes[0].Value : "unclassified codes";
        return $"Noc has no answer to this question. Of {of} it answers "
            + $"{string.Join(", ", known)}. What a payer wants stands in `noc rules list`.";
    }

    // The catch-all codes that a question names, or else that of the line in hand.
    private static List<HcpcsCode> CodesOf(CardFacts facts, List<string> words, HcpcsCode inHand)
    {
        List<HcpcsCode> codes = [.. words.Select(word => HcpcsCode.TryParse(word, out var code)
            && facts.Tables.CatchAll(code) is not null ? code : default).Where(code => !code.IsNone)];
        return codes.Count == 0 && !inHand.IsNone ? [inHand] : codes;
    }

    // Half of what is asked, at least, is a matter of the note; "authorization" is none of one about NDCs.
    private static bool IsAbout(List<string> asked, CodeNote note)
    {
        var of = Words($"{note.Label} {note.Text}");
        var missed = asked.Count(word => !of.Exists(one => Fits([word], one)));
        return missed * 2 <= asked.Count;
    }

    // The words of the question, and those that plain words stand for.
    private static List<string> Meant(CardFacts facts, List<string> words)
    {
        List<string> asked = [.. words.Where(word => !HcpcsCode.TryParse(word, out _)
            || !char.IsAsciiDigit(word[^1]))];
        foreach (var phrase in facts.Notes.Phrases)
            if (phrase is { Kind: PhraseKind.Words, Words.Count: 1 } && words.Contains(phrase.Words[0]))
                asked.AddRange(Words(phrase.Target));
        return [.. asked.Distinct()];
    }

    private static bool Fits(List<string> asked, string word) => asked.Exists(one => one == word
        || (one.Length > 4 && word.Length > 4 && (one.StartsWith(word, StringComparison.Ordinal)
            || word.StartsWith(one, StringComparison.Ordinal))));

    private static List<string> Words(string text) => [.. text.ToUpperInvariant()
        .Split([' ', ',', '.', '?', '!', ':', ';', '/', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length >= MinWord && !Fillers.Contains(word)).Distinct()];
}
