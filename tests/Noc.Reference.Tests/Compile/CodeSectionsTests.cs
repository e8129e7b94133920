using Noc.Drugs;
using Noc.Reference.Compile;
using Noc.Reference.Originals;

namespace Noc.Reference.Tests.Compile;

/// <summary>Releases of the code list on top of each other.</summary>
public class CodeSectionsTests
{
    [Fact]
    public void A_wording_holds_over_all_releases_that_repeat_it()
    {
        var rows = Compiled(Release(2020, 2, "J9990"), Release(2020, 3, "J9990", "J9991"),
            Release(2020, 4, "J9990", "J9991"), Release(2024, 4, "J9990 new"));
        Assert.Equal(["J9990 2020-04-01..2024-09-30", "J9990 2024-10-01..", "J9991 2020-07-01..2024-09-30"],
            rows.Select(row => $"{row.Code} {row.Days}"));
    }

    [Fact]
    public void A_code_that_a_release_leaves_out_ended_before_it_and_not_between_those_that_have_it() =>
        Assert.Equal(["J9990 ..", "J9991 ..2024-09-30"], Compiled(Release(2020, 2, "J9990", "J9991"),
            Release(2020, 3, "J9990", "J9991"), Release(2024, 4, "J9990")).Select(row => $"{row.Code} {row.Valid}"));

    private static CodeRecord[] Compiled(params LoadedFile[] files) =>
        TableCompiler.Compile(files, TableImage.Empty).Rows<CodeRecord>().All.ToArray();

    // The words behind a code are its text.
    private static LoadedFile Release(int year, int quarter, params string[] codes) => new(new Original<HcpcsRow>
    {
        Dataset = Dataset.Hcpcs,
        Period = Period.Quarter(year, quarter),
        Release = $"{year}Q{quarter}",
        IsPartial = false,
        Rows = [.. codes.Select(text => new HcpcsRow
        {
            Line = 1, Code = HcpcsCode.Of(text[..5]), LongDescription = $"Drug {text}", ShortDescription = text,
            Pricing = "", MultiplePricing = null, Statute = "", CrossReferences = [], Coverage = null,
            ProcessingNote = "", Betos = "", TypesOfService = "", Added = null, ActionEffective = null,
            LastDay = null, ActionCode = null,
        })],
        LinesRead = codes.Length,
        Problems = [],
        Skipped = new Dictionary<string, int>(),
    }, "codes.txt", "codes.txt", $"{year}{quarter}");
}
