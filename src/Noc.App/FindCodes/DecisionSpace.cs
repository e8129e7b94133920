using Noc.Coding;
using Noc.Tables;

namespace Noc.App.FindCodes;

/// <summary>All answers that are still open, and the codes to which they lead.</summary>
internal sealed class DecisionSpace
{
    private static readonly DateOnly BeforeOpps = new(2000, 1, 1);

    private readonly Dictionary<string, List<string>> _open = [];
    private readonly Product? _product;
    private readonly DateOnly _day;

    /// <summary>Everything open; a known drug answers what it is by itself.</summary>
    public DecisionSpace(Product? product, DateOnly day)
    {
        (_product, _day) = (product, day);
        foreach (var question in Question.All)
            _open[question.Name] = [.. question.Choices.Select(choice => choice.Value)];
        if (product is null) return;
        foreach (var name in (string[])["made", "kind", "detail", "route"]) _open[name] = [""];
    }

    /// <summary>The values of a question that are still open.</summary>
    public IReadOnlyList<string> Open(string question) => _open[question];

    /// <summary>Takes an answer; false where nothing would be left.</summary>
    public bool Answer(string option, string value)
    {
        var yes = value is "yes" or "y";
        return (option, value) switch
        {
            ("pathway", "BLA") => Drop("made", "unapproved") && Keep("kind", "biologic", "cancer"),
            ("pathway", "none") => Drop("made", "new") && Keep("kind", "drug", "cancer"),
            ("pathway", _) => Drop("made", "unapproved") && Keep("kind", "drug", "cancer"),
            ("cancer", _) => yes ? Keep("kind", "cancer") : Drop("kind", "cancer"),
            ("compounded", _) => yes ? Keep("made", "compounded") : Keep("made", "new", "old"),
            _ => Keep(option, value) && (option != "detail"
                || Keep("kind", [.. Question.Of("kind").Choices.Select(choice => choice.Value)
                    .Where(kind => Question.DetailsOf(kind).Contains(value))])),
        };
    }

    /// <summary>The codes that are still possible, each with its reason.</summary>
    public List<CodeChoice> Codes() => [.. All().DistinctBy(choice => choice.Code)];

    /// <summary>The next question whose answer changes the code; null where one code is left.</summary>
    public Question? Next()
    {
        if (Codes().Count <= 1) return null;
        foreach (var question in Question.All)
        {
            var values = Values(question);
            if (values.Count < 2) continue;
            var sets = values.ConvertAll(value => CodesWith(question.Name, value));
            if (sets.Exists(set => set != sets[0])) return question;
        }
        return null;
    }

    /// <summary>The values of a question that other answers leave possible.</summary>
    public List<string> Values(Question question)
    {
        if (question.Name != "detail") return _open[question.Name];
        List<string> details = [.. _open["kind"].SelectMany(Question.DetailsOf).Where(one => one.Length > 0)];
        return _open["kind"].Count > 1 ? [] : [.. details.Intersect(_open["detail"])];
    }

    private string CodesWith(string question, string value)
    {
        var before = _open[question];
        _open[question] = [value];
        var codes = string.Join(',', All().Select(choice => choice.Code.Value).Distinct().Order());
        _open[question] = before;
        return codes;
    }

    private bool Keep(string question, params string[] values) => Set(question, _open[question].Intersect(values));

    private bool Drop(string question, string value) => Set(question, _open[question].Where(one => one != value));

    private bool Set(string question, IEnumerable<string> values)
    {
        List<string> left = [.. values];
        if (left.Count == 0) return _open[question] is [""];   // a known drug has answered that itself
        _open[question] = left;
        return true;
    }

    private IEnumerable<CodeChoice> All()
    {
        foreach (var setting in _open["setting"])
            foreach (var payer in _open["payer"])
                if (_product is { } product)
                {
                    var coding = DrugCodes.Of(product, _day, SettingOf(setting), payer == "medicare");
                    yield return coding.Own.Count > 0
                        ? new(coding.Own[0].Row.Code, "The drug has a code of its own on this date.", 1)
                        : coding.Unclassified;
                }
                else
                    foreach (var choice in OfUnknown(setting, payer)) yield return choice;
    }

    private IEnumerable<CodeChoice> OfUnknown(string setting, string payer)
    {
        foreach (var made in _open["made"])
            foreach (var kind in _open["kind"])
                foreach (var detail in Question.DetailsOf(kind))
                    if ((detail.Length == 0 || _open["detail"].Contains(detail)) && CanBe(made, kind))
                        foreach (var route in _open["route"])
                            yield return UnclassifiedChoice.Choose(Facts(setting, payer, made, kind, detail, route));
    }

    // Nobody compounds a vaccine, a tracer or a clotting factor.
    private static bool CanBe(string made, string kind) =>
        made is not "compounded" || kind is "drug" or "biologic" or "cancer";

    private DrugFacts Facts(
        string setting, string payer, string made, string kind, string detail, string route) => new()
    {
        Day = _day,
        Setting = SettingOf(setting),
        IsMedicare = payer == "medicare",
        Kind = KindOf(detail),
        IsBiologic = kind is "biologic",
        IsAntineoplastic = kind is "cancer",
        IsCompounded = made is "compounded",
        IsUnapproved = made is "unapproved",
        Approved = made is "new" ? UnclassifiedChoice.OppsSince : BeforeOpps,
        IsForEsrd = setting is "dialysis",
        IsWithin48HoursOfChemotherapy = detail is "nausea-48h",
        Route = route switch
        {
            "swallowed" => "PO",
            "inhaled" => "INH",
            "inhaler" => DrugFacts.MeteredDose,
            "rectal" => "rectal",
            _ => "",
        },
    };

    private static ProductKind KindOf(string detail) => detail switch
    {
        "influenza" => ProductKind.FluVaccine,
        "other-vaccine" => ProductKind.Vaccine,
        "contrast" => ProductKind.Contrast,
        "gadolinium" => ProductKind.Gadolinium,
        "tracer" => ProductKind.Tracer,
        "pet-tumor" => ProductKind.TumorTracer,
        "pet-other" => ProductKind.PetTracer,
        "radiotherapy" => ProductKind.Radiotherapy,
        "component" => ProductKind.Blood,
        "factor-viii" => ProductKind.FactorViii,
        "factor-ix" => ProductKind.FactorIx,
        "factor" => ProductKind.ClottingFactor,
        "globulin-liquid" => ProductKind.IvigLiquid,
        "globulin-powder" => ProductKind.IvigPowder,
        "globulin" => ProductKind.ImmuneGlobulin,
        "nausea" or "nausea-48h" => ProductKind.Antiemetic,
        "rejection" => ProductKind.Transplant,
        "hiv-prevention" => ProductKind.HivPrevention,
        _ => ProductKind.Drug,
    };

    private static Setting SettingOf(string setting) => setting switch
    {
        "hospital" => Setting.Opps,
        "surgery-center" => Setting.Asc,
        "dialysis" => Setting.Esrd,
        "equipment" => Setting.Dme,
        "other" => Setting.OtherInstitutional,
        _ => Setting.Office,
    };
}
