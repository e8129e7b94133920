using Noc.App.PriceLines;
using Noc.Drugs;
using Noc.Encounters;
using Noc.Payers;
using Noc.Pricing;
using Noc.Tables;

namespace Noc.App.Tests.PriceLines;

/// <summary>Packages that the directory and Medicare's crosswalk count otherwise.</summary>
public class InvoicePackageTests
{
    private static readonly Ndc11 Carton = NdcText.Read("99999-0500-01").Ndc!.Value;

    private static PricedLine Priced(decimal listed)
    {
        var to = new TableImageBuilder();
        to.Add<NdcPackageRecord>([new()
        {
            Ndc = Carton,
            Description = to.Texts.Add("10 VIAL in 1 CARTON (99999-0500-01) > 2 mL in 1 VIAL (99999-0500-02)"),
        }]);
        to.Add<NdcCodeRecord>([new()
        {
            Ndc = Carton, Code = HcpcsCode.Of("J0001"), Days = new(new(2026, 1, 1), new DateOnly(2026, 12, 31)),
            DosageText = to.Texts.Add("1 MG"), PackageSize = Micro.Of(2), PackageQuantity = Micro.Of(listed),
            UnitsPerItem = Micro.Of(10), UnitsPerPackage = Micro.Of(10 * listed),
        }]);
        var tables = new ReferenceTables("built", new(2026, 12, 31), [], [], [], [], to.Build("built"));
        var invoice = new InvoiceLine { Ndc = Carton, UnitCostUsd = 500, Date = new(2026, 2, 1) };
        return new PriceBook(tables, PriceInputs.None, [invoice]).Of(new("visit.json", "V-1", 1, new()
        {
            Code = HcpcsCode.Of("J3490"), Units = 1, Day = new(2026, 3, 10), Program = PayerProgram.Medicare,
            PlaceOfService = "11", Ndc = Carton,
        }) { Containers = 2 });
    }

    [Fact]
    public void A_package_that_two_lists_count_otherwise_is_said_and_the_directory_is_taken()
    {
        var priced = Priced(listed: 1);
        Assert.Equal(100, priced.Line.InvoiceUsd);   // 500 / 10 x 2
        Assert.Contains(priced.Notes, note => note.Id == "invoice-items-conflict"
            && note.Text.Contains("counts 10", StringComparison.Ordinal));
    }

    [Fact]
    public void Lists_that_agree_are_not_spoken_of() =>
        Assert.DoesNotContain(Priced(listed: 10).Notes, note => note.Id == "invoice-items-conflict");
}
