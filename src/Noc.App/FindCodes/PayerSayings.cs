using Noc.Drugs;

namespace Noc.App.FindCodes;

/// <summary>What payers and societies say of a code, out of the policies.</summary>
internal static class PayerSayings
{
    private const int ShownInText = 4;

    /// <summary>The notes that name the code; null where none does.</summary>
    public static CardSection? Of(CardFacts facts, HcpcsCode code)
    {
        var all = new List<Statement>();
        foreach (var policy in facts.Policies.All)
            foreach (var note in policy.Guidance)
                if (note.Codes.Contains(code.Value))
                    all.Add(new("", $"{policy.Name}: {note.Says}", note.Source) { Confidence = note.Confidence });
        return all.Count == 0 ? null : new("payers", "What payers say", all) { TextLimit = ShownInText };
    }
}
