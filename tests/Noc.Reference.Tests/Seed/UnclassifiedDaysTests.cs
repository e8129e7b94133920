using Noc.Coding;
using Noc.Drugs;
using Noc.Reference.Seed;
using Noc.Tests;

namespace Noc.Reference.Tests.Seed;

/// <summary>The decision table of the program and the days of codes in the seed say the same.</summary>
public sealed class UnclassifiedDaysTests
{
    private static readonly ReferenceTables Tables = SeedTables.Load();

    public static TheoryData<string> Codes() => new(CsvRows.Read(Path.Combine(
        SharedFolder.Root, "data/seed/unclassified-codes.csv")).Select(row => row["code"]));

    [Theory]
    [MemberData(nameof(Codes))]
    public void No_catch_all_code_is_chosen_outside_its_days(string text)
    {
        var code = HcpcsCode.Of(text);
        var row = Tables.CatchAll(code)!;
        // J3490 and J9999 are as old as the code set: nothing else holds before them.
        if (row.From is { Year: > 1986 } from)
            Assert.DoesNotContain(code, All(from.AddDays(-1)).Select(facts => UnclassifiedChoice.Choose(facts).Code));
        if (row.To is { } to)
            Assert.DoesNotContain(code, All(to.AddDays(1)).Select(facts => UnclassifiedChoice.Choose(facts).Code));
    }

    // Every kind of drug in every place, by every route that matters.
    private static IEnumerable<DrugFacts> All(DateOnly day) =>
        from kind in Enum.GetValues<ProductKind>()
        from setting in Enum.GetValues<Setting>()
        from route in (string[])["IV", "PO", "INH", "rectal", DrugFacts.MeteredDose]
        from flags in Enumerable.Range(0, 16)
        select new DrugFacts
        {
            Day = day, Setting = setting, Kind = kind, Route = route, IsMedicare = (flags & 1) > 0,
            IsBiologic = (flags & 2) > 0, IsAntineoplastic = (flags & 4) > 0, IsCompounded = (flags & 8) > 0,
            IsForEsrd = setting is Setting.Esrd, Approved = day, IsWithin48HoursOfChemotherapy = true,
        };
}
