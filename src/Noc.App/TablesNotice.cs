using System.Text.Json;
using Noc.Tables;

namespace Noc.App;

/// <summary>How reports say that imported tables were not used.</summary>
internal static class TablesNotice
{
    /// <summary>The tables that a report used, and why not the imported ones: <c>tables</c>, <c>notice</c>.</summary>
    public static void WriteTables(this Utf8JsonWriter json, ReferenceTables tables)
    {
        json.WriteString("tables", tables.Version);
        if (tables.Notice is { } notice) json.WriteString("notice", notice);
    }

    /// <summary>What stands under a report for people; empty where nothing is wrong.</summary>
    public static string Under(ReferenceTables tables)
    {
        if (tables.Notice is not { } notice) return "";
        var page = new Paragraphs(isColored: false);
        page.Gap();
        page.Plain(notice, 0);
        return page.ToString();
    }
}
