using System.Globalization;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Noc.Reference.Originals;

/// <summary>Records of the first sheet of a workbook (.xlsx).</summary>
internal sealed class SheetRecords : Records
{
    private readonly Stream _stream;
    private readonly IExcelDataReader _reader;
    private int _row;

    // The package looks for cp1252 before it looks at its options.
    static SheetRecords() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public SheetRecords(Stream stream)
    {
        _stream = stream;
        _reader = Guard(() => ExcelReaderFactory.CreateOpenXmlReader(stream));
    }

    public override int LinesRead => _row;

    public override bool Read()
    {
        Cells.Clear();
        if (!Guard(_reader.Read)) return false;
        Line = ++_row;
        if (_reader.FieldCount > OriginalLimits.Columns)
            throw new UnreadableOriginalException($"The sheet has more than {OriginalLimits.Columns} columns.");
        for (var i = 0; i < _reader.FieldCount; i++) Cells.Add(Text(_reader.GetValue(i)));
        return true;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is ExcelReaderException or XmlException or InvalidDataException
            or IOException or FormatException or OverflowException or ArgumentException or NullReferenceException
            or InvalidOperationException or IndexOutOfRangeException or KeyNotFoundException or NotSupportedException)
        {
            throw new UnreadableOriginalException("The workbook is damaged.", fault);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        _reader.Dispose();
        _stream.Dispose();
    }
}
