using System.Collections.Concurrent;

namespace Noc.Payers;

public sealed partial class PolicySet
{
    private const string Commercial = "commercial", Advantage = "medicare-advantage";

    private readonly ConcurrentDictionary<(string Plan, string State), EffectivePolicy?> _plansInStates = new();
    private readonly ConcurrentDictionary<(string Plan, string Program), EffectivePolicy?> _otherBusiness = new();
    private Dictionary<(string Program, string State), Policy>? _byProgram;

    // Built when first asked; two threads that meet here build the same.
    private Dictionary<(string Program, string State), Policy> ByProgram => _byProgram ??= IndexPrograms();

    /// <summary>The policy of a payer of the directory, else of its program and state, else of its program.</summary>
    /// <param name="payer">Id of the directory; null where the payer is not in it.</param>
    /// <param name="program">The program, such as medicaid.</param>
    /// <param name="state">Two letters; empty where not known.</param>
    /// <param name="isOwn">True where the payer has a policy of its own, or its state has.</param>
    public EffectivePolicy? Find(string? payer, string program, string state, out bool isOwn)
    {
        isOwn = true;
        if (payer is not null && _byPayer.TryGetValue(payer, out var own)) return Of(own, program, out isOwn);
        if (ByProgram.TryGetValue((program, state), out var policy) && state.Length > 0) return Effective(policy.Id);
        isOwn = false;
        return Effective(ByProgram.TryGetValue((program, ""), out policy) ? policy.Id : "standard");
    }

    /// <summary>The policy of a private plan that runs a state's Medicaid: its own, then its state's, then Medicaid's.
    /// </summary>
    /// <param name="plan">Id of the directory; null where the plan is not in it.</param>
    /// <param name="stateMedicaid">Id of the state's Medicaid in the directory.</param>
    /// <param name="isOwn">True where the plan has a policy of its own.</param>
    public EffectivePolicy? FindManaged(string? plan, string stateMedicaid, out bool isOwn)
    {
        var state = _byPayer.GetValueOrDefault(stateMedicaid);
        if (plan is null || !_byPayer.TryGetValue(plan, out var own))
        {
            isOwn = false;
            return state is null ? Find(null, "medicaid", "", out _)
                : _plansInStates.GetOrAdd(("", state.Id), static (key, set) => set.OfPlans(key.State), this);
        }
        isOwn = true;
        return state is null ? Effective(own.Id)
            : _plansInStates.GetOrAdd((own.Id, state.Id), static (key, set) => set.Joined(key.Plan, key.State), this);
    }

    /// <summary>The narrowest policy that all of some payers share, as the plans of one family do; null where it would
    /// be a program's.</summary>
    /// <param name="payers">Ids of the directory.</param>
    /// <param name="program">The program, such as commercial.</param>
    /// <param name="isOwn">True where the policy says anything of the program.</param>
    public EffectivePolicy? Shared(IEnumerable<string> payers, string program, out bool isOwn)
    {
        isOwn = false;
        IEnumerable<Policy>? shared = null;
        foreach (var payer in payers)
        {
            if (!_byPayer.TryGetValue(payer, out var own) || Effective(own.Id) is not { } policy) return null;
            shared = shared is null ? policy.Chain : shared.Where(policy.Chain.Contains);
        }
        return shared?.FirstOrDefault() is { Level: > PolicyLevel.Program } found
            ? Of(found, program, out isOwn) : null;
    }

    // A plan's commercial policy is not that of its Medicare Advantage business, nor the other way round.
    private EffectivePolicy? Of(Policy own, string program, out bool isOwn)
    {
        isOwn = true;
        if (Effective(own.Id) is not { } policy) return null;
        var wider = policy.Chain.FirstOrDefault(step => step.Level is PolicyLevel.Program);
        var isOther = wider is not null && (program, wider.Id) is (Commercial, Advantage) or (Advantage, Commercial);
        if (!isOther) return policy;
        policy = _otherBusiness.GetOrAdd((own.Id, program), static (key, set) => set.OtherBusiness(key), this);
        isOwn = policy?.Policy.Level > PolicyLevel.Program;
        return policy;
    }

    // What the plan says of the program by name; all of it where it tells both apart.
    private EffectivePolicy? OtherBusiness((string Plan, string Program) key)
    {
        if (Effective(key.Plan) is not { } own || Find(null, key.Program, "", out _) is not { } wider) return null;
        var isAdvantage = key.Program == Advantage;
        var steps = own.Chain.TakeWhile(step => step.Level > PolicyLevel.Program)
            .Select(step => step.Values.Any(IsNotAdvantage) ? step : Only(step))
            .Where(step => step.Values.Count > 0).ToList();
        return steps.Count == 0 ? wider : new([.. steps, .. wider.Chain], _advice);

        Policy Only(Policy step)
        {
            List<PolicyEntry> values = isAdvantage ? [.. step.Values.Where(IsAdvantage)] : [];
            var rows = values.SelectMany(value => value.Rows).ToHashSet(StringComparer.Ordinal);
            return step with
            {
                Values = values,
                Rules = [],
                Guidance = [.. step.Guidance.Where(note => note.Rows.Any(rows.Contains))],
            };
        }
    }

    private static bool IsAdvantage(PolicyEntry entry) => entry.Scope.When.HasFlag(Situation.MedicareAdvantage);

    private static bool IsNotAdvantage(PolicyEntry entry) => entry.Scope.WhenNot.HasFlag(Situation.MedicareAdvantage);

    // What a plan says comes before what its state says; a plan that extends its state already stays as it is.
    private EffectivePolicy? Joined(string plan, string state)
    {
        if (Effective(plan) is not { } own || Effective(state) is not { } wider) return Effective(plan);
        return own.Chain.Contains(wider.Policy) ? own
            : new([.. own.Chain.TakeWhile(policy => !wider.Chain.Contains(policy)), .. AsPlansFollow(wider)], _advice);
    }

    // What a plan without words of its own takes over from its state.
    private EffectivePolicy? OfPlans(string state) =>
        Effective(state) is { } wider ? new([.. AsPlansFollow(wider)], _advice) : null;

    // Rebates bind plans as they bind the state, and what the state does not cover no plan of it covers. How claims are
    // written and priced is each plan's own affair: the state's way of it is worth a warning.
    private static IEnumerable<Policy> AsPlansFollow(EffectivePolicy state) => state.Chain.Select(step =>
        step.Level <= PolicyLevel.Program ? step : step with
        {
            Values =
            [
                .. step.Values.Select(entry => Binds(entry.Key) || !(entry.Severity > Severity.Warn) ? entry
                    : entry with { Severity = Severity.Warn }),
            ],
        });

    private static bool Binds(PolicyKey key) => key.Name.StartsWith("ndc.", StringComparison.Ordinal)
        || key.Name.StartsWith("waste.", StringComparison.Ordinal);

    private Dictionary<(string Program, string State), Policy> IndexPrograms()
    {
        var index = new Dictionary<(string Program, string State), Policy>();
        foreach (var policy in _byId.Values)
            foreach (var program in policy.Who.Programs)
            {
                if (policy.Who.States.Count == 0) index.TryAdd((program, ""), policy);
                foreach (var state in policy.Who.States) index.TryAdd((program, state), policy);
            }
        return index;
    }
}
