using System.Text;
using Noc.Claims;
using Noc.Formats.X837;

namespace Noc.Formats.Tests.X837;

public class ClaimUnitReaderTests
{
    private static string Batch()
    {
        var first = Samples.Set(Samples.Provider + Samples.Subscriber(2) + Samples.Claim("A1", 2) + Samples.Claim("A2")
            + "HL*3*2*23*0~PAT*19~NM1*QC*1*KID*ONE~" + Samples.Claim("A3", 3) + Samples.Claim("A4")
            + "HL*4**20*1~NM1*85*2*SECOND*****XX*1234567893~" + Samples.Subscriber(5).Replace("HL*5*1*", "HL*5*4*",
                StringComparison.Ordinal) + Samples.Claim("A5"));
        var second = Samples.Set(Samples.Provider + Samples.Subscriber(2, "ROE") + Samples.Claim("B1"), 2);
        var third = Samples.Set(Samples.Provider + Samples.Subscriber(2, "POE") + Samples.Claim("C1"), 1);
        var one = Samples.File837(Samples.Group(first + second, 2) + Samples.Group(third), 2);
        var other = Samples.File837(Samples.Group(Samples.Set(
            Samples.Provider + Samples.Subscriber(2, "LOE") + Samples.Claim("D1"))))
            .Replace('*', '|').Replace('~', '!');
        return one + "\r\n" + other;
    }

    private static string Describe(Claim claim)
    {
        var text = new StringBuilder();
        text.Append(claim.Place).Append(claim.AccountNumber.Text).Append(claim.AccountNumber.Offset)
            .Append(claim.Payer.Id.Text).Append(claim.Payer.Id.Offset).Append(claim.Billing.Npi.Text)
            .Append(claim.Patient.FirstName.Text).Append(claim.Patient.MemberId.Offset)
            .Append(claim.Subscriber is null);
        foreach (var line in claim.Lines)
            text.Append(line.Number).Append(line.CodeText.Text).Append(line.CodeText.Offset)
                .Append(line.ServiceDate).Append(claim.Source.OffsetOf(line.Number, "2410/LIN03"));
        foreach (var loop in ((ClaimSource837)claim.Source).Loops()) text.Append(loop);
        return text.ToString();
    }

    [Fact]
    public void Several_sets_groups_and_interchanges_number_their_claims()
    {
        var read = Samples.Read(Batch());
        Assert.Empty(read.Problems);
        Assert.Equal(["A1", "A2", "A3", "A4", "A5", "B1", "C1", "D1"], read.Claims.Select(c => c.AccountNumber.Text));
        Assert.Equal(new ClaimPlace(1, 1, 1, 5), read.Claims[4].Place);
        Assert.Equal(new ClaimPlace(1, 1, 2, 6), read.Claims[5].Place);
        Assert.Equal(new ClaimPlace(1, 2, 1, 7), read.Claims[6].Place);
        Assert.Equal(new ClaimPlace(2, 1, 1, 8), read.Claims[7].Place);
        Assert.Equal((2, 4, 4), (read.Units.Interchanges, read.Units.Transactions, read.Units.ClaimTransactions));
        Assert.Equal("SECOND", read.Claims[4].Billing.Name.Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(1_000)]
    public void Small_units_give_the_same_claims_as_large_ones(int unitBytes)
    {
        var large = Samples.Read(Batch());
        var small = Samples.Read(Batch(), unitBytes);
        Assert.Empty(small.Problems);
        Assert.Equal(large.Claims.Select(Describe), small.Claims.Select(Describe));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(1_000)]
    public void Any_chunk_size_gives_the_same_claims(int chunk)
    {
        var bytes = Samples.Bytes(Batch());
        using var stream = new ChunkedStream(bytes, chunk);
        var read = Samples.Read(bytes, 500, stream);
        Assert.Equal(Samples.Read(bytes).Claims.Select(Describe), read.Claims.Select(Describe));
    }

    [Fact]
    public void Utf_16_gives_the_same_claims_with_doubled_offsets()
    {
        var text = Samples.File837(Samples.Group(Samples.Set(
            Samples.Provider + Samples.Subscriber(2) + Samples.Claim("A"))));
        var plain = Samples.Read(text).Only;
        var wide = Samples.Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]).Only;
        Assert.Equal("A", wide.AccountNumber.Text);
        Assert.Equal(2 + (2 * plain.AccountNumber.Offset), wide.AccountNumber.Offset);
        Assert.Equal(2 + (2 * plain.Source.OffsetOf(1, "2410/LIN03")), wide.Source.OffsetOf(1, "2410/LIN03"));
    }

    [Fact]
    public void A_cut_at_any_byte_loses_no_claim_silently()
    {
        var bytes = Samples.Bytes(Batch());
        var whole = Samples.Read(bytes);
        var starts = whole.Claims.Select(c => c.AccountNumber.Offset!.Value - "CLM*".Length).ToArray();
        for (var length = 0; length < bytes.Length; length++)
        {
            var cut = Samples.Read(bytes[..length], length % 3 == 0 ? 1 : 2_000);
            // The CLM segment is seen where its terminator is; before that the reader names the segment cut off.
            var begun = starts.Count(start => EndOf(bytes, (int)start) < length);
            var reported = cut.Problems.Where(p => p.Id == "claim-cut").Select(p => p.Offset).ToArray();
            Assert.True(begun == cut.Claims.Count + reported.Length, $"cut at {length}: {begun} begun");
            Assert.All(reported, offset => Assert.Contains(offset, starts));
            for (var i = 0; i < cut.Claims.Count; i++)
                Assert.Equal(whole.Claims[i].Lines.Count, cut.Claims[i].Lines.Count);
        }
    }

    [Fact]
    public void Damage_to_any_delimiter_neither_throws_nor_loses_a_claim_without_a_problem()
    {
        var bytes = Samples.Bytes(Samples.File837(Samples.Group(Samples.Set(
            Samples.Provider + Samples.Subscriber(2) + Samples.Claim("A", 2)
            + Samples.Subscriber(3) + Samples.Claim("B")))));
        for (var i = 106; i < bytes.Length; i++)
        {
            if (bytes[i] is not ((byte)'*' or (byte)'~' or (byte)':')) continue;
            foreach (var other in "*~:X"u8.ToArray())
            {
                var damaged = bytes.ToArray();
                damaged[i] = other;
                var read = Samples.Read(damaged);
                if (read.Claims.Count != 2) Assert.NotEmpty(read.Problems);
            }
        }
    }

    [Fact]
    public void A_set_without_se_has_its_last_claim_reported_with_its_offset()
    {
        var set = Samples.Set(Samples.Provider + Samples.Subscriber(2) + Samples.Claim("A") + Samples.Claim("B"));
        var cut = set[..set.IndexOf("SE*", StringComparison.Ordinal)];
        var text = Samples.File837(Samples.Group(cut + Samples.Set(
            Samples.Provider + Samples.Subscriber(2) + Samples.Claim("C"), 2), 2));
        var read = Samples.Read(text);
        Assert.Equal(["A", "C"], read.Claims.Select(c => c.AccountNumber.Text));
        var problem = Assert.Single(read.Problems, p => p.Id == "claim-cut");
        Assert.Equal(text.IndexOf("CLM*B", StringComparison.Ordinal), problem.Offset);
        Assert.Equal(new ClaimPlace(1, 1, 2, 3), read.Claims[1].Place);
    }

    [Fact]
    public void A_claim_beyond_the_limit_is_left_out_and_the_next_one_is_read()
    {
        var notes = string.Concat(Enumerable.Repeat($"K3*{new string('X', 9_000)}~", 500));
        var read = Samples.Read(Samples.File837(Samples.Group(Samples.Set(
            Samples.Provider + Samples.Subscriber(2) + Samples.Claim("A") + "CLM*BIG*1***11:B:1~" + notes
            + "LX*1~SV1*HC:J3490*1~" + Samples.Claim("C") + Samples.Subscriber(3) + Samples.Claim("D")))));
        Assert.Equal(["A", "C", "D"], read.Claims.Select(c => c.AccountNumber.Text));
        Assert.Equal(["W2", "W2", "W3"], read.Claims.Select(c => c.Patient.MemberId.Text));
        Assert.Equal([1, 3, 4], read.Claims.Select(c => c.Place.Ordinal));
        Assert.Equal(["claim-too-long"], read.Ids);
    }

    [Fact]
    public void A_claim_that_lost_an_endless_segment_is_not_delivered_and_its_lines_go_to_no_other_claim()
    {
        var text = Samples.File837(Samples.Group(Samples.Set(
            Samples.Provider + Samples.Subscriber(2) + Samples.Claim("A") + Samples.Claim("B")
            + "NTE*ADD*" + new string('X', 3_000_000) + "~LX*2~SV1*HC:J9999*1~" + Samples.Claim("C")
            + Samples.Subscriber(3) + Samples.Claim("D")
            + Samples.Claim("E").Replace("CLM*E", "CLM*" + new string('E', 3_000_000))
            + Samples.Subscriber(4) + Samples.Claim("F"))));
        var read = Samples.Read(text);
        Assert.Equal(["A", "C", "F"], read.Claims.Select(c => c.AccountNumber.Text));
        Assert.Equal(2, read.Ids.Count(id => id == "segment-too-long"));
        Assert.Equal(2, read.Ids.Count(id => id == "claim-cut"));
        Assert.All(read.Claims, claim => Assert.DoesNotContain(claim.Lines, line => line.Code.Value == "J9999"));
    }

    [Fact]
    public void Other_transaction_sets_are_counted_and_named()
    {
        var text = Samples.File837(Samples.Group("ST*835*0001~BPR*I*0~SE*3*0001~" + Samples.Set(
            Samples.Provider + Samples.Subscriber(2) + Samples.Claim("A"), 2), 2));
        var read = Samples.Read(text);
        Assert.Equal("A", read.Only.AccountNumber.Text);
        Assert.Equal(("835", 2, 1), (read.Units.ForeignKind, read.Units.Transactions, read.Units.ClaimTransactions));
        Assert.Contains("not-a-claim", read.Ids);
    }

    [Fact]
    public void Dental_claims_are_named_as_such()
    {
        var read = Samples.Read(Samples.File837(Samples.Group(Samples.Set(
            Samples.Provider + Samples.Subscriber(2) + Samples.Claim("A"), 1, "005010X224A2"), 1, "005010X224A2")));
        Assert.Empty(read.Claims);
        Assert.Equal("837D", read.Units.ForeignKind);
    }

    [Fact]
    public void Anything_else_gives_no_claims_and_no_exception()
    {
        var random = new Random(20260105);
        foreach (var length in (int[])[0, 1, 2, 105, 106, 5_000, 300_000])
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            Assert.Empty(Samples.Read(bytes).Claims);
        }
    }

    [Fact]
    public void Claims_come_one_by_one_from_a_file()
    {
        List<Noc.X12.X12Problem> problems = [];
        using var stream = new MemoryStream(Samples.Bytes(Batch()));
        Assert.Equal(8, ClaimFile.Read(stream, problems).Count());
        Assert.Empty(problems);
    }

    private static int EndOf(byte[] bytes, int start)
    {
        var at = start;
        while (bytes[at] is not ((byte)'~' or (byte)'!')) at++;
        return at;
    }

    private sealed class ChunkedStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, chunk)]);

        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, chunk));
    }
}
