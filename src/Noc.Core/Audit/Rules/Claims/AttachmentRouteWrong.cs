using Noc.Claims;
using Noc.Payers;

namespace Noc.Audit.Rules.Claims;

/// <summary>ATT001 attachment-route-wrong: the claim announces paperwork in a way that this payer does not take, or
/// without the number that brings it together with the claim, or in no way that the guide knows.</summary>
/// <remarks>
/// <para>Why it matters: paperwork that comes another way is not matched with the claim, which then waits or is
/// denied.</para>
/// <para>What to do: send it as the payer wants it, and say so in PWK02; give it a control number in PWK06 so that both
/// are brought together.</para>
/// <para>Source: the payer's own rule on attachments; X12 837 guides, PWK02.</para>
/// <para>Silent when: the claim has no PWK, or the paperwork is only available on request (AA); about the way where the
/// payer names none.</para>
/// </remarks>
public static class AttachmentRouteWrong
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("ATT001", "attachment-route-wrong", "attachment", Severity.Delay,
        "Paperwork that comes another way is not matched with the claim.", Sources.Guide837P);

    /// <summary>Judges drug lines of claims with paperwork.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var line = context.Drug!.Line;
        if (context.Claim.Paperwork.Count == 0 && line.Paperwork.Count == 0) return;
        var wanted = context.Wants(PolicyKeys.AttachmentRoute);
        foreach (var paperwork in line.Paperwork.Count > 0 ? line.Paperwork : context.Claim.Paperwork)
        {
            var loop = line.Paperwork.Count > 0 ? "2400" : "2300";
            if (!IsWay(paperwork.Transmission))
                findings.Add(Info, context, $"{loop}/PWK02", "This is no way in which paperwork comes.",
                    paperwork.Transmission, new() { Text = "PWK02 AA, BM, EL, EM, FT or FX" }, Severity.Reject);
            else if (wanted is { } route && Problem(route.Value.Word, paperwork) is var (message, expected))
                findings.Add(Info, context, route, $"{loop}/PWK02", message, paperwork.Transmission,
                    new() { Text = expected });
            else if (paperwork.ControlNumber.IsEmpty && IsSentApart(paperwork))
                findings.Add(Info, context, $"{loop}/PWK06", "The paperwork has no control number to match it with the "
                    + "claim.", paperwork.Transmission, new() { Text = "PWK05 AC, PWK06 <NUMBER>" });
            else continue;
            return;
        }
    }

    private static bool IsWay(Field by) => by.IsEmpty || by.Is("AA"u8) || by.Is("BM"u8) || by.Is("EL"u8)
        || by.Is("EM"u8) || by.Is("FT"u8) || by.Is("FX"u8);

    // By mail, mail message, electronically, fax or file transfer: all come apart from the claim.
    private static bool IsSentApart(Paperwork paperwork) => paperwork.Transmission is var by
        && (by.Is("BM"u8) || by.Is("EM"u8) || by.Is("EL"u8) || by.Is("FX"u8) || by.Is("FT"u8));

    private static (string Message, string Expected)? Problem(string route, Paperwork paperwork)
    {
        var by = paperwork.Transmission;
        if (by.IsEmpty || by.Is("AA"u8)) return null;
        return route switch
        {
            "fax" when !by.Is("FX"u8) => ("This payer takes paperwork by fax.", "PWK02 FX"),
            "paper" when !by.Is("BM"u8) => ("This payer takes paperwork on paper, by mail.", "PWK02 BM"),
            "paperwork" when paperwork.ControlNumber.IsEmpty =>
                ("The paperwork has no control number to match it with the claim.", "PWK05 AC, PWK06 <NUMBER>"),
            _ => null,
        };
    }
}
