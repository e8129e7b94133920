using Noc.Audit;
using Noc.Payers;

namespace Noc.Reference.Policies;

/// <summary>The names that the parts of a policy file take. The reader and the schema for editors share them.</summary>
internal static class PolicyFields
{
    public static readonly string[] File = ["family", "policies"];

    public static readonly string[] Policy =
        ["id", "name", "level", "extends", "who", "values", "rules", "guidance"];

    public static readonly string[] Who = ["payers", "programs", "states", "ids", "names"];

    public static readonly string[] Value =
    [
        "key", "is", "add", "for", "topic", "severity", "confidence", "source", "rows", "examples", "note",
        "disagrees-with",
    ];

    public static readonly string[] Rule =
    [
        "id", "topic", "when", "service", "received", "says", "expected", "severity", "confidence", "source", "rows",
        "examples", "note",
    ];

    public static readonly string[] Guidance =
    [
        "topic", "codes", "for", "rules", "says", "confidence", "source", "rows", "disagrees-with", "note",
    ];

    public static readonly string[] Source = ["title", "section", "url", "effective", "read"];

    public static readonly string[] Examples = ["gives", "not", "fires", "silent"];

    public static readonly string[] Scope =
    [
        "codes", "claims", "places", "bills", "jurisdictions", "states", "order", "charge", "drugs", "when", "service",
        "received",
    ];

    public static readonly string[] Claims = ["professional", "institutional", "paper"];

    public static readonly string[] Orders = ["primary", "secondary"];

    public static readonly string[] Charge = ["from", "below"];

    public static readonly string[] Days = ["from", "to"];

    /// <summary>What values, rules and notes may be about: the topics of keys and of the audit's rules, then those that
    /// only people decide.</summary>
    public static readonly IReadOnlySet<string> Topics = PolicyKeys.All.Select(key => key.Topic)
        .Concat(RuleCatalog.All.Select(rule => rule.Topic))
        .Concat(["340b", "code_list", "denial_code", "drug_specific", "implantable_pump", "medical_review",
            "paper_supplement", "radiopharm", "waste"]).ToHashSet(StringComparer.Ordinal);
}
