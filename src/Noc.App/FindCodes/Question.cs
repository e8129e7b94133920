namespace Noc.App.FindCodes;

/// <summary>One question on the way to a code.</summary>
/// <param name="Name">The option that answers it beforehand.</param>
/// <param name="Text">The question.</param>
/// <param name="About">What that option says, for its help.</param>
/// <param name="Choices">What can be answered.</param>
public sealed record Question(string Name, string Text, string About, IReadOnlyList<Choice> Choices)
{
    /// <summary>The questions in the order in which they are asked; none is asked that changes nothing.</summary>
    public static IReadOnlyList<Question> All { get; } =
    [
        new("setting", "Where was it given?", "Where it was given",
        [
            new("office", "office, or any place that bills professionally"),
            new("hospital", "hospital outpatient department"),
            new("surgery-center", "ambulatory surgery centre"),
            new("dialysis", "dialysis facility, for the kidney disease"),
            new("equipment", "at home, from a supplier of equipment (pump, nebuliser)"),
            new("other", "any other institution"),
        ]),
        new("payer", "Who pays?", "Who pays",
            [new("medicare", "original Medicare"), new("other", "Medicaid, commercial, others")]),
        new("made", "How was it made?", "How it was made, new being approved since 2004",
        [
            new("new", "a product that the FDA approved in 2004 or later"),
            new("old", "a product approved before 2004, or marketed without approval as the law allows"),
            new("compounded", "compounded or repackaged by a pharmacy"),
            new("unapproved", "not approved for anything, or free from a trial"),
        ]),
        new("kind", "What is it?", "What it is",
        [
            new("drug", "a chemical drug, not against cancer"),
            new("biologic", "a biologic (BLA), not against cancer"),
            new("cancer", "a drug or biologic against cancer"),
            new("vaccine", "a vaccine or toxoid"),
            new("imaging", "a contrast agent or a radioactive drug"),
            new("blood", "a blood product, clotting factor or immune globulin"),
            new("special", "against nausea, against rejection, or to prevent HIV"),
        ]),
        new("detail", "Which of these?", "Which vaccine, imaging agent, blood product or special drug it is",
        [
            new("influenza", "an influenza vaccine"), new("other-vaccine", "another vaccine or a toxoid"),
            new("contrast", "contrast without gadolinium"), new("gadolinium", "gadolinium contrast"),
            new("tracer", "a diagnostic tracer, no PET"), new("pet-tumor", "a PET tracer for tumours"),
            new("pet-other", "another PET tracer"), new("radiotherapy", "a radioactive drug for therapy"),
            new("component", "a product of a blood bank"), new("factor-viii", "recombinant factor VIII"),
            new("factor-ix", "recombinant factor IX"), new("factor", "another clotting factor"),
            new("globulin-liquid", "immune globulin into a vein, liquid"),
            new("globulin-powder", "immune globulin into a vein, powder"),
            new("globulin", "another human immune globulin"),
            new("nausea-48h", "against nausea, within 48 hours of chemotherapy"),
            new("nausea", "against nausea, otherwise"), new("rejection", "against rejection of a transplant"),
            new("hiv-prevention", "to prevent HIV"),
        ]),
        new("route", "How was it given?", "How it was given",
        [
            new("injected", "injected, infused, or put on"),
            new("swallowed", "swallowed"),
            new("inhaled", "through a nebuliser"),
            new("inhaler", "by a metered dose inhaler"),
            new("rectal", "as a suppository"),
        ]),
    ];

    /// <summary>Answers in the words of people who know the drug: each says what some of the questions ask. They are
    /// never asked.</summary>
    public static IReadOnlyList<Question> InOtherWords { get; } =
    [
        new("pathway", "How was it approved?", "Its approval, instead of --kind",
        [
            new("BLA", "as a biologic"), new("NDA", "as a new drug"), new("ANDA", "as a generic drug"),
            new("none", "not at all"),
        ]),
        new("cancer", "Is it against cancer?", "Whether it is against cancer, instead of --kind",
            [new("yes", "it is"), new("no", "it is not")]),
        new("compounded", "Did a pharmacy compound it?", "Whether a pharmacy compounded it, instead of --made",
            [new("yes", "it did"), new("no", "it did not")]),
    ];

    /// <summary>The question of a name.</summary>
    public static Question Of(string name) => All.First(question => question.Name == name);

    /// <summary>The details that a kind has; one empty where it has none.</summary>
    public static string[] DetailsOf(string kind) => kind switch
    {
        "vaccine" => ["influenza", "other-vaccine"],
        "imaging" => ["contrast", "gadolinium", "tracer", "pet-tumor", "pet-other", "radiotherapy"],
        "blood" =>
            ["component", "factor-viii", "factor-ix", "factor", "globulin-liquid", "globulin-powder", "globulin"],
        "special" => ["nausea-48h", "nausea", "rejection", "hiv-prevention"],
        _ => [""],
    };
}
