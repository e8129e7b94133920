using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Whether a code may be billed on a day, and what to bill instead.</summary>
public abstract record CodeValidity
{
    private CodeValidity() { }

    /// <summary>The code is valid on the day.</summary>
    public sealed record Valid : CodeValidity;

    /// <summary>The code starts later.</summary>
    /// <param name="First">Its first day.</param>
    /// <param name="Before">What the drug is billed by until then.</param>
    public sealed record NotYet(DateOnly First, DrugCoding Before) : CodeValidity;

    /// <summary>The code has ended.</summary>
    /// <param name="Last">Its last day.</param>
    /// <param name="After">What the drug is billed by since; its units may differ.</param>
    public sealed record Ended(DateOnly Last, DrugCoding After) : CodeValidity;

    /// <summary>The tables cannot tell.</summary>
    /// <param name="Reason">Why not.</param>
    public sealed record NotCovered(string Reason) : CodeValidity;

    /// <summary>Judges a code on a day.</summary>
    public static CodeValidity On(
        ReferenceTables tables, HcpcsCode code, DateOnly day, Setting setting, bool isMedicare)
    {
        if (tables.CatchAll(code) is { Kind: not CatchAllKind.Named } row)
        {
            var none = new DrugCoding([], default);
            return row.IsValidOn(day) ? new Valid()
                : row.To < day ? new Ended(row.To.Value, none) : new NotYet(row.From!.Value, none);
        }
        return tables.Code(code, day) switch
        {
            CodeStatus.Found => new Valid(),
            CodeStatus.NotYet status => new NotYet(
                status.Row.From!.Value, DrugCodes.Of(status.Product, day, setting, isMedicare)),
            CodeStatus.Ended status => new Ended(
                status.Row.To!.Value, DrugCodes.Of(status.Product, day, setting, isMedicare)),
            CodeStatus.NotCovered status => new NotCovered(status.Reason),
            _ => throw new InvalidOperationException("All answers of the tables are listed above."),
        };
    }
}
