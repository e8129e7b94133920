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
        "WANTS", "REQUIRED", "MUST", "LINE", "CLAIM", "HERE", "WAS",
    };

    // Words of two letters that say something.
    private static readonly HashSet<string> Modifiers = new(StringComparer.Ordinal) { "JW", "JZ", "KD", "AY" };

    // What the other parts of a card answer.
    private static readonly (NoteTopic Topic, string Label)[] Parts =
    [
        (NoteTopic.Payment, "How is it paid, and priced?"),
        (NoteTopic.Document, "What documentation is needed, which documents?"),
        (NoteTopic.Specialty, "Which specialties use it?"),
    ];

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
        var least = codes.Count > 0 || asked.Exists(means => Modifiers.Contains(means[0])) ? 3 : 6;
        var scored = Known(facts, codes).Select(note => (Note: note, Score: Score(asked, note)))
            .Where(one => IsAbout(asked, one.Note) && one.Score >= least)
            .OrderByDescending(one => one.Score).ToList();
        return [.. scored.Where(one => one.Score * 2 > scored[0].Score).Take(Most).Select(one => one.Note)];
    }

    // The questions that are answered of codes, of any code where none is named.
    private static IEnumerable<CodeNote> Known(CardFacts facts, List<HcpcsCode> codes)
    {
        foreach (var note in facts.Notes.Notes)
            if (note.Topic is NoteTopic.Question && (codes.Count == 0 || note.Codes.Any(codes.Contains)))
                yield return note;
        foreach (var code in codes)
        {
            var valid = CodeCard.Valid(facts, code, facts.Tables.CatchAll(code), []);
            yield return new([code], NoteTopic.Question, "When was it added, since when is it valid?", valid.Text, "",
                valid.Confidence, valid.Sources);
            foreach (var (topic, label) in Parts)
                if (facts.Of(code, topic).ToList() is { Count: > 0 } notes)
                    yield return new([code], NoteTopic.Question, label, string.Join(' ', notes.Select(Said)),
                        string.Join(' ', notes.Select(note => note.Rule).Where(rule => rule.Length > 0).Distinct()),
                        notes.Min(note => note.Confidence), [.. notes.SelectMany(note => note.Sources).Distinct()]);
        }
    }

    private static string Said(CodeNote note) => note.Label.Length > 0 ? $"{note.Label}: {note.Text}" : note.Text;

    private static int Score(List<List<string>> asked, CodeNote note) =>
        Words($"{note.Label} {note.Text}").Count(word => asked.Exists(means => Fits(means, word)))
            + (2 * Words(note.Label).Count(word => asked.Exists(means => Fits(means, word))));

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
        var asked = Meant(facts, Words(text));
        // The nearest first; else those that most codes share.
        var known = Known(facts, codes).OrderByDescending(note => Score(asked, note))
            .ThenByDescending(note => codes.Count > 0 ? 0 : note.Codes.Count).Take(named)
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
    private static bool IsAbout(List<List<string>> asked, CodeNote note)
    {
        var of = Words($"{note.Label} {note.Text}");
        var missed = asked.Count(means => !of.Exists(one => Fits(means, one)));
        return missed * 2 <= asked.Count;
    }

    // Each word of the question with those that it stands for.
    private static List<List<string>> Meant(CardFacts facts, List<string> words)
    {
        var asked = new List<List<string>>();
        foreach (var word in words)
        {
            if (HcpcsCode.TryParse(word, out _) && char.IsAsciiDigit(word[^1])) continue;
            List<string> means = [word];
            foreach (var phrase in facts.Notes.Phrases)
                if (phrase is { Kind: PhraseKind.Words, Words.Count: 1 } && phrase.Words[0] == word)
                    means.AddRange(Words(phrase.Target));
            asked.Add(means);
        }
        return asked;
    }

    private static bool Fits(List<string> means, string word) => means.Exists(one => one == word
        || (one.Length > 4 && word.Length > 4 && (one.StartsWith(word, StringComparison.Ordinal)
            || word.StartsWith(one, StringComparison.Ordinal))));

    private static List<string> Words(string text) => [.. text.ToUpperInvariant()
        .Split([' ', ',', '.', '?', '!', ':', ';', '/', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => (word.Length >= MinWord && !Fillers.Contains(word)) || Modifiers.Contains(word)).Distinct()];
}
