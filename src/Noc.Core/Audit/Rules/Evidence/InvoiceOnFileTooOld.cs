using Noc.Audit.Rules.Charges;
using Noc.Payers;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD014 invoice-on-file-too-old: the newest invoice on file is older than this payer takes, or of after the
/// service where it takes none such.</summary>
/// <remarks>
/// <para>Why it matters: an old invoice is rejected, and the line with it.</para>
/// <para>What to do: send an invoice of the same drug from nearer the day.</para>
/// <para>Source: the payer's own rule on invoices.</para>
/// <para>Silent when: the payer sets no age, no invoice of the drug has a date, the text names a date itself
/// (INV003), or the line is for waste or a free drug.</para>
/// </remarks>
public static class InvoiceOnFileTooOld
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD014", "invoice-on-file-too-old", "invoice", Severity.Delay,
        "An old invoice is rejected.", Sources.Invoice);

    /// <summary>Judges the newest invoice of the drug.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (drug.Day is not { } day || drug.IsWaste || drug.Line.HasTokenCharge) return;
        if (context.Wants(PolicyKeys.InvoiceAgeMonths) is not { Value.Number: { } months } wanted) return;
        if (drug.NoteFacts is { PriceUsd: not null, Date: not null }
            || drug.DescriptionFacts is { PriceUsd: not null, Date: not null }) return;
        var last = InvoiceTooOld.EndsWithService(context) ? day : DateOnly.MaxValue;
        if ((evidence.Invoices.Where(one => one.Date <= last).Max(one => one.Date)
            ?? evidence.Invoices.Min(one => one.Date)) is not { } newest) return;
        var first = day.AddMonths(-(int)Math.Min(months, 600));
        if (newest >= first && newest <= last) return;
        findings.AddEvidence(Info, context, "2300/PWK",
            Texts.Of($"The newest invoice is of {newest:yyyy-MM-dd}; this payer takes none from ")
            + $"{InvoiceTooOld.Outside(newest, first, day)}.",
            expected: new() { Text = Texts.Of($"an invoice dated {first:yyyy-MM-dd} or later") }, wanted: wanted);
    }
}
