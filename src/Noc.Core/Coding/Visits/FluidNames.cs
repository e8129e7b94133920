using Noc.Encounters;

namespace Noc.Coding;

/// <summary>Fluids of hydration by the names that records give them.</summary>
internal static class FluidNames
{
    // The name under which the tables know the codes, with those that nurses write.
    private static readonly Dictionary<string, string> Names = new (string Name, string Others)[]
    {
        ("sodium chloride 0.9%", "NORMAL SALINE;NS;NACL 0.9%;0.9% NACL;0.9% NS;NS 0.9%;0.9% SODIUM CHLORIDE;"
            + "0.9% NORMAL SALINE;NORMAL SALINE 0.9%;SODIUM CHLORIDE 0.9%"),
        ("lactated ringers", "LR;LACTATED RINGER'S;LACTATED RINGERS;RINGER'S LACTATE;RINGERS LACTATE"),
        ("dextrose 5%", "D5W;DEXTROSE 5%;5% DEXTROSE;DEXTROSE 5% IN WATER;5% DEXTROSE IN WATER"),
        ("dextrose 5% and sodium chloride", "D5NS;D5 NS;DEXTROSE 5% AND SODIUM CHLORIDE;"
            + "DEXTROSE 5% IN SODIUM CHLORIDE 0.9%"),
    }.SelectMany(one => one.Others.Split(';').Select(other => (other, one.Name)))
        .ToDictionary(one => one.other, one => one.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Endings = ["ML", "L", "LITER", "LITRE", "BOLUS", "IV", "INFUSION", "BAG"];

    /// <summary>What was given, where it is such a fluid: as hydration, by the name of the tables. What the record does
    /// not place is fluid where the tables of families know it as such.</summary>
    public static Administration Of(VisitFacts visit, Administration given)
    {
        if (given.Category is not (AdministrationCategory.Hydration or AdministrationCategory.Unknown)
            || given.IsCompounded) return given;
        if (given.Category is AdministrationCategory.Unknown && visit.Tables.Families.Find(given.Drug, "IV", given.Day,
            [], visit.Encounter.Diagnoses) is not { Category: AdministrationCategory.Hydration }) return given;
        return given with
        {
            Category = AdministrationCategory.Hydration,
            Drug = Names.GetValueOrDefault(Plain(given.Drug), given.Drug),
        };
    }

    // Without the volume and the words behind it: "normal saline 1000 mL bolus".
    private static string Plain(string drug)
    {
        var words = drug.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var count = words.Length;
        while (count > 1 && (Endings.Contains(words[count - 1].ToUpperInvariant())
            || (char.IsAsciiDigit(words[count - 1][0]) && !words[count - 1].EndsWith('%')))) count--;
        return string.Join(' ', words, 0, count);
    }
}
