using System.Text;
using System.Text.Json;

namespace Noc.App.RunCases;

/// <summary>The class of a worked case's drug in the words of the decision table, with what the case says beside it:
/// <c>gadolinium: true</c>, <c>factor: "IX"</c>.</summary>
internal static class CaseClass
{
    // What people write, and what the table calls it.
    private static readonly (string Said, string Meant)[] Meanings =
    [
        (" coagulation factor ", "clotting factor"), (" fviii ", "clotting factor viii"),
        (" fix ", "clotting factor ix"),
        (" blood product", "blood component"), (" blood bank", "blood component"), (" flu ", "influenza"),
        (" prep ", "hiv prep"), (" pre exposure ", "hiv prep"), (" immune globulin iv ", "ivig"),
        (" growth hormone ", "somatropin"), (" anticancer ", "antineoplastic"), (" anti cancer ", "antineoplastic"),
    ];

    /// <summary>The class in words; empty where the case has none.</summary>
    public static string Of(JsonElement input)
    {
        var said = new StringBuilder(" ").Append(Plain(CodingCases.Text(input, "drugClass"))).Append(' ');
        foreach (var field in input.EnumerateObject())
            if (field.Value.ValueKind is JsonValueKind.True) said.Append(InWords(field.Name)).Append(' ');
            else if (field.Value.ValueKind is JsonValueKind.String && (field.Name is "factor"
                || field.Name.EndsWith("Type", StringComparison.Ordinal)))
                said.Append(InWords(field.Name)).Append(' ').Append(Plain(field.Value.GetString()!)).Append(' ');
        var words = said.ToString();
        foreach (var (one, meant) in Meanings)
            if (words.Contains(one, StringComparison.Ordinal)) said.Append(meant).Append(' ');
        // Nothing but the class that the code of transplants is named by.
        if (words.Trim() is "immunosuppressant" or "immunosuppressive") said.Append("transplant");
        return said.ToString().Trim();
    }

    /// <summary>Whether it is an antineoplastic: as the case says, else by its class.</summary>
    public static bool IsAntineoplastic(JsonElement input, string words) =>
        new CaseInput(input).Given("antineoplastic") ?? (words.Contains("antineoplastic", StringComparison.Ordinal)
            && !words.Contains("not antineoplastic", StringComparison.Ordinal)
            && !words.Contains("non antineoplastic", StringComparison.Ordinal));

    private static string Plain(string text) => string.Join(' ', text.ToLowerInvariant().Split(
        [' ', '-', '_', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries));

    // deemedBla: deemed bla.
    private static string InWords(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
}
