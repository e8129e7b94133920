using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Answers whether hospitals are paid for a drug apart from the visit.</summary>
/// <remarks>Source: CMS, OPPS Addendum B. Status G is a pass-through drug, K one that is paid apart, K1 one against
/// pain that is no opioid and is paid apart.</remarks>
public static class SeparatePayment
{
    /// <summary>Whether a code is paid apart on a day; of quarters that are not loaded the last one before them
    /// speaks, else the first one after. A pass-through code of a drug (C) that none lists is: it exists to be.
    /// </summary>
    public static bool IsPaidApart(ReferenceTables tables, HcpcsCode code, DateOnly day) =>
        StatusOf(tables, code, day) switch
        {
            "" => FirstStatusOf(tables, code) is var first && first.Length > 0 ? IsApart(first)
                : code is { Series: 'C', Number: >= 9000 and not 9399 }
                    && tables.Code(code, day) is CodeStatus.Found,
            var status => IsApart(status),
        };

    /// <summary>Whether a code is paid apart as a drug against pain (status K1): texts on JW and JZ do not name it.
    /// </summary>
    public static bool IsForPain(ReferenceTables tables, HcpcsCode code, DateOnly day) =>
        StatusOf(tables, code, day) is "K1";

    /// <summary>Whether a status pays a drug apart.</summary>
    public static bool IsApart(string status) => status is "G" or "K" or "K1";

    /// <summary>Whether a code is surely part of the visit on a day: of quarters that are not loaded the last one
    /// before them speaks.</summary>
    public static bool IsPackaged(ReferenceTables tables, HcpcsCode code, DateOnly day) =>
        StatusOf(tables, code, day) is "N";

    private static string StatusOf(ReferenceTables tables, HcpcsCode code, DateOnly day)
    {
        DateOnly? since = null;
        var status = "";
        foreach (ref readonly var row in tables.Image.Rows<OppsRecord>().Of(TableKey.Of(code)))
        {
            if (row.Days.From is not { } from || from > day || from < since) continue;
            (since, status) = (from, tables.Image.Text(row.Status));
        }
        return status;
    }

    private static string FirstStatusOf(ReferenceTables tables, HcpcsCode code)
    {
        DateOnly? first = null;
        var status = "";
        foreach (ref readonly var row in tables.Image.Rows<OppsRecord>().Of(TableKey.Of(code)))
        {
            if (row.Days.From is not { } from || from >= first) continue;
            (first, status) = (from, tables.Image.Text(row.Status));
        }
        return status;
    }
}
