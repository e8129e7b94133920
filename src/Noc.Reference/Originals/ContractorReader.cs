using System.Text.RegularExpressions;

namespace Noc.Reference.Originals;

/// <summary>Reads which contractors pay Medicare claims of a state (a compiled list).</summary>
/// <remarks>The list prints no dates: its period is <see cref="Period.Always"/>.</remarks>
public static partial class ContractorReader
{
    // Fifty states, the district and five territories.
    private const int CompleteFrom = 55;

    private static readonly Column State = new("state"), Jurisdiction = new("ab_jurisdiction"),
        Contractor = new("ab_mac"),
        Numbers = new("part_b_contractor_numbers")
        { Matches = name => name.StartsWith("PART_B_CONTRACTOR_NUMBERS", StringComparison.Ordinal) },
        DmeJurisdiction = new("dme_jurisdiction"), DmeContractor = new("dme_mac");

    /// <summary>mac_jurisdictions_by_state csv.</summary>
    public static OriginalReader Reader { get; } =
        new(Dataset.Contractors, head => head.HasRow("state", "ab_jurisdiction", "ab_mac"), Read)
        {
            Columns = [State, Jurisdiction, Contractor, Numbers, DmeJurisdiction, DmeContractor],
        };

    /// <summary>Reads the list.</summary>
    /// <exception cref="UnreadableOriginalException">The header is not found.</exception>
    public static Original<ContractorRow> Read(OriginalMember member)
    {
        using var table = Table.Open(
            Records.Open(member), State, Jurisdiction, Contractor, Numbers, DmeJurisdiction, DmeContractor);
        var rows = new List<ContractorRow>();
        while (table.Read())
        {
            var numbers = table.Text(Numbers).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string? wrong = null;
            if (!TextFields.IsMatch(Letters(), table.Text(State))) wrong = "The state is not two letters.";
            for (var i = 0; i < numbers.Length; i++) numbers[i] = GpciReader.Padded(numbers[i], 5, ref wrong);
            if (wrong is not null) table.Ledger.Problem(table.Line, wrong);
            else
                rows.Add(new(table.Line, table.Text(State), table.Text(Jurisdiction), table.Text(Contractor), numbers,
                    table.Text(DmeJurisdiction), table.Text(DmeContractor)));
        }
        return table.Ledger.Close(
            Dataset.Contractors, Period.Always, Cell.ReleaseOf(member), CompleteFrom, rows, table.LinesRead);
    }

    [GeneratedRegex("^[A-Z]{2}$", TextFields.Exact, TextFields.PatienceMs)]
    private static partial Regex Letters();
}
