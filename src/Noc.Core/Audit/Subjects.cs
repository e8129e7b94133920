using System.Globalization;
using Noc.Claims;
using Noc.Coding;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit;

/// <summary>Claims and lines as payer policies see them.</summary>
internal static class Subjects
{
    private static readonly string[] Places =
        [.. Enumerable.Range(0, 100).Select(number => number.ToString("00", CultureInfo.InvariantCulture))];

    /// <summary>A claim without a line.</summary>
    public static PolicySubject Of(Claim claim, PayerPolicy payer) => new()
    {
        IsInstitutional = claim.Type is ClaimType.Institutional,
        IsSecondary = claim.IsSecondary,
        Place = PlaceOf(claim.FacilityCode),
        State = payer.State,
        Jurisdiction = payer.Jurisdiction,
        ChargeUsd = claim.ChargeUsd,
        Day = claim.Lines.Count > 0 ? claim.Lines[0].ServiceDate : null,
        Situation = SituationOf(claim, payer),
    };

    /// <summary>A drug line.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="payer">Who pays.</param>
    /// <param name="drug">The line.</param>
    /// <param name="received">The day on which the payer gets it; null where not known.</param>
    /// <param name="tables">Reference facts.</param>
    public static PolicySubject Of(
        Claim claim, PayerPolicy payer, DrugLine drug, DateOnly? received, ReferenceTables tables) => new()
    {
        Received = received,
        Code = drug.Line.Code,
        IsUnclassified = drug.IsUnclassified,
        IsInstitutional = claim.Type is ClaimType.Institutional,
        IsSecondary = claim.IsSecondary,
        Place = PlaceOf(claim.Type is ClaimType.Institutional ? claim.FacilityCode : claim.PlaceOfService(drug.Line)),
        State = payer.State,
        Jurisdiction = payer.Jurisdiction,
        Day = drug.Day,
        ChargeUsd = drug.Line.ChargeUsd,
        Drugs = NamesOf(drug, payer, tables),
        Situation = SituationOf(drug) | SituationOf(claim, payer) | SituationOf(claim, drug, tables)
            | (IsPackaged(drug, tables) ? Situation.Packaged : Situation.None),
    };

    /// <summary>Whether a hospital gave a drug whose own code is packaged on the day; an unclassified code says nothing
    /// of its drug.</summary>
    public static bool IsPackaged(DrugLine drug, ReferenceTables tables) =>
        drug is { Setting: Setting.Opps, IsUnclassified: false, Day: { } day }
        && SeparatePayment.IsPackaged(tables, drug.Line.Code, day);

    // A policy may name a drug that no table of products has: MILPROSA (PROGESTERONE) VAGINAL SYSTEM.
    private static Items<string> NamesOf(DrugLine drug, PayerPolicy payer, ReferenceTables tables)
    {
        var known = KnownNames(drug, tables);
        if (payer.Wants is not { DrugNames.Count: > 0 } wants
            || drug.DescriptionFacts is not { IsGeneric: false, Name.IsEmpty: false } text) return known;
        foreach (var name in wants.DrugNames)
        {
            var isWritten = Begins(text.Name.Of(drug.Description), name);
            for (var i = 0; !isWritten && drug.Match.IsNone && i < text.OtherNames.Count; i++)
                isWritten = Begins(text.OtherNames[i].Of(drug.Description), name);
            if (isWritten && !known.Contains(name)) return [.. known, name];
        }
        return known;
    }

    // Of several products of the text, the NDC tells which: FLUOCINOLONE IMPLANT is Yutiq.
    private static Items<string> KnownNames(DrugLine drug, ReferenceTables tables)
    {
        var match = drug.Match;
        if (match is not { IsNone: false, Products.Count: 1 } && !drug.AnyNdc.IsNone && drug.Day is not null
            && drug.FactsOfNdc(tables)!.Drug is { IsNone: false, Products: [var sold] }
            && (match.IsNone || match.Products.Contains(sold))) return sold.Names;
        return match.IsNone ? [] : match.Products[0].Names;
    }

    private static bool Begins(ReadOnlySpan<char> text, string name) =>
        text.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (text.Length == name.Length || !char.IsAsciiLetterOrDigit(text[name.Length]));

    /// <summary>A drug line with what the record of the visit adds.</summary>
    public static PolicySubject WithRecord(DrugLine drug)
    {
        if (drug.Evidence is not { IsSure: true, Given.Count: > 0 } evidence) return drug.Subject;
        var (isFree, isDiscounted) = (true, true);
        foreach (var given in evidence.Given)
        {
            isFree &= given.IsFree;
            isDiscounted &= given.IsDiscounted340B;
        }
        return drug.Subject with
        {
            Situation = drug.Subject.Situation | (isFree ? Situation.Free : Situation.None)
                | (isDiscounted ? Situation.Discounted340B : Situation.None)
                | (drug.IsRecordedAsCompound ? Situation.Compounded : Situation.None),
        };
    }

    private static Situation SituationOf(Claim claim, PayerPolicy payer) =>
        payer.Program is PayerProgram.MedicareAdvantage ? Situation.MedicareAdvantage
        : !payer.IsMedicare && claim.IsSecondary && IsAfterMedicare(claim) ? Situation.Crossover : Situation.None;

    // Original Medicare stands among the other payers: the claim crosses over to Medicaid or a supplement.
    private static bool IsAfterMedicare(Claim claim)
    {
        for (var i = 0; i < claim.OtherPayers.Count; i++)
        {
            var filing = claim.OtherPayers[i].FilingIndicator;
            if (filing.Is("MB"u8) || filing.Is("MA"u8)) return true;
        }
        return false;
    }

    private static Situation SituationOf(Claim claim, DrugLine drug, ReferenceTables tables)
    {
        var situation = Situations.OfTaxonomy(claim.Billing.Taxonomy);
        if (drug is { IsUnclassified: true, Day: { } day, Match: { IsNone: false, Products: [var product] } }
            && Situations.IsNew(product, day)) situation |= Situation.NewDrug;
        return SaysImplantedPump(drug) || (HasRefill(claim) && IsIntrathecal(drug, tables))
            ? situation | Situation.ImplantedPump : situation;
    }

    // Refilling an implanted pump has procedure codes of its own.
    private static bool HasRefill(Claim claim)
    {
        for (var i = 0; i < claim.Lines.Count; i++)
        {
            var code = claim.Lines[i].Code;
            if ((code.Series is '6' && code.Number is 2369 or 2370)
                || (code.Series is '9' && code.Number is 5990 or 5991)) return true;
        }
        return false;
    }

    // A drug with its own code: by its text, else by the one route that its product has.
    private static bool IsIntrathecal(DrugLine drug, ReferenceTables tables) =>
        drug.IsUnclassified ? drug.IsCompound || drug.Route is "IT"
        : (drug.Route ?? drug.TextFacts?.Route) is { } route ? route is "IT"
        : drug.Day is { } day && tables.Code(drug.Line.Code, day) is CodeStatus.Found { Product.Routes: ["IT"] };

    private static bool SaysImplantedPump(DrugLine drug)
    {
        if (drug.Line.Description.IsEmpty) return false;
        var text = drug.IsUnclassified ? drug.Description : drug.Line.Description.Text;
        return text.Contains("PUMP", StringComparison.OrdinalIgnoreCase)
            && (text.Contains("IMPLANT", StringComparison.OrdinalIgnoreCase)
                || text.Contains("INTRATHECAL PUMP", StringComparison.OrdinalIgnoreCase));
    }

    private static Situation SituationOf(DrugLine drug)
    {
        var situation = Situation.None;
        if (drug.IsCompound || drug.IsMadeByPharmacy) situation |= Situation.Compounded;
        if (drug.Line.Has(Codes.KD)) situation |= Situation.ImplantedPump;
        if (drug.Line.Code == Codes.J7799) situation |= Situation.ExternalPump;
        if (drug.Line.Code == Codes.J7699) situation |= Situation.Nebulizer;
        if (drug.IsWaste) situation |= Situation.Waste;
        if (drug.Line.Has(Codes.JZ)) situation |= Situation.NoWaste;
        if (drug.Line.HasTokenCharge) situation |= Situation.Free;
        situation |= Situations.OfRoute(drug.Route);
        if (drug.Setting is Setting.Dme && Codes.IsCore(drug.Line.Code))
            situation |= Situations.OfEquipment(drug.Route);
        return drug.Match.IsNone || drug.Match.Products.Count != 1 ? situation
            : situation | Situations.OfProduct(drug.Match.Products[0]);
    }

    private static string PlaceOf(Field code) => code.Bytes is [var tens and >= (byte)'0' and <= (byte)'9',
        var ones and >= (byte)'0' and <= (byte)'9'] ? Places[((tens - '0') * 10) + ones - '0'] : "";
}
