using System.Globalization;
using Noc.Coding;

namespace Noc.Core.Tests.Coding;

public class PaperQuantityTests
{
    [Theory]
    [InlineData("ML", "3", "implied-7-3", "ML0000003000")]
    [InlineData("ML", "1.25", "implied-7-3", "ML0000001250")]
    [InlineData("UN", "2", "implied-7-3", "UN0000002000")]
    [InlineData("UN", "2", "decimals-2", "UN2")]
    [InlineData("ML", "0.8335", "", "ML0.834")]
    public void A_quantity_on_paper_is_written_as_the_payer_wants_it(
        string unit, string quantity, string format, string written) => Assert.Equal(written,
            PaperQuantity.Write(unit, decimal.Parse(quantity, CultureInfo.InvariantCulture), format));
}
