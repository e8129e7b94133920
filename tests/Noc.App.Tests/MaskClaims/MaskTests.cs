using System.Text;
using Noc.App.MaskClaims;
using Noc.Audit;
using Noc.Formats.X837;
using Noc.Reference.Policies;
using Noc.Reference.Seed;
using Noc.Tests;
using Noc.X12;

namespace Noc.App.Tests.MaskClaims;

public sealed class MaskTests : IDisposable
{
    private const string Key = "a secret of the tests";
    private static readonly AuditContext Context = new(SeedTables.Load(), ShippedPolicies.Set);

    private readonly string _folder = Directory.CreateTempSubdirectory("noc-mask").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(Path.Combine(SharedFolder.Root, "corpus"), "*.837", SearchOption.AllDirectories)
            .Append(SharedFolder.Sample)
            .Select(file => Path.GetRelativePath(SharedFolder.Root, file)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_masked_file_has_the_same_segments_and_the_same_findings(string file)
    {
        var claims = File.ReadAllBytes(Path.Combine(SharedFolder.Root, file));
        var masked = Mask(claims);
        Assert.Equal(claims.Length, masked.Length);
        Assert.Equal(Shape(claims), Shape(masked));
        Assert.Equal(Findings(claims), Findings(masked));
    }

    [Fact]
    public void Nothing_of_the_people_is_left_and_all_else_is()
    {
        var claims = Encoding.ASCII.GetBytes(Person);
        var masked = Encoding.ASCII.GetString(Mask(claims));
        foreach (var detail in (string[])
            ["MUSTERFRAU", "ERIKA", "Musterfrau", "1AB2CD3EF45", "GARTENWEG", "NEUDORF", "606010042", "19520417",
                "04/17/1952", "ACCT-778812", "MRN55512", "5559876543", "987-65-4321", "KARL", "PLAN9988", "20240131"])
            Assert.DoesNotContain(detail, masked, StringComparison.Ordinal);
        foreach (var kept in (string[])
            ["INVENTED CLINIC", "1987654328", "INVENTED PAYER", "EXAMPLAZOLE 150MG IV", "99999012301", "*IL*", "G35",
                "DTP*472*D8*20260310", "DMG*D8*1952", "*F~", "REF*P4*NCT12345678"])
            Assert.Contains(kept, masked, StringComparison.Ordinal);
        Assert.Contains("IT WAS GIVEN TO", masked, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_detail_is_replaced_by_the_same_one_wherever_it_stands()
    {
        var masked = Encoding.ASCII.GetString(Mask(Encoding.ASCII.GetBytes(Person)));
        var name = masked.Split("NM1*IL*1*")[1].Split('*')[0];
        Assert.Matches("^[A-Z]{10}$", name);
        var note = masked.Split("NTE*ADD*")[1].Split('~')[0];
        Assert.Contains(name, note, StringComparison.OrdinalIgnoreCase);
        var account = masked.Split("CLM*")[1].Split('*')[0];
        Assert.Contains(account, note, StringComparison.Ordinal);
        Assert.Equal(masked.Split("NM1*QC*1*")[1].Split('*')[0], name);
    }

    [Theory]
    [InlineData("DOB 04/17/1952 MRN 883311 TEL 555-0100", "04/17/1952", "883311", "555-0100")]
    [InlineData("ZORVANTEX 45MG IV K MUSTERFRAU 4/17/52", "4/17/52", "MUSTERFRAU", "4/17/52")]
    [InlineData("BORN 4-17-1952 SSN# 987654321 ACCT NO 88123", "4-17-1952", "987654321", "88123")]
    [InlineData("DOB 1/2/49 PHONE (555) 010 0199 MEMBER ID QQ12345", "1/2/49", "010 0199", "QQ12345")]
    public void What_a_label_calls_the_patients_is_masked_in_free_text(string note, params string[] details)
    {
        var claims = Person.Replace("IT WAS GIVEN TO ERIKA Musterfrau 04/17/1952 ACCT-778812 SSN 987-65-4321", note,
            StringComparison.Ordinal);
        var masked = Encoding.ASCII.GetString(Mask(Encoding.ASCII.GetBytes(claims)));
        Assert.Equal(claims.Length, masked.Length);
        foreach (var detail in details) Assert.DoesNotContain(detail, masked, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_key_gives_the_same_file_and_another_key_another()
    {
        var claims = Encoding.ASCII.GetBytes(Person);
        Assert.Equal(Mask(claims), Mask(claims));
        Assert.NotEqual(Mask(claims), Mask(claims, "another"));
        Assert.NotEqual(Mask(claims, null), Mask(claims, null));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_file_of_two_bytes_a_character_stays_one(string encoding)
    {
        var wide = Encoding.GetEncoding(encoding);
        var masked = Mask([.. wide.GetPreamble(), .. wide.GetBytes(Person)]);
        var text = wide.GetString(masked).TrimStart('\uFEFF');
        Assert.Equal(Encoding.ASCII.GetString(Mask(Encoding.ASCII.GetBytes(Person))), text);
    }

    [Fact]
    public void Half_a_segment_at_the_end_of_a_file_that_was_cut_is_not_passed_on()
    {
        var cut = Person[..(Person.IndexOf("NM1*QC", StringComparison.Ordinal) + 22)];
        var masked = Encoding.ASCII.GetString(Mask(Encoding.ASCII.GetBytes(cut)));
        Assert.Equal(cut.Length, masked.Length);
        Assert.DoesNotContain("MUSTERFRAU", masked, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trade_word_that_is_somebodys_name_stays_unless_the_other_name_stands_beside_it()
    {
        var claims = Person.Replace("MUSTERFRAU", "VIAL", StringComparison.Ordinal);
        var alone = claims.Replace("IT WAS GIVEN TO ERIKA Musterfrau", "GIVEN FROM ONE VIAL", StringComparison.Ordinal);
        Assert.Contains("FROM ONE VIAL", Encoding.ASCII.GetString(Mask(Encoding.ASCII.GetBytes(alone))));
        var both = claims.Replace("ERIKA Musterfrau", "ERIKA VIAL", StringComparison.Ordinal);
        Assert.DoesNotContain("ERIKA VIAL", Encoding.ASCII.GetString(Mask(Encoding.ASCII.GetBytes(both))));
    }

    [Theory]
    [InlineData("19300101", 1937)]   // older than 89 in the year of the file
    [InlineData("19520417", 1952)]
    public void The_year_of_birth_stays_up_to_the_age_of_89(string born, int year)
    {
        var masked = Encoding.ASCII.GetString(Mask(Encoding.ASCII.GetBytes(
            Person.Replace("19520417", born, StringComparison.Ordinal))));
        Assert.Contains($"DMG*D8*{year}", masked, StringComparison.Ordinal);
    }

    [Fact]
    public void A_remittance_is_refused_and_leaves_no_file()
    {
        var remittance = Person.Replace("ST*837*", "ST*835*", StringComparison.Ordinal);
        var (code, errors, target) = Run(Encoding.ASCII.GetBytes(remittance), Key);
        Assert.Equal(3, code);
        Assert.Contains("835", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(target));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void What_is_no_claim_file_is_refused()
    {
        var (code, errors, target) = Run("name,born\nERIKA,1952\n"u8.ToArray(), Key);
        Assert.Equal(3, code);
        Assert.Contains("holds no claims", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(target));
    }

    [Fact]
    public void The_file_itself_is_never_overwritten()
    {
        var file = Path.Combine(_folder, "in.837");
        File.WriteAllText(file, Person);
        using var errors = new StringWriter();
        Assert.Equal(2, MaskRun.Run(file, null, file, Key, TextWriter.Null, errors,
            TestContext.Current.CancellationToken));
        Assert.Contains("both read and written", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(Person, File.ReadAllText(file));
    }

    private static string Person { get; } = MakePerson();

    private static string MakePerson()
    {
        var text = new TestClaim
        {
            Note = "IT WAS GIVEN TO ERIKA Musterfrau 04/17/1952 ACCT-778812 SSN 987-65-4321",
            Segments = "REF*EA*MRN55512~REF*P4*NCT12345678~PWK*OZ*BM***AC*ATT778812~",
        }.Text();
        text = text.Replace("CLM*T1*", "CLM*ACCT-778812*", StringComparison.Ordinal)
            .Replace("SBR*P*18*******MB~", "SBR*P**PLAN9988******MB~", StringComparison.Ordinal)
            .Replace("HL*2*1*22*0~", "HL*2*1*22*1~", StringComparison.Ordinal)
            .Replace("NM1*IL*1*NOBODY*PAT****MI*M1~N3*2 ROAD~N4*TOWN*IL*00001~DMG*D8*19500101*F~",
                "NM1*IL*1*MUSTERFRAU*KARL****MI*1AB2CD3EF45~N3*7 GARTENWEG~N4*NEUDORF*IL*606010042~"
                + "DMG*D8*19520417*M~", StringComparison.Ordinal);
        text = text.Replace("~CLM*", "~HL*3*2*23*0~PAT*19****D8*20240131~NM1*QC*1*MUSTERFRAU*ERIKA~N3*7 GARTENWEG~"
            + "N4*NEUDORF*IL*606010042~DMG*D8*19520417*F~PER*IC*ERIKA MUSTERFRAU*TE*5559876543~CLM*",
            StringComparison.Ordinal);
        var head = text.IndexOf("ST*", StringComparison.Ordinal);
        var tail = text.IndexOf("SE*", StringComparison.Ordinal);
        var count = text[head..tail].Count(c => c == '~') + 1;
        return $"{text[..tail]}SE*{count}*0001~{text[(text.IndexOf('~', tail) + 1)..]}";
    }

    private byte[] Mask(byte[] claims, string? key = Key)
    {
        var (code, errors, target) = Run(claims, key);
        Assert.Equal((0, ""), (code, errors));
        return File.ReadAllBytes(target);
    }

    private (int Code, string Errors, string Target) Run(byte[] claims, string? key)
    {
        var (file, target) = (Path.Combine(_folder, "in.837"), Path.Combine(_folder, "out.837"));
        File.WriteAllBytes(file, claims);
        using var errors = new StringWriter();
        var code = MaskRun.Run(file, null, target, key, TextWriter.Null, errors,
            TestContext.Current.CancellationToken);
        return (code, errors.ToString(), target);
    }

    // Tag, number of elements and place of each segment, and what is wrong with the file.
    private static List<string> Shape(byte[] claims)
    {
        var reader = new X12Reader(new MemoryStream(claims));
        var shape = new List<string>();
        while (reader.Read())
            shape.Add($"{reader.Current.Offset} {reader.Current.Tag} {reader.Current.Count} {reader.Current.Length}");
        shape.AddRange(reader.Problems.Select(problem => problem.ToString()));
        return shape;
    }

    private static List<string> Findings(byte[] claims) =>
    [
        .. ClaimFile.Read(new MemoryStream(claims)).SelectMany(claim =>
        {
            var audit = ClaimAuditor.Audit(claim, Context);
            return audit.Findings.Select(one => $"{claim.Place} {audit.Decision} {audit.Policy.Id} {one.Rule.Id} "
                + $"{one.Severity} {one.Line} {one.Element} {one.Byte} {one.LostUsd} {one.DelayedUsd} "
                + $"{one.Confidence} {one.Expected}").Append($"{claim.Place} {audit.AtRiskUsd}");
        }),
    ];

    [Fact]
    public void Standard_input_is_masked_too_and_nothing_of_it_is_left()
    {
        var folder = Directory.CreateTempSubdirectory("noc-mask").FullName;
        var target = Path.Combine(folder, "out.837");
        var claims = File.ReadAllBytes(SharedFolder.Sample);
        using var input = new MemoryStream(claims);
        using var errors = new StringWriter();
        Assert.Equal(0, MaskRun.Run("-", input, target, "key", TextWriter.Null, errors,
            TestContext.Current.CancellationToken));
        Assert.Equal(claims.Length, new FileInfo(target).Length);
        Assert.Equal([target], Directory.GetFiles(folder));
        using var nothing = new MemoryStream();
        Assert.Equal(3, MaskRun.Run("-", nothing, target, "key", TextWriter.Null, errors,
            TestContext.Current.CancellationToken));
        Assert.Contains("standard input holds no claims", errors.ToString(), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
