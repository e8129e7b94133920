using Noc.Reference.Store;

namespace Noc.Reference.Tests.Compile;

public sealed class NdcSectionsTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("noc-home").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void Sister_crosswalks_add_packages_and_repeat_none()
    {
        var result = Import(
            Crosswalk("asp.csv", "ASP", "J9990,00052-0602-02,10", "J9991,00052-0602-02,20"),
            Crosswalk("awp.csv", "AWP", "J9990,00052-0602-02,10", "J9992,00052-0603-02,1"),
            Crosswalk("opps.csv", "OPPS", "C9993,00052-0604-02,1"));
        Assert.All(result.Members, member => Assert.Equal(ImportOutcome.Imported, member.Outcome));
        Assert.Equal(["C9993", "J9990", "J9991", "J9992"],
            result.After.Rows<NdcCodeRecord>().All.ToArray().Select(row => row.Code.Value).Order());
    }

    [Fact]
    public void Changes_of_modifiers_keep_their_modifier()
    {
        var path = Path.Combine(_home, "HCPC2026_JAN_Changes.prn");
        File.WriteAllText(path, "HCPCS/Modifier CodeType of Change\nZ1                 ADD\nJ9990              ADD\n");
        var changes = Import(path).After.Rows<ChangeRecord>().All.ToArray();
        Assert.Equal([("", "Z1"), ("J9990", "")],
            changes.Select(row => (row.Code.Value, row.Modifier.ToString())).Order());
    }

    [Fact]
    public void A_document_is_left_with_its_reason()
    {
        var path = Path.Combine(_home, "notes.txt");
        File.WriteAllText(path, "   PROCESSING NOTES\n");
        var member = Assert.Single(Import(path).Members);
        Assert.Equal(ImportOutcome.NotRecognised, member.Outcome);
        Assert.Contains("notes on processing", member.Reason, StringComparison.Ordinal);
    }

    private ImportResult Import(params string[] paths) => new TableImport(_home, TableImage.Empty).Run(paths);

    private string Crosswalk(string name, string title, params string[] rows)
    {
        var path = Path.Combine(_home, name);
        File.WriteAllText(path, $"January 2026 {title} NDC - HCPCS Crosswalk\n"
            + "\"Effective January 1, 2026 through March 31, 2026\"\n_2026_CODE,NDC,BILLUNITSPKG,Short Description,"
            + "LABELER NAME,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,BILLUNITS\n"
            + string.Concat(rows.Select(row => $"{row},Example,Maker,Example,10 MG,1,1,1\n")));
        return path;
    }
}
