using Noc.Claims;
using Noc.Drugs;

namespace Noc;

/// <summary>Codes and modifiers that decisions name.</summary>
internal static class Codes
{
    public static readonly HcpcsCode C9399 = HcpcsCode.Of("C9399"), J3490 = HcpcsCode.Of("J3490");
    public static readonly HcpcsCode J3590 = HcpcsCode.Of("J3590"), J9999 = HcpcsCode.Of("J9999");
    public static readonly HcpcsCode J3591 = HcpcsCode.Of("J3591"), J7999 = HcpcsCode.Of("J7999");
    public static readonly HcpcsCode Q9977 = HcpcsCode.Of("Q9977"), J7699 = HcpcsCode.Of("J7699");
    public static readonly HcpcsCode J7799 = HcpcsCode.Of("J7799");
    public static readonly HcpcsCode J1599 = HcpcsCode.Of("J1599"), J1566 = HcpcsCode.Of("J1566");
    public static readonly HcpcsCode J8999 = HcpcsCode.Of("J8999"), Vaccine = HcpcsCode.Of("90749");
    public static readonly HcpcsCode FluVaccine = HcpcsCode.Of("Q2039");

    /// <summary>What prevents HIV and has no code of its own.</summary>
    public static readonly HcpcsCode HivPrevention = HcpcsCode.Of("J0799");

    /// <summary>Unclassified codes of what is swallowed: against nothing in particular, nausea, cancer.</summary>
    public static readonly HcpcsCode[] Swallowed = [HcpcsCode.Of("J8499"), HcpcsCode.Of("J8597"), J8999];

    public static readonly Modifier JW = Modifier.Of("JW"), JZ = Modifier.Of("JZ"), KD = Modifier.Of("KD");
    public static readonly Modifier JA = Modifier.Of("JA"), JB = Modifier.Of("JB"), GY = Modifier.Of("GY");
    public static readonly Modifier AY = Modifier.Of("AY"), Right = Modifier.Of("RT"), Left = Modifier.Of("LT");
    public static readonly Modifier JG = Modifier.Of("JG");
    public static readonly Modifier Q0 = Modifier.Of("Q0"), Q1 = Modifier.Of("Q1"), Both = Modifier.Of("50");

    public static readonly HcpcsCode SkinSubstitute = HcpcsCode.Of("Q4100"), SkinDevice = HcpcsCode.Of("A4100");

    /// <summary>Since this day Medicare pays skin substitutes by their way to the market (Q4431 to Q4433).</summary>
    public static readonly DateOnly SkinSubstitutesSince = new(2026, 1, 1);

    public static readonly HcpcsCode Radiotherapeutic = HcpcsCode.Of("A9699"), Contrast = HcpcsCode.Of("A9698");

    /// <summary>Codes of tracers and contrast without a code of their own.</summary>
    public static readonly HcpcsCode[] Diagnostic =
        [.. new[] { "A4641", "A9597", "A9598", "A9698", "A9700", "A9579" }.Select(HcpcsCode.Of)];

    private static readonly Modifier[] Repeats =
        [.. new[] { "RT", "LT", "50", "59", "76", "77", "XE", "XS", "XP", "XU", "KP", "KQ" }.Select(Modifier.Of)];

    /// <summary>True for a code that stands for any injected drug, biologic or anticancer drug.</summary>
    public static bool IsCore(HcpcsCode code) =>
        code == J3490 || code == J3590 || code == J9999 || code == C9399 || code == J3591;

    /// <summary>The route that JA or JB tells; null where the line has neither.</summary>
    public static string? RouteOf(ServiceLine line) => line.Has(JA) ? "IV" : line.Has(JB) ? "SC" : null;

    /// <summary>True where a modifier says that a second line of the same drug is meant.</summary>
    public static bool HasRepeat(ServiceLine line)
    {
        foreach (var modifier in Repeats)
            if (line.Has(modifier)) return true;
        return false;
    }
}
