using Noc.X12;

namespace Noc.Formats.X837;

/// <summary>The loops of an 837, named by what they hold; 837P and 837I number some of them differently.</summary>
public enum LoopId : byte
{
#pragma warning disable CS1591 // The numbers of the guides stand in the table below.
    None, Header, Submitter, Receiver, BillingLevel, Billing, PayTo, PayToPlan, SubscriberLevel, Subscriber, Payer,
    PatientLevel, Patient, Claim, HomeHealthPlan, Referring, PrimaryCare, Rendering, ServiceFacility, Supervising,
    PickUp, DropOff, Attending, Operating, OtherOperating, OtherSubscriber, OtherInsured, OtherPayer,
    OtherPayerProvider, Line, Drug, LineRendering, LinePurchased, LineFacility, LineSupervising, LineOrdering,
    LineReferring, LinePickUp, LineDropOff, LineOperating, LineOtherOperating, LineAdjudication, LineForm,
#pragma warning restore CS1591
}

/// <summary>The guide's loops as a table: what starts each, below which loop, and in what order its segments stand.</summary>
/// <remarks>Source: 005010X222A1 and 005010X223A2 (and 004010X098A1, X096A1 as far as they agree).</remarks>
public static class Loop837
{
    private sealed record Row(
        LoopId Id, LoopId Parent, uint Tag, string Qualifiers, string Professional, string Institutional);

    // Qualifiers are two characters each; they stand in NM101 or HL03. No qualifier: the tag alone starts the loop.
    private static readonly Row[] Rows =
    [
        new(LoopId.Submitter, LoopId.Header, Tag.NM1, "41", "1000A", "1000A"),
        new(LoopId.Receiver, LoopId.Header, Tag.NM1, "40", "1000B", "1000B"),
        new(LoopId.BillingLevel, LoopId.Header, Tag.HL, "20", "2000A", "2000A"),
        new(LoopId.SubscriberLevel, LoopId.Header, Tag.HL, "22", "2000B", "2000B"),
        new(LoopId.PatientLevel, LoopId.Header, Tag.HL, "23", "2000C", "2000C"),
        new(LoopId.Billing, LoopId.BillingLevel, Tag.NM1, "85", "2010AA", "2010AA"),
        new(LoopId.PayTo, LoopId.BillingLevel, Tag.NM1, "87", "2010AB", "2010AB"),
        new(LoopId.PayToPlan, LoopId.BillingLevel, Tag.NM1, "PE", "2010AC", "2010AC"),
        new(LoopId.Subscriber, LoopId.SubscriberLevel, Tag.NM1, "IL", "2010BA", "2010BA"),
        new(LoopId.Payer, LoopId.SubscriberLevel, Tag.NM1, "PR", "2010BB", "2010BB"),
        new(LoopId.Claim, LoopId.SubscriberLevel, Tag.CLM, "", "2300", "2300"),
        new(LoopId.Patient, LoopId.PatientLevel, Tag.NM1, "QC", "2010CA", "2010CA"),
        new(LoopId.Claim, LoopId.PatientLevel, Tag.CLM, "", "2300", "2300"),
        new(LoopId.HomeHealthPlan, LoopId.Claim, Tag.CR7, "", "2305", "2305"),
        new(LoopId.Referring, LoopId.Claim, Tag.NM1, "DN", "2310A", "2310F"),
        new(LoopId.PrimaryCare, LoopId.Claim, Tag.NM1, "P3", "2310A", "2310A"),
        new(LoopId.Rendering, LoopId.Claim, Tag.NM1, "82", "2310B", "2310D"),
        new(LoopId.ServiceFacility, LoopId.Claim, Tag.NM1, "77FALITL", "2310C", "2310E"),
        new(LoopId.Supervising, LoopId.Claim, Tag.NM1, "DQ", "2310D", "2310D"),
        new(LoopId.PickUp, LoopId.Claim, Tag.NM1, "PW", "2310E", "2310E"),
        new(LoopId.DropOff, LoopId.Claim, Tag.NM1, "45", "2310F", "2310F"),
        new(LoopId.Attending, LoopId.Claim, Tag.NM1, "71", "2310A", "2310A"),
        new(LoopId.Operating, LoopId.Claim, Tag.NM1, "72", "2310B", "2310B"),
        new(LoopId.OtherOperating, LoopId.Claim, Tag.NM1, "ZZ", "2310C", "2310C"),
        new(LoopId.OtherSubscriber, LoopId.Claim, Tag.SBR, "", "2320", "2320"),
        new(LoopId.OtherInsured, LoopId.OtherSubscriber, Tag.NM1, "IL", "2330A", "2330A"),
        new(LoopId.OtherPayer, LoopId.OtherSubscriber, Tag.NM1, "PR", "2330B", "2330B"),
        new(LoopId.OtherPayerProvider, LoopId.OtherSubscriber, Tag.NM1, "DNP3827785DQ7172ZZ", "2330C", "2330C"),
        new(LoopId.Line, LoopId.Claim, Tag.LX, "", "2400", "2400"),
        new(LoopId.Drug, LoopId.Line, Tag.LIN, "", "2410", "2410"),
        new(LoopId.LineRendering, LoopId.Line, Tag.NM1, "82", "2420A", "2420C"),
        new(LoopId.LinePurchased, LoopId.Line, Tag.NM1, "QB", "2420B", "2420B"),
        new(LoopId.LineFacility, LoopId.Line, Tag.NM1, "77FALITL", "2420C", "2420C"),
        new(LoopId.LineSupervising, LoopId.Line, Tag.NM1, "DQ", "2420D", "2420D"),
        new(LoopId.LineOrdering, LoopId.Line, Tag.NM1, "DK", "2420E", "2420E"),
        new(LoopId.LineReferring, LoopId.Line, Tag.NM1, "DNP3", "2420F", "2420D"),
        new(LoopId.LinePickUp, LoopId.Line, Tag.NM1, "PW", "2420G", "2420G"),
        new(LoopId.LineDropOff, LoopId.Line, Tag.NM1, "45", "2420H", "2420H"),
        new(LoopId.LineOperating, LoopId.Line, Tag.NM1, "72", "2420A", "2420A"),
        new(LoopId.LineOtherOperating, LoopId.Line, Tag.NM1, "ZZ", "2420B", "2420B"),
        new(LoopId.LineAdjudication, LoopId.Line, Tag.SVD, "", "2430", "2430"),
        new(LoopId.LineForm, LoopId.Line, Tag.LQ, "", "2440", "2440"),
    ];

    // The order of the segments that Noc may have to insert, per loop; one spelling serves both guides.
    private static readonly uint[] ClaimOrder =
        [Tag.CLM, Tag.DTP, .. Others("CL1"), Tag.PWK, .. Others("CN1"), Tag.AMT, Tag.REF, Tag.K3, Tag.NTE,
         .. Others("CR1", "CR2", "CRC"), Tag.HI, .. Others("QTY", "HCP")];

    private static readonly uint[] LineOrder =
        [Tag.LX, Tag.SV1, Tag.SV2, .. Others("SV5"), Tag.PWK, .. Others("CR1", "CR3", "CRC"), Tag.DTP,
         .. Others("QTY", "MEA", "CN1"), Tag.REF, Tag.AMT, Tag.K3, Tag.NTE, .. Others("PS1", "HCP")];

    private static readonly uint[] DrugOrder = [Tag.LIN, Tag.CTP, Tag.REF];

    private static readonly int Count = (int)LoopId.LineForm + 1;
    private static readonly LoopId[] Parents = new LoopId[Count];
    private static readonly Row[][] Children = new Row[Count][];
    private static readonly string[] ProfessionalNames = new string[Count];
    private static readonly string[] InstitutionalNames = new string[Count];

#pragma warning disable CA1810 // The arrays fill each other.
    static Loop837()
#pragma warning restore CA1810
    {
        Array.Fill(ProfessionalNames, "");
        Array.Fill(InstitutionalNames, "");
        for (var i = 0; i < Count; i++) Children[i] = Array.FindAll(Rows, row => row.Parent == (LoopId)i);
        foreach (var row in Rows)
        {
            Parents[(int)row.Id] = row.Parent;
            ProfessionalNames[(int)row.Id] = row.Professional;
            InstitutionalNames[(int)row.Id] = row.Institutional;
        }
        Parents[(int)LoopId.Claim] = LoopId.SubscriberLevel;
    }

    /// <summary>The number of the loop in the guide, such as <c>2310B</c>.</summary>
    public static string Name(LoopId loop, bool institutional) =>
        (institutional ? InstitutionalNames : ProfessionalNames)[(int)loop];

    /// <summary>The loop that holds this one.</summary>
    public static LoopId Parent(LoopId loop) => Parents[(int)loop];

    /// <summary>True where a segment with this tag can start a loop.</summary>
    public static bool IsTrigger(uint tag) =>
        tag is Tag.NM1 or Tag.HL or Tag.CLM or Tag.SBR or Tag.LX or Tag.LIN or Tag.SVD or Tag.LQ or Tag.CR7;

    /// <summary>The loop that a trigger segment starts, seen from the current one; None where it starts none here.</summary>
    public static LoopId Next(LoopId current, uint tag, ReadOnlySpan<byte> qualifier)
    {
        // SBR of the subscriber belongs to 2000B itself; only behind CLM does SBR start another payer.
        for (var at = current; at != LoopId.None; at = Parents[(int)at])
        {
            foreach (var row in Children[(int)at])
                if (row.Tag == tag && Matches(row.Qualifiers, qualifier))
                    return row.Id;
            // No name inside of a claim belongs to the subscriber above it.
            if (at == LoopId.Claim && tag is not (Tag.HL or Tag.CLM)) break;
        }
        return LoopId.None;
    }

    /// <summary>Rank of a segment inside its loop; segments that Noc does not know come last.</summary>
    public static int Order(LoopId loop, uint tag)
    {
        var order = loop switch
        {
            LoopId.Claim => ClaimOrder,
            LoopId.Line => LineOrder,
            LoopId.Drug => DrugOrder,
            _ => [],
        };
        var rank = Array.IndexOf(order, tag);
        return rank < 0 ? int.MaxValue : rank;
    }

    private static bool Matches(string qualifiers, ReadOnlySpan<byte> qualifier)
    {
        if (qualifiers.Length == 0) return true;
        if (qualifier.Length != 2) return false;
        for (var i = 0; i < qualifiers.Length; i += 2)
            if (qualifiers[i] == Upper(qualifier[0]) && qualifiers[i + 1] == Upper(qualifier[1]))
                return true;
        return false;
    }

    private static int Upper(byte b) => b is >= (byte)'a' and <= (byte)'z' ? b - 32 : b;

    private static uint[] Others(params string[] names) =>
        Array.ConvertAll(names, name => Tag.Of(System.Text.Encoding.ASCII.GetBytes(name)));
}
