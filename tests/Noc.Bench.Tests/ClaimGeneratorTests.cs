using Noc.Claims;
using Noc.Formats.X837;
using Noc.Reference.Seed;
using Noc.X12;

namespace Noc.Bench.Tests;

/// <summary>The generated files are what the benchmarks say of them.</summary>
public class ClaimGeneratorTests
{
    private static readonly Lazy<byte[]> Bytes = new(() => Generate(new() { Claims = 6_000, ClaimsPerSet = 700 }));

    private static readonly Lazy<List<Claim>> Claims = new(() => [.. ClaimFile.Read(new MemoryStream(Bytes.Value))]);

    [Fact]
    public void Nothing_is_wrong_with_the_file()
    {
        var problems = new List<X12Problem>();
        Assert.Equal(6_000, ClaimFile.Read(new MemoryStream(Bytes.Value), problems).Count());
        Assert.Empty(problems);
    }

    [Fact]
    public void Two_thirds_of_the_claims_have_an_unclassified_line()
    {
        var tables = SeedTables.Load();
        var share = Claims.Value.Average(claim => claim.Lines.Any(line =>
            tables.IsUnclassified(line.Code, new(2026, 1, 15))) ? 1.0 : 0);
        Assert.InRange(share, 0.64, 0.69);
    }

    [Fact]
    public void The_narratives_differ() => Assert.True(2_000 < Claims.Value
        .SelectMany(claim => claim.Lines).Select(line => line.Description.Text).Where(text => text.Length > 0)
        .Distinct().Count());

    [Fact]
    public void Each_npi_has_a_right_check_digit()
    {
        var numbers = System.Text.Encoding.ASCII.GetString(Bytes.Value).Split('~')
            .Where(segment => segment.Contains("*XX*", StringComparison.Ordinal))
            .Select(segment => segment.Split("*XX*")[1]).ToList();
        Assert.True(numbers.Count > 6_000);
        Assert.All(numbers, number => Assert.True(IsNpi(number)));
        Assert.True(IsNpi("1234567893"));    // the example of the NPI check digit rule
        Assert.False(IsNpi("1234567890"));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2_000, 1)]
    [InlineData(2_001, 2)]
    public void Writes_as_many_claims_as_asked_for(int claims, int sets)
    {
        using var stream = new MemoryStream();
        Assert.Equal((claims, sets), ClaimGenerator.Write(stream, new() { Claims = claims }) is var written
            ? (written.Claims, written.Sets) : default);
        Assert.Equal(claims, ClaimFile.Read(new MemoryStream(stream.ToArray())).Count());
    }

    [Fact]
    public void Writes_as_many_megabytes_as_asked_for() =>
        Assert.InRange(Generate(new() { Bytes = 2_000_000 }).Length, 2_000_000, 2_010_000);

    [Fact]
    public void Same_options_give_the_same_bytes()
    {
        Assert.Equal(Generate(new() { Claims = 50 }), Generate(new() { Claims = 50 }));
        Assert.NotEqual(Generate(new() { Claims = 50 }), Generate(new() { Claims = 50, Seed = 1 }));
    }

    [Theory]
    [InlineData("--reps")]
    [InlineData("--reps", "0")]
    [InlineData("--reps", "-1")]
    [InlineData("--mb", "x")]
    [InlineData("--claims", "5", "--other", "5")]
    public void Refuses_options_it_does_not_know(params string[] arguments) => Assert.Null(Options.Parse(arguments));

    [Fact]
    public void Reads_its_options() => Assert.Equal(
        new Options { Reps = 3, Claims = 7, Bytes = 5_000_000, ClaimsPerSet = 2, Seed = 9 },
        Options.Parse(["--reps", "3", "--claims", "7", "--mb", "5", "--claims-per-st", "2", "--seed", "9"]));

    private static byte[] Generate(Options options)
    {
        using var stream = new MemoryStream();
        ClaimGenerator.Write(stream, options);
        return stream.ToArray();
    }

    // 45 CFR 162.406: the last digit is Luhn's over the number behind 80840.
    private static bool IsNpi(string number)
    {
        var sum = 0;
        var digits = "80840" + number;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2;
        }
        return number.Length == 10 && sum % 10 == 0;
    }
}
