using Noc.Tables;

namespace Noc.Payers;

/// <summary>What a claim says of its payer, in capitals.</summary>
/// <param name="filing">SBR09.</param>
/// <param name="id">NM109.</param>
/// <param name="name">NM103 as sent.</param>
/// <param name="state">Two letters of where the service was given; empty where not known.</param>
/// <param name="home">Two letters of where the patient lives; empty where not known.</param>
/// <param name="zip">Digits of where the service was given; empty where not known, or where they decide nothing.
/// </param>
/// <param name="isInstitutional">True for a hospital's claim, where that decides anything.</param>
internal sealed class PayerKey(
    string filing, string id, string name, string state, string home, string zip = "", bool isInstitutional = false)
{
    /// <summary>Digits of where the service was given; empty where not known, or where they decide nothing.</summary>
    public string Zip { get; } = zip;

    /// <summary>True for a hospital's claim, where that decides anything.</summary>
    public bool IsInstitutional { get; } = isInstitutional;

    /// <summary>SBR09.</summary>
    public string Filing { get; } = filing;

    /// <summary>NM109.</summary>
    public string Id { get; } = id;

    /// <summary>NM103 as sent.</summary>
    public string Name { get; } = name;

    /// <summary>Two letters of where the service was given; empty where not known.</summary>
    public string State { get; } = state;

    /// <summary>Two letters of where the patient lives; empty where not known.</summary>
    public string Home
    {
        get
        {
            IsHomeAsked = true;
            return home;
        }
    }

    /// <summary>True once anybody asked where the patient lives: the answer may depend on it.</summary>
    public bool IsHomeAsked { get; private set; }

    /// <summary>The name without punctuation.</summary>
    public string PlainName { get; } = PayerDirectory.Plain(name);
}

/// <summary>The payer of the directory behind a claim: by payer id, then by name and state, then by alias.</summary>
/// <param name="Entry">The payer; null where none fits, or several do.</param>
/// <param name="Family">Those that fit where several do, as the plans of Anthem where the state is none of theirs.
/// </param>
internal readonly record struct PayerMatch(PayerEntry? Entry, IReadOnlyList<PayerEntry> Family)
{
    /// <summary>The type that all that fit share; null where there is none.</summary>
    public string? Type => Entry?.Type
        ?? (Family.Count > 0 && Family.All(Same(Family[0])) ? Family[0].Type : null);

    /// <summary>Looks a payer up.</summary>
    public static PayerMatch Of(PayerDirectory payers, PayerKey key)
    {
        var match = Found(payers, key);
        return match.Entry is { Type: "commercial" } plan && IsMedicare(key)
            && AdvantageOf(plan, payers, key) is { } advantage ? new(advantage, []) : match;
    }

    // The Advantage business of a commercial plan: by its own name, else the one that takes claims under the same ids.
    private static PayerEntry? AdvantageOf(PayerEntry plan, PayerDirectory payers, PayerKey key)
    {
        var named = payers.Named(key.PlainName).Concat(payers.Called(key.PlainName))
            .Concat(payers.Alike(key.PlainName, key.State)).Where(IsAdvantage).Distinct().ToList();
        if (named.Count == 0)
            named = [.. plan.PayerIds.SelectMany(payers.WithPayerId).Where(IsAdvantage).Distinct()];
        return named.Count == 1 ? named[0] : null;

        static bool IsAdvantage(PayerEntry entry) => entry.Type is "commercial_ma";
    }

    private static bool IsMedicare(PayerKey key) =>
        PayerWords.OfFiling(key.Filing) is PayerProgram.MedicareAdvantage or PayerProgram.Medicare;

    private static PayerMatch Found(PayerDirectory payers, PayerKey key)
    {
        var saysMedicaid = PayerWords.OfName(key.PlainName) is PayerProgram.Medicaid;
        var byId = payers.WithPayerId(key.Id)
            .Where(entry => key.Id.Length > MostState || IsStateOf(entry, key, saysMedicaid))
            .Where(entry => Agrees(entry, key) || saysMedicaid == entry.Type.StartsWith("medicaid", Ordinal))
            .Where(entry => IsSure(entry, key, saysMedicaid)).ToList();
        if (byId.Count == 1) return new(byId[0], []);
        var family = Narrowed(byId, key);
        if (family.Count == 1) return new(family[0], []);
        var byName = Narrowed(payers.Named(key.PlainName), key);
        if (byName.Count == 1) return new(byName[0], []);
        var byAlias = Narrowed(payers.Called(key.PlainName), key);
        if (byAlias.Count == 1) return new(byAlias[0], []);
        if (byName.Count + byAlias.Count == 0 && Alike(payers, key, family, saysMedicaid) is [var alike])
            return new(alike, []);
        return new(null, byName.Count > 0 ? byName : byAlias.Count > 0 ? byAlias : family);
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private const int MostState = 2;

    // Two letters are a state's before they are a payer's: only who bills Medicaid means the state's by them.
    private static bool IsStateOf(PayerEntry entry, PayerKey key, bool saysMedicaid) => saysMedicaid
        || PayerWords.OfFiling(key.Filing) is PayerProgram.Medicaid || IsNamed(entry, key);

    // A name in another spelling counts where the filing indicator fits: a commercial claim means no state's Medicaid.
    private static IReadOnlyList<PayerEntry> Alike(
        PayerDirectory payers, PayerKey key, IReadOnlyList<PayerEntry> family, bool saysMedicaid)
    {
        if (key.PlainName.Length == 0) return [];
        var alike = payers.Alike(key.PlainName, key.State).Where(entry => Agrees(entry, key)
            && (!entry.Type.StartsWith("medicaid", Ordinal) || saysMedicaid
                || PayerWords.OfFiling(key.Filing) is PayerProgram.Medicaid)
            && (family.Count == 0 || family.Contains(entry))).ToList();
        return Narrowed(alike, key);
    }

    private static Func<PayerEntry, bool> Same(PayerEntry first) => entry => entry.Type == first.Type;

    // Ids from one clearing house's list do not outweigh what the claim says of itself.
    private static bool IsSure(PayerEntry entry, PayerKey key, bool saysMedicaid) =>
        entry.Confidence is not Confidence.Low || IsNamed(entry, key) || saysMedicaid
        || key.Filing is "" or "ZZ" || (PayerWords.OfFiling(key.Filing) is not null && Agrees(entry, key));

    // Whether the filing indicator allows the payer; a vague one allows all.
    private static bool Agrees(PayerEntry entry, PayerKey key) => PayerWords.OfFiling(key.Filing) switch
    {
        PayerProgram.Medicare => entry.Type.StartsWith("medicare", Ordinal)
            || entry.Type.StartsWith("commercial", Ordinal),
        PayerProgram.MedicareAdvantage => entry.Type.StartsWith("commercial", Ordinal),
        PayerProgram.Medicaid => entry.Type.StartsWith("medicaid", Ordinal),
        PayerProgram.Federal => entry.Type is "federal" or "commercial",
        PayerProgram.WorkersCompensation => entry.Type is "workers_comp",
        _ => true,
    };

    private static bool IsNamed(PayerEntry entry, PayerKey key) => key.PlainName.Length > 0
        && (PayerDirectory.Plain(entry.Name) == key.PlainName
            || entry.Aliases.Any(alias => PayerDirectory.Plain(alias) == key.PlainName));

    // Each step is taken only where it leaves somebody.
    private static IReadOnlyList<PayerEntry> Narrowed(IReadOnlyList<PayerEntry> found, PayerKey key)
    {
        if (found.Count <= 1) return found;
        found = Kept(found, entry => Agrees(entry, key));
        if (IsMedicare(key)) found = Kept(found, entry => entry.Type is not "commercial");
        found = Kept(found, entry => IsNamed(entry, key));
        if (PayerWords.OfName(key.PlainName) is PayerProgram.Medicaid)
            found = Kept(found, entry => entry.Type.StartsWith("medicaid", Ordinal));
        if (key.Filing is "CI" or "BL" or "12" or "13" or "14" or "15")
            found = Kept(found, entry => entry.Type is "commercial");
        found = Kept(found, entry => entry.States.Contains(key.State));
        found = Kept(found, entry => entry.States.Count == 0 || entry.States.Contains(key.State));
        return Kept(found, entry => entry.States.Contains(key.Home));
    }

    private static IReadOnlyList<PayerEntry> Kept(IReadOnlyList<PayerEntry> found, Func<PayerEntry, bool> fits)
    {
        if (found.Count <= 1) return found;
        List<PayerEntry> kept = [.. found.Where(fits)];
        return kept.Count > 0 ? kept : found;
    }
}
