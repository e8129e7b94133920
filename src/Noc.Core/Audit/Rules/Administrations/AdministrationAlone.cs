using Noc.Administrations;
using Noc.Claims;

namespace Noc.Audit.Rules.Administrations;

/// <summary>ADM004 administration-alone: an add-on code of the administration stands without the code that it adds
/// to.</summary>
/// <remarks>
/// <para>Why it matters: further hours, further drugs and further pushes are paid only beside the first one; alone they
/// are denied.</para>
/// <para>What to do: add the first infusion, injection or push of the visit, or change the add-on into it.</para>
/// <para>Source: Medicare Claims Processing Manual, chapter 12, section 30.5.</para>
/// <para>Silent when: a code that may be the first stands on the claim, whatever its date; for replacements and for
/// parts of split claims.</para>
/// </remarks>
public static class AdministrationAlone
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("ADM004", "administration-alone", "administration", Severity.Warn,
        "Add-on codes are paid beside the first code only.", Sources.Administration);

    /// <summary>Never more than a warning.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var claim = context.Claim;
        if (!claim.IsFirstToPrimary) return;
        foreach (var drug in context.DrugLines)
            if (drug.IsSplit) return;
        for (var i = 0; i < claim.Lines.Count; i++)
        {
            var line = claim.Lines[i];
            if (line.Code is not { Series: '9', Number: (>= 6361 and <= 6423) or 472 or 474 }) continue;
            var bases = InfusionCodes.BasesOf(line.Code);
            if (bases.Count == 0 || HasBase(claim, bases)) continue;
            findings.Add(Info, context, context.CodeElement,
                $"Line {line.Number}: {line.Code} adds to a first code that is not on the claim.", line.CodeText,
                new() { Text = "the first infusion, injection or push of the visit" }, detail: line.Code.Value);
            return;
        }
    }

    private static bool HasBase(Claim claim, IReadOnlyList<string> bases)
    {
        for (var i = 0; i < claim.Lines.Count; i++)
            if (bases.Contains(claim.Lines[i].Code.Value)) return true;
        return false;
    }
}
