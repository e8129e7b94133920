using System.Text;
using Noc.Administrations;
using Noc.Formats.Encounters;
using Noc.Payers;
using Noc.Tables;

namespace Noc.App.CodeInfusions;

/// <summary><c>noc infuse</c>: the administration codes of visits, from start and stop times.</summary>
public static class InfusionRun
{
    /// <summary>The most visits in one picture.</summary>
    public const int MostDrawn = 100;

    /// <summary>Codes the encounters of files.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="tables">Reference facts.</param>
    /// <param name="policies">What payers want.</param>
    /// <param name="output">Where the answer goes.</param>
    /// <param name="errors">What cannot be read.</param>
    /// <returns>0; 1 where something given cannot be coded before its record is put right; 3 where a file or an
    /// encounter cannot be read.</returns>
    public static int Run(
        InfusionRequest request, ReferenceTables tables, PolicySet policies, Stream output, TextWriter errors)
    {
        var payers = new EncounterPayers(new(tables, policies), tables);
        var (drawn, earlier) = (new List<CodedEncounter>(), new EarlierEncounters());
        var (code, visits) = (0, 0);
        using IInfusionReport report = request.Format switch
        {
            InfusionFormat.Json => new InfusionJson(output, tables),
            InfusionFormat.Text => new InfusionText(output, request.IsColored, tables),
            _ => new NoReport(),
        };
        foreach (var file in request.Files)
            foreach (var read in EncounterFiles.Read(file))
            {
                if (read.Encounter is null)
                {
                    foreach (var problem in read.Problems)
                        errors.WriteLine($"noc: {EncounterFiles.Describe(file, problem)}");
                    report.AddLost(file, read.Problems);
                    code = 3;
                    continue;
                }
                var coded = CodedEncounter.Of(file, read, tables, payers, request.Setting, earlier);
                if (coded.HasUncoded) code = Math.Max(code, 1);
                report.Add(coded);
                if ((visits += coded.Visits.Count) <= MostDrawn) drawn.Add(coded);
            }
        return Math.Max(code, Draw(request, drawn, visits, output, errors));
    }

    private static int Draw(
        InfusionRequest request, List<CodedEncounter> drawn, int visits, Stream output, TextWriter errors)
    {
        if (request.Format is not InfusionFormat.Svg && request.SvgPath is null) return 0;
        if (visits > MostDrawn)
            errors.WriteLine($"noc: the picture shows the first of {visits} visits; it holds {MostDrawn} at most.");
        var picture = Encoding.UTF8.GetBytes(InfusionPicture.Of(drawn));
        if (request.Format is InfusionFormat.Svg) output.Write(picture);
        if (request.SvgPath is null) return 0;
        try
        {
            File.WriteAllBytes(request.SvgPath, picture);
            return 0;
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            errors.WriteLine($"noc: {request.SvgPath}: the picture cannot be written. Check folder and permissions.");
            return 3;
        }
    }
}

/// <summary>Takes coded encounters one by one.</summary>
internal interface IInfusionReport : IDisposable
{
    /// <summary>An encounter.</summary>
    void Add(CodedEncounter coded);

    /// <summary>What could not be read.</summary>
    void AddLost(string file, IReadOnlyList<EncounterProblem> problems);
}

/// <summary>Where a picture is the only answer.</summary>
internal sealed class NoReport : IInfusionReport
{
    /// <inheritdoc/>
    public void Add(CodedEncounter coded) { }

    /// <inheritdoc/>
    public void AddLost(string file, IReadOnlyList<EncounterProblem> problems) { }

    /// <inheritdoc/>
    public void Dispose() { }
}
