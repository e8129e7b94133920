using System.Text;
using Noc.Claims;
using Noc.Formats.X837;
using Noc.X12;

namespace Noc.Formats.Tests.X837;

/// <summary>Invented claims as text, and the one way the tests read them.</summary>
internal static class Samples
{
    public const string Isa =
        "ISA*00*          *00*          *ZZ*SENDERNOC      *ZZ*RECEIVERNOC    *260202*0830*^*00501*000000101*0*T*:~";

    public const string Header = "NM1*41*2*CO*****46*S~NM1*40*2*PAYER*****46*P~";
    public const string Provider = "HL*1**20*1~NM1*85*2*GROUP*****XX*1987654328~N3*1 WAY~N4*TAMPA*FL*336020003~";

    public static string Root { get; } = FindRoot();

    public static byte[] Corpus(string name) => File.ReadAllBytes(Path.Combine(Root, "corpus", "claims", name));

    public static string Subscriber(int hl, string name = "DOE") =>
        $"HL*{hl}*1*22*0~SBR*P*18*******MB~NM1*IL*1*{name}*JANE****MI*W{hl}~NM1*PR*2*PAYER{hl}*****PI*P{hl}~";

    public static string Claim(string account, int lines = 1, string type = "B")
    {
        var text = new StringBuilder($"CLM*{account}*{10 * lines}***11:{type}:1*Y*A*Y*Y~HI*ABK:C50911~");
        for (var i = 1; i <= lines; i++)
            text.Append($"LX*{i}~SV1*HC:J3490*10*UN*1***1~DTP*472*D8*20260105~");
        return text.ToString();
    }

    public static string Set(string body, int number = 1, string version = "005010X222A1")
    {
        var text = $"ST*837*{number:0000}*{version}~BHT*0019*00*B*20260115*0830*CH~{Header}{body}";
        return $"{text}SE*{text.Count(c => c == '~') + 1}*{number:0000}~";
    }

    public static string Group(string sets, int count = 1, string version = "005010X222A1") =>
        $"GS*HC*S*R*20260202*0830*1*X*{version}~{sets}GE*{count}*1~";

    public static string File837(string groups, int count = 1) => $"{Isa}{groups}IEA*{count}*000000101~";

    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    public static Result Read(string text, int unitBytes = Limits837.UnitBytes) => Read(Bytes(text), unitBytes);

    public static Result Read(byte[] bytes, int unitBytes = Limits837.UnitBytes, Stream? stream = null)
    {
        var units = new ClaimUnitReader(stream ?? new MemoryStream(bytes), null, unitBytes);
        var reader = new ClaimReader837();
        List<Claim> claims = [];
        List<X12Problem> problems = [];
        while (units.Read() is { } unit) claims.AddRange(reader.Read(unit, problems));   // kept: not disposed
        return new(bytes, claims, [.. problems, .. units.Problems], units);
    }

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Noc.slnx"))) at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("Noc.slnx was not found above the tests.");
    }
}

internal sealed record Result(
    byte[] Bytes, IReadOnlyList<Claim> Claims, IReadOnlyList<X12Problem> Problems, ClaimUnitReader Units)
{
    public Claim Only => Assert.Single(Claims);

    public IEnumerable<string> Ids => Problems.Select(p => p.Id);

    /// <summary>The value is there, is named so, and stands where its offset says.</summary>
    public void Has(Field field, string element, string value)
    {
        Assert.Equal((element, value), (field.Element, field.Text));
        var text = Encoding.Latin1.GetString(Bytes);
        Assert.Equal(value, text.Substring((int)field.Offset!.Value, value.Length));
    }

    /// <summary>What stands at the offset the claim's source gives for an element.</summary>
    public void At(Claim claim, int line, string element, string expected)
    {
        var offset = claim.Source.OffsetOf(line, element);
        Assert.NotNull(offset);
        var text = Encoding.Latin1.GetString(Bytes).Replace("\n", "", StringComparison.Ordinal);
        var plain = (int)offset.Value - Bytes.AsSpan(0, (int)offset.Value).Count((byte)'\n');
        Assert.StartsWith(expected, text[plain..], StringComparison.Ordinal);
    }
}
