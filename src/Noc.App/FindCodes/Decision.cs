using System.Text;
using Noc.Coding;
using Noc.Search;

namespace Noc.App.FindCodes;

/// <summary><c>noc find --decide</c>: asks what changes the answer, and names one code.</summary>
internal static class Decision
{
    private const int MaxWrongAnswers = 3, FewCodes = 8;

    /// <summary>Decides, asking what options have not answered.</summary>
    public static int Run(
        FindOptions options, CardFacts facts, Stream output, TextReader input, TextWriter errors)
    {
        var found = options.Text.Length > 0 ? facts.Search.Find(options.Text, options.Day) : null;
        if (found is not null && found is not { IsCertain: true, Hits: [{ Product.Id.Length: > 0 }, ..] })
        {
            errors.WriteLine($"noc: {options.Text} is not one drug that the tables know; leave it out, and Noc asks.");
            return 2;
        }
        var product = found?.Hits[0].Product;
        if (product?.Approved > options.Day && SpecificCodes.Find(product, options.Day, Setting.Opps).Count == 0)
        {
            errors.WriteLine($"noc: {product.DisplayName} was not approved yet on {options.Day:yyyy-MM-dd}, but on "
                + $"{product.Approved:yyyy-MM-dd}: no code is for it.");
            return 2;
        }
        var space = new DecisionSpace(product, options.Day);
        foreach (var (option, value) in options.Answers)
            if (!space.Answer(option, value))
            {
                errors.WriteLine($"noc: --{option} {value} contradicts the other answers.");
                return 2;
            }
        var answers = new List<(Question Question, string Value)>();
        while (space.Next() is { } question)
        {
            if (!options.IsInteractive || options.IsJson) break;
            if (Ask(question, space.Values(question), options, output, input, answers.Count + 1) is not { } value)
                return 2;
            space.Answer(question.Name, value);
            answers.Add((question, value));
        }
        var codes = space.Codes();
        if (options.IsJson) WriteJson(options, facts, space, codes, output);
        else WriteText(options, facts, product?.DisplayName, space, codes, output, errors);
        return codes.Count == 1 ? 0 : 2;
    }

    // Null where the input ends, or nothing but wrong answers comes.
    private static string? Ask(
        Question question, List<string> values, FindOptions options, Stream output, TextReader input, int number)
    {
        var page = new Page(options.Width, options.Color);
        page.Heading($"{number}. {question.Text}");
        for (var i = 0; i < values.Count; i++)
            page.Entry($"{i + 1}", 2, question.Choices.First(choice => choice.Value == values[i]).Text);
        FindRun.Write(output, page);
        for (var i = 0; i < MaxWrongAnswers; i++)
        {
            Prompt(output, $"  1 to {values.Count}: ");
            if (input.ReadLine() is not { } line) return null;
            if (int.TryParse(line.Trim(), out var at) && at >= 1 && at <= values.Count)
            {
                Prompt(output, "\n");
                return values[at - 1];
            }
            if (values.Contains(line.Trim())) return line.Trim();
        }
        return null;
    }

    private static void Prompt(Stream output, string text)
    {
        output.Write(Encoding.UTF8.GetBytes(text));
        output.Flush();
    }

    private static void WriteText(
        FindOptions options, CardFacts facts, string? drug, DecisionSpace space, List<CodeChoice> codes,
        Stream output, TextWriter errors)
    {
        if (codes.Count != 1)
        {
            // One option a line: a person copies them.
            errors.WriteLine(codes.Count > FewCodes ? $"noc: {codes.Count} codes are still open. Say also:"
                : $"noc: still open: {string.Join(", ", codes.Select(Name))}. Say also:");
            foreach (var missing in Missing(space)) errors.WriteLine($"  {missing}");
            return;
        }
        var page = new Page(options.Width, options.Color);
        var code = codes[0].Code;
        page.Heading(Name(codes[0]));
        if (!code.IsNone)
            page.Entry("", 0, CodeCard.Summary(facts, code, facts.Tables.CatchAll(code),
                facts.Search.ProductsOf(code)));
        page.Line();
        if (drug is not null) page.Entry("Drug", 10, drug);
        page.Entry("Why", 10, codes[0].Reason, $"(decision table, row {codes[0].Row})");
        page.Entry("On", 10, $"{options.Day:yyyy-MM-dd}"
            + (facts.IsBeyond ? $", as far as known to {facts.Tables.CoveredTo:yyyy-MM-dd}" : ""));
        foreach (var note in facts.Of(code, NoteTopic.Say).Take(3))
            page.Entry(note == facts.Of(code, NoteTopic.Say).First() ? "Line says" : "", 10,
                note.Label.Length > 0 ? $"{note.Label}: {note.Text}" : note.Text);
        if (drug is null && codes[0].Row > 1)
            page.Entry("Mind", 10, "A code of the drug's own on that day comes before: noc find NAME tells.");
        if (!code.IsNone)
        {
            page.Line();
            page.Note($"noc find {code} has the whole card.");
        }
        FindRun.Write(output, page, facts.Tables);
    }

    private static string Name(CodeChoice choice) => choice.Code.IsNone ? "no drug code" : choice.Code.Value;

    private static IEnumerable<string> Missing(DecisionSpace space)
    {
        foreach (var question in Question.All)
            if (space.Open(question.Name).Count > 1 && question.Name != "detail")
                yield return $"--{question.Name} {string.Join('|', space.Open(question.Name))}";
            else if (question.Name == "detail" && space.Values(question) is { Count: > 1 } details)
                yield return $"--detail {string.Join('|', details)}";
    }

    private static void WriteJson(
        FindOptions options, CardFacts facts, DecisionSpace space, List<CodeChoice> codes, Stream output) =>
        FindJson.Write(output, facts, "decide", options.Text, json =>
        {
            json.WriteStartObject("decision");
            json.WriteBoolean("decided", codes.Count == 1);
            json.WriteStartArray("codes");
            foreach (var choice in codes)
            {
                json.WriteStartObject();
                json.WriteString("code", choice.Code.Value);
                json.WriteString("reason", choice.Reason);
                json.WriteNumber("row", choice.Row);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("open");
            if (codes.Count != 1)
                foreach (var missing in Missing(space)) json.WriteStringValue(missing);
            json.WriteEndArray();
            json.WriteEndObject();
        });
}
