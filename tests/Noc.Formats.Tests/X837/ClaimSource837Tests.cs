using Noc.Formats.X837;

namespace Noc.Formats.Tests.X837;

public class ClaimSource837Tests
{
    private static readonly Result Full = Samples.Read(Samples.Corpus("professional-full.837"));
    private static readonly Result Hospital = Samples.Read(Samples.Corpus("institutional-full.837"));

    [Theory]
    [InlineData(1, "2400/SV101-7", "TESTODRUGIN 250MG IV*1000.5")]
    [InlineData(1, "2400/SV101-2", "J3490:JZ")]
    [InlineData(1, "2400/SV104", "1*22**")]
    [InlineData(1, "2410/LIN03", "55555012301~")]
    [InlineData(1, "2410/CTP05-1", "ML:X~")]
    [InlineData(1, "2400/REF*G1", "REF*G1*LINEAUTH~")]
    [InlineData(2, "2410/LIN03", "55555-0456-02~")]
    [InlineData(0, "2300/CLM05-3", "7*Y")]
    [InlineData(0, "2300/REF*P4", "REF*P4*12345678~")]
    [InlineData(0, "2300/K301", "STATE RULE TEXT~")]
    [InlineData(0, "2010AA/N403", "627010001~")]
    [InlineData(0, "2010BB/NM109", "PAY001~")]
    [InlineData(0, "2010CA/NM104", "ROBIN~")]
    [InlineData(0, "2310B/NM109", "1234567893~")]
    [InlineData(1, "2430/SVD02", "400.25*HC")]
    public void Finds_what_is_there(int line, string element, string expected) =>
        Full.At(Full.Only, line, element, expected);

    [Theory]
    [InlineData(2, "2400/SV101-7", "*234*UN")]                       // end of the composite
    [InlineData(2, "2400/SV109", "~DTP*472")]                        // end of the segment
    [InlineData(2, "2400/NTE02", "LIN**N4*55555-0456")]              // behind DTP, before loop 2410
    [InlineData(2, "2400/PWK06", "DTP*472*D8*20260105~LIN")]         // between SV1 and DTP
    [InlineData(2, "2410/CTP04", "REF*VY*LINK01")]                   // between LIN and REF
    [InlineData(2, "2420A/NM109", "SE*98")]                          // behind loop 2410
    [InlineData(2, "2430/SVD01", "SE*98")]
    [InlineData(0, "2310D/NM109", "SBR*P*18*OTHERGRP")]              // behind 2310C, before 2320
    [InlineData(0, "2300/CN101", "AMT*F5*20")]
    [InlineData(0, "2010AC/NM109", "HL*2*1*22")]
    public void Knows_where_what_is_missing_belongs(int line, string element, string expected) =>
        Full.At(Full.Only, line, element, expected);

    [Theory]
    [InlineData(2, "2410/LIN03", "SE*53")]
    [InlineData(2, "2400/DTP03", "SE*53")]
    [InlineData(0, "2310B/NM109", "NM1*82*1*RENDERER")]
    [InlineData(0, "2320/SBR09", "LX*1")]
    [InlineData(0, "2330B/NM109", "LX*1")]
    [InlineData(0, "2010CA/NM104", "CLM*HOSP-9")]
    public void Knows_the_loops_of_the_institutional_guide(int line, string element, string expected) =>
        Hospital.At(Hospital.Only, line, element, expected);

    [Theory]
    [InlineData("")]
    [InlineData("LIN03")]
    [InlineData("2410/")]
    [InlineData("2410/LIN*")]
    [InlineData("9999/LIN03")]
    [InlineData("2400/SV101-")]
    [InlineData("2400/SV101-x")]
    [InlineData("2400/ÄÖÜ01")]
    public void Gives_no_place_for_a_name_it_does_not_know(string element) =>
        _ = Full.Only.Source.OffsetOf(1, element);

    [Fact]
    public void Gives_no_place_on_a_line_the_claim_does_not_have() =>
        Assert.Null(Full.Only.Source.OffsetOf(99, "2400/SV101-7"));

    [Fact]
    public void Every_loop_knows_its_first_and_last_byte_and_segment()
    {
        var loops = ((ClaimSource837)Full.Only.Source).Loops();
        Assert.Equal(
            "ST 1000A 1000B 2000A 2010AA 2010AB 2000B 2010BA 2010BB 2000C 2010CA 2300 2310A 2310B 2310C 2320 "
            + "2330A 2330B 2320 2330A 2330B 2400 2410 2420A 2420C 2420E 2430 2430 2400 2410",
            string.Join(' ', loops.Select(l => l.Loop.Id)));
        foreach (var loop in loops)
        {
            var text = System.Text.Encoding.Latin1.GetString(Full.Bytes);
            Assert.Equal('~', text[(int)loop.LastByte]);
            Assert.Equal('\n', text[(int)loop.FirstByte - 1]);   // this file has one segment a line
            Assert.Equal(loop.FirstSegment, 1 + text[..(int)loop.FirstByte].Count(c => c == '~'));
            Assert.Equal(loop.LastSegment, 1 + text[..(int)loop.LastByte].Count(c => c == '~'));
        }
        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 2, 2], loops.Where(l => l.Loop.Level is LoopLevel.Line).Select(l => l.Line));
    }

    [Fact]
    public void Answers_for_every_claim_of_a_unit()
    {
        var read = Samples.Read(Samples.File837(Samples.Group(Samples.Set(
            Samples.Provider + Samples.Subscriber(2) + Samples.Claim("A", 2) + Samples.Claim("B", 1)
            + Samples.Subscriber(3) + Samples.Claim("C", 1)))));
        read.At(read.Claims[0], 2, "2410/LIN03", "CLM*B*");
        read.At(read.Claims[1], 1, "2410/LIN03", "HL*3*");
        read.At(read.Claims[2], 1, "2410/LIN03", "SE*");
        read.At(read.Claims[0], 0, "2010BB/NM109", "P2~");
        read.At(read.Claims[2], 0, "2010BB/NM109", "P3~");
        read.At(read.Claims[2], 0, "2000B/SBR09", "MB~");
    }
}
