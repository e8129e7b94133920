namespace Noc.Reference.Originals;

/// <summary>Reads short code lists: places of service, reason and remark codes, claim status, revenue codes.</summary>
/// <remarks>The agencies publish these as pages; the lists read here are compiled from them, numbers only where the
/// texts belong to others. A list prints no dates: its period is <see cref="Period.Always"/>.</remarks>
public static class CodeListReader
{
    // What is complete for each list, with some slack: the lists of 2026 have 52, 376, 998 (of 2014), 759, 48, 526.
    private const int CompletePlaces = 45, CompleteCarc = 250, CompleteRarc = 900, CompleteStatus = 600,
        CompleteCategories = 30, CompleteRevenue = 400;

    private const int MaxCode = 6;

    // Fewer rows do not show what a list is.
    private const int FewestRows = 20;

    private static readonly Column Code = new("code"), Name = new("name"), Rate = Column.Optional("pfs_rate"),
        Active = Column.Optional("active") with
        {
            Matches = name => name.StartsWith("IN_", StringComparison.Ordinal)
                && name.EndsWith("_ACTIVE_LIST", StringComparison.Ordinal),
        };

    /// <summary>Places of service: code, name, rate.</summary>
    public static OriginalReader PlaceReader { get; } = new(Dataset.PlaceOfService,
        head => head.HasRow("code", "name", "pfs_rate"), ReadPlaces)
    {
        MissingColumn = head => Lacks(head, [Code, Name, Rate], Rate, row => row.Count is 2 or 3
            && row[0].Length == 2 && row[0].All(char.IsAsciiDigit)
            && (row.Count == 2 || row[2] is "F" or "NF" or "")),
    };

    /// <summary>Claim adjustment reason codes: code, whether it is in use.</summary>
    public static OriginalReader CarcReader { get; } = new(Dataset.Carc,
        head => head.Rows.Any(row => row.Any(Code.Is) && row.Any(Active.Is)),
        member => ReadNumbers(member, Dataset.Carc, CompleteCarc))
    {
        MissingColumn = head => Lacks(head, [Code, Active], Active, row => row.Count is 1 or 2 && IsReason(row[0])
            && (row.Count == 1 || row[1] is "Y" or "N" or "")),
    };

    /// <summary>Remittance advice remark codes: M1, MA01, N1 ...</summary>
    public static OriginalReader RarcReader { get; } =
        Numbers(Dataset.Rarc, CompleteRarc, code => Tail(code, "MA") || Tail(code, "M") || Tail(code, "N"));

    /// <summary>Claim status category codes: A0, F3N, R17, RQ ...</summary>
    public static OriginalReader StatusCategoryReader { get; } = Numbers(Dataset.ClaimStatusCategories,
        CompleteCategories, code => code is [>= 'A' and <= 'Z' and not 'M' and not 'N', _, ..] && code.Length <= 4
            && code.All(char.IsAsciiLetterOrDigit));

    /// <summary>Claim status codes: 0, 1, 10 ... without leading zeros.</summary>
    public static OriginalReader StatusReader { get; } = Numbers(Dataset.ClaimStatuses, CompleteStatus,
        code => code.All(char.IsAsciiDigit) && (code.Length == 1 || code[0] != '0'));

    /// <summary>Revenue codes: four digits each; X stands for any last digit.</summary>
    public static OriginalReader RevenueReader { get; } = Numbers(Dataset.RevenueCodes, CompleteRevenue,
        code => code.Length == 4 && code.AsSpan(0, 3).IndexOfAnyExceptInRange('0', '9') < 0
            && (char.IsAsciiDigit(code[3]) || code[3] == 'X'));

    private static Original<PlaceOfServiceRow> ReadPlaces(OriginalMember member)
    {
        using var table = Table.Open(Records.Open(member), Code, Name, Rate);
        var rows = new List<PlaceOfServiceRow>();
        while (table.Read())
        {
            var code = table.Text(Code);
            if (code.Length != 2 || !code.All(char.IsAsciiDigit))
                table.Ledger.Problem(table.Line, "The code is not two digits.");
            else
                rows.Add(new(table.Line, code, table.Text(Name), table.Text(Rate) switch
                {
                    "F" => true,
                    "NF" => false,
                    _ => null,
                }));
        }
        return table.Ledger.Close(Dataset.PlaceOfService, Period.Always, Cell.ReleaseOf(member), CompletePlaces,
            rows, table.LinesRead);
    }

    private static Original<CodeNumberRow> ReadNumbers(OriginalMember member, Dataset dataset, int completeFrom)
    {
        using var table = Table.Open(Records.Open(member), Code, Active);
        var rows = new List<CodeNumberRow>();
        while (table.Read())
        {
            var code = table.Text(Code);
            if (code.Length is 0 or > MaxCode || !code.All(char.IsAsciiLetterOrDigit))
                table.Ledger.Problem(table.Line, "The code is not one to six letters and digits.");
            else rows.Add(new(table.Line, code, TextFields.YesNo(table.Text(Active))));
        }
        return table.Ledger.Close(
            dataset, Period.Always, Cell.ReleaseOf(member), completeFrom, rows, table.LinesRead);
    }

    // A list of numbers under the one heading "code" is told apart by the form of its codes.
    private static OriginalReader Numbers(Dataset dataset, int completeFrom, Func<string, bool> isCode) => new(dataset,
        head => head.Rows.Count > 1 && head.Rows[0] is [var only] && Code.Is(only) && head.Rows.Skip(1)
            .All(row => row is [var cell] && (cell.Length == 0 || (cell.Length <= MaxCode && isCode(cell)))),
        member => ReadNumbers(member, dataset, completeFrom))
    {
        // Plain numbers under another heading are anybody's; RARC and categories have letters of their own.
        MissingColumn = head => Lacks(head, [Code], null, row => row is [var cell] && isCode(cell)
            && char.IsAsciiLetterUpper(cell[0])),
    };

    // The column that a list lacks which has the one that no other list has, or only rows as it has them.
    private static string? Lacks(
        OriginalHead head, Column[] columns, Column? own, Func<IReadOnlyList<string>, bool> isRow)
    {
        if (head.Rows.Count <= FewestRows || head.Rows[0] is not { } header) return null;
        var missing = Array.FindAll(columns, column => !header.Any(column.Is));
        if (missing is not [var one]) return null;
        return (own is not null && header.Any(own.Is))
            || (header.Count <= columns.Length && head.Rows.Skip(1).All(row => row is [""] || isRow(row)))
            ? one == Active ? "in_<year>_active_list" : one.Name : null;
    }

    // Reason codes are 1, 45, A1, B7, P12, W1 ...; a list of digits alone is anybody's.
    private static bool IsReason(string code) => code.Length is > 0 and <= 4
        && code.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0
        && (char.IsAsciiDigit(code[0]) || code[0] is 'A' or 'B' or 'D' or 'P' or 'W' or 'Y');

    private static bool Tail(string code, string prefix) => code.StartsWith(prefix, StringComparison.Ordinal)
        && code.Length > prefix.Length && code.AsSpan(prefix.Length).IndexOfAnyExceptInRange('0', '9') < 0;
}
