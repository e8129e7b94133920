namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD009 order-not-signed: nobody signed the order.</summary>
/// <remarks>
/// <para>Why it matters: an order without a signature is no order when records are looked at.</para>
/// <para>What to do: have the provider sign it, or attest to it; hold the claim until then.</para>
/// <para>Source: Medicare Benefit Policy Manual, chapter 15, section 50: drugs are given on the order of a physician,
/// and the record shows it.</para>
/// <para>Silent when: the order names who signed, or when.</para>
/// </remarks>
public static class OrderNotSigned
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD009", "order-not-signed", "administration", Severity.Delay,
        "An order without a signature is no order.", Sources.Records);

    /// <summary>Judges orders of drugs that were given.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (evidence.Order is not { SignedOn: null, Signer: "" } || evidence.Given.Count == 0) return;
        findings.AddEvidence(Info, context, context.CodeElement, "The order is not signed.",
            expected: new() { Text = "the signed order" });
    }
}
