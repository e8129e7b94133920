namespace Noc.Tables;

/// <summary>Choosing among the records of one key.</summary>
public static class TableRowsOnDay
{
    /// <summary>The record that speaks for a day, the last where several do; null where none does.</summary>
    public static T? On<T>(this ReadOnlySpan<T> rows, DateOnly day) where T : unmanaged, ITableRecord
    {
        for (var i = rows.Length - 1; i >= 0; i--)
            if (rows[i].Days.Include(day)) return rows[i];
        return null;
    }
}
