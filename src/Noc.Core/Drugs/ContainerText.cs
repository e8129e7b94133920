namespace Noc.Drugs;

/// <summary>Containers as records count doses in them: "2 vials", "1 prefilled syringe", "1 dose".</summary>
public static class ContainerText
{
    /// <summary>The word for a dose without its container: the whole of a container for one dose.</summary>
    public const string Dose = "DOSE";

    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["vial"] = "VIAL", ["vials"] = "VIAL", ["SDV"] = "VIAL", ["SDVs"] = "VIAL", ["MDV"] = "VIAL",
        ["MDVs"] = "VIAL", ["syringe"] = "SYRINGE", ["syringes"] = "SYRINGE", ["PFS"] = "SYRINGE",
        ["pen"] = "PEN", ["pens"] = "PEN", ["autoinjector"] = "PEN", ["autoinjectors"] = "PEN",
        ["auto-injector"] = "PEN", ["auto-injectors"] = "PEN", ["ampule"] = "AMPULE", ["ampules"] = "AMPULE",
        ["ampoule"] = "AMPULE", ["ampoules"] = "AMPULE", ["amp"] = "AMPULE", ["amps"] = "AMPULE",
        ["bag"] = "BAG", ["bags"] = "BAG", ["bottle"] = "BOTTLE", ["bottles"] = "BOTTLE",
        ["cartridge"] = "CARTRIDGE", ["cartridges"] = "CARTRIDGE", ["kit"] = "KIT", ["kits"] = "KIT",
        ["implant"] = "IMPLANT", ["implants"] = "IMPLANT", ["applicator"] = "APPLICATOR",
        ["applicators"] = "APPLICATOR", ["patch"] = "PATCH", ["patches"] = "PATCH", ["pellet"] = "PELLET",
        ["pellets"] = "PELLET", ["device"] = "DEVICE", ["devices"] = "DEVICE", ["ring"] = "RING", ["rings"] = "RING",
        ["container"] = "CONTAINER", ["containers"] = "CONTAINER",
        ["dose"] = Dose, ["doses"] = Dose,
    };

    private static readonly HashSet<string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        "single", "single-dose", "single-use", "multi-dose", "multiple-dose", "prefilled", "pre-filled", "glass",
    };

    /// <summary>One word for a container as people write it, such as VIAL for "single-dose vials"; null for other
    /// texts, such as "mg vial": its number is the strength.</summary>
    public static string? Of(string text)
    {
        var words = text.Replace("(s)", "", StringComparison.OrdinalIgnoreCase).Split(
            [' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && words[..^1].All(Kinds.Contains) ? Words.GetValueOrDefault(words[^1]) : null;
    }
}
