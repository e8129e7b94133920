using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Answers how a product is coded.</summary>
public static class DrugCodes
{
    /// <summary>The codes of a product on a day in a setting.</summary>
    public static DrugCoding Of(
        Product product, DateOnly day, Setting setting, bool isMedicare, Amount dose = default, string? route = null)
    {
        var own = SpecificCodes.Find(product, day, setting, dose, route);
        return new(own, own.Count > 0 ? default
            : UnclassifiedChoice.Choose(DrugFacts.Of(product, day, setting, isMedicare, route)));
    }

    /// <summary>The unclassified code for whatever product a name stands for; <c>default</c> where there is no product,
    /// one has a code of its own, its kind is not known, or they go by different codes.</summary>
    public static CodeChoice Unclassified(
        ProductMatch match, DateOnly? day, Setting setting, bool isMedicare, string? route = null) =>
        AllUnclassified(match, day, setting, isMedicare, route) is [var only] ? only : default;

    /// <summary>The unclassified codes for the products that a name stands for, each once; empty where there is no
    /// product, one has a code of its own or its kind is not known.</summary>
    public static List<CodeChoice> AllUnclassified(
        ProductMatch match, DateOnly? day, Setting setting, bool isMedicare, string? route)
    {
        var choices = new List<CodeChoice>(1);
        if (match.IsNone || day is not { } date) return choices;
        foreach (var product in match.Products)
        {
            // The code of an injection is no code of the suppository.
            var next = RouteChoice.IsPossible(product, route)
                ? Of(product, date, setting, isMedicare, default, route).Unclassified
                : UnclassifiedChoice.Choose(DrugFacts.Of(product, date, setting, isMedicare, route));
            if (product.Fallback.IsNone || next.Code.IsNone) return [];
            if (!choices.Exists(other => other.Code == next.Code)) choices.Add(next);
        }
        return choices;
    }
}
