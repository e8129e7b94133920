using Noc.Coding;

namespace Noc.Audit.Rules.Narratives;

/// <summary>What the narrative rules share.</summary>
internal static class Narrative
{
    /// <summary>True where a line should tell its dose and does not.</summary>
    public static bool NeedsDose(DrugLine drug) => drug is { IsUnclassified: true, IsCompound: false, IsWaste: false }
        && Codes.IsCore(drug.Line.Code) && drug.Setting is not Setting.Dme && drug.Dose.IsNone
        && (drug.Description.Length > 0 || drug.Note.Length > 0)
        && drug.DescriptionFacts?.IsGeneric != true;

    /// <summary>Name, dose and route as far as the line tells them; what is missing stands in angle brackets.</summary>
    public static string Suggest(DrugLine drug)
    {
        var name = drug.DrugName is { Length: > 0 } known ? known.ToUpperInvariant() : "<DRUG NAME>";
        var dose = drug.Dose.IsNone ? "<DOSE GIVEN>" : drug.Dose.ToString();
        var text = $"{name} {dose} {drug.Route ?? "<ROUTE>"}";
        return text.Length > 80 ? text[..80] : text;
    }
}
