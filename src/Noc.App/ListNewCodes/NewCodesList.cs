using System.Text.Json;
using System.Text.Json.Serialization;
using Noc.Coding;
using Noc.Payers;
using Noc.Reference.Seed;
using Noc.Tables;

namespace Noc.App.ListNewCodes;

/// <summary><c>noc new-codes</c>: drugs that left an unclassified code, and what must change for it.</summary>
public static class NewCodesList
{
    private const int MostOlder = 8;
    private const int WaitingYears = 2;   // drugs approved longer ago rarely get a code any more

    /// <summary>First day of approval of the drugs that still wait for a code.</summary>
    internal static DateOnly WaitingSince(DateOnly day) => day.AddYears(-WaitingYears);

    /// <summary>Writes the list.</summary>
    /// <returns>0; 1 where lines or rows must change; 3 where an input cannot be read.</returns>
    public static int Run(
        NewCodesOptions options, ReferenceTables tables, PolicySet policies, TextWriter output, TextWriter errors)
    {
        var answer = Answer(options, tables, policies);
        output.Write(options.IsJson ? JsonSerializer.Serialize(answer, NewCodesJson.Shaped.NewCodesAnswer) + "\n"
            : NewCodesPage.Write(answer, options.IsColored));
        foreach (var problem in answer.Problems) errors.WriteLine(problem);
        return answer.Problems.Count > 0 ? 3
            : answer.Claims?.Recode.Count > 0 || answer.Evidence?.Stale.Count > 0 ? 1 : 0;
    }

    internal static NewCodesAnswer Answer(NewCodesOptions options, ReferenceTables tables, PolicySet policies)
    {
        var codes = NewCodes.Since(tables, options.Since);
        var notes = SeedNotes.Load();
        var problems = new List<string>();
        return new()
        {
            Schema = "noc.new-codes/1",
            Noc = NocVersion.Text,
            Tables = tables.Version,
            Notice = tables.Notice,
            Since = options.Since,
            On = options.On,
            CoveredTo = tables.CoveredTo,
            Codes = [.. codes.Select(code => Card(code, notes))],
            Ndcs = [.. NewCodes.ByNdc(tables, options.Since).Select(one =>
                new NewNdcCard(one.Ndc.Digits, one.Name, one.Code.Value, one.DosageText, one.First))],
            NotInList = [.. NewCodes.Unknown(tables, options.Since).Select(one =>
                new UnknownCodeCard(one.Code.Value, one.First, one.Text))],
            Waiting = [.. NewCodes.Without(tables, options.On, WaitingSince(options.On)).Select(product =>
                Waiting(product, options.On, notes))],
            Calendar = CodeCalendar.Of(tables, options.On),
            Claims = options.Claims.Count > 0 ? new ClaimLines(tables, policies, codes, options).Read(problems)
                : null,
            Evidence = options.Evidence.Count > 0 ? new StaleRows(tables, codes, options.Since, options.On)
                .Read(options.Evidence, problems) : null,
            Notes = Notes(options, tables),
            Problems = problems,
        };
    }

    private static NewCodeCard Card(NewCode code, SeedNotes notes) => new(code.Row.Code.Value, code.First, code.Row.To,
        code.Row.UnitText is "unknown" ? "" : code.Row.UnitText, code.Product.NameUnder(code.Row),
        code.Product.Ingredient, code.Row.Label, code.Product.Approved,
        [.. code.Before.Select(old => new OldCodeCard(Word(old.Setting), old.Code.Value, old.IsUnclassified,
            old.Row?.UnitText ?? "", code.First.AddDays(-1)))],
        [.. code.Ndcs.Select(ndc => ndc.Digits)], Words.Of(code.Confidence), Note(code),
        notes.SourcesOfRow("product-codes.csv", "product", code.Product.Id));

    private static string Note(NewCode code)
    {
        if (code.IsFromApproval)
            return "Counts from the approval on: no day of service belongs to an unclassified code.";
        foreach (var old in code.Before)
            if (old.Row is { Unit.IsNone: false } row && !code.Row.Unit.IsNone && row.Unit != code.Row.Unit)
                return $"The unit changes: {row.Code} per {row.UnitText}, {code.Row.Code} per {code.Row.UnitText}.";
        return "";
    }

    private static WaitingCard Waiting(Product product, DateOnly day, SeedNotes notes)
    {
        var (earliest, usual) = NewCodes.Expected(product.Approved!.Value);
        return new(product.DisplayName, product.Ingredient, product.Approved.Value, product.IsApprovalVerified,
            CodeIn(Setting.Office), CodeIn(Setting.Opps), earliest, usual,
            Words.Of(product.Confidence), CodeCalendar.StatusOf(product.Approved.Value, day),
            notes.SourcesOfRow("products.csv", "id", product.Id));
        string CodeIn(Setting setting) => DrugCodes.Of(product, day, setting, isMedicare: true).Code is
            { IsNone: false } code ? code.Value : product.Fallback.Value;
    }

    // What the list of drugs without a code does not hold, so that nobody takes it for all.
    private static string LeftOut(ReferenceTables tables, DateOnly day)
    {
        var since = WaitingSince(day);
        var all = NewCodes.AllWithout(tables, day);
        var given = all.Where(NewCodes.IsGivenByClinics).ToList();
        var older = given.Where(product => product.Approved < since).OrderByDescending(product => product.Approved)
            .ThenBy(product => product.Id, StringComparer.Ordinal).ToList();
        var newest = string.Join(", ", older.Take(MostOlder).Select(product =>
            $"{(product.Brands is [var brand, ..] ? brand : product.Ingredient)} {product.Approved:yyyy-MM-dd}"));
        return $"The list of drugs without a code holds those that clinics give, approved since {since:yyyy-MM-dd}. "
            + $"Left out, without a code of their own in our list of drugs: {older.Count} approved before"
            + (newest.Length > 0 ? $" (the newest: {newest})" : "")
            + $"; {given.Count(product => product.Approved is null)} without a known day of approval; "
            + $"{all.Count - given.Count} that patients swallow or give themselves. `noc find` has them all.";
    }

    private static List<string> Notes(NewCodesOptions options, ReferenceTables tables)
    {
        var notes = new List<string>
        {
            "The day of service decides: the new code from its first day on, the old one for every day before, "
            + "whenever the claim is sent.",
            "Never hold a claim until a code comes: a code does not reach back, and the filing limit runs from the "
            + "day of service.",
            "A hospital code of its own (C code) often comes a quarter before the code for all. Noc knows no list of "
            + "pending applications: what is said of a drug rests on its approval alone.",
        };
        if (options.Claims.Count > 0)
            notes.Add($"Lines are compared with the codes since {options.Since:yyyy-MM-dd}; `noc audit` (COD001) finds "
                + "lines of older codes.");
        if (options.On > tables.CoveredTo)
            notes.Add($"{options.On:yyyy-MM-dd} is not covered: the tables end on {tables.CoveredTo:yyyy-MM-dd}, and "
                + "what is listed as without a code may have one since.");
        notes.Add(LeftOut(tables, options.On));
        if (Missing(options, tables) is [_, ..] missing)
            notes.Add($"Crosswalks not loaded as a whole: {string.Join(", ", missing)}. Codes that they bring are not "
                + "listed, unless our list of drugs has them.");
        return notes;
    }

    // Quarters of the span that was asked for.
    private static List<string> Missing(NewCodesOptions options, ReferenceTables tables)
    {
        var missing = new List<string>();
        var last = CalendarQuarter.FirstDay(options.On);
        for (var day = CalendarQuarter.FirstDay(options.Since); day <= last; day = day.AddMonths(3))
            if (tables.Coverage.Of(Dataset.NdcCrosswalk, day) is not CoverageKind.Complete)
                missing.Add(CalendarQuarter.Words(day));
        return missing;
    }

    internal static string Word(Setting setting) => setting switch
    {
        Setting.Opps => "hospital outpatient",
        Setting.Esrd => "dialysis",
        Setting.Dme => "equipment supplier",
        _ => "office",
    };
}

/// <summary>The shape of the JSON output.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(NewCodesAnswer))]
internal sealed partial class NewCodesJson : JsonSerializerContext
{
    /// <summary>Indented, with letters beyond ASCII as they are.</summary>
    public static NewCodesJson Shaped { get; } = new(JsonOutput.Shaped());
}
