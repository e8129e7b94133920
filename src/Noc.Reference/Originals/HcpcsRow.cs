using System.Text;
using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>A HCPCS Level II code with its description, dates and Medicare flags.</summary>
/// <remarks>Source: CMS, HCPCS Level II quarterly file (ANWEB), record layout of the contractor record. A code that
/// ended stays in the file for years: only its dates say whether it was valid on a day.</remarks>
public sealed record HcpcsRow
{
    /// <summary>Line of the file on which the code begins.</summary>
    public required long Line { get; init; }

    /// <summary>The code.</summary>
    public required HcpcsCode Code { get; init; }

    /// <summary>The whole description; empty for CPT and CDT numbers.</summary>
    public required string LongDescription { get; init; }

    /// <summary>The description in 28 characters; the same string as the long one where they are equal.</summary>
    public required string ShortDescription { get; init; }

    /// <summary>Pricing indicators, two digits each with blanks between, such as <c>51</c> for drugs or <c>00</c> for
    /// not paid separately; empty where there is none.</summary>
    public required string Pricing { get; init; }

    /// <summary>How several prices come about, such as 9 for not applicable; null where blank.</summary>
    public required char? MultiplePricing { get; init; }

    /// <summary>The section of the statute that governs payment; empty for most.</summary>
    public required string Statute { get; init; }

    /// <summary>Codes that Medicare uses instead, such as a J code behind a C code; empty for most.</summary>
    public required IReadOnlyList<HcpcsCode> CrossReferences { get; init; }

    /// <summary>Coverage: C carrier judgement, D special instructions, I not payable by Medicare, M not covered,
    /// S excluded by statute; null where blank.</summary>
    public required char? Coverage { get; init; }

    /// <summary>Number of the processing note; empty for most.</summary>
    public required string ProcessingNote { get; init; }

    /// <summary>Berenson-Eggers type of service, such as <c>O1E</c> for drugs; empty where not given.</summary>
    public required string Betos { get; init; }

    /// <summary>Types of service, one character each, such as <c>1P</c>; empty where not given.</summary>
    public required string TypesOfService { get; init; }

    /// <summary>First day of the code; null where not known.</summary>
    public required DateOnly? Added { get; init; }

    /// <summary>First day of the last change; null where not known.</summary>
    public required DateOnly? ActionEffective { get; init; }

    /// <summary>Last day on which the code may be used; null while it is valid.</summary>
    public required DateOnly? LastDay { get; init; }

    /// <summary>The last change: A added, D discontinued, C, B, F, P, S, T changed, R reactivated, N nothing; null
    /// where not given.</summary>
    public required char? ActionCode { get; init; }
}

/// <summary>What both layouts of the HCPCS file have in common.</summary>
internal static class HcpcsFile
{
    // Codes: 6,205 in 2018, 8,463 in October 2025.
    private const int CompleteFrom = 5_000;

    /// <summary>Why modifiers are left out: they have a table of their own.</summary>
    public const string ModifierRecord = "modifier";

    /// <summary>A further line of a description.</summary>
    public const string Continuation = "further line of a description";

    /// <summary>The file as read.</summary>
    /// <remarks>The file prints no period. It is the quarter of its newest codes and changes: the latest in which one
    /// code of a thousand begins or changes, since a few are announced ahead.</remarks>
    public static Original<HcpcsRow> Close(OriginalMember member, Ledger ledger, List<HcpcsRow> rows, int linesRead)
    {
        var news = new Dictionary<DateOnly, int>();
        foreach (var row in rows)
            if (Newest(row) is { } day)
            {
                var quarter = Period.Quarter(day.Year, (day.Month + 2) / 3).From;
                news[quarter] = news.GetValueOrDefault(quarter) + 1;
            }
        var enough = Math.Max(1, rows.Count / 1000);
        DateOnly? from = null;
        foreach (var (quarter, count) in news)
            if (count >= enough && (from is null || quarter > from)) from = quarter;
        if (from is null)
            throw new UnreadableOriginalException("No code has a date, so nothing says for when the file speaks.");
        var period = new Period(from.Value, from.Value.AddMonths(3).AddDays(-1));
        return ledger.Close(Dataset.Hcpcs, period, Cell.ReleaseOf(member.Name), CompleteFrom, rows, linesRead);
    }

    /// <summary>The row once its description is whole.</summary>
    public static HcpcsRow Describe(HcpcsRow row, string description) => Cell.IsCpt(row.Code)
        ? row with { LongDescription = "", ShortDescription = "" }
        : row with
        {
            LongDescription = description,
            ShortDescription = row.ShortDescription == description ? description : row.ShortDescription,
        };

    /// <summary>A code of its own in each of up to five places; what is no code is left out.</summary>
    public static void AddCode(ref List<HcpcsCode>? codes, ReadOnlySpan<char> text)
    {
        if (HcpcsCode.TryParse(text.Trim(), out var code)) (codes ??= []).Add(code);
    }

    /// <summary>Five characters as a code or two as a modifier.</summary>
    public static bool TryCodeOrModifier(string text, out HcpcsCode code, out Modifier modifier)
    {
        modifier = default;
        if (Cell.TryCode(text, out code)) return true;
        Span<byte> bytes = stackalloc byte[2];
        return text.Length == 2 && Encoding.ASCII.TryGetBytes(text, bytes, out _)
            && Modifier.TryParse(bytes, out modifier);
    }

    private static DateOnly? Newest(HcpcsRow row) =>
        row.Added is null || row.ActionEffective > row.Added ? row.ActionEffective : row.Added;
}
