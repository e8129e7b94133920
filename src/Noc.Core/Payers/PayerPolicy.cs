namespace Noc.Payers;

/// <summary>The payer of a claim, with what it wants on the lines that Noc judges.</summary>
public sealed record PayerPolicy
{
    /// <summary>Policy id, such as <c>medicare-mac-ngs-j6</c>; null where no payer of the directory fits.</summary>
    public string? Id { get; init; }

    /// <summary>Payer name for people; the contractor's where Medicare decides by place.</summary>
    public required string Name { get; init; }

    /// <summary>The program.</summary>
    public required PayerProgram Program { get; init; }

    /// <summary>True for a private plan that runs a state's Medicaid.</summary>
    public bool IsManagedMedicaid { get; init; }

    /// <summary>True where the payer is Railroad Medicare.</summary>
    public bool IsRailroad { get; init; }

    /// <summary>What the payer wants, with all that its policy extends; null where no policies are loaded.</summary>
    public EffectivePolicy? Wants { get; init; }

    /// <summary>True where the payer, or its program in the state, has a policy of its own.</summary>
    public bool HasOwnPolicy { get; init; }

    /// <summary>Why what the payer wants is not known better, as a sentence without the defaults that count; null where
    /// no policy on file is all there is to say.</summary>
    public string? Doubt { get; init; }

    /// <summary>Two letters of the state of service; empty where not known.</summary>
    public string State { get; init; } = "";

    /// <summary>Medicare jurisdiction, such as JE; empty for other payers.</summary>
    public string Jurisdiction { get; init; } = "";

    /// <summary>True for original Medicare, where national claim rules bind.</summary>
    public bool IsMedicare => Program is PayerProgram.Medicare or PayerProgram.MedicareDme;
}
