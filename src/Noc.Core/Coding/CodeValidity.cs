using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Whether a code may be billed on a day, and what to bill instead.</summary>
public abstract record CodeValidity
{
    private static readonly Valid IsValid = new();
    private static readonly NotCovered IsUnlisted = new("The seed holds the codes of listed products only.");
    private static readonly DrugCoding None = new([], default);

    private CodeValidity() { }

    /// <summary>The code is valid on the day.</summary>
    public sealed record Valid : CodeValidity;

    /// <summary>The code starts later.</summary>
    /// <param name="First">Its first day.</param>
    /// <param name="Before">What the drug is billed by until then: the codes that it takes over from, else those that
    /// are not for another maker, else an unclassified one.</param>
    /// <param name="Confidence">How sure the first day is.</param>
    public sealed record NotYet(DateOnly First, DrugCoding Before, Confidence Confidence) : CodeValidity;

    /// <summary>The code has ended.</summary>
    /// <param name="Last">Its last day.</param>
    /// <param name="Row">The code with its unit; null for a catch-all code.</param>
    /// <param name="Successors">Codes of the day that took over from it; empty where nothing says so.</param>
    /// <param name="After">Codes that the drug has on the day, for every maker; their units may differ.</param>
    /// <param name="Confidence">How sure the last day is.</param>
    public sealed record Ended(
        DateOnly Last, ProductCode? Row, IReadOnlyList<ProductCode> Successors,
        IReadOnlyList<SpecificCode> After, Confidence Confidence) : CodeValidity;

    /// <summary>The tables cannot tell.</summary>
    /// <param name="Reason">Why not.</param>
    public sealed record NotCovered(string Reason) : CodeValidity;

    /// <summary>Judges a code on a day. Allocates nothing where the code is valid or not listed.</summary>
    public static CodeValidity On(
        ReferenceTables tables, HcpcsCode code, DateOnly day, Setting setting, bool isMedicare)
    {
        if (tables.CatchAll(code) is { Kind: not CatchAllKind.Named } row)
            return row.IsValidOn(day) ? IsValid
                : row.To < day ? new Ended(row.To.Value, null, [], [], Confidence.High)
                : new NotYet(row.From!.Value, None, Confidence.High);
        return tables.Code(code, day) switch
        {
            CodeStatus.Found => IsValid,
            CodeStatus.NotYet status => new NotYet(
                status.Row.From!.Value, CodingBefore(status, day, setting, isMedicare), status.Row.Confidence),
            CodeStatus.Ended status => new Ended(status.Row.To!.Value, status.Row,
                CodeSuccession.After(status.Product, status.Row, day, setting),
                SpecificCodes.Find(status.Product, day, setting), status.Row.Confidence),
            CodeStatus.NotCovered => IsUnlisted,
            _ => throw new InvalidOperationException("All answers of the tables are listed above."),
        };
    }

    private static DrugCoding CodingBefore(CodeStatus.NotYet status, DateOnly day, Setting setting, bool isMedicare)
    {
        var (row, product) = status;
        var own = SpecificCodes.Find(product, day, setting);
        var left = own.FindAll(code => CodeSuccession.TakesOver(product, code.Row, row));
        if (left.Count == 0) left = own.FindAll(code => !code.Row.IsForOneLabel);
        return new(left, left.Count > 0 ? default
            : UnclassifiedChoice.Choose(DrugFacts.Of(product, day, setting, isMedicare)));
    }
}
