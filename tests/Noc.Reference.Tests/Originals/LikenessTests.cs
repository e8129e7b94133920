using Noc.Reference.Originals;

namespace Noc.Reference.Tests.Originals;

/// <summary>A known kind of file of which a column was renamed is told from files of others.</summary>
public sealed class LikenessTests
{
    private static OriginalLikeness? Like(string text) => OriginalReaders.Like(Files.Text(text));

    [Theory]
    [InlineData("HCPCS Code,Short Description,Foo,Payment Limit,Notes", Dataset.AspPrices, "HCPCS Code Dosage")]
    [InlineData("Foo,Short Description,HCPCS Code Dosage,Payment Limit,Notes", Dataset.AspPrices, "HCPCS Code")]
    [InlineData("_2026_CODE,Short Description,LABELER NAME,PNDC,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,BILLUNITS,"
        + "BILLUNITSPKG", Dataset.NdcCrosswalk, "NDC")]
    [InlineData("Drug Generic Name (Trade Name),Dosage,Preis,Notes", Dataset.NocPrices, "Payment Limit")]
    [InlineData("HCPCS Code,Short Descriptor,Status,APC,Relative Weight,Payment Rate", Dataset.OppsAddendumB, "SI")]
    [InlineData("PRODUCTID\tPNDC\tNDCPACKAGECODE\tPACKAGEDESCRIPTION\tSTARTMARKETINGDATE\tENDMARKETINGDATE",
        Dataset.NdcPackages, "PRODUCTNDC")]
    [InlineData("HCPCS/CPT Code,MUE,MUE Adjudication Indicator,MUE Rationale", Dataset.MuePractitioner,
        "Practitioner Services MUE Values")]
    public void The_missing_column_is_named(string header, Dataset dataset, string column)
    {
        var like = Like($"Some title\n{header}\n");
        Assert.Equal(dataset, like?.Dataset);
        Assert.Contains($"the header has no column \"{column}\"", like!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code,price\nJ9001,1.5\n")]
    [InlineData("name,date,amount,notes\na,b,c,d\n")]
    [InlineData("claim,line,code,drug,dosage,ndc,paid,date\n1,2,3,4,5,6,7,8\n")]
    [InlineData("Dear Sirs,\nwe write to you.\n")]
    [InlineData("")]
    public void Files_of_others_are_nobodys(string text) => Assert.Null(Like(text));

    [Fact]
    public void Each_layout_with_columns_is_told_by_all_but_one_of_them()
    {
        foreach (var reader in OriginalReaders.All.Where(reader => reader.Columns.Count > 4))
        {
            var missing = reader.Columns.First(column => column.IsNeeded);
            var header = string.Join(reader.Delimiter,
                reader.Columns.Select(column => column == missing ? "Foo" : column.Name));
            Assert.Contains($"\"{missing.Name}\"", Like(header + "\n")?.Reason, StringComparison.Ordinal);
        }
    }
}
