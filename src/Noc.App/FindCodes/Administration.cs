using Noc.Administrations;
using Noc.Drugs;
using Noc.Encounters;
using Noc.Tables;

namespace Noc.App.FindCodes;

/// <summary>Codes by which giving a drug is billed, with their relative values.</summary>
/// <remarks>Source: coding guide F1 to F4 (CPT rules in our words); CMS physician fee schedule for values.</remarks>
internal static class Administration
{
    private static readonly Source Rules = new("Noc, administration codes by route",
        "CPT rules as told by contractors; the contractor may weigh the work", Read: new(2026, 11, 1));

    private sealed record Step(string Code, string Text);

    private static readonly Step[] Therapeutic =
    [
        new("96365", "Infusion of 16 minutes or more: the first hour"),
        new("96366", "Each hour more, from 31 minutes on"),
        new("96374", "Push into a vein, or infusion up to 15 minutes"),
    ];

    private static readonly Step[] Chemotherapy =
    [
        new("96413", "Infusion against cancer, or of like complexity: the first hour"),
        new("96415", "Each hour more, from 31 minutes on"),
        new("96409", "Push into a vein, against cancer or of like complexity"),
    ];

    // The fallback of vaccines.
    private const string Vaccine = "90749";

    /// <summary>The codes for a product.</summary>
    public static CardSection? Of(CardFacts facts, Product product)
    {
        List<Step> steps = [.. product.Routes.SelectMany(route => Steps(facts, route, product))
            .DistinctBy(step => step.Code)];
        return Section(facts, steps, product.IsOral && product.Routes.Count <= 1
            ? "Swallowed: giving it is not billed."
            : steps.Count == 0 ? Instead(product) : null);
    }

    private static string Instead(Product product) => product.Routes.Count == 0
        ? "How it is given is not known here: look at the label."
        : $"No code is usual for it ({string.Join(", ", product.Routes)}): the procedure it goes with says how it is "
            + "billed.";

    /// <summary>The codes that usually stand beside a catch-all code.</summary>
    public static CardSection? Of(CardFacts facts, HcpcsCode code) => code.Value switch
    {
        "J3490" or "J3590" or "C9399" or "J3591" =>
            Section(facts, [.. Therapeutic, Injection, .. code.Value is "C9399" ? Chemotherapy : []], null),
        "J9999" => Section(facts, [.. Chemotherapy, new("96401", "Injection under the skin or into a muscle")], null),
        "J7999" => Section(facts, [new("67028", "Injection into the eye"), Injection], null),
        "90749" => Section(facts, [new("90471", "Giving one vaccine")], null),
        "J8499" or "J8999" or "J8597" or "Q0181" => Section(facts, [], "Swallowed: giving it is not billed."),
        "96379" or "96549" => null,
        _ => null,
    };

    private static readonly Step[] Vaccination =
    [
        new("90471", "Giving one vaccine by needle (90473 by mouth or nose)"),
        new("90472", "Each vaccine more on the day"),
    ];

    private static Step Injection { get; } = new("96372", "Injection under the skin or into a muscle");

    private static readonly Step[] Complex =
    [
        new("96413", "Infusion of the complex family, where the record shows the work (monitoring, rate changes): the "
            + "first hour"),
        new("96415", "Each hour more, from 31 minutes on"),
        new("96409", "Push of the complex family"),
        new("96365", "Infusion where the record does not show that work: the first hour, with 96366 for each more"),
    ];

    private static readonly Step ComplexInjection = new("96401", "Injection against cancer, no hormone"),
        HormoneInjection = new("96402", "Injection of a hormone against cancer");

    // The family is the one that `noc infuse` takes where the record of a visit names none.
    private static Step[] IntoVein(FamilyChoice family) =>
        family.Category is not (AdministrationCategory.Chemotherapy or AdministrationCategory.HormonalChemotherapy)
            ? Therapeutic
            : family.Flags.Any(flag => flag.Kind is FlagKind.DocumentComplexity) ? Complex : Chemotherapy;

    private static Step[] Injected(FamilyChoice family, Product product) => family.Category switch
    {
        AdministrationCategory.HormonalChemotherapy => [HormoneInjection],
        AdministrationCategory.Chemotherapy => product.IsAntineoplastic is true
            ? [ComplexInjection, HormoneInjection] : [ComplexInjection],
        _ => [Injection],
    };

    private static FamilyChoice FamilyOf(CardFacts facts, string route, Product product) => FamilyChoice.Of(
        new() { Drug = product.Ingredient, Day = facts.Day }, route,
        new() { Id = "card", From = facts.Day, To = facts.Day }, facts.Tables, FamilyPayer.Unknown);

    private static Step[] Steps(CardFacts facts, string route, Product product) => route switch
    {
        "oral" or "IM" or "SC" or "ID" or "INH" or "nasal" when product.Fallback.Value is Vaccine => Vaccination,
        "IV" => IntoVein(FamilyOf(facts, route, product)),
        "SC" or "IM" => Injected(FamilyOf(facts, route, product), product),
        "IVT" => [new("67028", "Injection into the eye")],
        "IT" => product.IsAntineoplastic is true ? [new("96450", "Into the spinal canal, against cancer")] : [],
        "INH" => [new("94640", "Nebuliser treatment in the office; at home giving it is not billed")],
        "IA" => [new("20610", "Injection into a large joint")],
        "INTRAVESICAL" => [new("51720", "Into the bladder, against cancer")],
        _ => [],
    };

    private static CardSection? Section(CardFacts facts, IEnumerable<Step> steps, string? instead)
    {
        var statements = steps.Select(step => new Statement(step.Code,
            $"{step.Text}. {Values(facts, step.Code)}".Trim(), SourcesOf(facts, step.Code))).ToList();
        if (instead is not null) statements.Add(new("", instead, Rules));
        if (statements.Count == 0) return null;
        statements.Add(new("Work RVU", "Drug codes have none: work is counted on the code of the administration alone.",
            new Source("CMS physician fee schedule", "drugs are paid by price, not by relative values",
                Read: new(2026, 11, 1))));
        return new("administration", "Usual administration codes", statements);
    }

    /// <summary>Relative values and the national amount of a service; null where the fee schedule has none.</summary>
    public static CardSection? Values(CardFacts facts, HcpcsCode code)
    {
        if (Latest(facts, code.Value) is not { } row) return null;
        var source = facts.File(Dataset.FeeSchedule, row.Days.From ?? facts.Day);
        List<Statement> all =
        [
            new("Work", $"{row.Work} RVU", source),
            new("Expense", Places(row.NonFacilityExpense, row.FacilityExpense), source),
            new("Malpractice", $"{row.Malpractice} RVU", source),
            new("Total", Places(row.NonFacilityTotal, row.FacilityTotal), source),
        ];
        if (row.NonFacilityTotal.Value is > 0 and var total && row.ConversionFactor.Value is > 0 and var factor)
            all.Add(new("National", FormattableString.Invariant(
                $"${total * factor:0.00} outside a facility: total times {factor}, before the locality."), source));
        return new("values", "Relative values"
            + (row.Days.Include(facts.Day) ? "" : $" (as of {row.Days.From:yyyy-MM-dd})"), all);
    }

    // The schedule marks a place where the service is not for it as not applicable (NA).
    private static string Places(Micro outside, Micro inside) => (outside.Value, inside.Value) switch
    {
        (null, null) => "not applicable outside a facility nor in one",
        (null, _) => $"{inside} RVU in a facility, not applicable (NA) outside one",
        (_, null) => $"{outside} RVU outside a facility, not applicable (NA) in one",
        _ => $"{outside} RVU outside a facility, {inside} in one",
    };

    /// <summary>On which days the fee schedules at hand list a service.</summary>
    public static string Priced(CardFacts facts, HcpcsCode code)
    {
        var rows = facts.Tables.Image.Rows<FeeRecord>().Of(TableKey.Of(code));
        return rows.Length == 0 ? "Not covered: the tables do not say since when."
            : rows.On(facts.Day) is not null ? $"In the fee schedule of {facts.Day:yyyy-MM-dd}."
            : $"In the fee schedules at hand to {rows[^1].Days.To:yyyy-MM-dd}; that of the day is not loaded.";
    }

    private static string Values(CardFacts facts, string code) => Latest(facts, code) is not { } row ? ""
        : $"Work {row.Work}, total {row.NonFacilityTotal} RVU outside a facility"
            + (row.Days.Include(facts.Day) ? "." : $" (as of {row.Days.From:yyyy-MM-dd}).");

    private static Source[] SourcesOf(CardFacts facts, string code) => Latest(facts, code) is { } row
        ? [Rules, facts.File(Dataset.FeeSchedule, row.Days.From ?? facts.Day)] : [Rules];

    // The row of the day, or the last one before it.
    private static FeeRecord? Latest(CardFacts facts, string code)
    {
        var rows = facts.Tables.Image.Rows<FeeRecord>().Of(TableKey.Of(HcpcsCode.Of(code)));
        if (rows.On(facts.Day) is { } now) return now;
        FeeRecord? last = null;
        foreach (ref readonly var row in rows)
            if (row.Days.To < facts.Day) last = row;
        return last;
    }
}
