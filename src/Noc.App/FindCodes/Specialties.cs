using Noc.Tables;

namespace Noc.App.FindCodes;

/// <summary>Which specialties give a drug, read off the chapters of its diagnoses.</summary>
internal static class Specialties
{
    private static readonly Source ByChapter = new("ICD-10-CM", "chapter of the label's diagnoses",
        Read: new(2026, 11, 1));

    /// <summary>The specialties of a drug; null where no diagnosis is known.</summary>
    public static CardSection? Of(CardFacts facts, Product product)
    {
        if (facts.Notes.Uses.GetValueOrDefault(product.Id) is not { Diagnoses.Count: > 0 } use) return null;
        List<string> names = [.. use.Diagnoses.Select(Of).Where(name => name.Length > 0).Distinct()];
        return names.Count == 0 ? null : new("specialties", "Who uses it",
            [new("", Sentence(string.Join(", ", names)), ByChapter) { Confidence = Confidence.Low }]);
    }

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";

    /// <summary>The specialty of a diagnosis; empty where its chapter tells none.</summary>
    public static string Of(string diagnosis)
    {
        if (diagnosis.Length < 2) return "";
        var tens = char.IsAsciiDigit(diagnosis[1]) ? diagnosis[1] - '0' : 9;
        return (diagnosis[0], tens) switch
        {
            ('A' or 'B', _) => "infectious diseases",
            ('C', _) or ('D', <= 4) => "oncology",
            ('D', _) => "haematology",
            ('E', _) => "endocrinology and metabolism",
            ('F', _) => "psychiatry",
            ('G', _) => "neurology",
            ('H', <= 5) => "ophthalmology",
            ('H', _) => "ear, nose and throat",
            ('I', _) => "cardiology",
            ('J', _) => "pulmonology and allergy",
            ('K', _) => "gastroenterology",
            ('L', _) => "dermatology",
            ('M', _) => "rheumatology and orthopaedics",
            ('N', <= 3) => "nephrology and urology",
            ('N', _) => "urology and gynaecology",
            ('O', _) => "obstetrics",
            ('P', _) => "neonatology",
            ('Q', _) => "genetics and paediatrics",
            ('T', _) => "emergency medicine",
            _ => "",
        };
    }
}
