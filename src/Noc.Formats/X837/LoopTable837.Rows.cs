namespace Noc.Formats.X837;

public sealed partial class LoopTable837
{
    private const Guide837 P5 = Guide837.Professional5010, I5 = Guide837.Institutional5010;
    private const Guide837 P4 = Guide837.Professional4010, I4 = Guide837.Institutional4010;
    private const Guide837 P = P5 | P4, I = I5 | I4, All = P | I;

    private const string Person = "NM1 N2 N3 N4 DMG REF PER";
    private const string Provider = "NM1 PRV N2 N3 N4 REF PER";
    private const string Insurer = "NM1 N2 N3 N4 PER DTP REF";
    private const string ClaimSegments =
        "CLM DTP CL1 PWK CN1 DSB UR AMT REF K3 NTE CR1 CR2 CR3 CR5 CR6 CR8 CRC HI QTY HCP";
    private const string LineSegments =
        "LX SV1 SV2 SV3 SV4 SV5 SV6 SV7 TOO PWK CR1 CR2 CR3 CR4 CR5 CRC DTP QTY MEA CN1 REF AMT K3 NTE PS1 IMM HSD HCP";

    // Sources: 005010X222A1, 005010X223A2, 004010X098A1, 004010X096A1: loop ids, opening segments, order of segments.
    private static readonly Row[] Rows =
    [
        new(All, "ST", "", "", "", "ST BHT REF"),
        new(All, "1000A", "ST", "NM1", "41", "NM1 N2 PER"),
        new(All, "1000B", "ST", "NM1", "40", "NM1 N2"),
        new(All, "2000A", "ST", "HL", "20", "HL PRV CUR"),
        new(All, "2010AA", "2000A", "NM1", "85", Provider, PartyRole.Billing),
        new(All, "2010AB", "2000A", "NM1", "87", Provider),
        new(P5 | I5, "2010AC", "2000A", "NM1", "PE", Provider),
        new(All, "2000B", "2000A", "HL", "22", "HL SBR PAT"),
        new(All, "2010BA", "2000B", "NM1", "IL", Person, PartyRole.Subscriber),
        new(I4, "2010BB", "2000B", "NM1", "AO", Person),
        new(P5 | I5 | P4, "2010BB", "2000B", "NM1", "PR", Insurer, PartyRole.Payer),
        new(I4, "2010BC", "2000B", "NM1", "PR", Insurer, PartyRole.Payer),
        new(P4, "2010BC", "2000B", "NM1", "QD", Person),
        new(P4, "2010BD", "2000B", "NM1", "AO", Person),
        new(I4, "2010BD", "2000B", "NM1", "QD", Person),
        new(All, "2000C", "2000B", "HL", "23", "HL PAT"),
        new(All, "2010CA", "2000C", "NM1", "QC", Person, PartyRole.Dependent),
        new(All, "2300", "2000B", "CLM", "", ClaimSegments),
        new(P4 | I4, "2305", "2300", "CR7", "", "CR7 HSD"),

        new(P, "2310A", "2300", "NM1", "DN P3", Provider),
        new(P, "2310B", "2300", "NM1", "82", Provider, PartyRole.Rendering),
        new(P4, "2310C", "2300", "NM1", "QB", Provider),
        new(P5, "2310C", "2300", "NM1", "77", Provider, PartyRole.ServiceFacility),
        new(P4, "2310D", "2300", "NM1", "77 FA LI TL", Provider, PartyRole.ServiceFacility),
        new(P5, "2310D", "2300", "NM1", "DQ", Provider),
        new(P4, "2310E", "2300", "NM1", "DQ", Provider),
        new(P5, "2310E", "2300", "NM1", "PW", Provider),
        new(P5, "2310F", "2300", "NM1", "45", Provider),
        new(I, "2310A", "2300", "NM1", "71", Provider, PartyRole.Attending),
        new(I, "2310B", "2300", "NM1", "72", Provider),
        new(I5, "2310C", "2300", "NM1", "ZZ", Provider),
        new(I4, "2310C", "2300", "NM1", "73", Provider),
        new(I5, "2310D", "2300", "NM1", "82", Provider, PartyRole.Rendering),
        new(I5, "2310E", "2300", "NM1", "77", Provider, PartyRole.ServiceFacility),
        new(I4, "2310E", "2300", "NM1", "FA", Provider, PartyRole.ServiceFacility),
        new(I5, "2310F", "2300", "NM1", "DN", Provider),

        new(All, "2320", "2300", "SBR", "", "SBR CAS AMT DMG OI MIA MOA"),
        new(All, "2330A", "2320", "NM1", "IL", Person),
        new(All, "2330B", "2320", "NM1", "PR", Insurer, PartyRole.OtherPayer),
        new(P5, "2330C", "2320", "NM1", "DN P3", Provider),
        new(P5, "2330D", "2320", "NM1", "82", Provider),
        new(P5, "2330E", "2320", "NM1", "77", Provider),
        new(P5, "2330F", "2320", "NM1", "DQ", Provider),
        new(P5, "2330G", "2320", "NM1", "85", Provider),
        new(P4 | I4, "2330C", "2320", "NM1", "QC", Provider),
        new(P4, "2330D", "2320", "NM1", "DN P3", Provider),
        new(P4, "2330E", "2320", "NM1", "82", Provider),
        new(P4, "2330F", "2320", "NM1", "QB", Provider),
        new(P4, "2330G", "2320", "NM1", "77 FA LI TL", Provider),
        new(P4, "2330H", "2320", "NM1", "DQ", Provider),
        new(I5, "2330C", "2320", "NM1", "71", Provider),
        new(I5, "2330D", "2320", "NM1", "72", Provider),
        new(I5, "2330E", "2320", "NM1", "ZZ", Provider),
        new(I5, "2330F", "2320", "NM1", "77", Provider),
        new(I5, "2330G", "2320", "NM1", "82", Provider),
        new(I5, "2330H", "2320", "NM1", "DN", Provider),
        new(I5, "2330I", "2320", "NM1", "85", Provider),
        new(I4, "2330D", "2320", "NM1", "71", Provider),
        new(I4, "2330E", "2320", "NM1", "72", Provider),
        new(I4, "2330F", "2320", "NM1", "73", Provider),
        new(I4, "2330H", "2320", "NM1", "FA", Provider),

        new(All, "2400", "2300", "LX", "", LineSegments),
        new(All, "2410", "2400", "LIN", "", "LIN CTP REF"),
        new(P, "2420A", "2400", "NM1", "82", Provider, PartyRole.LineRendering),
        new(P, "2420B", "2400", "NM1", "QB", Provider),
        new(P5, "2420C", "2400", "NM1", "77", Provider, PartyRole.LineServiceFacility),
        new(P4, "2420C", "2400", "NM1", "77 FA LI TL", Provider, PartyRole.LineServiceFacility),
        new(P, "2420D", "2400", "NM1", "DQ", Provider),
        new(P, "2420E", "2400", "NM1", "DK", Provider, PartyRole.LineOrdering),
        new(P, "2420F", "2400", "NM1", "DN P3", Provider),
        new(P4, "2420G", "2400", "NM1", "PR", Insurer),
        new(P5, "2420G", "2400", "NM1", "PW", Provider),
        new(P5, "2420H", "2400", "NM1", "45", Provider),
        new(I5, "2420A", "2400", "NM1", "72", Provider),
        new(I5, "2420B", "2400", "NM1", "ZZ", Provider),
        new(I5, "2420C", "2400", "NM1", "82", Provider, PartyRole.LineRendering),
        new(I5, "2420D", "2400", "NM1", "DN", Provider),
        new(I4, "2420A", "2400", "NM1", "71", Provider),
        new(I4, "2420B", "2400", "NM1", "72", Provider),
        new(I4, "2420C", "2400", "NM1", "73", Provider),
        new(All, "2430", "2400", "SVD", "", "SVD CAS DTP AMT"),
        new(All, "2440", "2400", "LQ", "", "LQ FRM"),
    ];

    private sealed record Row(
        Guide837 Guides, string Id, string Parent, string Trigger, string Qualifiers, string Segments,
        PartyRole Role = PartyRole.None);
}
