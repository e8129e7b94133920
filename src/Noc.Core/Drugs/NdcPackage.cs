namespace Noc.Drugs;

/// <summary>A package of the FDA's directory, read out of its description.</summary>
/// <param name="Parts">The drug in it, or the components of a kit.</param>
/// <param name="Kit">The level that says KIT; null for packages of one drug.</param>
/// <remarks>Source: FDA, NDC directory, PACKAGEDESCRIPTION: levels from outside in with &gt; between, components of a
/// kit with * between, codes in brackets behind the container that bears them.</remarks>
public sealed record NdcPackage(IReadOnlyList<PackagePart> Parts, PackageLevel? Kit)
{
    /// <summary>Reads a description; null where it is not understood. Never throws.</summary>
    public static NdcPackage? Read(string description)
    {
        PackageLevel? kit = null;
        var parts = new List<PackagePart>(1);
        foreach (var text in description.Split('*'))
        {
            var levels = new List<PackageLevel>(2);
            foreach (var piece in text.Split('>'))
            {
                if (piece.AsSpan().Trim().IsEmpty) continue;
                if (Level(piece.Trim()) is not { } level) return null;
                if (level.Content.Equals("KIT", StringComparison.OrdinalIgnoreCase)) kit = level;
                else levels.Add(level);
            }
            if (levels.Count > 0) parts.Add(new(levels));
        }
        return parts.Count == 0 && kit is null ? null : new(parts, kit);
    }

    /// <summary>Where a code stands in the package: the part and the level; null where it does not.</summary>
    public (PackagePart Part, int Level)? Find(Ndc11 ndc)
    {
        foreach (var part in Parts)
            for (var i = 0; i < part.Levels.Count; i++)
                if (part.Levels[i].Ndc == ndc) return (part, i);
        return null;
    }

    /// <summary>A container that only holds containers: a carton, box, tray ...</summary>
    internal static bool IsWrapper(string container) =>
        First(container) is "CARTON" or "BOX" or "CASE" or "TRAY" or "PACKAGE" or "CELLO" or "SHRINK" or "KIT";

    internal static Amount Measure(PackageLevel level) => level.Content.ToUpperInvariant() switch
    {
        "ML" => new(level.Count, "ML"),
        "L" => new(level.Count * 1000, "ML"),
        "G" => new(level.Count, "G"),
        "KG" => new(level.Count * 1000, "G"),
        "MG" => new(level.Count, "MG"),
        _ => default,
    };

    private static string First(string text) =>
        text.AsSpan().IndexOfAny(',', ' ') is var end and > 0 ? text[..end] : text;

    // "10 VIAL, SINGLE-DOSE in 1 CARTON (0001-2345-67)"
    private static PackageLevel? Level(string text)
    {
        var space = text.IndexOf(' ');
        var split = text.IndexOf(" in ", StringComparison.Ordinal);
        if (space < 1 || split < space || !TryNumber(text[..space], out var count)) return null;
        var content = text[space..split].Trim();
        var container = text[(split + 4)..].TrimStart();
        var number = container.IndexOf(' ');
        if (number < 1 || content.Length == 0 || !TryNumber(container[..number], out _)) return null;
        container = container[(number + 1)..];
        var open = container.AsSpan().IndexOfAny('(', '[');
        Ndc11? code = null;
        if (open >= 0)
        {
            var close = container.AsSpan(open).IndexOfAny(')', ']');
            if (close > 1) code = NdcText.Read(container.AsSpan(open + 1, close - 1)).Ndc;
            container = container[..open];
        }
        return new(count, content, container.Trim(), code);
    }

    private static bool TryNumber(string text, out decimal number) => NumberText.TryRead(text, out number);
}
