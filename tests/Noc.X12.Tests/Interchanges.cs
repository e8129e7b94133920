using System.Text;

namespace Noc.X12.Tests;

/// <summary>What a reading gave: each segment as text with its place, and the problems.</summary>
internal sealed record Reading(
    List<string> Segments, List<long> Offsets, IReadOnlyList<X12Problem> Problems, X12Reader Reader)
{
    public IEnumerable<string> Ids => Problems.Select(p => p.Id);
}

/// <summary>Small interchanges, and reading them in pieces of any size.</summary>
internal static class Interchanges
{
    public const string Isa =
        "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260102*0304*^*00501*000000007*0*T*:~";

    public const string Body = "GS*HC*S*R*20260102*0304*7*X*005010X222A1~ST*837*0001*005010X222A1~"
        + "BHT*0019*00*1*20260102*0304*CH~HL*1**20*1~HL*2*1*22*0~CLM*A1*100***11:B:1~"
        + "SV1*HC:J3490:JZ*100*UN*1***1~SE*7*0001~GE*1*7~";

    public const string Good = Isa + Body + "IEA*1*000000007~";

    public static Reading Read(string text, int chunk = int.MaxValue, X12Limits? limits = null) =>
        Read(Encoding.Latin1.GetBytes(text), chunk, limits);

    public static Reading Read(byte[] bytes, int chunk = int.MaxValue, X12Limits? limits = null)
    {
        var reader = new X12Reader(new ChunkedStream(bytes, chunk), limits);
        List<string> segments = [];
        List<long> offsets = [];
        while (reader.Read())
        {
            var segment = reader.Current;
            Assert.True(segments.Count <= bytes.Length);
            var elements = new string[segment.Count + 1];
            for (var i = 0; i <= segment.Count; i++)
            {
                elements[i] = Encoding.Latin1.GetString(segment[i]);
                for (var j = 1; j < 4; j++) _ = segment.Component(i, j).Length;
            }
            segments.Add(string.Join((char)reader.Delimiters.Element, elements));
            Assert.Equal(Encoding.Latin1.GetString(segment.Bytes), segments[^1]);
            offsets.Add(segment.Offset);
        }
        Assert.False(reader.Read());
        return new(segments, offsets, reader.Problems, reader);
    }
}

/// <summary>A stream that gives at most so many bytes at a time, as a pipe does.</summary>
internal sealed class ChunkedStream(byte[] bytes, int chunk) : MemoryStream(bytes)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, chunk)]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, chunk));
}
