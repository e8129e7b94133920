using Noc.Drugs;
using Noc.Reference.Seed;
using Noc.Search;
using Noc.Tables;

namespace Noc.App.FindCodes;

/// <summary><c>noc find</c>: a search, a card, codes side by side, or a decision.</summary>
public static class FindRun
{
    private const int Listed = 12, CodeWidth = 5;

    /// <summary>Answers a search, a comparison or a decision on standard output.</summary>
    /// <param name="options">What was asked.</param>
    /// <param name="tables">The tables to look in.</param>
    /// <param name="output">Where the answer goes.</param>
    /// <param name="input">Answers to questions; read only where <see cref="FindOptions.IsInteractive"/>.</param>
    /// <param name="errors">What is wrong with the question.</param>
    /// <returns>0 found, 1 nothing found, 2 the question cannot be answered as it is.</returns>
    public static int Run(
        FindOptions options, ReferenceTables tables, Stream output, TextReader input, TextWriter errors)
    {
        LineInHand? line = null;
        var source = options.Policies ?? new(null, IgnoresBad: false, DataFolder: "");
        if (source.Open(errors, out var refused) is not { } policies) return refused;
        if (options.Claims.Length > 0)
        {
            line = LineInHand.Find(options.Claims, options.Line, new(tables, policies), out var problem);
            if (line is null)
            {
                errors.WriteLine($"noc: {problem}");
                return 2;
            }
            options = options with
            {
                Day = options.IsDayAsked ? options.Day : line.Day ?? options.Day,
                Text = options.Text.Length > 0 ? options.Text : line.Code.Value,
            };
        }
        var facts = new CardFacts(tables, SeedNotes.Load(), options.Day) { Policies = policies };
        if (options is { Compare.Count: 0, Decide: false }
            && Comparison.CodesOf(facts, options.Text) is { Count: > 1 } named)
            options = options with { Compare = named };
        if (options.Compare.Count > 0) return Comparison.Run(options, facts, output, errors);
        if (options.Decide) return Decision.Run(options, facts, output, input, errors);
        if (options.Text.Length == 0)
        {
            errors.WriteLine("noc: say what to find: a code, an NDC, a name or plain words.");
            return 2;
        }
        var result = facts.Search.Find(options.Text, options.Day,
            options.ListOnly ? int.MaxValue : DrugSearch.MaxHits);
        var inHand = line?.Code ?? default;
        var answers = Answers.To(facts, options.Text, inHand);
        if (answers.Count == 0 && DrugSearch.IsQuestion(options.Text))
            result = OfQuestion(facts, options.Text, inHand, result);
        var card = result.IsCertain && !options.ListOnly && answers.Count == 0 ? CardOf(facts, result.Hits[0]) : null;
        if (options.IsJson)
            FindJson.Write(output, facts, "find", options.Text, json =>
            {
                FindJson.WriteHits(json, result, hit => Say(facts, hit));
                if (line is not null) FindJson.WriteLine(json, line.Section);
                if (answers.Count > 0)
                    FindJson.WriteStatements(json, "answers", Answers.Section(answers).Statements);
                if (card is not null) FindJson.WriteCard(json, card);
            });
        else WriteText(options, facts, result, new(answers, card, line?.Section), output);
        return result.Hits.Count > 0 || answers.Count > 0 || line is not null ? 0 : 1;
    }

    // A question that the notes do not answer: what fits all its words may do so, and the card of a code that it names.
    private static FindResult OfQuestion(CardFacts facts, string text, HcpcsCode inHand, FindResult result)
    {
        if (result.IsCertain && (result.Hits[0].Kind is not HitKind.Code || !Answers.AskMore(facts, text)))
            return result;
        if (!result.IsCertain && result.Hits.Count > 0 && result.Missing is null) return result;
        return new(result.IsCertain ? result.Hits : [], result.IsCertain, Answers.Instead(facts, text, inHand));
    }

    /// <summary>Writes a page.</summary>
    internal static void Write(Stream output, Page page, ReferenceTables? tables = null) => output.Write(
        System.Text.Encoding.UTF8.GetBytes(page + (tables is null ? "" : TablesNotice.Under(tables))));

    // What stands on the page beside the hits; null or empty where it does not.
    private sealed record Shown(IReadOnlyList<CodeNote> Answers, Card? Card, CardSection? Line);

    private static void WriteText(
        FindOptions options, CardFacts facts, FindResult result, Shown shown, Stream output)
    {
        var page = new Page(options.Width, options.Color);
        var text = new CardText(page);
        if (shown.Answers.Count > 0) text.Write(Answers.Section(shown.Answers));
        if (shown is { Card: not null, Answers.Count: 0 } && result.Missing is { } instead)
        {
            page.Entry("", 0, instead, indent: 0);
            page.Line();
        }
        if (shown.Card is { } card)
            text.Write(shown.Line is { } line ? card with { Sections = [line, .. card.Sections] } : card);
        else
        {
            if (shown.Line is { } alone) text.Write(alone);
            if (shown.Answers.Count > 0 || shown.Line is not null)
            {
                text.WriteSources();
                page.Line();
            }
            if (shown.Answers.Count == 0 && result.Hits.Count == 0)
                page.Entry("", 0, result.Missing ?? "", indent: 0);
            else if (shown.Answers.Count == 0) WriteList(page, facts, result, options.ListOnly);
        }
        Write(output, page, facts.Tables);
    }

    private static void WriteList(Page page, CardFacts facts, FindResult result, bool isWhole)
    {
        if (result.Missing is { } missing) page.Entry("", 0, missing, indent: 0);
        var listed = isWhole ? result.Hits.Count : Listed;
        foreach (var hit in result.Hits.Take(listed))
        {
            if (hit.Product is not { } product)
            {
                page.Entry(hit.Code.Value, CodeWidth, Say(facts, hit).Summary, $"({hit.Reason})", indent: 0);
                continue;
            }
            var head = Headline.Of(facts, product, hit.Code, hit.Named);
            if (!hit.Ndc.IsNone && hit.Code.IsNone)
            {
                page.Entry("", CodeWidth, $"{head.Name}; the drug goes by {head.Text}", $"({hit.Reason})", indent: 0);
                continue;
            }
            page.Entry(head.Code.Value, CodeWidth, head.Short.Length > 0 ? $"{head.Name}, {head.Short}" : head.Name,
                $"({hit.Reason})", indent: 0);
        }
        if (result.Hits.Count > listed) page.Line($"and {result.Hits.Count - listed} more (--list)");
        page.Line();
        page.Note($"On {facts.Day:yyyy-MM-dd}, in the office"
            + (facts.IsBeyond ? $", as far as known to {facts.Tables.CoveredTo:yyyy-MM-dd}" : "")
            + ". noc find NAME or CODE opens a card.");
    }

    private static (string Name, string Summary) Say(CardFacts facts, FindHit hit)
    {
        if (hit.Product is not { } product)
            return (hit.Code.Value, CodeCard.Summary(facts, hit.Code, facts.Tables.CatchAll(hit.Code),
                facts.Search.ProductsOf(hit.Code)));
        var head = Headline.Of(facts, product, hit.Code, hit.Named);
        return (head.Name, head.Text);
    }

    private static Card CardOf(CardFacts facts, FindHit hit) => hit.Product is { } product
        ? DrugCard.Of(facts, product, hit.Code, hit.Ndc, hit.Named) : CodeCard.Of(facts, hit.Code);
}
