using Noc.Claims;

namespace Noc.Audit.Rules.Charges;

/// <summary>CHG001 charge-absurd: the charge of a drug line is missing, negative, zero or beyond reason.</summary>
/// <remarks>
/// <para>Why it matters: payers pay the lesser of charge and allowance; a slip of the decimal point costs the
/// line.</para>
/// <para>What to do: check the charge against the invoice.</para>
/// <para>Source: X12 837 guides, SV102 and SV203.</para>
/// <para>Silent when: the drug was obtained free (0.00 with words that say so, or 0.01).</para>
/// </remarks>
public static class ChargeAbsurd
{
    /// <summary>A charge above this is taken for a slip: the dearest drugs cost less than half of it.</summary>
    private const decimal HighestUsd = 10_000_000m;

    private static readonly string[] FreeWords = ["FREE", "SAMPLE", "NO CHARGE", "NO COST", "TRIAL", "DONATED",
        "SUPPLIED"];

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("CHG001", "charge-absurd", "free_drug", Severity.Reject,
        "Payers pay the lesser of charge and allowance.", Sources.Guide837P) { Judges = LineTraits.Unclassified };

    /// <summary>Rejects what cannot be a charge, warns about what hardly is one.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified) return;
        var (message, severity) = drug.Line.ChargeUsd switch
        {
            null => ("The line has no charge that reads as an amount.", Severity.Reject),
            < 0 => ("The charge is negative.", Severity.Reject),
            0 when !SaysFree(drug) => ("The charge is zero, and nothing says that the drug was free.", Severity.Warn),
            > ServiceLine.TokenUsd and < 1 =>
                ("The charge is below one dollar: check the decimal point.", Severity.Warn),
            > HighestUsd => ("The charge is above ten million dollars: check the decimal point.", Severity.Warn),
            _ => ("", Severity.Info),
        };
        if (message.Length > 0)
            findings.Add(Info, context, context.ChargeElement, message, drug.Line.ChargeText, severity: severity);
    }

    /// <summary>Whether a text says that the drug cost nothing.</summary>
    internal static bool SaysFree(DrugLine drug)
    {
        foreach (var word in FreeWords)
            if (drug.Description.Contains(word, StringComparison.OrdinalIgnoreCase)
                || drug.Note.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
