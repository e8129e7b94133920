using System.Text;
using Noc.Reference.Originals;

namespace Noc.Reference.Tests.Originals;

/// <summary>The lists of the FDA: NDC directory, Purple Book, Orange Book.</summary>
public sealed class DrugListReaderTests
{
    private const string ProductHeader = "PRODUCTID\tPRODUCTNDC\tPRODUCTTYPENAME\tPROPRIETARYNAME\t"
        + "PROPRIETARYNAMESUFFIX\tNONPROPRIETARYNAME\tDOSAGEFORMNAME\tROUTENAME\tSTARTMARKETINGDATE\t"
        + "ENDMARKETINGDATE\tMARKETINGCATEGORYNAME\tAPPLICATIONNUMBER\tLABELERNAME\tSUBSTANCENAME\t"
        + "ACTIVE_NUMERATOR_STRENGTH\tACTIVE_INGRED_UNIT\tPHARM_CLASSES\tDEASCHEDULE\tNDC_EXCLUDE_FLAG\t"
        + "LISTING_RECORD_CERTIFIED_THROUGH\n";

    private const string PackageHeader = "PRODUCTID\tPRODUCTNDC\tNDCPACKAGECODE\tPACKAGEDESCRIPTION\t"
        + "STARTMARKETINGDATE\tENDMARKETINGDATE\tNDC_EXCLUDE_FLAG\tSAMPLE_PACKAGE\n";

    private const string PurpleHeader = "N/R/U,Applicant,BLA Number,Proprietary Name,Proper Name,License Type,Strength,"
        + "Dosage Form,Route of Administration,Product Presentation,Marketing Status,Licensure,Approval Date,"
        + "Ref. Product Proper Name,Ref. Product Proprietary Name,Product Number,Center,Date of First Licensure\n";

    private const string PurpleTop = "Purple Book Monthly Historical Data Changes Report - August 2026,,,\n,,,\n"
        + "Newly Approved Products (N),,,\n";

    [Fact]
    public void Reads_a_product_with_its_ingredients()
    {
        var file = NdcDirectoryReader.ReadProducts(Files.Text(ProductHeader
            + "0006-3514_a\t0006-3514\tHUMAN PRESCRIPTION DRUG\tBrand \"One\"\tXR\tdrug\tINJECTION\tINTRAVENOUS; "
            + "INTRAMUSCULAR\t19851126\t20271231\tNDA\tNDA050587\tLabeler\tONE; TWO\t250; .75\tmg/mL; mg/.5mL\tClass\t"
            + "CII\tN\t20261231\n"
            + "\t50242-051\t\t\t\t\t\t\t\t\t\t\t\tONE; TWO\t250\tmg/mL\t\t\t\t\n"
            + "\tB12-1\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\n"
            + "\t\t\t\t\t\t\t\t19990230\t\t\t\t\t\t\t\t\t\t\t\n"));
        Assert.Equal((3, "1985-11-26", Period.Always, true),
            (file.RowCount, file.Release, file.Period, file.IsPartial));
        Assert.Equal(5, Assert.Single(file.Problems).Line);
        Assert.True(Files.IsWhole(file));
        var drug = file.Rows[0];
        Assert.Equal(("0006-3514", "000063514", "Brand \"One\"", "XR", "CII", "N"), (drug.ProductNdc,
            drug.Labeler5Product4, drug.ProprietaryName, drug.NameSuffix, drug.DeaSchedule, drug.ExcludeFlag));
        Assert.Equal(["INTRAVENOUS", "INTRAMUSCULAR"], drug.Routes);
        Assert.Equal([new("ONE", "250", "mg/mL"), new("TWO", ".75", "mg/.5mL")], drug.Ingredients);
        Assert.Equal((new DateOnly(1985, 11, 26), new DateOnly(2027, 12, 31), new DateOnly(2026, 12, 31)),
            (drug.MarketingStart, drug.MarketingEnd, drug.CertifiedThrough));
        Assert.Equal([new("ONE", null, null), new("TWO", null, null)], file.Rows[1].Ingredients);
        Assert.Equal("502420051", file.Rows[1].Labeler5Product4);
        Assert.Equal((null, null), (file.Rows[2].Labeler5Product4, file.Rows[2].MarketingStart));
    }

    [Fact]
    public void Pads_label_codes_of_packages_where_the_zero_belongs()
    {
        var file = NdcDirectoryReader.ReadPackages(Files.Text(PackageHeader
            + "a\t0002-1200\t0002-1200-10\t1 VIAL (0002-1200-10) > 10 mL\t20120601\t\tN\tY\n"
            + "\t50242-051\t50242-051-21\t\t\t\t\t\n\t12345-6789\t12345-6789-1\t\t\t\t\tN\n"
            + "\t0019-9092\t0019-9092-B0\t\t\t\t\t\n\t0019-9092\t\t\t\t\t\t\n"));
        Assert.Equal(["00002120010", "50242005121", "12345678901", null],
            file.Rows.Select(row => row.Ndc?.Digits));
        Assert.Equal(["0002-1200-10", "50242-051-21", "12345-6789-1", "0019-9092-B0"],
            file.Rows.Select(row => row.PackageCode));
        Assert.Equal(("1 VIAL (0002-1200-10) > 10 mL", true, "2012-06-01"),
            (file.Rows[0].Description, file.Rows[0].IsSample, file.Release));
        Assert.Equal(6, Assert.Single(file.Problems).Line);
        Assert.True(Files.IsWhole(file));
    }

    [Fact]
    public void Reads_the_agencys_directory_of_2015()
    {
        const string Zip = "fda/ndctext_2015-12_injectables_rebuilt.zip";
        var products = Assert.IsType<Original<NdcProductRow>>(Files.Read(Files.Shared(Zip, "product")));
        var packages = Assert.IsType<Original<NdcPackageRow>>(Files.Read(Files.Shared(Zip, "package")));
        Assert.Equal((8_570, 8_571, 21_416, 21_417),
            (products.RowCount, products.LinesRead, packages.RowCount, packages.LinesRead));
        Assert.All([(IOriginal)products, packages], file =>
        {
            Assert.Empty(file.Problems);
            Assert.True(file.IsPartial && Files.IsWhole(file));
        });
        var drug = Assert.Single(products.Rows, row => row.ProductNdc == "50242-051");
        Assert.Equal(("Rituxan", "rituximab", "502420051"),
            (drug.ProprietaryName, drug.NonproprietaryName, drug.Labeler5Product4));
        Assert.Equal(new("RITUXIMAB", "10", "mg/mL"), Assert.Single(drug.Ingredients));
        Assert.Equal("50242005121", Assert.Single(packages.Rows, row => row.ProductNdc == "50242-051").Ndc?.Digits);
        Assert.Equal(8, packages.Rows.Count(row => row.Ndc is null));
    }

    [Fact]
    public void Both_sections_of_the_Purple_Book_are_joined()
    {
        var file = PurpleBookReader.Read(Files.Text(PurpleTop + PurpleHeader
            + "N,A,100001,One,one-abcd,351(a),5MG,Injection ,Subcutaneous,Vial,Rx,Licensed,23-Jul-86,, ,001,CDER,\n"
            + "U,A,100002,Two,two-abcd,351(k) Biosimilar,5MG,,,,Rx,Licensed,1-Aug-26,two,Ref,001,CDER,1/2/2003\n"
            + ",,,\n" + PurpleHeader
            + ",A,100002,Two,two-abcd,351(k) Biosimilar,5MG,,,,Rx,Licensed,1-Aug-26,two,Ref,001,CDER,1/2/2003\n"
            + ",A,100003,Three,three,351(a),5MG,,,,Disc,Voluntarily Revoked,21-Mar-63,,,001,CBER,\n"
            + ",A,,Three,three,351(a),5MG,,,,Disc,Licensed,21-Mar-63,,,001,CBER,\n"
            + ",A,100004,Four,four,351(a),5MG,,,,Disc,Licensed,31-Feb-63,,,001,CBER,\n"));
        Assert.Equal((new Period(new(2026, 8, 1), new(2026, 8, 31)), "2026-08"), (file.Period, file.Release));
        Assert.Equal(["100001", "100002", "100003"], file.Rows.Select(row => row.BlaNumber));
        Assert.Equal([11L, 12L], file.Problems.Select(problem => problem.Line));
        Assert.True(Files.IsWhole(file));
        Assert.Equal((new DateOnly(1986, 7, 23), "Injection", null), (file.Rows[0].ApprovalDate,
            file.Rows[0].DosageForm, file.Rows[0].ReferenceProprietaryName));
        Assert.Equal((new DateOnly(2026, 8, 1), new DateOnly(2003, 1, 2), "Ref"), (file.Rows[1].ApprovalDate,
            file.Rows[1].FirstLicensure, file.Rows[1].ReferenceProprietaryName));
        Assert.Equal(new DateOnly(1963, 3, 21), file.Rows[2].ApprovalDate);
    }

    [Fact]
    public void A_Purple_Book_without_its_month_is_refused() => Assert.Throws<UnreadableOriginalException>(
        () => PurpleBookReader.Read(Files.Text(PurpleHeader)));

    [Fact]
    public void Reads_the_agencys_extracts()
    {
        var purple = Assert.IsType<Original<PurpleBookRow>>(
            Files.Read(Files.Shared("fda/purplebook_2026-08_EXTRACT.csv")));
        Assert.Equal((6, 12, true), (purple.RowCount, purple.LinesRead, purple.IsPartial));
        Assert.Equal(new DateOnly(1963, 3, 21), purple.Rows[^1].ApprovalDate);
        Assert.Equal("adalimumab-afzb", purple.Rows[1].ProperName);
        var orange = Assert.IsType<Original<OrangeBookRow>>(
            Files.Read(Files.Shared("fda/orangebook_products_2026_EXTRACT.txt")));
        Assert.Equal((4, 5, true, "2021-07-19"),
            (orange.RowCount, orange.LinesRead, orange.IsPartial, orange.Release));
        Assert.Equal(("EQ 80MG BASE", "020702", "AB"), (orange.Rows[1].Strength, orange.Rows[1].ApplicationNumber,
            orange.Rows[1].EquivalenceCode));
        Assert.All([(IOriginal)purple, orange], file => Assert.True(file.Problems.Count == 0 && Files.IsWhole(file)));
    }

    [Fact]
    public void Reads_the_Orange_Book_with_remarks_and_old_approvals()
    {
        var file = OrangeBookReader.Read(Files.Text("Ingredient~DF;Route~Trade_Name~Applicant~Strength~Appl_Type~"
            + "Appl_No~Product_No~TE_Code~Approval_Date~RLD~RS~Type~Applicant_Full_Name\n"
            + "ONE; TWO~TABLET, COATED;ORAL~BRAND~APP~5MG **a remark**~N~018200~001~AB~"
            + "Approved Prior to Jan 1, 1982~Yes~No~RX~APPLICANT\n" + """
            THREE~SOLUTION~BRAND~APP~5MG "X"~A~018201~001~~Sep 6, 1989~No~~DISCN~APPLICANT
            FOUR~SOLUTION~BRAND~APP~5MG~A~018202~001~~some day~No~~DISCN~APPLICANT
            FIVE~SOLUTION~BRAND~APP~5MG~A~~001~~Sep 6, 1989~No~~DISCN~APPLICANT

            """, "products.txt"));
        var (old, young) = (file.Rows[0], file.Rows[1]);
        Assert.Equal(["ONE", "TWO"], old.Ingredients);
        Assert.Equal(("TABLET, COATED", "ORAL", "5MG", "a remark", null, true, true, false), (old.DosageForm, old.Route,
            old.Strength, old.Remark, old.ApprovalDate, old.IsApprovedBefore1982, old.IsReferenceListed,
            old.IsReferenceStandard));
        Assert.Equal(("SOLUTION", null, "5MG \"X\"", new DateOnly(1989, 9, 6), null), (young.DosageForm, young.Route,
            young.Strength, young.ApprovalDate, young.IsReferenceStandard));
        Assert.Equal([4L, 5L], file.Problems.Select(problem => problem.Line));
        Assert.True(Files.IsWhole(file));
    }

    [Fact]
    public void Patents_of_the_Orange_Book_are_left_out_with_a_reason()
    {
        var member = Files.Text("Appl_Type~Appl_No~Product_No~Patent_No\nN~018200~001~1\n");
        Assert.Null(OriginalReaders.Of(member));
        Assert.Contains("Orange Book", OriginalAsides.Why(member), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PRODUCTNDC\tPRODUCTTYPENAME\tPROPRIETARYNAME\n", "NONPROPRIETARYNAME", Dataset.NdcProducts)]
    [InlineData("Ingredient~DF;Route~Trade_Name~Applicant~Strength~Appl_Type~Appl_No~Product_No\n", "TE_Code",
        Dataset.OrangeBook)]
    public void A_header_that_lacks_a_column_is_refused_by_name(string header, string column, Dataset dataset)
    {
        var text = dataset == Dataset.NdcProducts
            ? ProductHeader.Replace($"\t{column}", "", StringComparison.Ordinal) : header;
        var member = Files.Bytes(Encoding.UTF8.GetBytes(text));
        var reader = Assert.Single(OriginalReaders.All, reader => reader.Recognises(member.Head));
        Assert.Equal(dataset, reader.Dataset);
        var fault = Assert.Throws<UnreadableOriginalException>(() => reader.Read(member));
        Assert.Contains(column, fault.Message, StringComparison.Ordinal);
    }
}
