namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD010 order-not-in-force: the order had ended, or not begun, on the day.</summary>
/// <remarks>
/// <para>Why it matters: an order that has run out covers no further dose.</para>
/// <para>What to do: look whether it was renewed; hold the claim until the order of the day is there.</para>
/// <para>Source: Medicare Benefit Policy Manual, chapter 15, section 50: drugs are given on the order of a physician,
/// and the record shows it.</para>
/// <para>Silent when: the order has no first and no last day, or the day lies between.</para>
/// </remarks>
public static class OrderNotInForce
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD010", "order-not-in-force", "administration", Severity.Delay,
        "An order that has run out covers no further dose.", Sources.Records);

    /// <summary>Compares the days of the order with the day of the administration.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (evidence.Order is not { } order || evidence.Given.Count == 0) return;
        var day = evidence.Given[^1].Day;
        if (order.To < day)
            findings.AddEvidence(Info, context, "2400/DTP03",
                Texts.Of($"The order ended on {order.To:yyyy-MM-dd}; the drug was given on {day:yyyy-MM-dd}."),
                expected: new() { Text = "the order of the day" });
        else if (order.From > day && !(order.OrderedOn > day))
            findings.AddEvidence(Info, context, "2400/DTP03",
                Texts.Of($"The order begins on {order.From:yyyy-MM-dd}; the drug was given on {day:yyyy-MM-dd}."),
                expected: new() { Text = "the order of the day" });
    }
}
