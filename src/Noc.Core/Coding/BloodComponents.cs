namespace Noc.Coding;

/// <summary>Tells blood and its components, which no list of drugs has, by their names.</summary>
/// <remarks>Source: coding guide A4, row 5; HCPCS Level II, P9010 to P9100; NCCI policy manual, transfusions.</remarks>
public static class BloodComponents
{
    private static readonly string[] Names =
    [
        "RED CELLS", "RED BLOOD CELLS", "PRBC", "PRBCS", "RBC", "RBCS", "PLATELETS", "FRESH FROZEN PLASMA", "FFP",
        "CRYOPRECIPITATE", "CRYOPRECIPITATED AHF", "WHOLE BLOOD", "GRANULOCYTES",
    ];

    /// <summary>Whether a name is one of blood or of a component of it.</summary>
    public static bool Has(string name)
    {
        foreach (var one in Names)
        {
            var at = name.IndexOf(one, StringComparison.OrdinalIgnoreCase);
            if (at < 0) continue;
            var end = at + one.Length;
            if ((at == 0 || !char.IsAsciiLetterOrDigit(name[at - 1]))
                && (end == name.Length || !char.IsAsciiLetterOrDigit(name[end]))) return true;
        }
        return false;
    }
}
