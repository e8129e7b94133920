namespace Noc.Coding;

/// <summary>A line whose text is not written yet: it may still be split over claims.</summary>
/// <param name="Line">The line.</param>
/// <param name="Facts">What its text tells; null where it needs none.</param>
/// <param name="Wants">What the payer wants of the text; null where it needs none.</param>
internal sealed record LineDraft(CodedLine Line, DrugNarrative? Facts, NarrativeWants? Wants)
{
    /// <summary>True where the waste has to be told in the text, whatever else it tells.</summary>
    public bool TellsWaste { get; init; }

    /// <summary>True where a part of the dose whose containers were used up carries JZ.</summary>
    public bool HasJzIfUsedUp { get; init; }

    /// <summary>True where the price that the payer asks for is that of the supplier's list: the charge of the line.
    /// </summary>
    public bool HasListPrice { get; init; }

    /// <summary>The drug in one container, in the unit of the line's amount; 0 where not known.</summary>
    public decimal PerContainer { get; init; }

    /// <summary>The line with its texts.</summary>
    /// <param name="part">Which part of a split claim.</param>
    /// <param name="parts">Of how many; 1 where it is whole.</param>
    /// <param name="claimNote">The note of the claim that the text asks for; empty without.</param>
    public CodedLine Written(int part, int parts, out string claimNote)
    {
        claimNote = "";
        if (Line.Kind is CodedLineKind.Administration) return Line;
        if (Line.Kind is CodedLineKind.Waste) return Line with { Description = WasteText(part, parts) };
        var split = parts > 1 ? Texts.Of($"CLAIM {part} OF {parts}") : "";
        if (Facts is null || Wants is null) return Line with { Description = split };
        var facts = Facts with
        {
            Split = parts > 1 ? (part, parts) : default,
            PriceUsd = HasListPrice && Line.ChargeUsd is { } charge ? charge : Facts.PriceUsd,
        };
        var text = NarrativeComposer.Compose(facts, Wants);
        // What the payer asks for goes before what it only reads.
        if (text.Dropped.Any(one => one.Reason is DropReason.NoRoom && Wants.Asks(one.Element)))
            text = NarrativeComposer.Compose(Lean(facts, Wants), Wants);
        var description = text.Description;
        var note = Wants.IsInstitutional ? "" : text.Of(NarrativePlace.LineNote)?.Text ?? "";
        claimNote = text.Of(NarrativePlace.ClaimNote)?.Text ?? "";
        if (TellsWaste && !Facts.Waste.IsNone) Append($"WASTE {Facts.Waste}", ref description, ref note, ref claimNote);
        if (parts > 1 && !description.Contains(split, StringComparison.Ordinal))
            Append(split, ref description, ref note, ref claimNote);
        return Line with { Narrative = text, Description = description, Note = note };
    }

    private static DrugNarrative Lean(DrugNarrative facts, NarrativeWants wants) => facts with
    {
        Strength = wants.Asks("strength") || wants.Asks("concentration") ? facts.Strength : "",
        Container = wants.Asks("container") ? facts.Container : "",
        Manufacturer = wants.Asks("manufacturer") ? facts.Manufacturer : "",
        Route = wants.Asks("route") ? facts.Route : "",
        PriceUsd = wants.Asks("price") ? facts.PriceUsd : null,
        WeightKg = wants.Asks("weight") ? facts.WeightKg : null,
        Diagnosis = wants.Asks("diagnosis") ? facts.Diagnosis : "",
        Frequency = wants.Asks("frequency") ? facts.Frequency : "",
    };

    // Into the first text that has room: the description, the line note, or the note of the claim.
    private void Append(string words, ref string description, ref string note, ref string claimNote)
    {
        if (description.Contains(words, StringComparison.Ordinal)) return;
        if (description.Length + 1 + words.Length <= TextRoom.Electronic) description = $"{description} {words}";
        else if (Wants!.IsInstitutional) claimNote = Joined(claimNote, words);
        else note = Joined(note, words);
    }

    private static string Joined(string text, string words) =>
        text.Contains(words, StringComparison.Ordinal) || text.Length + 1 + words.Length > TextRoom.Electronic
            ? text : $"{text} {words}".Trim();

    private string WasteText(int part, int parts)
    {
        var split = parts > 1 ? Texts.Of($" CLAIM {part} OF {parts}") : "";
        if (!Line.IsUnclassified || Line.Amount.IsNone) return split.Trim();
        var words = $" WASTE {Line.Amount}{split}";
        var name = ClaimCharacters.Clean(Facts?.Name ?? Line.Drug);
        if (name.Length + words.Length > TextRoom.Electronic) name = NarrativeElements.Short(name);
        if (name.Length + words.Length > TextRoom.Electronic)
            name = name[..(TextRoom.Electronic - words.Length)].TrimEnd();
        return $"{name}{words}";
    }
}
