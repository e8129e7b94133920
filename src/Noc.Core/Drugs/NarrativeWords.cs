namespace Noc.Drugs;

/// <summary>What a word of a narrative can mean.</summary>
internal enum WordKind : byte
{
    Other, Unit, Route, Container, Waste, Price, Compound, Ndc, Given, Noise, Frequency, Manufacturer, Lot,
    Generic, Per, Side, Join, Mention, Body, Company, Diagnosis, ProductNumber,
}

/// <summary>One word of the vocabulary.</summary>
/// <param name="Word">In upper case.</param>
/// <param name="Kind">What it means.</param>
/// <param name="Value">The one spelling of what it means, such as IV or MG; empty where the kind says all.</param>
internal readonly record struct WordEntry(string Word, WordKind Kind, string Value);

/// <summary>The vocabulary of billers' narratives, in one table.</summary>
/// <remarks>Every word of every narrative is looked up here, so the key is a number: five bits a letter.</remarks>
internal static class NarrativeWords
{
    private const int Slots = 2048, SlotMask = Slots - 1, LettersInKey = 12;

    private static readonly WordEntry[] Entries = Build();
    private static readonly (ulong Key, ushort Entry)[] Table = BuildTable(Entries);

    /// <summary>The index of a word's entry; 0 where it is none of ours.</summary>
    public static ushort Find(ReadOnlySpan<char> upper)
    {
        var key = Key(upper);
        if (key == 0) return 0;
        for (var slot = Slot(key); Table[slot].Key != 0; slot = (slot + 1) & SlotMask)
        {
            if (Table[slot].Key != key) continue;
            var entry = Table[slot].Entry;
            return upper.Length <= LettersInKey || upper.SequenceEqual(Entries[entry].Word) ? entry : (ushort)0;
        }
        return 0;
    }

    public static ref readonly WordEntry Entry(ushort index) => ref Entries[index];

    private static int Slot(ulong key) => (int)(unchecked(key * 0x9E3779B97F4A7C15UL) >> 53) & SlotMask;

    // The first letters and the length, of which 16 is 0; 0 for anything but the letters A to Z.
    private static ulong Key(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 16) return 0;
        var key = (ulong)word.Length;
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsAsciiLetterUpper(word[i])) return 0;
            if (i < LettersInKey) key = (key << 5) | (uint)(word[i] - 'A' + 1);
        }
        return key;
    }

    private static (ulong Key, ushort Entry)[] BuildTable(WordEntry[] entries)
    {
        var table = new (ulong Key, ushort Entry)[Slots];
        for (var i = 1; i < entries.Length; i++)
        {
            var key = Key(entries[i].Word);
            var slot = Slot(key);
            while (table[slot].Key != 0) slot = (slot + 1) & SlotMask;
            table[slot] = (key, (ushort)i);
        }
        return table;
    }

    private static WordEntry[] Build()
    {
        var words = new List<WordEntry> { new("", WordKind.Other, "") };
        void Add(WordKind kind, string value, string list)
        {
            foreach (var word in list.Split(' ')) words.Add(new(word, kind, value));
        }
        AddUnits(Add);
        AddRoutesAndContainers(Add);
        Add(WordKind.Waste, "", "WASTE WASTED WASTAGE WASTING WST WSTD DISCARD DISCARDED DISCARDS DISCARDING "
            + "DISC DISCD UNUSED LEFTOVER JW");
        Add(WordKind.Price, "", "INV INVOICE COST PL PRICE AWP WAC ACQ ACQUISITION USD");
        Add(WordKind.Compound, "", "COMP COMPOUND COMPOUNDED COMPOUNDING CMPD CPD REPACKAGED ADMIXTURE MIX MIXTURE");
        Add(WordKind.Ndc, "", "NDC");
        Add(WordKind.Given, "", "GIVEN ADMIN ADMINISTERED ADMINISTRATION DOSE DOSAGE AMT AMOUNT TOTAL USED GAVE "
            + "INFUSED INJECTED ADM RECEIVED");
        Add(WordKind.Frequency, "", "ONCE DAILY BID TID QID BIW TIW WEEKLY MONTHLY QD QW");
        Add(WordKind.Manufacturer, "", "MFR MFG MANUFACTURER MANUF MFD BY");
        Add(WordKind.Lot, "", "LOT EXP");
        Add(WordKind.Per, "", "PER");
        Add(WordKind.Side, "", "OD OS OU RT LT");
        Add(WordKind.Join, "", "AND WITH PLUS");
        // What follows was not given: it failed, came before, or stands beside.
        Add(WordKind.Mention, "", "FAILED FAIL FAILURE INTOLERANT INTOLERANCE ALLERGIC REFRACTORY AFTER BEFORE PRIOR "
            + "PREVIOUS PREVIOUSLY LIKE UNLIKE VS VERSUS INSTEAD REPLACES REPLACED REPLACING SWITCHED STOPPED "
            + "DISCONTINUED PREMED PREMEDS PREMEDICATED PREMEDICATION ALSO CONCURRENT CONCURRENTLY CONCOMITANT "
            + "CONTRAINDICATED TRIED DILUTED MIXED RECONSTITUTED");
        Add(WordKind.Body, "", "WT WGT WEIGHT WEIGHS WEIGHED BSA BMI HT HEIGHT");
        Add(WordKind.Diagnosis, "", "DX DIAG DIAGNOSIS ICD");
        Add(WordKind.ProductNumber, "", "MODEL CATALOG SKU PN");
        // Makers whose name is no word of a drug; those that are (SUN, PAR) are left out.
        Add(WordKind.Company, "", "PFIZER HOSPIRA SANDOZ TEVA HIKMA FRESENIUS KABI AMGEN MYLAN SAGENT BAXTER SANOFI "
            + "NOVARTIS ROCHE GENENTECH ABBVIE BIOGEN EISAI LUNDBECK ALKERMES JANSSEN ASTRAZENECA TAKEDA REGENERON "
            + "GILEAD INCYTE APOTEX AUROMEDICS EUGIA MEITHEAL ALMAJECT AMNEAL CIPLA ZYDUS GLENMARK LUPIN MALLINCKRODT "
            + "BAUSCH VIATRIS WOCKHARDT XIROMED BLUEPOINT CIVICA MEDEFIL NEPHRON QUVA LEITERS FAGRON PCCA MEDISCA "
            + "LILLY MERCK GSK BAYER DAIICHI SANKYO BEIGENE CELLTRION BIOCON COHERUS BRAUN REDDYS");
        Add(WordKind.Noise, "", "INJ INJS INJECTION INJECTIONS INJECTABLE INFUSION PUSH DRIP BOLUS SOLN SOLUTION "
            + "POWDER SUSP SUSPENSION VIA ROUTE METHOD STRENGTH STR FOR OF ON X PF BRAND SINGLE MULTI MULTIPLE "
            + "MULTIDOSE RN STAFF LABEL NEW THE A PUMP REFILL ATTACHED SEE INTRA QTY QUANTITY NO NOTE NOTES RX USE "
            + "MIX MIXTURE PREFILLED EACH EA LYOPHILIZED DOS DATE DATED TIME TIMES DOSES WKS WEEKS WEEK DAY DAYS "
            + "MONTHS HOURS HRS EVERY CONC CONCENTRATION TO WAS IN AT RIGHT LEFT EYE BOTH TAB TABS TABLET TABLETS CAP "
            + "CAPS CAPSULE CAPSULES LAST NEXT FIRST PREV OPENED BILLED TWICE THRICE JZ "
            + "PRESERVATIVE FREE DRUGNAME SAMPLE SITE SITES THIS IS");
        Add(WordKind.Generic, "", "UNCLASSIFIED DRUG DRUGS BIOLOGIC BIOLOGICS BIOLOGICAL BIOLOGICALS NOC NOS UNLISTED "
            + "MISC MISCELLANEOUS MEDICATION MEDICATIONS MEDICINE MED MEDS OTHERWISE CLASSIFIED NOT SPECIFIED CHEMO "
            + "CHEMOTHERAPY ANTINEOPLASTIC UNKNOWN NEEDED MEDICALLY NECESSARY OUTPATIENT HOSPITAL OR OTHER SPECIALTY "
            + "PRODUCT PHARMACEUTICAL PHARMACY PROCEDURE SERVICE SUPPLY SUPPLIES CODE HCPCS CPT DESCRIPTION DESC NAME "
            + "MONOCLONAL ANTIBODY ANTIBODIES BIOSIMILAR BIOSIMILARS TEST ANTIEMETIC NSAID NSAIDS NTE "
            + "ITEM LINE CLAIM REMARKS COMMENTS COMMENT BOX BELOW ABOVE FAX FAXED MAILED PLEASE REVIEW RECORDS RECORD "
            + "MEDICAL DOCUMENTATION DOCUMENTS ENCLOSED ATTACHMENT ATTACH INCLUDED REQUIRED TBD NONE NA UNSPECIFIED "
            + "NONSPECIFIC PRESCRIPTION THERAPY TREATMENT PATIENT PT NURSE OFFICE CLINIC MIGRAINE PAIN NAUSEA CANCER "
            + "ASTHMA ALLERGY ARTHRITIS ANTIBIOTIC STEROID IMMUNOTHERAPY PAY CLM");
        return [.. words];
    }

    private static void AddUnits(Action<WordKind, string, string> add)
    {
        add(WordKind.Unit, "MG", "MG MGS MILLIGRAM MILLIGRAMS MGM MGMS");
        add(WordKind.Unit, "MCG", "MCG MCGS UG MICROGRAM MICROGRAMS MCGM");
        add(WordKind.Unit, "G", "G GM GMS GRAM GRAMS");
        add(WordKind.Unit, "NG", "NG NANOGRAM NANOGRAMS");
        add(WordKind.Unit, "KG", "KG KGS");
        add(WordKind.Unit, "UNITS", "UNIT UNITS UNT USP UN");
        add(WordKind.Unit, "U", "U");
        add(WordKind.Unit, "IU", "IU IUS");
        add(WordKind.Unit, "KIU", "KIU");
        add(WordKind.Unit, "MU", "MU MIU");
        add(WordKind.Unit, "MEQ", "MEQ MEQS MILLIEQUIVALENT MILLIEQUIVALENTS");
        add(WordKind.Unit, "MMOL", "MMOL MMOLS");
        add(WordKind.Unit, "ML", "ML MLS CC CCS MILLILITER MILLILITERS");
        add(WordKind.Unit, "L", "L LITER LITERS");
        add(WordKind.Unit, "MCI", "MCI MILLICURIE MILLICURIES");
        add(WordKind.Unit, "UCI", "UCI MICROCURIE MICROCURIES");
        add(WordKind.Unit, "CI", "CI CURIE CURIES");
        add(WordKind.Unit, "MBQ", "MBQ MEGABECQUEREL MEGABECQUERELS");
        add(WordKind.Unit, "GBQ", "GBQ");
        add(WordKind.Unit, "KBQ", "KBQ");
        // Gene and cell therapies, and what is laid on a wound.
        add(WordKind.Unit, "VG", "VG VGS GENOME GENOMES GC");
        add(WordKind.Unit, "VP", "VP PARTICLES");
        add(WordKind.Unit, "CELLS", "CELLS CELL");
        add(WordKind.Unit, "PFU", "PFU");
        add(WordKind.Unit, "CFU", "CFU");
        add(WordKind.Unit, "EIN", "EIN");
        add(WordKind.Unit, "SQCM", "SQCM");
    }

    private static void AddRoutesAndContainers(Action<WordKind, string, string> add)
    {
        add(WordKind.Route, "IV", "IV IVPB IVBP IVP PIGGYBACK INTRAVENOUS INTRAVENOUSLY INTRAVEN");
        add(WordKind.Route, "IM", "IM INTRAMUSCULAR INTRAMUSCULARLY INTRAMUSC");
        add(WordKind.Route, "SC", "SC SQ SUBQ SUBCUT SUBCUTANEOUS SUBCUTANEOUSLY SUBCU SUBQUE SUBCUTANEUS");
        add(WordKind.Route, "PO", "PO ORAL ORALLY");
        add(WordKind.Route, "IVT", "IVT INTRAVIT INTRAVITREAL INTRAVITREALLY");
        add(WordKind.Route, "IT", "IT INTRATHECAL INTRATHECALLY");
        add(WordKind.Route, "ID", "ID INTRADERMAL INTRADERMALLY");
        add(WordKind.Route, "INH", "INH NEB NEBS NEBULIZER NEBULIZED INHALATION INHALED");
        add(WordKind.Route, "IA", "IA INTRAARTICULAR");
        add(WordKind.Route, "INTRAVESICAL", "INTRAVESICAL INTRAVESICALLY IVES");
        add(WordKind.Route, "TOP", "TOPICAL TOPICALLY TOP");
        add(WordKind.Route, "IC", "INTRACAMERAL");
        add(WordKind.Route, "IP", "INTRAPERITONEAL");
        add(WordKind.Route, "IL", "INTRALESIONAL");
        add(WordKind.Route, "EPI", "EPIDURAL");
        AddRareRoutes(add);
        add(WordKind.Container, "VIAL", "VIAL VIALS VL VLS");
        add(WordKind.Container, "SDV", "SDV SDVS");
        add(WordKind.Container, "MDV", "MDV MDVS");
        add(WordKind.Container, "PFS", "PFS SYRINGE SYRINGES SYR");
        add(WordKind.Container, "AMP", "AMP AMPS AMPULE AMPULES AMPUL AMPOULE");
        add(WordKind.Container, "KIT", "KIT KITS");
        add(WordKind.Container, "UDV", "UDV");
        add(WordKind.Container, "PEN", "PEN PENS AUTOINJECTOR");
        add(WordKind.Container, "BAG", "BAG BAGS");
    }

    private const string OwnWords = "TRANSDERMAL VAGINAL RETROBULBAR PERIBULBAR INTRASPINAL "
        + "SUBARACHNOID INTRACAUDAL INTRACARDIAC INTRAVENTRICULAR INTRAUTERINE INTRALYMPHATIC INTRACAVITARY "
        + "INTRADETRUSOR INTRASYNOVIAL INTERSTITIAL OPHTHALMIC DENTAL SUBMUCOSAL ENTERAL EXTRACORPOREAL "
        + "PYELOCALYCEAL INTRATUMORAL SUBDERMAL INTRADISCAL INTRACANALICULAR SUBTENON";

    // Spelled as the list of products spells them.
    private static void AddRareRoutes(Action<WordKind, string, string> add)
    {
        add(WordKind.Route, "intraputaminal", "INTRAPUTAMINAL");
        add(WordKind.Route, "intra-arterial", "INTRAARTERIAL INTRAARTERIALLY");
        add(WordKind.Route, "intratympanic", "INTRATYMPANIC");
        add(WordKind.Route, "intraosseous", "INTRAOSSEOUS");
        add(WordKind.Route, "subconjunctival", "SUBCONJUNCTIVAL");
        add(WordKind.Route, "intracavernosal", "INTRACAVERNOSAL");
        add(WordKind.Route, "intraocular", "INTRAOCULAR SUBRETINAL SUBRETINALLY");
        add(WordKind.Route, "suprachoroidal", "SUPRACHOROIDAL");
        add(WordKind.Route, "intrapleural", "INTRAPLEURAL");
        add(WordKind.Route, "perineural", "PERINEURAL");
        add(WordKind.Route, "percutaneous", "PERCUTANEOUS PERCUTANEOUSLY");
        add(WordKind.Route, "rectal", "RECTAL RECTALLY SUPPOSITORY SUPPOSITORIES SUPP");
        add(WordKind.Route, "nasal", "NASAL INTRANASAL");
        add(WordKind.Route, "sublingual", "SL SUBLINGUAL SUBLINGUALLY BUCCAL");
        add(WordKind.Route, "instillation", "INSTILLATION INSTILLED");
        add(WordKind.Route, "infiltration", "INFILTRATION INFILTRATED");
        foreach (var word in OwnWords.Split(' ')) add(WordKind.Route, word.ToLowerInvariant(), word);
    }
}
