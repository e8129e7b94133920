using Noc.Payers;
using Noc.Tables;

namespace Noc.App.PriceLines;

/// <summary>The payer that a person typed: a program, an id of directory or policy, or a name.</summary>
/// <param name="Program">Its program.</param>
/// <param name="Id">Its id; empty where it has none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Wants">What it wants; null where not known.</param>
internal sealed record PayerChoice(PayerProgram Program, string Id, string Name, EffectivePolicy? Wants)
{
    /// <summary>The payer of a text; null where nobody is called so.</summary>
    public static PayerChoice? Of(string text, string state, ReferenceTables tables, PolicySet policies)
    {
        foreach (var program in Enum.GetValues<PayerProgram>())
            if (ProgramNames.Of(program) == text)
                return new(program, "", text, policies.Find(null, text, state, out _));
        var plain = PayerDirectory.Plain(text);
        var entry = tables.Payers.Of(text) ?? (tables.Payers.Named(plain) is [var named] ? named : null)
            ?? (tables.Payers.Called(plain) is [var called] ? called : null);
        if (entry is not null)
        {
            var program = ProgramOf(entry.Type);
            return new(program, entry.Id, entry.Name,
                policies.Find(entry.Id, ProgramNames.Of(program), state, out _));
        }
        if (policies.Effective(text) is not { } policy) return null;
        var words = policy.Chain.SelectMany(one => one.Who.Programs).FirstOrDefault() ?? "commercial";
        return new(Enum.GetValues<PayerProgram>().First(program => ProgramNames.Of(program) == words),
            policy.Policy.Id, policy.Policy.Name, policy);
    }

    /// <summary>What is called most like a text.</summary>
    public static string Nearest(string text, ReferenceTables tables, PolicySet policies) =>
        NearestWord.Of(text, ProgramNames.All.Concat(policies.All.Select(policy => policy.Id))
            .Concat(tables.Payers.All.Select(payer => payer.Id)));

    private static PayerProgram ProgramOf(string type) => type switch
    {
        "medicare" or "medicare_mac" => PayerProgram.Medicare,
        "medicare_dme" => PayerProgram.MedicareDme,
        "commercial_ma" => PayerProgram.MedicareAdvantage,
        "medicaid" or "medicaid_mco" => PayerProgram.Medicaid,
        "federal" => PayerProgram.Federal,
        "workers_comp" => PayerProgram.WorkersCompensation,
        _ => PayerProgram.Other,
    };
}
