using Noc.Tables;

namespace Noc.Payers;

/// <summary>The Medicare contractor that takes a claim, by where the service was given or the patient lives.</summary>
/// <param name="Id">Id of the directory; null where the contractor is not certain.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="State">Two letters of the state that decides; empty where not known.</param>
/// <param name="Jurisdiction">Such as JE; empty where the contractor is not certain.</param>
/// <param name="Doubt">Why it is not certain; null where it is, or where the place is not known.</param>
internal sealed record MedicarePlace(string? Id, string Name, string State, string Jurisdiction, string? Doubt)
{
    /// <summary>Looks the contractor up. One that the claim names must be the one of the place.</summary>
    /// <param name="tables">The contractors.</param>
    /// <param name="key">What the claim says.</param>
    /// <param name="entry">The payer of the directory; null where none fits.</param>
    /// <param name="isDme">True for equipment.</param>
    public static MedicarePlace Of(ReferenceTables tables, PayerKey key, PayerEntry? entry, bool isDme)
    {
        var state = isDme ? key.Home : key.State;
        if (tables.ContractorOf(state) is not { } ofState)
            return new(entry?.Id, "Medicare (contractor not known)", state, "", null);
        var contractor = isDme ? ofState : ofState.Of(key.IsInstitutional, key.Zip);
        if (contractor is null)
            return Doubtful(key, state, $"In {state} the ZIP code of the service tells the Medicare contractor, and it "
                + "is not on the claim");
        var place = isDme
            ? new MedicarePlace($"medicare-dme-j{contractor.DmeJurisdiction.ToLowerInvariant()}",
                $"Medicare DME, {contractor.DmeName} J{contractor.DmeJurisdiction}", state,
                $"J{contractor.DmeJurisdiction}", null)
            : new(PolicyId(contractor), $"Medicare, {contractor.Name} {contractor.Jurisdiction}", state,
                contractor.Jurisdiction, null);
        var isOther = PayerWords.ContractorOf(key.PlainName) is { } named
            && (named != (isDme ? contractor.DmeName : contractor.Name)
                || (entry is not null && entry.Id != place.Id && IsNamed(entry, key)));
        return isOther ? Doubtful(key, state, $"The claim names {key.Name}, but in {state} {place.Name} takes claims")
            : place;
    }

    private static MedicarePlace Doubtful(PayerKey key, string state, string doubt) =>
        new(null, key.Name.Length > 0 ? key.Name : "Medicare (contractor not known)", state, "", doubt);

    // Named with its jurisdiction: a name that several share says nothing against the place.
    private static bool IsNamed(PayerEntry entry, PayerKey key) => key.PlainName.EndsWith(
        entry.Id[(entry.Id.LastIndexOf('-') + 1)..].ToUpperInvariant(), StringComparison.Ordinal);

    private static string PolicyId(Contractor contractor)
    {
        var maker = contractor.Name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        if (maker.StartsWith("palmetto", StringComparison.Ordinal)) maker = "palmetto";
        return $"medicare-mac-{maker}-{contractor.Jurisdiction.ToLowerInvariant()}";
    }
}
