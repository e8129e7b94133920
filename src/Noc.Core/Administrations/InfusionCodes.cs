using Noc.Drugs;

namespace Noc.Administrations;

/// <summary>The codes for giving drugs: what they stand for in our words, and what must stand beside them.</summary>
/// <remarks>Source: coding guide F1 and F2 (CPT and NCCI as contractors tell them). Numbers only; no descriptions of
/// the AMA.</remarks>
public static class InfusionCodes
{
    /// <summary>The shortest infusion, in minutes; what is shorter is a push.</summary>
    public const int LeastInfusionMinutes = 16;

    /// <summary>The shortest hydration, in minutes.</summary>
    public const int LeastHydrationMinutes = 31;

    /// <summary>A pump that runs for more than these minutes is a prolonged infusion: eight hours.</summary>
    public const int LongestOrdinaryMinutes = 480;

    /// <summary>More than these minutes lie between two reported pushes of the same drug.</summary>
    public const int PushApartMinutes = 30;

    /// <summary>A further drug of the complex family at the same time: unlisted.</summary>
    public const string UnlistedComplex = "96549";

    /// <summary>Unlisted, therapeutic family.</summary>
    public static HcpcsCode Unlisted { get; } = HcpcsCode.Of("96379");

    // First services into a vein beside which others stand; a pump that runs for long begins a visit too.
    private static readonly string[] DrugFirsts = ["96365", "96374", "96409", "96413", "96416", "C8957"];

    private static readonly string[] Firsts = ["96360", .. DrugFirsts];

    private static readonly Dictionary<string, (string Label, string[] Bases)> Known = new(StringComparer.Ordinal)
    {
        ["96360"] = ("hydration, first hour", []),
        ["96361"] = ("hydration, further hour", Firsts),
        ["96365"] = ("infusion, first hour", []),
        ["96366"] = ("infusion, further hour", ["96365", "96367"]),
        ["96367"] = ("infusion of a further drug, first hour", DrugFirsts),
        ["96368"] = ("infusion at the same time", ["96365", "96366", "96413", "96415", "96416"]),
        ["96369"] = ("infusion under the skin, first hour", []),
        ["96370"] = ("infusion under the skin, further hour", ["96369"]),
        ["96371"] = ("infusion under the skin, further site", ["96369"]),
        ["96372"] = ("injection under the skin or into a muscle", []),
        ["96373"] = ("injection into an artery", []),
        ["96374"] = ("push into a vein, first drug", []),
        ["96375"] = ("push into a vein, further drug", DrugFirsts),
        ["96376"] = ("push into a vein, same drug again", DrugFirsts),
        ["96377"] = ("on-body injector put on", []),
        ["96379"] = ("unlisted injection or infusion", []),
        ["96380"] = ("RSV antibody, with counselling", []),
        ["96381"] = ("RSV antibody", []),
        ["96401"] = ("complex injection, no hormone", []),
        ["96402"] = ("complex injection, hormone", []),
        ["96409"] = ("complex push, first drug", []),
        ["96411"] = ("complex push, further drug", ["96409", "96413"]),
        ["96413"] = ("complex infusion, first hour", []),
        ["96415"] = ("complex infusion, further hour", ["96413", "96417"]),
        ["96416"] = ("complex infusion by pump, over 8 hours", []),
        ["96417"] = ("complex infusion of a further drug, first hour", ["96413"]),
        ["96420"] = ("complex push into an artery", []),
        ["96422"] = ("complex infusion into an artery, first hour", []),
        ["96423"] = ("complex infusion into an artery, further hour", ["96422"]),
        ["96425"] = ("complex infusion into an artery by pump, over 8 hours", []),
        ["96440"] = ("complex drug into the pleural cavity", []),
        ["96446"] = ("complex drug into the peritoneal cavity", []),
        ["96450"] = ("complex drug into the spinal canal", []),
        ["96523"] = ("flush of a port", []),
        ["96542"] = ("complex drug into a brain reservoir", []),
        [UnlistedComplex] = ("unlisted complex service", []),
        ["51720"] = ("complex drug into the bladder", []),
        ["67028"] = ("injection into the eye", []),
        ["90471"] = ("vaccine injected, first", []),
        ["90472"] = ("vaccine injected, further", ["90471", "90473"]),
        ["90473"] = ("vaccine swallowed or into the nose, first", []),
        ["90474"] = ("vaccine swallowed or into the nose, further", ["90471", "90473"]),
        ["90480"] = ("vaccine against COVID-19", []),
        ["C8957"] = ("infusion by pump, over 8 hours", []),
        ["G0008"] = ("vaccine against influenza, Medicare", []),
        ["G0009"] = ("vaccine against pneumococci, Medicare", []),
        ["G0010"] = ("vaccine against hepatitis B, Medicare", []),
        ["G0012"] = ("injection that prevents HIV, Medicare", []),
    };

    /// <summary>What a code stands for, in a few words of ours; empty for a code that is none of administration.
    /// </summary>
    public static string Label(HcpcsCode code) => Known.TryGetValue(code.Value, out var known) ? known.Label : "";

    /// <summary>The codes of which one usually stands beside this one; empty where it needs none.</summary>
    public static IReadOnlyList<string> BasesOf(HcpcsCode code) =>
        Known.TryGetValue(code.Value, out var known) ? known.Bases : [];

    /// <summary>The first services of a visit into a vein, from the one that gives way to the one that comes first,
    /// each with the code of a further service of its kind.</summary>
    public static IReadOnlyList<(HcpcsCode First, string Further)> FirstServices { get; } =
    [
        (HcpcsCode.Of("96360"), "96361"), (HcpcsCode.Of("96374"), "96375"), (HcpcsCode.Of("96365"), "96367"),
        (HcpcsCode.Of("96409"), "96411"), (HcpcsCode.Of("96413"), "96417"),
    ];

    /// <summary>The place of a code among <see cref="FirstServices"/>; -1 for codes that are none.</summary>
    public static int RankOf(HcpcsCode code)
    {
        for (var i = 0; i < FirstServices.Count; i++)
            if (FirstServices[i].First == code) return i;
        return -1;
    }

    // The same service for ordinary drugs, and for those that take the complex family.
    private static readonly (string Plain, string Complex)[] Families =
    [
        ("96372", "96401"), ("96372", "96402"), ("96374", "96409"), ("96375", "96411"), ("96365", "96413"),
        ("96366", "96415"), ("96367", "96417"), ("96368", "96417"), ("96376", "96411"),
    ];

    /// <summary>The code of the same service for ordinary drugs; empty where there is none.</summary>
    public static string PlainOf(HcpcsCode complex) =>
        Array.Find(Families, pair => pair.Complex == complex.Value).Plain ?? "";

    /// <summary>The code of the same service in the complex family; empty where there is none.</summary>
    public static string ComplexOf(HcpcsCode plain) =>
        Array.Find(Families, pair => pair.Plain == plain.Value).Complex ?? "";

    /// <summary>All codes that the coder makes.</summary>
    public static IEnumerable<HcpcsCode> All => Known.Keys.Select(HcpcsCode.Of);

    /// <summary>Whether a physician does not report the code in a place where the institution does.</summary>
    /// <remarks>Source: NCCI policy manual, chapter 11; coding guide F1. 96440, 96446, 96450 and 96542 are outside.
    /// </remarks>
    public static bool IsBarredInFacility(HcpcsCode code) => code.Series == '9'
        && code.Number is (>= 6360 and <= 6379) or (>= 6401 and <= 6425) or (>= 6521 and <= 6523);

    /// <summary>Additional hours of an infusion: one for each begun hour behind the first of which more than 30 minutes
    /// ran.</summary>
    /// <param name="minutes">All minutes of the infusion.</param>
    public static int FurtherHours(int minutes) =>
        minutes <= 60 ? 0 : ((minutes - 60) / 60) + ((minutes - 60) % 60 > 30 ? 1 : 0);
}
