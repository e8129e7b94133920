using Noc.Audit;

namespace Noc.App.AuditClaims;

/// <summary>Who in a practice can answer a finding.</summary>
internal enum Answerer
{
    /// <summary>Who codes and sends the claims.</summary>
    Billing,

    /// <summary>Who buys and mixes the drugs.</summary>
    Pharmacy,

    /// <summary>Who gave the drug and wrote it down.</summary>
    Nursing,

    /// <summary>Who ordered the drug.</summary>
    Provider,

    /// <summary>Who asks for authorizations and knows the patient's insurance.</summary>
    FrontDesk,
}

/// <summary>Who answers which rule.</summary>
internal static class Answerers
{
    // Rules whose facts come from somebody else than those of their family.
    private static readonly Dictionary<string, Answerer> Single = new(StringComparer.Ordinal)
    {
        ["ADM007"] = Answerer.Billing,
        ["ADM008"] = Answerer.Billing,
        ["ADM009"] = Answerer.Billing,
        ["NDC010"] = Answerer.Billing,
        ["NDC023"] = Answerer.Billing,
        ["NDC024"] = Answerer.Billing,
        ["CMP001"] = Answerer.Billing,
        ["CMP002"] = Answerer.Billing,
        ["CMP004"] = Answerer.Billing,
        ["EVD001"] = Answerer.Nursing,
        ["EVD002"] = Answerer.Nursing,
        ["EVD003"] = Answerer.Nursing,
        ["EVD011"] = Answerer.Nursing,
        ["EVD012"] = Answerer.Nursing,
        ["EVD021"] = Answerer.Nursing,
        ["EVD022"] = Answerer.Nursing,
        ["EVD004"] = Answerer.Pharmacy,
        ["EVD005"] = Answerer.Pharmacy,
        ["EVD013"] = Answerer.Pharmacy,
        ["EVD014"] = Answerer.Pharmacy,
        ["EVD015"] = Answerer.Pharmacy,
        ["EVD006"] = Answerer.Provider,
        ["EVD007"] = Answerer.Provider,
        ["EVD008"] = Answerer.Provider,
        ["EVD009"] = Answerer.Provider,
        ["EVD010"] = Answerer.Provider,
        ["EVD023"] = Answerer.Provider,
        ["EVD024"] = Answerer.Provider,
        ["EVD025"] = Answerer.Provider,
        ["EVD016"] = Answerer.FrontDesk,
        ["EVD017"] = Answerer.FrontDesk,
        ["EVD018"] = Answerer.FrontDesk,
        ["EVD019"] = Answerer.FrontDesk,
        ["NAR003"] = Answerer.Nursing,
        ["NAR004"] = Answerer.Nursing,
        ["MOD001"] = Answerer.Nursing,
        ["MOD002"] = Answerer.Nursing,
        ["MOD003"] = Answerer.Nursing,
        ["MOD004"] = Answerer.Nursing,
        ["MOD020"] = Answerer.Nursing,
        ["MOD024"] = Answerer.Pharmacy,
    };

    private static readonly Dictionary<string, Answerer> Families = new(StringComparer.Ordinal)
    {
        ["NDC"] = Answerer.Pharmacy,
        ["INV"] = Answerer.Pharmacy,
        ["CMP"] = Answerer.Pharmacy,
        ["ADM"] = Answerer.Nursing,
        ["DXC"] = Answerer.Provider,
        ["TRL"] = Answerer.Provider,
        ["AUT"] = Answerer.FrontDesk,
        ["SAD"] = Answerer.FrontDesk,
    };

    /// <summary>All, in the order of a report.</summary>
    public static IReadOnlyList<Answerer> All { get; } = Enum.GetValues<Answerer>();

    /// <summary>Who answers a rule; billing where nobody else has the facts.</summary>
    public static Answerer Of(RuleInfo rule) => Single.TryGetValue(rule.Id, out var who) ? who
        : Families.GetValueOrDefault(rule.Id[..Math.Min(3, rule.Id.Length)]);

    /// <summary>What people call them.</summary>
    public static string Name(Answerer who) => who switch
    {
        Answerer.Pharmacy => "Pharmacy",
        Answerer.Nursing => "Nursing",
        Answerer.Provider => "Provider",
        Answerer.FrontDesk => "Front desk",
        _ => "Billing",
    };

    /// <summary>What they are asked for.</summary>
    public static string Brings(Answerer who) => who switch
    {
        Answerer.Pharmacy => "Package numbers (NDC), quantities, invoices.",
        Answerer.Nursing => "What was given and what was thrown away, from the administration record.",
        Answerer.Provider => "Diagnoses, orders, trial numbers.",
        Answerer.FrontDesk => "Authorizations and insurance.",
        _ => "Codes, units, modifiers and texts of the claim itself.",
    };
}
