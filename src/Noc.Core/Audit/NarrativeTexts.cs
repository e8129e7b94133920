using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;

namespace Noc.Audit;

/// <summary>The texts of a line that its payer reads, and what they tell.</summary>
internal readonly struct NarrativeTexts
{
    private readonly DrugLine _drug;

    // True where something that is not on the claim, or not read, may tell what the texts do not.
    private readonly bool _isOpen;

    private NarrativeTexts(DrugLine drug, bool description, bool note, bool remark, bool isOpen, PolicyEntry? places)
    {
        (_drug, _isOpen, Places) = (drug, isOpen, places);
        (ReadsDescription, ReadsNote, ReadsRemark) = (description, note, remark);
    }

    /// <summary>The value that says where the payer reads; null where only the standard does: then any text counts.
    /// </summary>
    public PolicyEntry? Places { get; }

    /// <summary>Whether SV101-7 or SV202-7 is read.</summary>
    public bool ReadsDescription { get; }

    /// <summary>Whether the notes of the line are read.</summary>
    public bool ReadsNote { get; }

    /// <summary>Whether the notes of the claim are read.</summary>
    public bool ReadsRemark { get; }

    /// <summary>The texts of the line at hand.</summary>
    public static NarrativeTexts Of(in RuleContext context)
    {
        var drug = context.Drug!;
        bool description = false, note = false, remark = false, paperwork = false;
        PolicyEntry? own = null, remarks = null;
        foreach (var (word, entry) in context.Words(PolicyKeys.NarrativePlaces))
        {
            description |= word is "description";
            note |= word is "line-note" or "item-19";
            remark |= word is "claim-note" or "remarks" or "fl-80";
            paperwork |= word is "paperwork";
            if (word is "remarks") remarks ??= entry;
            if (entry.Policy != "standard") own ??= entry;
        }
        // Who names the remarks prices by them alone; the description is what the standard asks for. Without remarks it
        // is read all the same by contractors that do not name them themselves, or where a note stands in for them.
        if (remarks is not null) description = context.Claim.Notes.Count == 0
            && (drug.Note.Length > 0 || context.Policy.Wants?.IsOwn(remarks) is not true);
        var isOpen = paperwork && (drug.Line.Paperwork.Count > 0 || context.Claim.Paperwork.Count > 0);
        if (own is null || !(description || note || remark)) description = note = remark = true;
        // A note of the claim that speaks for several lines cannot be told apart.
        isOpen |= remark && context.Claim.Notes.Count > 0 && drug.RemarkFacts is null;
        return new(drug, description, note, remark, isOpen, own);
    }

    /// <summary>True where nothing stands in any place that is read.</summary>
    public bool AreEmpty => !_isOpen && !(ReadsDescription && _drug.Description.Length > 0)
        && !(ReadsNote && _drug.Note.Length > 0) && !(ReadsRemark && _drug.Remark.Length > 0);

    /// <summary>True where the remarks are empty but a note of the line has text: some systems print it as remarks.
    /// </summary>
    public bool AreDoubtful => ReadsRemark && !ReadsNote && _drug.Remark.Length == 0 && _drug.Note.Length > 0;

    /// <summary>Whether a text that is read tells an element; null where nobody can say.</summary>
    public bool? Has(string element) =>
        (ReadsDescription && Tells(element, _drug.DescriptionFacts, _drug.Description))
        || (ReadsNote && Tells(element, _drug.NoteFacts, _drug.Note))
        || (ReadsRemark && Tells(element, _drug.RemarkFacts, _drug.Remark)) ? true
        : _isOpen || !CanJudge(element) ? null : false;

    // A maker may hide behind the name: EXAMPLAZOLE FIRM 150MG.
    private bool CanJudge(string element) => element switch
    {
        "manufacturer" => !(ReadsDescription && NamesMore(_drug.DescriptionFacts, _drug.Description))
            && !(ReadsNote && NamesMore(_drug.NoteFacts, _drug.Note)),
        "weight" or "diagnosis" or "product-number" => false,
        _ => true,
    };

    private bool NamesMore(NarrativeFacts? facts, string text)
    {
        if (facts is not { Name.IsEmpty: false }) return false;
        if (facts.OtherNames.Count > 0 || facts.HasUnreadWords) return true;
        var name = facts.Name.Of(text);
        var blank = name.IndexOf(' ');
        if (blank < 0) return false;
        var words = name[(blank + 1)..];
        if (DrugNames.HasAllOf("", words)) return false;   // SODIUM
        foreach (var product in _drug.Match.Products)
            if (DrugNames.HasAllOf(string.Join(' ', product.Names), words)) return false;
        return true;
    }

    private static bool Tells(string element, NarrativeFacts? facts, string text) => facts is not null && element switch
    {
        "name" => facts is { IsGeneric: false, Name.IsEmpty: false },
        "ingredients" => !facts.Name.IsEmpty,
        "dose" => !facts.Dose.IsNone,
        "strength" => !facts.Strength.IsNone,
        "concentration" => HasConcentration(facts),
        "route" => facts.Route is not null,
        // Ten digits without hyphens may be three codes; nine name no package.
        "ndc" => facts.NdcIn(text) is not null,
        "ndc-dashed" => facts.NdcIn(text) is not null
            && facts.Ndc.Of(text) is [_, _, _, _, _, '-', _, _, _, _, '-', _, _],
        "manufacturer" => !facts.Manufacturer.IsEmpty,
        "price" => facts.PaidUsd is not null,
        "frequency" => facts.Frequency is not null || PlainWords.TellOnce(text),
        "date" => facts.Date is not null,
        "quantity" => !facts.Dose.IsNone || facts.ContainerCount is not null,
        "container" => facts.Container is not null,
        "unit-map" => !facts.UnitMap.IsEmpty || PlainWords.TellUnit(text),
        "waste" => !facts.Waste.IsNone,
        _ => false,
    };

    /// <summary>Whether a text gives an amount for each volume, such as 50MG/ML.</summary>
    public static bool HasConcentration(NarrativeFacts facts)
    {
        if (facts.StrengthPer.Unit is "ML" or "L") return true;
        foreach (var (_, per) in facts.OtherStrengths)
            if (per.Unit is "ML" or "L") return true;
        return false;
    }
}
