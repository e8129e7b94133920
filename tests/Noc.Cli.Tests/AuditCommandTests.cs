using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Noc.Tests;

namespace Noc.Cli.Tests;

public class AuditCommandTests
{
    private const string AsOf = "2026-11-21";

    [Fact]
    public void The_sample_of_the_readme_shows_what_would_be_denied()
    {
        var result = Commands.Noc("audit", Commands.Sample, "--as-of", AsOf);
        Assert.Equal(1, result.Code);
        Assert.Contains("RB-1002  fix, then send", result.Output);
        Assert.Contains("has its own code J1885", result.Output);
        Assert.DoesNotContain("RB-1001", result.Output);   // ready to send
        Assert.DoesNotContain(result.Output.Split('\n'), line => line.Length > 80
            && !line.StartsWith("    write", StringComparison.Ordinal));
        Assert.DoesNotContain('\e', result.Output);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("ndjson")]
    [InlineData("csv")]
    [InlineData("text")]
    [InlineData("html")]
    [InlineData("sarif")]
    public void The_report_is_the_same_whatever_the_number_of_threads(string format)
    {
        using var file = new TempFile(ManyClaims(6000));
        var one = Commands.Noc("audit", file.Path, "--format", format, "--as-of", AsOf, "--threads", "1");
        var many = Commands.Noc("audit", file.Path, "--format", format, "--as-of", AsOf, "--threads", "7");
        Assert.Equal((1, ""), (one.Code, one.Errors));
        Assert.Equal((1, ""), (many.Code, many.Errors));
        Assert.Equal(one.Output, many.Output);
    }

    [Fact]
    public void Json_has_the_shape_of_its_schema()
    {
        var result = Commands.Noc("audit", Commands.Sample, "--format", "json", "--as-of", AsOf, "--all");
        using var report = JsonDocument.Parse(result.Output);
        using var schema = JsonDocument.Parse(File.ReadAllBytes(
            Path.Combine(SharedFolder.Root, "docs", "schemas", "noc.audit-1.schema.json")));
        Assert.Empty(SchemaCheck.Errors(report.RootElement, schema.RootElement, schema.RootElement, "$"));
        var summary = report.RootElement.GetProperty("files")[0].GetProperty("summary");
        Assert.Equal(13, summary.GetProperty("claims").GetInt32());
        Assert.Equal(13, report.RootElement.GetProperty("files")[0].GetProperty("claims").GetArrayLength());
    }

    [Fact]
    public void Ndjson_says_the_same_of_a_file_as_json()
    {
        string[] command = ["audit", Commands.Sample, Path.Combine("samples", "none.837"), "--as-of", AsOf, "--format"];
        using var json = JsonDocument.Parse(Commands.Noc([.. command, "json"]).Output);
        var lines = Commands.Noc([.. command, "ndjson"]).Output.Split('\n');
        foreach (var file in json.RootElement.GetProperty("files").EnumerateArray())
        {
            var problems = file.GetProperty("problems").GetRawText();
            var summary = file.GetProperty("summary").GetRawText();
            Assert.Contains(lines, line => line.EndsWith(
                $"\"problems\":{problems},\"summary\":{summary}}}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Ids_of_findings_do_not_change_between_runs_and_differ_within_one()
    {
        var first = Ids(Commands.Noc("audit", Commands.Sample, "--format", "json").Output);
        var second = Ids(Commands.Noc("audit", Commands.Sample, "--format", "json").Output);
        Assert.Equal(first, second);
        Assert.Equal(first.Count, first.Distinct().Count());
    }

    [Fact]
    public void Offsets_point_at_the_bytes_that_were_found()
    {
        var bytes = File.ReadAllBytes(Path.Combine(SharedFolder.Root, Commands.Sample));
        using var report = JsonDocument.Parse(Commands.Noc("audit", Commands.Sample, "--format", "json").Output);
        var findings = report.RootElement.GetProperty("files")[0].GetProperty("claims").EnumerateArray()
            .SelectMany(claim => claim.GetProperty("findings").EnumerateArray()).ToList();
        Assert.NotEmpty(findings);
        foreach (var finding in findings.Where(f => f.GetProperty("found").GetString()!.Length > 0))
        {
            var found = finding.GetProperty("found").GetString()!;
            var at = finding.GetProperty("byte").GetInt32();
            Assert.Equal(found, Encoding.ASCII.GetString(bytes, at, found.Length));
        }
    }

    [Fact]
    public void Standard_input_gives_the_same_claims_as_the_file()
    {
        var bytes = File.ReadAllBytes(Path.Combine(SharedFolder.Root, Commands.Sample));
        var fromFile = Commands.Noc("audit", Commands.Sample, "--format", "text");
        var fromPipe = Commands.Noc(bytes, "audit", "-", "--format", "text");
        Assert.Equal(fromFile.Output, fromPipe.Output);
    }

    [Theory]
    [InlineData("never", 0)]
    [InlineData("reject", 1)]
    [InlineData("warn", 1)]
    public void Fail_on_decides_the_exit_code(string failOn, int code) =>
        Assert.Equal(code, Commands.Noc("audit", Commands.Sample, "--fail-on", failOn).Code);

    [Fact]
    public void Minimum_severity_hides_what_is_milder()
    {
        var output = Commands.Noc("audit", Commands.Sample, "--format", "csv", "--min-severity", "reject").Output;
        Assert.DoesNotContain(",deny,", output);
        Assert.Contains(",reject,", output);
    }

    [Theory]
    [InlineData("--threads", "0")]
    [InlineData("--format", "yaml")]
    [InlineData("--as-of", "yesterday")]
    public void A_wrong_command_line_exits_with_2(string option, string value) =>
        Assert.Equal(2, Commands.Noc("audit", Commands.Sample, option, value).Code);

    [Fact]
    public void Unreadable_inputs_are_each_named_and_the_others_still_audited()
    {
        var folder = Directory.CreateTempSubdirectory("noc-test-").FullName;
        string Put(string name, byte[] bytes)
        {
            var path = Path.Combine(folder, name);
            File.WriteAllBytes(path, bytes);
            return path;
        }
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true)) archive.CreateEntry("a.837");
        var remittance = "ISA*00*          *00*          *ZZ*S              *ZZ*R              *260115*0830*^*00501*"
            + "000000001*0*T*:~GS*HP*S*R*20260115*0830*1*X*005010X221A1~ST*835*0001~SE*2*0001~GE*1*1~IEA*1*000000001~";
        var result = Commands.Noc("audit", "--format", "json", Put("empty.837", []), Put("a.837",
            "%PDF-1.7"u8.ToArray()),
            Put("b.837", zip.ToArray()), Put("c.837", Encoding.ASCII.GetBytes(remittance)),
            Put("d.837", "hello, this is a letter"u8.ToArray()), Path.Combine(folder, "missing.837"), Commands.Sample);
        Assert.Equal(3, result.Code);
        foreach (var word in (string[])["empty", "PDF", "zip", "835", "ISA", "no such file"])
            Assert.Contains(word, result.Errors);
        using var report = JsonDocument.Parse(result.Output);
        Assert.Equal(7, report.RootElement.GetProperty("files").GetArrayLength());
        Assert.Equal(13, report.RootElement.GetProperty("totals").GetProperty("claims").GetInt32());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_folder_is_searched_for_claim_files()
    {
        using var report = JsonDocument.Parse(Commands.Noc("audit", "samples", "--format", "json").Output);
        var files = Directory.GetFiles(
            Path.Combine(SharedFolder.Root, "samples"), "*.837", SearchOption.AllDirectories);
        Assert.Equal(files.Length, report.RootElement.GetProperty("totals").GetProperty("files").GetInt32());
    }

    [Fact]
    public void Every_made_file_of_the_corpus_meets_its_counts_and_shows_its_defect()
    {
        var rules = new Dictionary<string, string>
        {
            ["wrong-noc-code-for-setting"] = "COD004", ["noc-description-missing"] = "NAR001",
                ["ndc-missing"] = "NDC001",
            ["specific-code-exists"] = "COD001", ["noc-units-not-one"] = "UNT001",
        };
        foreach (var expect in Directory.GetFiles(SharedFolder.Require("corpus/made"), "*.837.expect.json"))
        {
            using var wanted = JsonDocument.Parse(File.ReadAllBytes(expect));
            using var report = JsonDocument.Parse(
                Commands.Noc("audit", expect.Replace(".expect.json", ""), "--format", "json").Output);
            var summary = report.RootElement.GetProperty("files")[0].GetProperty("summary");
            foreach (var (theirs, ours) in new[] { ("isa", "interchanges"), ("st", "transactions"), ("claims",
                "claims"),
                ("lines", "serviceLines"), ("noc_lines", "unclassifiedLines"), ("lin", "lin") })
                Assert.Equal(wanted.RootElement.GetProperty(theirs).GetInt32(), summary.GetProperty(ours).GetInt32());
            Assert.Equal(wanted.RootElement.GetProperty("charge_cents").GetInt64(),
                (long)(summary.GetProperty("chargeUsd").GetDecimal() * 100));
            var findings = report.RootElement.GetProperty("files")[0].GetProperty("claims").EnumerateArray()
                .SelectMany(claim => claim.GetProperty("findings").EnumerateArray()).ToList();
            var defects = wanted.RootElement.GetProperty("defects").EnumerateArray().Select(d => rules[d.GetString()!]);
            foreach (var rule in defects) Assert.Contains(findings, f => f.GetProperty("rule").GetString() == rule);
            if (!defects.Any())
                Assert.DoesNotContain(findings, f => f.GetProperty("severity").GetString() is "reject" or "deny");
        }
    }

    [Fact]
    public void No_public_file_of_the_corpus_crashes_the_audit()
    {
        var result = Commands.Noc("audit", SharedFolder.Require("corpus/public"), "--format", "json");
        Assert.Equal(3, result.Code);
        using var report = JsonDocument.Parse(result.Output);
        Assert.True(report.RootElement.GetProperty("totals").GetProperty("claims").GetInt32() > 50);
    }

    private static List<string> Ids(string json)
    {
        using var report = JsonDocument.Parse(json);
        return [.. report.RootElement.GetProperty("files")[0].GetProperty("claims").EnumerateArray()
            .SelectMany(claim => claim.GetProperty("findings").EnumerateArray())
            .Select(finding => finding.GetProperty("id").GetString()!)];
    }

    // The sample's claims again and again in one transaction set, so that the file has many units.
    private static byte[] ManyClaims(int count)
    {
        var segments = File.ReadAllText(Path.Combine(SharedFolder.Root, Commands.Sample)).Split("~\n");
        var first = Array.FindIndex(segments, segment => segment.StartsWith("HL*2*", StringComparison.Ordinal));
        var last = Array.FindIndex(segments, segment => segment.StartsWith("SE*", StringComparison.Ordinal));
        var text = new StringBuilder(string.Join('~', segments[..first]) + "~");
        var (level, written) = (1, first);
        for (var claims = 0; claims < count; claims += 13)
            foreach (var segment in segments[first..last])
            {
                text.Append(segment.StartsWith("HL*",
                    StringComparison.Ordinal) ? $"HL*{++level}*1*22*0" : segment).Append('~');
                written++;
            }
        return Encoding.ASCII.GetBytes(text.Append($"SE*{written - 1}*0001~GE*1*316~IEA*1*000000316~").ToString());
    }
}
