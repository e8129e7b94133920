using System.Text;
using Noc.App.PriceLines;
using Noc.Encounters;
using Noc.Tests;

namespace Noc.App.Tests.PriceLines;

public class InvoiceFilesTests
{
    private const string Page = """
        EXAMPLE PHARMA SUPPLY                                   INVOICE NO: INV-7781
        Ship to: Riverbend Infusion Clinic                      Invoice date: 02/20/2026

        Qty   Description              NDC             Lot        Unit price   Discount     Amount
        4     EXAMPLAZOLE 150MG        99999-0123-01   Lot A17       $610.00      24.00   $2,416.00
        2     OTHERAMINE               99999-0124-01                 1,200.00              2,400.00
        1     BROKEN ROW               99999-0125-01                   10.00                  99.00
                                                                        Shipping             15.00
        """;

    private static (List<InvoiceLine> Lines, List<string> Problems) Text(string text)
    {
        var (lines, problems) = (new List<InvoiceLine>(), new List<string>());
        InvoiceText.Read("page.pdf", text, lines, problems);
        return (lines, problems);
    }

    [Fact]
    public void The_text_of_a_page_gives_lines_whose_numbers_multiply_up_and_tells_of_the_others()
    {
        var (lines, problems) = Text(Page);
        Assert.Equal(2, lines.Count);
        Assert.Equal(("INV-7781", new DateOnly(2026, 2, 20), "99999012301", "A17", 4m, 610m, 24m), (lines[0].Number,
            lines[0].Date!.Value, lines[0].Ndc.Digits, lines[0].Lot, lines[0].Quantity, lines[0].UnitCostUsd!.Value,
            lines[0].DiscountUsd));
        Assert.Equal(604m, lines[0].NetUnitUsd);
        Assert.Equal((2m, 1200m, 0m), (lines[1].Quantity, lines[1].UnitCostUsd!.Value, lines[1].DiscountUsd));
        Assert.Contains("99999-0125-01", Assert.Single(problems));
    }

    [Theory]
    [InlineData("1  99999-0123-01  DRUG 100MG/2ML SDV  A17  4  EA    610.00  2,440.00", 4, 610, 0)]
    [InlineData("2  99999-0123-01  DRUG 25 MG/ML 4 ML  A17  1  EA  1,500.00  1,500.00", 1, 1500, 0)]
    [InlineData("4  DRUG 25 MG/ML, 100 MG         610.00   24.00  2,416.00  99999012301", 4, 610, 24)]
    [InlineData("9999-0123-01  DRUG   Qty 2   @ 600.00   = 1,200.00", 2, 600, 0)]
    public void Quantity_and_unit_cost_are_told_apart_by_the_cents(string row, int quantity, int cost, int discount)
    {
        var line = Assert.Single(Text(row).Lines);
        Assert.Equal((quantity, cost, discount), (line.Quantity, line.UnitCostUsd, line.DiscountUsd));
    }

    [Fact]
    public void The_name_of_the_drug_ends_before_its_lot()
    {
        var line = Assert.Single(Text("       NDC         Description      Lot Qty Unit Cost Discount Total\n"
            + "   99999-0123-01 DRUG 100MG/4ML SDV L7 3 5,450.00 50.00       16,300.00").Lines);
        Assert.Equal(("DRUG 100MG/4ML SDV", "L7", 3m), (line.Drug, line.Lot, line.Quantity));
    }

    [Theory]
    [InlineData("Qty  NDC  Lot  Unit price  Amount", 4, 610)]
    [InlineData("Unit price  NDC  Lot  Quantity  Amount", 610, 4)]
    public void Without_cents_the_header_tells_quantity_and_unit_cost_apart(string header, int first, int second)
    {
        var line = Assert.Single(Text($"{header}\n4  99999-0123-01  610  2440").Lines);
        Assert.Equal(first, line.Quantity);
        Assert.Equal(second, line.UnitCostUsd);
    }

    [Fact]
    public void What_may_be_quantity_or_unit_cost_is_asked_and_an_account_is_no_purchase()
    {
        var (lines, problems) = Text("Account 00012345678\nInvoice date: March 3, 2026\n99999-0123-01  4  610  2440\n");
        Assert.Empty(lines);
        Assert.Contains("99999-0123-01", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lot_is_read_in_its_column_and_a_date_in_words()
    {
        var line = Assert.Single(Text("""
            Invoice date: March 3, 2026
            NDC            Description         Lot      Qty  Unit Price   Extended
            99999-0123-01  EXAMPLAZOLE 100MG   A17        4      610.00   2,440.00
            """).Lines);
        Assert.Equal(("A17", new DateOnly(2026, 3, 3)), (line.Lot, line.Date!.Value));
    }

    [Fact]
    public void A_text_without_an_NDC_is_told() =>
        Assert.Contains("no line with an NDC", Assert.Single(Text("hello\n12 x 3 = 36").Problems));

    [Fact]
    public void Csv_is_read_by_the_names_of_its_columns_and_wrong_lines_are_told()
    {
        var (lines, problems) = (new List<InvoiceLine>(), new List<string>());
        InvoiceFiles.ReadCsv("x.csv", "Invoice #,Item,NDC,Qty,Unit Price,Discount\n"
            + "I-1,DRUG,99999-0123-01,2,\"1,200.50\",\nI-2,DRUG,bad,1,3\nI-3,DRUG,99999-0123-01,0,3\n"
            + "I-4,DRUG,99999-0123-01,2,10,900\n", lines, problems);
        Assert.Equal(1200.50m, Assert.Single(lines).UnitCostUsd);
        Assert.Equal(3, problems.Count);
        Assert.Contains("line 3", problems[0]);
        Assert.Contains("discount", problems[2]);   // it would hide the invoice that is right
    }

    [Fact]
    public void Csv_without_its_columns_is_told()
    {
        var (lines, problems) = (new List<InvoiceLine>(), new List<string>());
        InvoiceFiles.ReadCsv("x.csv", "a,b\n1,2\n", lines, problems);
        Assert.Contains("must name the columns ndc and unit cost", Assert.Single(problems));
    }

    [Fact]
    public void Json_has_the_fields_of_encounters()
    {
        var (lines, problems) = (new List<InvoiceLine>(), new List<string>());
        InvoiceFiles.ReadJson("x.json", """
            {"invoices": [{"number": "I-1", "ndc": "99999-0123-01", "date": "2026-02-20", "unitCostUsd": 610}]}
            """, lines, problems);
        Assert.Empty(problems);
        Assert.Equal(("I-1", 610m), (lines[0].Number, lines[0].UnitCostUsd!.Value));
        InvoiceFiles.ReadJson("y.json", "{", lines, problems);
        Assert.Contains("no JSON", Assert.Single(problems));
    }

    [Fact]
    public void Without_the_program_for_PDF_files_it_is_said_what_to_install()
    {
        Assert.Null(PdfText.Read("x.pdf", out var problem, "no-such-program-pdftotext"));
        Assert.Contains("poppler-utils", problem);
    }

    [Fact]
    public void A_PDF_that_holds_text_is_read_through_pdftotext()
    {
        var file = Path.Combine(Path.GetTempPath(), $"noc-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, Pdf(Page));
        try
        {
            var problems = new List<string>();
            Assert.SkipWhen(PdfText.Read(file, out var problem) is null && problem.Contains("not installed",
                StringComparison.Ordinal), "pdftotext is not installed.");
            var lines = InvoiceFiles.Read([file], problems);
            Assert.Equal(["99999012301 4 604", "99999012401 2 1200"],
                lines.Select(line => $"{line.Ndc.Digits} {line.Quantity} {line.NetUnitUsd:0.##}"));
            Assert.Equal(("INV-7781", new DateOnly(2026, 2, 20), "A17"),
                (lines[0].Number, lines[0].Date!.Value, lines[0].Lot));
            Assert.Contains("99999-0125-01", Assert.Single(problems), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    // A page with one line of text under another, in letters of one width, as a program of a supplier would print it.
    private static byte[] Pdf(string page)
    {
        var text = new StringBuilder("BT /F1 8 Tf 10 TL 30 780 Td\n");
        foreach (var line in page.ReplaceLineEndings("\n").Split('\n'))
            text.Append('(').Append(line.Replace("(", "\\(").Replace(")", "\\)")).Append(") Tj T*\n");
        text.Append("ET");
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 700 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> "
                + ">> >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var starts = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            starts.Add(file.Length);
            file.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = file.Length;
        file.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var start in starts) file.Append($"{start:0000000000} 00000 n \n");
        file.Append($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    [Fact]
    public void A_file_that_is_no_PDF_is_told()
    {
        using var file = new TempFile("no pdf");
        Assert.Null(PdfText.Read(file.Path, out var problem));
        Assert.NotEmpty(problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n  \n")]
    public void A_list_of_prices_that_is_empty_is_told(string text)
    {
        var problems = new List<string>();
        PriceListFile.Read("wac.csv", new StringReader(text), problems);
        Assert.Contains("empty", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Price_lists_tell_what_is_wrong_with_a_line()
    {
        var problems = new List<string>();
        var list = PriceListFile.Read("wac.csv", new StringReader("ndc,price,quantity,unit,from,to\n"
            + "99999-0123-01,6100,10,UN,2026-01-01,2026-06-30\n99999-0123-01,6300,10,un,2026-07-01,\n"
            + "1,2,3,UN,,\n99999-0123-01,x,,,,\n99999-0123-01,5,0,,,\n99999-0123-01,5,1,QQ,,\n"
            + "99999-0123-01,5,1,UN,2026-02-01,2026-01-01\n"), problems);
        Assert.Equal(5, problems.Count);
        Assert.True(Drugs.Ndc11.TryParse("99999012301", out var ndc));
        Assert.Equal(610, list.Of(ndc, new(2026, 6, 30))!.Value.UnitUsd);
        Assert.Equal(630, list.Of(ndc, new(2026, 7, 1))!.Value.UnitUsd);
        Assert.Null(list.Of(ndc, new(2025, 12, 31)));
    }

    [Theory]
    [InlineData("99999-0123-01,610,1\n99999-0123-01,620,1\n", 1)]
    [InlineData("99999-0123-01,610,1\n99999-0123-01,6100,10\n", 0)]
    [InlineData("99999-0123-01,610,1\n99999-0123-02,620,1\n", 0)]
    public void Two_prices_from_the_same_day_are_told(string rows, int told)
    {
        var problems = new List<string>();
        PriceListFile.Read("wac.csv", new StringReader($"ndc,price,quantity\n{rows}"), problems);
        Assert.Equal(told, problems.Count);
    }
}
