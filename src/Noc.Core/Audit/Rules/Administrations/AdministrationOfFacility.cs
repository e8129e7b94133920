using Noc.Administrations;
using Noc.Claims;
using Noc.Payers;

namespace Noc.Audit.Rules.Administrations;

/// <summary>ADM009 administration-of-facility: a professional claim bills an administration that only the facility is
/// paid for.</summary>
/// <remarks>
/// <para>Why it matters: in a hospital its own staff give the drug; the physician's line is denied. A second push of
/// the same drug (96376) is a code of facilities alone.</para>
/// <para>What to do: take the line off; the facility bills it.</para>
/// <para>Source: Medicare Claims Processing Manual, chapter 12, 30.5.</para>
/// <para>Silent when: the claim is institutional, the payer is not Medicare, or the place is another one than 19, 21,
/// 22 and 23: surgery centres (24) bill on the same form as physicians. Infusions into an artery, a cavity or the spine
/// (96440 and above) are the physician's own.</para>
/// </remarks>
public static class AdministrationOfFacility
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("ADM009", "administration-of-facility", "administration", Severity.Warn,
        "The facility is paid for giving the drug.", Sources.Administration);

    /// <summary>Never more than a warning; one finding a claim.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var claim = context.Claim;
        if (claim.Type is not ClaimType.Professional || context.Policy.Program
            is not (PayerProgram.Medicare or PayerProgram.MedicareAdvantage)) return;
        for (var i = 0; i < claim.Lines.Count; i++)
        {
            var line = claim.Lines[i];
            var number = DrugAdministration.NumberOf(line.Code);
            if (number is < 96_360 or > 96_523) continue;
            var isSecondPush = number is 96_376;
            var isInHospital = PlacesOfService.IsHospital(claim.PlaceOfService(line));
            if (!isSecondPush && !(InfusionCodes.IsBarredInFacility(line.Code) && isInHospital)) continue;
            findings.Add(Info, context, context.CodeElement, $"Line {line.Number} bills {line.Code}: "
                + (isSecondPush ? "a second push of the same drug is paid to facilities only."
                    : $"in place {claim.PlaceOfService(line).Text} the facility is paid for it."), line.CodeText,
                new() { Text = "no line" }, detail: line.Code.Value);
            return;
        }
    }
}
