using System.Buffers.Binary;
using System.Reflection;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Core.Tests.Tables;

public class TableImageTests
{
    private static readonly HcpcsCode J9381 = HcpcsCode.Of("J9381"), J3490 = HcpcsCode.Of("J3490");

    private static Days Quarter(int year, int quarter) =>
        new(new(year, (3 * quarter) - 2, 1), new DateOnly(year, (3 * quarter) - 2, 1).AddMonths(3).AddDays(-1));

    private static TableImage Image()
    {
        var builder = new TableImageBuilder();
        var text = builder.Texts.Add("5 mcg");
        builder.Add<LimitRecord>(
        [
            new() { Code = J9381, Days = Quarter(2026, 1), LimitUsd = Micro.Of(38.386m), Notes = text },
            new() { Code = J9381, Days = Quarter(2025, 4), LimitUsd = Micro.Of(37.5m), DosageText = text },
            new() { Code = HcpcsCode.Of("A9606"), Days = Quarter(2026, 1), LimitUsd = Micro.None },
        ]);
        return builder.Build("test-1");
    }

    [Fact]
    public void A_key_finds_its_records_in_the_order_of_their_first_day()
    {
        var image = TableImage.Open(Image().Content);
        var rows = image.Rows<LimitRecord>().Of(TableKey.Of(J9381));
        Assert.Equal(2, rows.Length);
        Assert.Equal(37.5m, rows[0].LimitUsd.Value);
        Assert.Equal(38.386m, rows[1].LimitUsd.Value);
        Assert.Equal("5 mcg", image.Text(rows[0].DosageText));
        Assert.True(rows[1].Days.Include(new(2026, 3, 31)));
        Assert.False(rows[1].Days.Include(new(2026, 4, 1)));
        Assert.Equal("test-1", image.Name);
        Assert.Empty(image.Rows<LimitRecord>().Of(TableKey.Of(J3490)).ToArray());
        Assert.Equal(0, image.Rows<OppsRecord>().Count);
    }

    [Fact]
    public void No_number_is_not_zero() =>
        Assert.Null(Image().Rows<LimitRecord>().Of(TableKey.Of(HcpcsCode.Of("A9606")))[0].LimitUsd.Value);

    [Fact]
    public void A_look_up_allocates_nothing()
    {
        var rows = Image().Rows<LimitRecord>();
        var key = TableKey.Of(J9381);
        _ = rows.Of(key).Length;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) _ = rows.Of(key).Length;
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void The_same_records_give_the_same_bytes() =>
        Assert.Equal(Image().Content.ToArray(), Image().Content.ToArray());

    [Fact]
    public void Every_cut_is_refused()
    {
        var bytes = Image().Content;
        for (var length = 0; length < bytes.Length; length += 7)
            Assert.Equal(
                TableFault.Cut,
                Assert.Throws<UnreadableTablesException>(() => TableImage.Open(bytes[..length])).Fault);
    }

    [Fact]
    public void A_changed_byte_is_found_or_harmless_but_never_read_beyond_the_image()
    {
        var whole = Image().Content.ToArray();
        for (var at = 0; at < whole.Length; at++)
        {
            var bytes = whole.ToArray();
            bytes[at] ^= 0xFF;
            try
            {
                var image = TableImage.Open(bytes);
                foreach (ref readonly var row in image.Rows<LimitRecord>().All) _ = image.Text(row.Notes);
                image.Verify();
                Assert.True(at is >= 32 and < 48 || bytes.Length - at < 16 || IsPadding(whole, at), $"byte {at}");
            }
            catch (UnreadableTablesException) { }
        }
    }

    [Fact]
    public void A_newer_format_says_so()
    {
        var bytes = Image().Content.ToArray();
        bytes[8]++;
        Assert.Equal(TableFault.Newer, Assert.Throws<UnreadableTablesException>(() => TableImage.Open(bytes)).Fault);
    }

    [Theory]
    [InlineData(-1, TableFault.Older)]
    [InlineData(1, TableFault.Newer)]
    public void Records_of_another_version_are_refused_when_the_file_is_opened(int difference, TableFault fault)
    {
        var bytes = Image().Content.ToArray();
        var directory = bytes.AsSpan(48, 48 * BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(12)));
        for (var at = 0; at < directory.Length; at += 48)
            if (BinaryPrimitives.ReadUInt64LittleEndian(directory[at..]) == TableImage.Packed(LimitRecord.Section))
                BinaryPrimitives.WriteInt32LittleEndian(directory[(at + 8)..], LimitRecord.Version + difference);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(24), TableImage.Checksum(directory));
        var image = TableImage.Open(bytes);
        Assert.Equal(fault, Assert.Throws<UnreadableTablesException>(image.Verify).Fault);
    }

    private static List<Type> Kinds() => [.. typeof(ITableRecord).Assembly.GetTypes()
        .Where(type => type.IsValueType && typeof(ITableRecord).IsAssignableFrom(type))];

    [Fact]
    public void Every_kind_of_record_is_known_when_a_file_is_opened() =>
        Assert.Equal(Kinds().Count, TableKinds.BySection.Count);

    [Fact]
    public void Texts_come_first_in_every_record()
    {
        var kinds = Kinds();
        Assert.NotEmpty(kinds);
        foreach (var kind in kinds)
        {
            var texts = (int)kind.GetProperty("Texts", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
            var fields = kind.GetFields(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance);
            for (var i = 0; i < fields.Length; i++)
                Assert.Equal(i < texts, fields[i].FieldType == typeof(TextRef));
        }
    }

    [Fact]
    public void Words_of_a_code_list_pack_in_their_order()
    {
        Assert.Equal("Z51.11".Replace(".", "", StringComparison.Ordinal), TableKey.TextOf(TableKey.OfText("Z5111")));
        Assert.True(TableKey.OfText("C50") < TableKey.OfText("C509"));
        Assert.True(TableKey.OfText("C509") < TableKey.OfText("C51"));
        Assert.Equal(0u, TableKey.OfText("12345678"));
    }

    private static bool IsPadding(byte[] whole, int at) => whole[at] == 0;
}
