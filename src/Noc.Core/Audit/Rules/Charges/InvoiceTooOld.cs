using Noc.Payers;

namespace Noc.Audit.Rules.Charges;

/// <summary>INV003 invoice-too-old: the invoice that the text names is older than the payer allows, or of after the
/// service where the payer takes none such.</summary>
/// <remarks>
/// <para>Why it matters: an old invoice is rejected, and the line with it.</para>
/// <para>What to do: hold the claim until a newer invoice of the same drug is there.</para>
/// <para>Source: the payer's own rule on invoices.</para>
/// <para>Silent when: no text names price and date together; the payer sets no age.</para>
/// </remarks>
public static class InvoiceTooOld
{
    private const int MostMonths = 600;

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("INV003", "invoice-too-old", "invoice", Severity.Reject,
        "An old invoice is rejected.", Sources.Invoice) { Judges = LineTraits.Unclassified };

    /// <summary>Compares a date beside a price with the day of service.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.Day is not { } day) return;
        var facts = drug.NoteFacts is { PriceUsd: not null, Date: not null } note ? note : drug.DescriptionFacts;
        if (facts is not { PriceUsd: not null, Date: { } dated }) return;
        if (context.Wants(PolicyKeys.InvoiceAgeMonths) is not { Value.Number: { } months } wanted) return;
        var first = day.AddMonths(-(int)Math.Min(months, MostMonths));
        if (dated >= first && (dated <= day || !EndsWithService(context))) return;
        findings.Add(Info, context, wanted, "2300/PWK",
            Texts.Of($"The invoice is of {dated:yyyy-MM-dd}; this payer takes none from {Outside(dated, first, day)}."),
            expected: new() { Text = Texts.Of($"an invoice dated {first:yyyy-MM-dd} or later") });
    }

    /// <summary>Whether the payer takes no invoice of after the service.</summary>
    internal static bool EndsWithService(in RuleContext context) =>
        context.Wants(PolicyKeys.InvoiceUntil) is { Value.Word: "service" };

    /// <summary>On which side of the days that count an invoice is dated.</summary>
    internal static string Outside(DateOnly dated, DateOnly first, DateOnly day) => dated > day
        ? Texts.Of($"after the service of {day:yyyy-MM-dd}") : Texts.Of($"before {first:yyyy-MM-dd}");
}
