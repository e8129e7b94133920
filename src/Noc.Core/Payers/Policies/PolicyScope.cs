using Noc.Tables;

namespace Noc.Payers;

/// <summary>For which lines a policy value is meant. Empty members do not narrow it.</summary>
public sealed record PolicyScope
{
    private readonly CodeTest[] _codes = [];

    /// <summary>A value for every line.</summary>
    public static PolicyScope Any { get; } = new();

    /// <summary>Codes: J3490, J0120-J9999, J*, or a class: unclassified, drug, radiopharmaceutical, compound, contrast,
    /// vaccine.</summary>
    public Items<string> Codes
    {
        get;
        init => (field, _codes) = (value, CodeTest.Of(value));
    } = [];

    /// <summary>professional, institutional, paper.</summary>
    public Items<string> Claims { get; init; } = [];

    /// <summary>Places of service.</summary>
    public Items<string> Places { get; init; } = [];

    /// <summary>Beginnings of bill types.</summary>
    public Items<string> Bills { get; init; } = [];

    /// <summary>Medicare jurisdictions.</summary>
    public Items<string> Jurisdictions { get; init; } = [];

    /// <summary>States of service.</summary>
    public Items<string> States { get; init; } = [];

    /// <summary>primary or secondary; empty for both.</summary>
    public string Order { get; init; } = "";

    /// <summary>Least charge in US dollars; null for any.</summary>
    public decimal? ChargeFrom { get; init; }

    /// <summary>Charge below which it holds; null for any.</summary>
    public decimal? ChargeBelow { get; init; }

    /// <summary>Names of drugs, lower case.</summary>
    public Items<string> Drugs { get; init; } = [];

    /// <summary>What must be so.</summary>
    public Situation When { get; init; }

    /// <summary>What must not be so.</summary>
    public Situation WhenNot { get; init; }

    /// <summary>Dates of service.</summary>
    public Days Service { get; init; }

    /// <summary>Dates of receipt.</summary>
    public Days Received { get; init; }

    /// <summary>How many of its members narrow it: of two values of one policy the narrower is taken.</summary>
    public int Narrowness =>
        (Codes.Count > 0 ? 1 : 0) + (Claims.Count > 0 ? 1 : 0) + (Places.Count > 0 ? 1 : 0) + (Bills.Count > 0 ? 1 : 0)
        + (Jurisdictions.Count > 0 ? 1 : 0) + (States.Count > 0 ? 1 : 0) + (Order.Length > 0 ? 1 : 0)
        + (ChargeFrom is not null ? 1 : 0) + (ChargeBelow is not null ? 1 : 0) + (Drugs.Count > 0 ? 1 : 0)
        + System.Numerics.BitOperations.PopCount((uint)When) + System.Numerics.BitOperations.PopCount((uint)WhenNot)
        + (Service != default ? 1 : 0) + (Received != default ? 1 : 0);

    /// <summary>Whether what a document says is in force on a date of service: by the dates of the scope, else from
    /// the day that the document names.</summary>
    internal bool IsInForce(Source source, DateOnly day) => Service == default && Received == default
        ? source.Effective is not { } effective || day >= effective : Service.Include(day);

    /// <summary>Whether a line is in the scope. What is not known of the line does not narrow dates, but a situation
    /// that is not known to hold does not hold.</summary>
    public bool Includes(in PolicySubject line) =>
        Holds(Claims, line.IsPaper ? "paper" : line.IsInstitutional ? "institutional" : "professional")
        && (_codes.Length == 0 || IncludesCode(line))
        && (Places.Count == 0 || (!line.IsInstitutional && Holds(Places, line.Place)))
        && (Bills.Count == 0 || (line.IsInstitutional && Begins(Bills, line.Place)))
        && Holds(Jurisdictions, line.Jurisdiction) && Holds(States, line.State)
        && (Order.Length == 0 || Order == "secondary" == line.IsSecondary)
        && (ChargeFrom is null || line.ChargeUsd >= ChargeFrom)
        && (ChargeBelow is null || line.ChargeUsd < ChargeBelow)
        && (Drugs.Count == 0 || Shares(Drugs, line.Drugs))
        && (line.Situation & When) == When && (line.Situation & WhenNot) == Situation.None
        && (line.Day is not { } day || Service.Include(day))
        && (line.Received is not { } received || Received.Include(received));

    private bool IncludesCode(in PolicySubject line)
    {
        foreach (var test in _codes)
            if (test.Includes(line.Code, line.IsUnclassified)) return true;
        return false;
    }

    private static bool Holds(Items<string> list, string word)
    {
        if (list.Count == 0) return true;
        for (var i = 0; i < list.Count; i++)
            if (list[i] == word) return true;
        return false;
    }

    private static bool Begins(Items<string> list, string word)
    {
        for (var i = 0; i < list.Count; i++)
            if (word is not null && word.StartsWith(list[i], StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool Shares(Items<string> wanted, Items<string> names)
    {
        for (var i = 0; i < names.Count; i++)
            for (var j = 0; j < wanted.Count; j++)
                if (IsNamed(names[i], wanted[j])) return true;
        return false;
    }

    // "bevacizumab" is also meant by "bevacizumab-awwb" and "bevacizumab (repackaged)", not by "bevacizumabx".
    private static bool IsNamed(string name, string wanted) =>
        name.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)
        && (name.Length == wanted.Length || !char.IsAsciiLetterOrDigit(name[wanted.Length]));
}
