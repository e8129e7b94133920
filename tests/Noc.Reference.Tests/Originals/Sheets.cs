using System.IO.Compression;
using System.Security;
using System.Text;
using Noc.Reference.Originals;

namespace Noc.Reference.Tests.Originals;

/// <summary>Small workbooks for tests.</summary>
internal static class Sheets
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        Package = "http://schemas.openxmlformats.org/package/2006/relationships",
        Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A workbook of one sheet; a cell is text, or a number where it begins with <c>#</c>.</summary>
    public static OriginalMember Of(string name, params string[][] rows)
    {
        var sheet = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        for (var row = 0; row < rows.Length; row++)
        {
            sheet.Append($"<row r=\"{row + 1}\">");
            for (var at = 0; at < rows[row].Length; at++)
                Cell(sheet, $"{Place(at)}{row + 1}", rows[row][at]);
            sheet.Append("</row>");
        }
        sheet.Append("</sheetData></worksheet>");
        return Files.Bytes(Zip(sheet.ToString()), name);
    }

    private static void Cell(StringBuilder sheet, string place, string text)
    {
        if (text is ['#', ..]) sheet.Append($"<c r=\"{place}\"><v>{text[1..]}</v></c>");
        else
            sheet.Append($"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                .Append(SecurityElement.Escape(text)).Append("</t></is></c>");
    }

    private static byte[] Zip(string sheet)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Write(archive, "_rels/.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" "
                + $"Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Write(archive, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>"
                + "<sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Write(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}\"><Relationship "
                + $"Id=\"r1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Write(archive, "xl/worksheets/sheet1.xml", sheet);
        }
        return stream.ToArray();
    }

    private static void Write(ZipArchive archive, string name, string content)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }

    private static string Place(int at) => at < 26 ? $"{(char)('A' + at)}" : $"{(char)('A' + (at / 26) - 1)}"
        + $"{(char)('A' + (at % 26))}";
}
