using System.Collections.Frozen;

namespace Noc.Drugs;

/// <summary>What a word of a narrative can mean.</summary>
internal enum WordKind : byte
{
    Other, Route, Container, Waste, Price, Compound, Ndc, Given, Noise, Frequency, Manufacturer, Lot, Generic, Per, Side,
}

/// <summary>The vocabulary of billers' narratives, in one table.</summary>
internal static class NarrativeWords
{
    private static readonly FrozenDictionary<string, (WordKind Kind, string Value)> Table = Build();

    private static readonly FrozenDictionary<string, (WordKind Kind, string Value)>.AlternateLookup<ReadOnlySpan<char>>
        Lookup = Table.GetAlternateLookup<ReadOnlySpan<char>>();

    public static WordKind Classify(ReadOnlySpan<char> upper, out string value)
    {
        if (Lookup.TryGetValue(upper, out var entry))
        {
            value = entry.Value;
            return entry.Kind;
        }
        value = "";
        return WordKind.Other;
    }

    private static FrozenDictionary<string, (WordKind Kind, string Value)> Build()
    {
        var words = new Dictionary<string, (WordKind, string)>(StringComparer.Ordinal);
        void Add(WordKind kind, string value, string list)
        {
            foreach (var word in list.Split(' ')) words[word] = (kind, value);
        }
        Add(WordKind.Route, "IV", "IV IVPB IVP INTRAVENOUS INTRAVENOUSLY");
        Add(WordKind.Route, "IM", "IM INTRAMUSCULAR INTRAMUSCULARLY");
        Add(WordKind.Route, "SC", "SC SQ SUBQ SUBCUT SUBCUTANEOUS SUBCUTANEOUSLY SUBCU");
        Add(WordKind.Route, "PO", "PO ORAL ORALLY");
        Add(WordKind.Route, "IVT", "IVT INTRAVIT INTRAVITREAL INTRAVITREALLY");
        Add(WordKind.Route, "IT", "IT INTRATHECAL INTRATHECALLY");
        Add(WordKind.Route, "ID", "ID INTRADERMAL");
        Add(WordKind.Route, "INH", "INH NEB NEBULIZER NEBULIZED INHALATION INHALED");
        Add(WordKind.Route, "IA", "INTRAARTICULAR");
        Add(WordKind.Route, "INTRAVESICAL", "INTRAVESICAL");
        Add(WordKind.Route, "TOP", "TOPICAL TOPICALLY");
        Add(WordKind.Route, "IC", "INTRACAMERAL");
        Add(WordKind.Container, "VIAL", "VIAL VIALS VL");
        Add(WordKind.Container, "SDV", "SDV");
        Add(WordKind.Container, "MDV", "MDV");
        Add(WordKind.Container, "PFS", "PFS SYRINGE SYRINGES SYR");
        Add(WordKind.Container, "AMP", "AMP AMPS AMPULE AMPULES");
        Add(WordKind.Container, "KIT", "KIT KITS");
        Add(WordKind.Container, "UDV", "UDV");
        Add(WordKind.Container, "PEN", "PEN PENS");
        Add(WordKind.Container, "BAG", "BAG BAGS");
        Add(WordKind.Waste, "", "WASTE WASTED WASTAGE DISCARD DISCARDED UNUSED");
        Add(WordKind.Price, "", "INV INVOICE COST PL PRICE AWP WAC");
        Add(WordKind.Compound, "", "COMPOUND COMPOUNDED COMPOUNDING CMPD REPACKAGED ADMIXTURE MIX");
        Add(WordKind.Ndc, "", "NDC");
        Add(WordKind.Given, "", "GIVEN ADMIN ADMINISTERED DOSE DOSAGE AMT AMOUNT TOTAL USED");
        Add(WordKind.Frequency, "", "ONCE DAILY BID TID QID WEEKLY MONTHLY TIME TIMES DOSES WKS WEEKS DAY DAYS");
        Add(WordKind.Manufacturer, "", "MFR MFG MANUFACTURER BY");
        Add(WordKind.Lot, "", "LOT EXP");
        Add(WordKind.Per, "", "PER");
        Add(WordKind.Side, "", "OD OS OU RT LT");
        Add(WordKind.Noise, "", "INJ INJECTION INJECTABLE INFUSION PUSH SOLN SOLUTION POWDER SUSP SUSPENSION VIA ROUTE "
            + "METHOD STRENGTH FOR OF ON X PF BRAND SINGLE MULTI MULTIPLE RN STAFF LABEL NEW AND WITH THE A PUMP REFILL "
            + "ATTACHED SEE PLUS INTRA S QTY QUANTITY NO NOTE NOTES RX USE");
        Add(WordKind.Generic, "", "UNCLASSIFIED DRUG DRUGS BIOLOGIC BIOLOGICS BIOLOGICAL NOC NOS UNLISTED MISC "
            + "MISCELLANEOUS MEDICATION MEDICINE OTHERWISE CLASSIFIED NOT SPECIFIED CHEMO CHEMOTHERAPY ANTINEOPLASTIC "
            + "UNKNOWN NEEDED MEDICALLY NECESSARY OUTPATIENT HOSPITAL OR");
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
