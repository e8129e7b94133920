using Noc.Payers;

namespace Noc.App.AuditClaims;

/// <summary>Payers that drug lines were sent to and that no policy is on file for; each is said once.</summary>
internal sealed class PayersWithoutPolicy
{
    private const int MaxKept = 1000, MaxSaid = 8;

    private Dictionary<string, PayerPolicy>? _payers;
    private PayerPolicy? _last;

    public void Add(PayerPolicy payer)
    {
        // Claims of one payer stand together, and it is the same object for all of them.
        if (ReferenceEquals(payer, _last)) return;
        _last = payer;
        _payers ??= new(StringComparer.OrdinalIgnoreCase);
        if (_payers.Count < MaxKept) _payers.TryAdd(payer.Name, payer);
    }

    public void Add(PayersWithoutPolicy others)
    {
        if (others._payers is null) return;
        foreach (var payer in others._payers.Values) Add(payer);
    }

    /// <summary>One sentence for each payer, by name; the last one counts the rest.</summary>
    public IEnumerable<string> Sentences()
    {
        if (_payers is null) yield break;
        foreach (var payer in _payers.Values.OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase).Take(MaxSaid))
            yield return $"{payer.Doubt ?? $"No policy on file for {payer.Name}"}: {Defaults(payer)} used.";
        if (_payers.Count > MaxSaid)
            yield return $"No policy on file for {_payers.Count - MaxSaid}{(_payers.Count == MaxKept ? " or" : "")} "
                + "more payers: the defaults of their programs were used.";
    }

    private static string Defaults(PayerPolicy payer) => payer.Program switch
    {
        _ when payer.Wants is { Policy: { Level: not (PolicyLevel.Standard or PolicyLevel.Program) } wider } =>
            $"the policy of {wider.Name}"
                + $"{(payer.Program is PayerProgram.Medicaid ? ", as far as it binds plans," : "")} was",
        PayerProgram.Medicare => "the defaults of Medicare were",
        PayerProgram.MedicareDme => "the defaults of Medicare for equipment were",
        PayerProgram.MedicareAdvantage => "the defaults of Medicare Advantage were",
        PayerProgram.Medicaid => "the defaults of Medicaid were",
        PayerProgram.Federal => "the defaults of federal programs were",
        PayerProgram.WorkersCompensation => "the defaults of workers' compensation were",
        _ => "the defaults of commercial payers were",
    };
}
