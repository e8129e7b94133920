using System.Text.Json;
using Noc.Payers;
using Noc.Tables;

namespace Noc.App.PayerRules;

/// <summary><c>noc rules list</c>: which policies there are, and what one payer wants on a day.</summary>
public static class RulesList
{
    /// <summary>Writes the list, or the policy of a payer.</summary>
    /// <param name="payer">Id of a policy, id, name or alias of a payer; null for the list.</param>
    /// <param name="day">Date of service.</param>
    /// <param name="isJson">True for JSON (schema noc.rules-list/1), false for text.</param>
    /// <param name="isColored">True to colour text.</param>
    /// <param name="tables">The payer directory.</param>
    /// <param name="policies">The policies.</param>
    /// <param name="output">Where it is written.</param>
    /// <param name="errors">Gets what is wrong with the command.</param>
    /// <returns>0, or 2 where nobody is called so.</returns>
    public static int Run(
        string? payer, DateOnly day, bool isJson, bool isColored, ReferenceTables tables, PolicySet policies,
        TextWriter output, TextWriter errors)
    {
        var report = new RulesListReport("noc.rules-list/1", NocVersion.Text, policies.Version, day, null, null, null);
        if (payer is null) report = report with { Policies = [.. policies.All.Select(PolicyView.Line)] };
        else if (PayerNames.Find(payer, tables, policies) is { } found)
            report = report with
            {
                Policy = PolicyView.Card(found.Policy, found.Payer, found.HasOwn, day),
                Notice = found.HasOwn ? null
                    : $"No policy on file for {found.Payer!.Name}: what its program wants counts.",
            };
        else
        {
            errors.WriteLine($"noc: no policy or payer is called {payer}."
                + $"{PayerNames.Suggestion(payer, tables, policies)} `noc rules list` names all.");
            return 2;
        }
        if (isJson) output.WriteLine(JsonSerializer.Serialize(report, RulesJson.Shaped.RulesListReport));
        else output.Write(RulesPage.List(report, isColored));
        return 0;
    }
}
