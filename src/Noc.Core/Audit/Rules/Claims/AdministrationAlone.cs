using Noc.Claims;

namespace Noc.Audit.Rules.Claims;

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
            var number = DrugAdministration.NumberOf(line.Code);
            if (!IsAddOn(number) || HasBase(claim, number)) continue;
            findings.Add(Info, context, context.CodeElement,
                $"Line {line.Number}: {line.Code} adds to a first code that is not on the claim.", line.CodeText,
                new() { Text = "the first infusion, injection or push of the visit" }, detail: line.Code.Value);
            return;
        }
    }

    private static bool IsAddOn(int number) => number is 96_361 or 96_366 or 96_367 or 96_368 or 96_370 or 96_371
        or 96_375 or 96_376 or 96_411 or 96_415 or 96_417;

    private static bool HasBase(Claim claim, int addOn)
    {
        for (var i = 0; i < claim.Lines.Count; i++)
        {
            var number = DrugAdministration.NumberOf(claim.Lines[i].Code);
            var isBase = addOn switch
            {
                96_370 or 96_371 => number is 96_369,
                96_415 or 96_417 => number is 96_413,
                96_411 => number is 96_409 or 96_413,
                _ => number is 96_360 or 96_365 or 96_374 or 96_409 or 96_413 or 96_416,
            };
            if (isBase) return true;
        }
        return false;
    }
}
