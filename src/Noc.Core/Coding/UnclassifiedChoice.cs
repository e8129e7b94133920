using System.Collections.Frozen;
using Noc.Drugs;
using static Noc.Tables.ProductKind;

namespace Noc.Coding;

/// <summary>The decision table for a drug without a code of its own: the first condition that holds decides.</summary>
/// <remarks>Source: coding guide A4; CMS HCPCS code set and OPPS Addendum B, April 2026.</remarks>
public static class UnclassifiedChoice
{
    /// <summary>First day of J3591, the code of dialysis facilities.</summary>
    internal static readonly DateOnly EsrdSince = new(2019, 1, 1);

    /// <summary>First day of C9399; drugs approved since then take it on hospital outpatient bills.</summary>
    public static readonly DateOnly OppsSince = new(2004, 1, 1);

    private static readonly DateOnly BiologicSince = new(2003, 1, 1);
    private static readonly DateOnly CompoundSince = new(2016, 1, 1), InterimCompoundSince = new(2015, 7, 1);
    private static readonly DateOnly DeemedSince = new(2020, 3, 23);

    // A code is no answer on a day before its first; the next row that holds is. Source: coding guide A1, HCPCS file.
    private static readonly FrozenDictionary<string, DateOnly> FirstDays = new Dictionary<string, DateOnly>
    {
        ["A4641"] = new(1994, 1, 1), ["A9579"] = new(2008, 1, 1), ["A9597"] = new(2017, 1, 1),
        ["A9598"] = new(2017, 1, 1), ["A9698"] = new(2006, 1, 1), ["A9699"] = new(2003, 1, 1),
        ["C9399"] = OppsSince, ["J0799"] = new(2024, 1, 2), ["J1566"] = new(2006, 1, 1),
        ["J1599"] = new(2011, 1, 1), ["J3590"] = BiologicSince, ["J3591"] = EsrdSince,
        ["J7192"] = new(1994, 1, 1), ["J7195"] = new(2002, 1, 1), ["J7199"] = new(2000, 1, 1),
        ["J7599"] = new(1996, 1, 1), ["J7699"] = new(1993, 1, 1), ["J7799"] = new(1993, 1, 1),
        ["J8498"] = new(2006, 1, 1), ["J8499"] = new(1995, 1, 1), ["J8597"] = new(2006, 1, 1),
        ["J8999"] = new(1995, 1, 1), ["P9099"] = new(2020, 1, 1), ["Q2039"] = new(2011, 1, 1),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private sealed record Row(int Number, Func<DrugFacts, bool> When, Func<DrugFacts, string> Code, string Reason);

    private static readonly Row[] Table =
    [
        new(1, f => !f.SpecificCode.IsNone, f => f.SpecificCode.Value, "The drug has a code of its own on this date."),
        new(3, f => f.IsUnapproved, _ => "",
            "Not approved and not lawfully marketed, or free in a trial: no drug charge."),
        new(4, f => f.Kind is FluVaccine && f.IsMedicare, _ => "Q2039", "An influenza vaccine for Medicare."),
        new(4, f => f.Kind is Vaccine or FluVaccine, _ => "90749",
            "A vaccine or toxoid is no drug or biologic code."),
        new(5, f => f.Kind is Blood, _ => "P9099", "A blood component."),
        new(6, f => f.Kind is SkinSubstitute, _ => "",
            "A skin substitute goes by the rules of wound care, not of drugs."),
        new(7, f => f.Kind is Radiotherapy && IsOpps(f), _ => "C9399",
            "A therapeutic radiopharmaceutical in a Medicare hospital outpatient department or surgery centre."),
        new(7, f => f.Kind is Radiotherapy, _ => "A9699", "A therapeutic radiopharmaceutical."),
        new(8, f => f.Kind is TumorTracer, _ => "A9597", "A PET tracer for tumours."),
        new(8, f => f.Kind is PetTracer or TumorTracer, _ => "A9598", "A PET tracer, not for tumours."),
        new(8, f => f.Kind is Tracer or PetTracer or TumorTracer, _ => "A4641", "A diagnostic radiopharmaceutical."),
        new(9, f => f.Kind is Gadolinium, _ => "A9579", "A gadolinium contrast agent, per mL."),
        new(9, f => f.Kind is Contrast or Gadolinium or Dye, _ => "A9698", "A contrast agent."),
        new(10, f => f.IsCompounded && IsInhaled(f) && f.Setting is Setting.Dme, _ => "J7699",
            "A compounded inhalation solution through DME."),
        new(10, f => f.IsCompounded && f.IsMedicare && f.Day >= CompoundSince, _ => "J7999", "A compounded drug."),
        new(10, f => f.IsCompounded && f.IsMedicare && f.Day >= InterimCompoundSince, _ => "Q9977",
            "A compounded drug between July and December 2015."),
        new(10, f => f.IsCompounded && f.IsMedicare, _ => "J3490", "A compounded drug before July 2015."),
        new(10, f => f.IsCompounded, f => f.Day >= CompoundSince ? "J7999" : "J3490",
            "A compounded drug; some payers want one J3490 line per ingredient instead."),
        new(11, f => f.Kind is FactorViii, _ => "J7192", "A recombinant factor VIII, per IU."),
        new(11, f => f.Kind is FactorIx, _ => "J7195", "A recombinant factor IX, per IU."),
        new(11, f => f.Kind is ClottingFactor or FactorViii or FactorIx, _ => "J7199",
            "A clotting factor without a code of its own."),
        new(12, f => f.Kind is IvigPowder, _ => "J1566", "A lyophilised intravenous immune globulin."),
        new(12, f => f.Kind is IvigLiquid, _ => "J1599", "A liquid intravenous immune globulin."),
        new(12, IsIvig, _ => "J3590", "An intravenous immune globulin before its own unclassified code: a biologic."),
        new(12, f => f.Kind is ImmuneGlobulin && !f.IsMedicare, _ => "90399",
            "An immune globulin for a payer that takes it."),
        // C9399 pays what J3590 would pack (guide A2).
        new(12, f => f.Kind is ImmuneGlobulin && !(IsOpps(f) && f.Approved >= OppsSince), _ => "J3590",
            "Medicare takes immune globulins as biologics."),
        new(13, f => f.Setting is Setting.Esrd && f.IsForEsrd, f => f.Day >= EsrdSince ? "J3591" : "J3490",
            "Given to a dialysis patient for the kidney disease."),
        new(14, f => f.Route is DrugFacts.MeteredDose, _ => "J3535", "A metered dose inhaler."),
        new(14, f => f.Setting is Setting.Dme && IsInhaled(f), _ => "J7699", "An inhalation solution through DME."),
        new(14, f => f.Setting is Setting.Dme, _ => "J7799", "A drug through DME that is not inhaled."),
        new(15, f => f.Kind is HivPrevention, _ => "J0799", "HIV pre-exposure prophylaxis."),
        new(16, f => f.Kind is Transplant, _ => "J7599", "An immunosuppressant after a transplant."),
        new(17, f => IsOral(f) && f.Kind is Antiemetic && f.IsMedicare && f.IsWithin48HoursOfChemotherapy, _ => "Q0181",
            "An oral antiemetic that replaces the intravenous one within 48 hours of chemotherapy."),
        new(17, f => IsOral(f) && f.Kind is Antiemetic, _ => "J8597", "An oral antiemetic."),
        new(17, f => f.Route is "rectal", _ => "J8498", "A suppository."),
        new(17, f => IsOral(f) && f.IsAntineoplastic, _ => "J8999", "An oral anticancer drug."),
        new(17, IsOral, _ => "J8499", "An oral drug."),
        new(18, f => IsOpps(f) && f.Approved >= OppsSince, _ => "C9399",
            "Approved since 2004 and given in a Medicare hospital outpatient department or surgery centre."),
        new(19, f => f.IsAntineoplastic, _ => "J9999", "An antineoplastic, whatever its approval pathway."),
        new(20, IsBiologic, _ => "J3590", "A biologic that is no antineoplastic."),
        new(20, IsBiologic, _ => "J3490", "A biologic before 2003, when J3590 began."),
        new(21, _ => true, _ => "J3490", "Neither biologic nor antineoplastic."),
    ];

    /// <summary>The code for these facts with the reason.</summary>
    public static CodeChoice Choose(DrugFacts facts)
    {
        foreach (var row in Table)
        {
            if (!row.When(facts)) continue;
            var code = row.Code(facts);
            if (FirstDays.TryGetValue(code, out var first) && facts.Day < first) continue;
            return new(code.Length == 0 ? default : HcpcsCode.Of(code), row.Reason, row.Number);
        }
        throw new InvalidOperationException("The last row of the decision table always holds.");
    }

    // Old drugs became biologics on one day; immune globulins were always.
    private static bool IsBiologic(DrugFacts facts) => facts.Kind is Transitioned ? facts.Day >= DeemedSince
        : facts.IsBiologic || IsIvig(facts) || facts.Kind is ImmuneGlobulin;

    private static bool IsIvig(DrugFacts facts) => facts.Kind is IvigPowder or IvigLiquid;

    private static bool IsOpps(DrugFacts facts) => facts.IsMedicare && facts.Setting is (Setting.Opps or Setting.Asc);

    private static bool IsOral(DrugFacts facts) => facts.Route is "PO";

    private static bool IsInhaled(DrugFacts facts) => facts.Route is "INH";
}
