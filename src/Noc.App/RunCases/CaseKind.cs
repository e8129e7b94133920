using System.Text;
using System.Text.Json;
using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.App.RunCases;

/// <summary>What the drug of a worked case is: its class in words, with what the case says beside it:
/// <c>gadolinium: true</c>, <c>factor: "IX"</c>.</summary>
internal sealed class CaseKind
{
    // What people write, and what the table calls it.
    private static readonly (string Said, string Meant)[] Meanings =
    [
        (" coagulation factor ", "clotting factor"), (" fviii ", "clotting factor viii"),
        (" fix ", "clotting factor ix"),
        (" blood product", "blood component"), (" blood bank", "blood component"), (" flu ", "influenza"),
        (" prep ", "hiv prep"), (" pre exposure ", "hiv prep"), (" immune globulin iv ", "ivig"),
        (" growth hormone ", "somatropin"), (" anticancer ", "antineoplastic"), (" anti cancer ", "antineoplastic"),
        (" car t ", "antineoplastic"), ("chimeric antigen receptor", "antineoplastic"),
        ("oncolytic", "antineoplastic"), (" intravesical ", "antineoplastic"), (" cytotoxic ", "antineoplastic"),
        (" chemotherapy agent", "antineoplastic"), (" chemotherapeutic ", "antineoplastic"),
    ];

    private readonly CaseInput _input;
    private readonly string _words;

    public CaseKind(JsonElement input) => (_input, _words) = (new(input), WordsOf(input));

    /// <summary>The kind that decides codes.</summary>
    public ProductKind Kind => Has("vaccine") ? Has("influenza") ? ProductKind.FluVaccine : ProductKind.Vaccine
        : Has("toxoid") ? ProductKind.Vaccine
        : Has("blood component") ? ProductKind.Blood
        : Has("skin substitute") ? ProductKind.SkinSubstitute
        : Has("radioligand") || (Has("radiopharmaceutical") && Has("therapeutic")) ? ProductKind.Radiotherapy
        : Has("radiopharmaceutical") && Has("diagnostic") ? Tracer
        : Has("gadolinium") ? ProductKind.Gadolinium
        : Has("contrast") ? ProductKind.Contrast
        : Has("recombinant") && Has("factor viii ") ? ProductKind.FactorViii
        : Has("recombinant") && Has("factor ix ") ? ProductKind.FactorIx
        : Has("clotting factor") ? ProductKind.ClottingFactor
        : Has("ivig") || (Has("immune globulin") && !Has("hyperimmune") && Has("intravenous")) ? Ivig
        : Has("immune globulin") ? ProductKind.ImmuneGlobulin
        : Has("hiv prep") ? ProductKind.HivPrevention
        : Has("transplant") && Has("immunosuppress") ? ProductKind.Transplant
        : Has("antiemetic") ? ProductKind.Antiemetic
        : IsTransitioned ? ProductKind.Transitioned : ProductKind.Drug;

    /// <summary>Whether it is licensed under section 351 of the Public Health Service Act.</summary>
    public bool IsBiologic => Pathway.Length > 0
        ? CaseWords.Has(Pathway, "BLA") || Pathway.StartsWith("351", StringComparison.Ordinal)
        : _input.Flag("biologic");

    /// <summary>Whether it was compounded.</summary>
    public bool IsCompounded => _input.Flag("compounded") || Pathway.Equals("compounded",
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is an antineoplastic: as the case says, else by its class.</summary>
    public bool IsAntineoplastic => _input.Given("antineoplastic")
        ?? (Has("antineoplastic") && !Has("not antineoplastic") && !Has("non antineoplastic"));

    /// <summary>The route as narratives spell it; a form that has but one tells it too.</summary>
    public string Route => (_input.Text("route"), _input.Text("form"), _words) switch
    {
        var (route, form, words) when CaseWords.Has(route, "metered", "mdi") || CaseWords.Has(form, "metered")
            || CaseWords.Has(words, "metered") => DrugFacts.MeteredDose,
        var (route, form, words) when route is "PR" || CaseWords.Has(route, "suppositor")
            || CaseWords.Has(form, "suppositor") || CaseWords.Has(words, "suppositor") => "rectal",
        var (route, _, _) when CaseWords.Has(route, "mouth") => "PO",
        var (route, _, _) when CaseWords.Has(route, "neb") => "INH",
        var (route, _, _) => RouteText.Spelled(route),
    };

    private string Pathway => _input.Text("pathway");

    private ProductKind Tracer => !_input.Flag("pet") ? ProductKind.Tracer
        : _input.Flag("tumor") ? ProductKind.TumorTracer : ProductKind.PetTracer;

    private ProductKind Ivig => Has("powder") || Has("lyophili") || CaseWords.Has(_input.Text("form"), "powder",
        "lyophili") ? ProductKind.IvigPowder : ProductKind.IvigLiquid;

    private bool IsTransitioned => CaseWords.Has(Pathway, "deemed") || (!IsBiologic && (Has("insulin")
        || Has("hyaluronidase") || Has("pancrelipase") || Has("chorionic gonadotropin") || Has("hcg")
        || Has("somatropin") || Has("deemed")));

    private bool Has(string word) => _words.Contains(word, StringComparison.Ordinal);

    private static string WordsOf(JsonElement input)
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
        if (words.Trim() is "immunosuppressant" or "immunosuppressive") said.Append("transplant ");
        return said.ToString();
    }

    private static string Plain(string text) => string.Join(' ', text.ToLowerInvariant().Split(
        [' ', '-', '_', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries));

    // deemedBla: deemed bla.
    private static string InWords(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
}
