using Noc.Drugs;
using Noc.Search;
using Noc.Tables;

namespace Noc.App.FindCodes;

/// <summary>Puts the card of a code together.</summary>
internal static class CodeCard
{
    /// <summary>The card of a code on the day of the facts.</summary>
    public static Card Of(CardFacts facts, HcpcsCode code)
    {
        var catchAll = facts.Tables.CatchAll(code);
        var products = facts.Search.ProductsOf(code);
        CardSection?[] sections =
        [
            About(facts, code, catchAll, products),
            facts.Section(code, NoteTopic.Use, "use", "When to use it"),
            facts.Section(code, NoteTopic.NotFor, "notFor", "When not to"),
            facts.Section(code, NoteTopic.Say, "say", "What the line must say"),
            facts.Section(code, NoteTopic.Document, "documents", "Documents needed"),
            Payment(facts, code),
            Administration.Values(facts, code),
            CodeHistory.Of(facts, code, products),
            CodeHistory.ByQuarter(facts, code),
            Quarters.Prices(facts, code),
            Quarters.Statuses(facts, code),
            Packages.Of(facts, code),
            Administration.Of(facts, code) ?? (products is [var only] ? Administration.Of(facts, only) : null),
            PayerSayings.Of(facts, code),
            facts.Section(code, NoteTopic.Question, "questions", "Questions and answers"),
            Examples(facts, code),
            BilledUnder.Of(facts, code, catchAll, products),
            Related(facts, code, catchAll),
            facts.Section(code, NoteTopic.Specialty, "specialties", "Who uses it"),
            facts.NotLoaded(),
        ];
        return new("code", code.Value, code.Value, Summary(facts, code, catchAll, products),
            [.. sections.OfType<CardSection>()]);
    }

    // S codes are those of commercial and Medicaid plans: for care at home, and for any prescription drug.
    private static string KindOf(UnclassifiedCode row) => row.Kind switch
    {
        CatchAllKind.Unclassified => "Unclassified code",
        CatchAllKind.Named => "Names the ingredient, not the maker",
        CatchAllKind.Procedure when row.Code.Series is 'S' => "Home infusion code for care that no other code names",
        CatchAllKind.Procedure => "Unlisted procedure",
        _ when row.Code.Series is 'S' => "Any prescription drug, for payers that ask for it",
        _ => "Names a group of agents, not the agent",
    };

    /// <summary>One line on a code for lists.</summary>
    public static string Summary(
        CardFacts facts, HcpcsCode code, UnclassifiedCode? catchAll, IReadOnlyList<Product> products)
    {
        if (catchAll is not null) return catchAll.Meaning;
        if (products.Count == 0 && facts.Of(code, NoteTopic.Meaning).FirstOrDefault() is { } meaning)
            return meaning.Text.TrimEnd('.');
        if (products.Count > 0)
        {
            var names = products.Select(product => product.Ingredient).Distinct().ToList();
            return names.Count <= 3 ? string.Join(", ", names) : $"{names[0]}, {names[1]} and {names.Count - 2} more";
        }
        var rows = facts.Tables.Image.Rows<CodeRecord>().Of(TableKey.Of(code));
        return rows.Length > 0 ? facts.Tables.Image.Text(rows[^1].ShortText).ToLowerInvariant() : "";
    }

    private static CardSection About(
        CardFacts facts, HcpcsCode code, UnclassifiedCode? catchAll, IReadOnlyList<Product> products)
    {
        var all = new List<Statement>();
        foreach (var note in facts.Of(code, NoteTopic.Meaning)) all.Add(CardFacts.ToStatement(note) with
        {
            Label = "Meaning",
        });
        if (catchAll is not null)
            all.Add(new("Kind", $"{KindOf(catchAll)}.", facts.Seed("unclassified-codes.csv", "code",
                code.Value)));
        all.Add(Valid(facts, code, catchAll, products));
        if (Unit(facts, code, catchAll, products) is { } unit) all.Add(unit);
        var described = facts.Tables.Image.Rows<CodeRecord>().Of(TableKey.Of(code));
        if (described.Length > 0 && (described.On(facts.Day) ?? described[^1]) is { LongText.IsEmpty: false } row)
        {
            all.Add(new("CMS says", $"{facts.Tables.Image.Text(row.LongText)}"
                + (row.Days.Include(facts.Day) ? "" : $" (wording of {row.Days.From:yyyy-MM-dd})"),
                facts.File(Dataset.Hcpcs, row.Days.From ?? facts.Day)));
        }
        if (facts.Of(code, NoteTopic.AlsoCalled).ToList() is { Count: > 0 } names)
            all.Add(new("Also called", $"{string.Join(", ", names.Select(note => note.Text))}.", names[0].Sources)
            {
                Confidence = Confidence.Low,
            });
        if (facts.Tables.Image.Rows<MueRecord>().Of(TableKey.Of(code)).On(facts.Day) is { } most)
            all.Add(new("Most units", $"{most.Units} " + (most.Indicator == 1 ? "a line" : "a day")
                + " (Medicare, practitioner).", facts.File(Dataset.MuePractitioner, facts.Day)));
        return new("about", "The code", all);
    }

    /// <summary>Since when and until when a code is valid.</summary>
    internal static Statement Valid(
        CardFacts facts, HcpcsCode code, UnclassifiedCode? catchAll, IReadOnlyList<Product> products)
    {
        DateOnly? from, to;
        IReadOnlyList<Source> sources;
        var rows = facts.Tables.Image.Rows<CodeRecord>().Of(TableKey.Of(code));
        if (catchAll is not null)
            (from, to, sources) = (catchAll.From, catchAll.To,
                facts.Seed("unclassified-codes.csv", "code", code.Value));
        else if (products.Count > 0)
        {
            var own = products.SelectMany(product => product.Codes).Where(row => row.Code == code).ToList();
            from = own.Min(row => row.From);
            to = own.Exists(row => row.To is null) ? null : own.Max(row => row.To);
            sources = facts.Seed("product-codes.csv", "code", code.Value);
        }
        else if (rows.Length > 0)
            (from, to, sources) = (rows[^1].Valid.From, rows[^1].Valid.To,
                [facts.File(Dataset.Hcpcs, rows[^1].Days.From ?? facts.Day)]);
        else if (char.IsAsciiDigit(code.Series))
            return new("Valid", Administration.Priced(facts, code), Noted(facts, Dataset.FeeSchedule));
        else return new("Valid", "Not covered: the tables do not say since when.", Noted(facts));
        if (from is null && rows.Length > 0)
            (from, sources) = (rows[^1].Valid.From, [.. sources, facts.File(Dataset.Hcpcs,
                rows[^1].Days.From ?? facts.Day)]);
        var days = $"{(from is null ? "Before the tables begin" : $"Since {from:yyyy-MM-dd}")}"
            + (to is null ? "" : $" until {to:yyyy-MM-dd}");
        var now = from > facts.Day ? $"; not yet valid on {facts.Day:yyyy-MM-dd}"
            : to < facts.Day ? $"; not valid on {facts.Day:yyyy-MM-dd} any more"
            : $"; valid on {facts.Day:yyyy-MM-dd}"
                + (facts.Tables.Coverage.Of(Dataset.Hcpcs, facts.Day) is CoverageKind.Complete ? ""
                    : ", as far as known");
        return to is { } end && facts.IsEndInferred(code, end)
            ? new("Valid", $"{days}{now}. {CardFacts.InferredEnd}", sources) { Confidence = Confidence.Low }
            : new("Valid", days + now + ".", sources);
    }

    private static Source Noted(CardFacts facts, Dataset dataset = Dataset.Hcpcs) => facts.File(dataset, facts.Day);

    // None for a service: it is counted as its meaning says, and no description of ours names an amount.
    private static Statement? Unit(
        CardFacts facts, HcpcsCode code, UnclassifiedCode? catchAll, IReadOnlyList<Product> products)
    {
        if (facts.Of(code, NoteTopic.Short).FirstOrDefault(note => note.Label == "Unit") is { } unit)
            return CardFacts.ToStatement(unit);
        if (catchAll is { Kind: CatchAllKind.Unclassified })
            return new("Unit", "One a line for Medicare: the code has no unit of its own; the text says the dose.",
                facts.Seed("unclassified-codes.csv", "code", code.Value)) { Rule = "UNT001" };
        var units = products.SelectMany(product => product.Codes)
            .Where(row => row.Code == code && row.UnitText.Length > 0).Select(row => row.UnitText).Distinct().ToList();
        if (units.Count > 0)
            return new("Unit", string.Join("; ", units), facts.Seed("product-codes.csv", "code", code.Value));
        var limits = facts.Tables.Image.Rows<LimitRecord>().Of(TableKey.Of(code));
        if (limits.Length > 0)
            return new("Unit", facts.Tables.Image.Text((limits.On(facts.Day) ?? limits[^1]).DosageText),
                facts.File(Dataset.AspPrices, facts.Day));
        var rows = facts.Tables.Image.Rows<CodeRecord>().Of(TableKey.Of(code));
        return rows.Length > 0 && rows[^1].UnitValue.Value is > 0
            ? new("Unit", $"{rows[^1].UnitValue} {facts.Tables.Image.Text(rows[^1].Unit)}", Noted(facts))
            : char.IsAsciiDigit(code.Series) ? null
            : new("Unit", "The description names no amount.", Noted(facts));
    }

    private static CardSection? Payment(CardFacts facts, HcpcsCode code)
    {
        var all = facts.Of(code, NoteTopic.Payment).Select(CardFacts.ToStatement).ToList();
        if (code.Value is "J3490" or "J3590" or "J9999")
        {
            var image = facts.Tables.Image;
            foreach (ref readonly var row in image.Rows<NocPriceRecord>().All)
                if (row.Days.Include(facts.Day) && row.LimitUsd.Value is { } usd)
                    all.Add(new("By name", FormattableString.Invariant(
                        $"{image.Text(row.DrugName)}, {image.Text(row.DosageText)}: ${usd:#,##0.00#}"),
                        facts.File(Dataset.NocPrices, facts.Day)));
            if (facts.Tables.Coverage.Of(Dataset.NocPrices, facts.Day) is CoverageKind.None)
                all.Add(new("By name", $"Not covered: the prices by name of {facts.Day:yyyy-MM-dd} are not loaded.",
                    facts.File(Dataset.NocPrices, facts.Day)));
        }
        return all.Count == 0 ? null : new("payment", "How it is paid", all);
    }

    private static CardSection? Examples(CardFacts facts, HcpcsCode code)
    {
        var all = new List<Statement>();
        foreach (var (topic, label) in ((NoteTopic, string)[])
            [(NoteTopic.Clean, "Clean"), (NoteTopic.Denied, "Denied"), (NoteTopic.Corrected, "Corrected")])
            foreach (var note in facts.Of(code, topic))
            {
                all.Add(CardFacts.ToStatement(note) with { Label = label });
                if (note.Label.Length > 0)
                    all.Add(new("Why", $"{char.ToUpperInvariant(note.Label[0])}{note.Label[1..]}.", note.Sources)
                    {
                        Rule = note.Rule,
                    });
            }
        return all.Count == 0 ? null : new("examples", "Worked examples (invented drugs)", all);
    }

    private static CardSection? Related(CardFacts facts, HcpcsCode code, UnclassifiedCode? catchAll)
    {
        var all = facts.Of(code, NoteTopic.Related).Select(CardFacts.ToStatement).ToList();
        if (all.Count == 0) return null;
        if (catchAll is { Kind: CatchAllKind.Unclassified })
        {
            var codes = string.Join(',', all.Select(one => one.Label).Prepend(code.Value).Take(5));
            all.Add(new("Compare", $"noc find --compare {codes}; noc find --decide asks and names one.",
                CardFacts.Decisions));
        }
        return new("related", "Related codes", all);
    }
}
