using System.Collections.Concurrent;

namespace Noc.Payers;

public sealed partial class PolicySet
{
    private readonly ConcurrentDictionary<(string Plan, string State), EffectivePolicy?> _plansInStates = new();
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
        if (payer is not null && _byPayer.TryGetValue(payer, out var own)) return Effective(own.Id);
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
            return state is not null ? Effective(state.Id) : Find(null, "medicaid", "", out _);
        }
        isOwn = true;
        return state is null ? Effective(own.Id)
            : _plansInStates.GetOrAdd((own.Id, state.Id), static (key, set) => set.Joined(key.Plan, key.State), this);
    }

    /// <summary>The narrowest policy that all of some payers share, as the plans of one family do; null where it would
    /// be a program's.</summary>
    public EffectivePolicy? Shared(IEnumerable<string> payers)
    {
        IEnumerable<Policy>? shared = null;
        foreach (var payer in payers)
        {
            if (!_byPayer.TryGetValue(payer, out var own) || Effective(own.Id) is not { } policy) return null;
            shared = shared is null ? policy.Chain : shared.Where(policy.Chain.Contains);
        }
        return shared?.FirstOrDefault() is { Level: > PolicyLevel.Program } found ? Effective(found.Id) : null;
    }

    // What a plan says comes before what its state says; a plan that extends its state already stays as it is.
    private EffectivePolicy? Joined(string plan, string state)
    {
        if (Effective(plan) is not { } own || Effective(state) is not { } wider) return Effective(plan);
        return own.Chain.Contains(wider.Policy) ? own
            : new([.. own.Chain.TakeWhile(policy => !wider.Chain.Contains(policy)), .. wider.Chain], _advice);
    }

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
