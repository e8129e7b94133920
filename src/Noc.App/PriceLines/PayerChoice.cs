using Noc.Payers;
using Noc.Tables;

namespace Noc.App.PriceLines;

/// <summary>The payer that a person typed: a program, or whom <see cref="PayerNames"/> finds.</summary>
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
        if (PayerNames.Find(text, tables, policies, state) is not { } found) return null;
        if ((found.Payer ?? tables.Payers.Of(found.Policy.Policy.Id)) is { } entry)
            return new(PayerPrograms.OfType(entry.Type), entry.Id, entry.Name, found.Policy);
        var words = found.Policy.Chain.SelectMany(one => one.Who.Programs).FirstOrDefault() ?? "commercial";
        return new(Enum.GetValues<PayerProgram>().First(program => ProgramNames.Of(program) == words),
            found.Policy.Policy.Id, found.Policy.Policy.Name, found.Policy);
    }
}
