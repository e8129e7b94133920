namespace Noc.Tables;

/// <summary>The name of a payer without what senders write in many ways: BCBS or Blue Cross and Blue Shield, TX or of
/// Texas, Ins Co or Insurance Company, PPO or Plan at the end.</summary>
/// <param name="Core">The words that tell the payer, joined without spaces: UNITED HEALTH CARE is one word too.</param>
/// <param name="State">Two letters of the state in the name, several joined with +; empty where it has none.</param>
public sealed record PayerName(string Core, string State)
{
    /// <summary>Blue Cross and Blue Shield, which many plans are called with no other word.</summary>
    public const string Blues = "BCBS";

    private const int MostStateWords = 3;

    private static readonly Dictionary<string, string> StateNames = new(StringComparer.Ordinal)
    {
        ["ALABAMA"] = "AL", ["ALASKA"] = "AK", ["ARIZONA"] = "AZ", ["ARKANSAS"] = "AR", ["CALIFORNIA"] = "CA",
        ["COLORADO"] = "CO", ["CONNECTICUT"] = "CT", ["DELAWARE"] = "DE", ["DISTRICT COLUMBIA"] = "DC",
        ["WASHINGTON DC"] = "DC", ["WASHINGTON D C"] = "DC", ["FLORIDA"] = "FL", ["GEORGIA"] = "GA", ["HAWAII"] = "HI",
        ["IDAHO"] = "ID", ["ILLINOIS"] = "IL", ["INDIANA"] = "IN", ["IOWA"] = "IA", ["KANSAS"] = "KS",
        ["KENTUCKY"] = "KY", ["LOUISIANA"] = "LA", ["MAINE"] = "ME", ["MARYLAND"] = "MD", ["MASSACHUSETTS"] = "MA",
        ["MICHIGAN"] = "MI", ["MINNESOTA"] = "MN", ["MISSISSIPPI"] = "MS", ["MISSOURI"] = "MO", ["MONTANA"] = "MT",
        ["NEBRASKA"] = "NE", ["NEVADA"] = "NV", ["NEW HAMPSHIRE"] = "NH", ["NEW JERSEY"] = "NJ", ["NEW MEXICO"] = "NM",
        ["NEW YORK"] = "NY", ["NORTH CAROLINA"] = "NC", ["NORTH DAKOTA"] = "ND", ["OHIO"] = "OH", ["OKLAHOMA"] = "OK",
        ["OREGON"] = "OR", ["PENNSYLVANIA"] = "PA", ["PUERTO RICO"] = "PR", ["RHODE ISLAND"] = "RI",
        ["SOUTH CAROLINA"] = "SC", ["SOUTH DAKOTA"] = "SD", ["TENNESSEE"] = "TN", ["TEXAS"] = "TX", ["UTAH"] = "UT",
        ["VERMONT"] = "VT", ["VIRGINIA"] = "VA", ["WASHINGTON"] = "WA", ["WEST VIRGINIA"] = "WV", ["WISCONSIN"] = "WI",
        ["WYOMING"] = "WY",
    };

    private static readonly HashSet<string> PostalCodes = [.. StateNames.Values];

    private static readonly string[] EmptyWords = ["OF", "AND"];

    // What follows the name of a company, or tells its product, not the company.
    private static readonly string[] Endings =
        ["INS", "INSURANCE", "COMPANY", "COMPANIES", "PPO", "HMO", "EPO", "POS", "PLAN", "PLANS"];

    // After these CO is a company, not Colorado.
    private static readonly string[] BeforeCompany = ["INS", "INSURANCE", "LIFE", "ASSURANCE", "CASUALTY", "INDEMNITY"];

    // A name of nothing but these could be anybody's.
    private static readonly string[] CommonWords = ["HEALTH", "HEALTHCARE", "CARE", "MEDICAL", "MEDICARE", "LIFE",
        "FIRST", "NATIONAL", "STATE", "COMMUNITY", "GROUP", "AMERICAN", "GENERAL", "MUTUAL", "BENEFIT", "BENEFITS"];

    /// <summary>Whether a word is a state: a name of one word, or two letters of the post.</summary>
    public static bool IsState(string word) => StateNames.ContainsKey(word) || PostalCodes.Contains(word);

    /// <summary>Two letters of a state; null where the words, in capitals, are none.</summary>
    public static string? StateOf(string words) =>
        StateNames.TryGetValue(words, out var state) ? state : PostalCodes.Contains(words) ? words : null;

    /// <summary>The ways to read a name, mostly one: CO at the end may be a company or Colorado. Empty where the name
    /// holds nothing but common words.</summary>
    /// <param name="plainName">In the form of <see cref="PayerDirectory.Plain"/>.</param>
    public static IReadOnlyList<PayerName> Readings(string plainName)
    {
        var words = Words(plainName);
        if (words is not [_, .., "CO"] || BeforeCompany.Contains(words[^2])) return [.. Read(words, true)];
        return [.. Read([.. words], true).Concat(Read(words, false)).Distinct()];
    }

    // Blue Cross becomes BC, and a code that is stuck to it comes off: BCBSTX.
    private static List<string> Words(string plainName)
    {
        var words = new List<string>();
        foreach (var word in plainName.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (!EmptyWords.Contains(word)) Add(words, word);
        return words;
    }

    private static void Add(List<string> words, string word)
    {
        switch (word)
        {
            case "CROSS" or "SHIELD" when words is [.., "BLUE"]:
                words.RemoveAt(words.Count - 1);
                Add(words, word == "CROSS" ? "BC" : "BS");
                return;
            case "BLUECROSS" or "BLUESHIELD":
                Add(words, word == "BLUECROSS" ? "BC" : "BS");
                return;
            case "BS" when words is [.., "BC"]:
                words[^1] = Blues;
                return;
            case "BLUECROSSBLUESHIELD":
                words.Add(Blues);
                return;
            case ['B', 'C', 'B', 'S', _, _] when PostalCodes.Contains(word[4..]):
                words.AddRange([Blues, word[4..]]);
                return;
            default:
                words.Add(word);
                return;
        }
    }

    private static IEnumerable<PayerName> Read(List<string> words, bool isCompany)
    {
        var states = new SortedSet<string>(StringComparer.Ordinal);
        TakeStateNames(words, states);
        var isShorter = true;
        while (isShorter && words.Count > 1)
        {
            if (Endings.Contains(words[^1]) || (isCompany && words[^1] is "CO")) words.RemoveAt(words.Count - 1);
            else if (PostalCodes.Contains(words[^1])) Take(words.Count - 1);
            else if (PostalCodes.Contains(words[0]) && states.Count == 0) Take(0);
            else isShorter = false;
        }
        var isTelling = !words.TrueForAll(CommonWords.Contains)
            && (states.Count > 0 || words is not ["BLUE" or "MEDICAID"]);
        if (isTelling) yield return new(string.Concat(words), string.Join('+', states));

        void Take(int at)
        {
            states.Add(words[at]);
            words.RemoveAt(at);
        }
    }

    // The longest names first: West Virginia is not Virginia. Kansas City is a city.
    private static void TakeStateNames(List<string> words, SortedSet<string> states)
    {
        for (var at = 0; at < words.Count; at++)
            for (var count = Math.Min(MostStateWords, words.Count - at); count > 0; count--)
            {
                if (!StateNames.TryGetValue(string.Join(' ', words.GetRange(at, count)), out var state)) continue;
                if (words.Count == count || words.ElementAtOrDefault(at + count) is "CITY") break;
                states.Add(state);
                words.RemoveRange(at, count);
                at--;
                break;
            }
    }
}
