using Noc.Coding;
using Noc.Drugs;
using Noc.Reference.Originals;
using Noc.Tests;

namespace Noc.Reference.Tests.Originals;

/// <summary>How much of what the agencies print as units is understood.</summary>
public sealed class UnitCoverageTests
{
    [Fact]
    public void Every_unit_of_payment_limits_and_crosswalks_is_understood()
    {
        var kinds = new Dictionary<CodeUnitKind, int>();
        var left = new HashSet<string>();
        foreach (var (_, text) in Dosages())
        {
            var kind = CodeUnitText.Parse(text).Kind;
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            if (kind == CodeUnitKind.None) left.Add(text);
        }
        // All of 74,095 rows but one: 90616 in the extract of October 2026 prints no unit.
        Assert.Equal([""], left);
        Assert.Equal(1, kinds[CodeUnitKind.None]);
        Assert.Equal(74_095, kinds.Values.Sum());
        Assert.True(kinds[CodeUnitKind.Exact] > 72_000);
    }

    [Fact]
    public void Drug_codes_without_a_unit_are_those_that_name_none()
    {
        var rows = HcpcsTextReader.Read(Files.Shared("hcpcs/HCPC2025_OCT_ANWEB_v2_reconstructed.txt.gz")).Rows
            .Where(row => row.Code.Series is 'J' or 'Q' && row.Betos is "O1E" or "O1D" or "O1G").ToList();
        var left = rows.Where(row => CodeUnitText.InDescription(row.LongDescription).Kind == CodeUnitKind.None)
            .Select(row => row.Code.Value);
        Assert.Equal(1556, rows.Count);
        // Unclassified codes, vaccines, visits, supply fees and codes by the suppository or inhalation.
        Assert.Equal("J0275 J0799 J3490 J3530 J3535 J3570 J3590 J3591 J7199 J7599 J7999 J8498 J8499 J8597 J8999 J9999 "
            + "Q0083 Q0084 Q0085 Q0181 Q0510 Q0511 Q0512 Q0516 Q0517 Q0518 Q0519 Q0520 Q0521 Q2034 Q2035 Q2036 Q2037 "
            + "Q2038 Q2039 Q2052 Q4100 Q9977", string.Join(' ', left));
    }

    [Fact]
    public void Description_and_payment_limit_name_the_same_amount()
    {
        var descriptions = HcpcsTextReader
            .Read(Files.Shared("hcpcs/HCPC2025_OCT_ANWEB_v2_reconstructed.txt.gz")).Rows
            .ToDictionary(row => row.Code, row => CodeUnitText.InDescription(row.LongDescription));
        var differing = new SortedSet<string>(StringComparer.Ordinal);
        var compared = new HashSet<HcpcsCode>();
        foreach (var (code, text) in Dosages())
            if (descriptions.GetValueOrDefault(code).Dose is { IsNone: false } described
                && CodeUnitText.Parse(text).Dose is { IsNone: false } printed)
            {
                compared.Add(code);
                if (printed.SameAs(described) != true) differing.Add(code.Value);
            }
        Assert.True(compared.Count > 800);
        // Each is printed otherwise in some rows of the agency's own files: the description is the surer source.
        Assert.Equal("J2277 J2404 J7178 J7612 J7614 J9060 Q4246", string.Join(' ', differing));
    }

    private static IEnumerable<(HcpcsCode Code, string Text)> Dosages()
    {
        foreach (var path in Directory.EnumerateFiles(SharedFolder.Require("data/asp")))
            foreach (var member in OriginalFiles.Members(path))
                switch (Files.Read(member))
                {
                    case Original<PaymentLimitRow> file:
                        foreach (var row in file.Rows) yield return (row.Code, row.DosageText);
                        break;
                    case Original<NdcCrosswalkRow> file:
                        foreach (var row in file.Rows) yield return (row.Code, row.DosageText);
                        break;
                    case Original<NocPriceRow> file:
                        foreach (var row in file.Rows) yield return (default, row.DosageText);
                        break;
                    case Original<NocCrosswalkRow> file:
                        foreach (var row in file.Rows) yield return (default, row.DosageText);
                        break;
                }
    }
}
