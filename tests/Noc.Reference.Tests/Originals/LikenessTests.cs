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
        Assert.Contains($"The header has no column \"{column}\"", like!.Reason, StringComparison.Ordinal);
    }

    private const string Printed = "HCPCS/MOD  TYPE OF CHANGE  SHORT DESCRIPTION  LONG DESCRIPTION\n",
        NocPrint = "  NOC CODES - HCPCS 2019\n\n  HCPCS  LONG DESCRIPTION   ADD DATE  TERM DATE\n",
        Fees = "HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,TOTAL,FACTOR,FLAG\n";

    private static string Rows(string first) => string.Concat(Enumerable.Range(10, 30).Select(i => $"{first}{i}\n"));

    public static TheoryData<string, Dataset, string> UnderCommonHeaders() => new()
    {
        { "Foo\n" + Rows("N"), Dataset.Rarc, "code" },
        { "Foo\n" + Rows("F"), Dataset.ClaimStatusCategories, "code" },
        { "Foo,in_2026_active_list\n" + string.Concat(Enumerable.Repeat("1,Y\n", 30)), Dataset.Carc, "code" },
        { "code,Foo\n" + string.Concat(Enumerable.Repeat("A1,Y\n", 30)), Dataset.Carc, "in_<year>_active_list" },
        { "code\n" + Rows("") + "A1\nB7\nW1\n", Dataset.Carc, "in_<year>_active_list" },
        { "code,name,Foo\n" + string.Concat(Enumerable.Repeat("11,Office,NF\n", 30)), Dataset.PlaceOfService,
            "pfs_rate" },
        { "name,pfs_rate\n" + string.Concat(Enumerable.Repeat("Office,NF\n", 30)), Dataset.PlaceOfService, "code" },
        { Fees.Replace("HCPCS", "Foo", StringComparison.Ordinal), Dataset.FeeSchedule, "HCPCS" },
        { Fees.Replace("MOD,", "", StringComparison.Ordinal), Dataset.FeeSchedule, "MOD" },
        { Fees.Replace("FACTOR", "Foo", StringComparison.Ordinal), Dataset.FeeSchedule, "CONV FACTOR" },
        { "HCPC,Foo,SHORT DESCRIPTION,LONG DESCRIPTION\n", Dataset.HcpcsChanges, "TYPE OF CHANGE" },
        { "Foo,ACTION CD,SHORT DESCRIPTION,LONG DESCRIPTION\n", Dataset.HcpcsChanges, "HCPCS/Modifier Code" },
        { Printed.Replace("TYPE OF CHANGE", "FOO", StringComparison.Ordinal), Dataset.HcpcsChanges,
            "TYPE OF CHANGE" },
        { Printed.Replace("HCPCS/MOD", "FOO", StringComparison.Ordinal), Dataset.HcpcsChanges,
            "HCPCS/Modifier Code" },
        { NocPrint.Replace("ADD DATE", "FOO", StringComparison.Ordinal), Dataset.HcpcsNocList, "ADD DATE" },
    };

    [Theory]
    [MemberData(nameof(UnderCommonHeaders))]
    public void The_missing_column_of_a_header_like_many_others_is_named_too(
        string text, Dataset dataset, string column)
    {
        Assert.Null(OriginalReaders.Of(Files.Text(text)));
        var like = Like(text);
        Assert.Equal(dataset, like?.Dataset);
        Assert.Contains($"has no column \"{column}\"", like!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_saved_with_semicolons_is_told_to_come_with_commas()
    {
        var like = Like("Limits\nHCPCS Code;Short Description;HCPCS Code Dosage;Payment Limit;Notes\n");
        Assert.Equal(Dataset.AspPrices, like?.Dataset);
        Assert.Contains("semicolons", like!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code\n1\n2\n3\n")]
    [InlineData("patient\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n21\n22\n23\n24\n25\n26\n27\n28\n29\n30\n")]
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
