using System.Globalization;
using System.Text;
using Noc.App.CodeEncounter;
using Noc.Audit;
using Noc.Coding;
using Noc.Drugs;
using Noc.Formats.Encounters;
using Noc.Reference.Policies;
using Noc.Reference.Seed;
using Noc.Tables;
using Noc.Tests;

namespace Noc.App.Tests.CodeEncounter;

/// <summary>Codes encounters by the shipped tables and policies.</summary>
internal static class CodedVisits
{
    private static readonly Dictionary<HcpcsCode, decimal> Charges =
        Enumerable.Range(96360, 100).ToDictionary(
            number => HcpcsCode.Of(number.ToString(CultureInfo.InvariantCulture)), _ => 185m);

    private static readonly ReferenceTables Tables = SeedTables.Load();

    public static CodingContext Context { get; } = CodeRun.ContextOf(Tables, ShippedPolicies.Set, Charges);

    public static AuditContext Audit { get; } = new(Tables, ShippedPolicies.Set);

    /// <summary>The one encounter of a document, coded and audited.</summary>
    public static CodedResult Of(string encounter)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(encounter));
        return CodedResult.Of("visit.json", EncounterFile.Read(stream).Single(), Context, Audit);
    }

    /// <summary>The lines of drugs of all claims.</summary>
    public static List<CodedLine> DrugLines(CodedResult result) => [.. result.Visit.Claims
        .SelectMany(claim => claim.Lines).Where(line => line.Kind is not CodedLineKind.Administration)];

    /// <summary>Code, modifiers, units and NDC quantity of each of them.</summary>
    public static string Told(CodedResult result) => string.Join("; ", DrugLines(result).Select(line =>
        FormattableString.Invariant($"{line.Code}{string.Concat(line.Modifiers.Select(one => $"-{one.Code}"))} ")
        + FormattableString.Invariant($"{line.Units:0.###} {line.NdcUnit}{line.NdcQuantity:0.###}")));

    /// <summary>The default visit with members set.</summary>
    public static CodedResult With(params (string Pointer, string? Json)[] changes) => Of(TestVisit.With(changes));
}
