using Noc.Coding;
using Noc.Encounters;

namespace Noc.App.RunCases;

/// <summary>A dose of the drug of a case, coded as <c>noc code</c> codes it. All amounts are in the unit of the case,
/// which is written as milligrams.</summary>
internal sealed class WasteVisit
{
    private const string Unit = "MG";

    private readonly CodedVisit _coded;

    /// <summary>Codes the visit.</summary>
    /// <param name="drug">The drug and where it is given.</param>
    /// <param name="dose">What was given.</param>
    /// <param name="opened">What each opened container holds by its label; null where nobody says.</param>
    /// <param name="discarded">What was thrown away; null where nobody says.</param>
    public WasteVisit(WasteStandIn drug, decimal dose, IReadOnlyList<decimal>? opened, decimal? discarded = null)
    {
        var given = new Administration
        {
            Pointer = "/given",
            Drug = WasteStandIn.Drug,
            Dose = new(dose, Unit),
            Discarded = discarded is { } left ? new(left, Unit) : default,
            Route = "IV",
            Method = AdministrationMethod.IvInfusion,
            Day = drug.Day,
            IsFree = drug.IsFree,
            Containers = [.. (opened ?? [0]).Select(size => new Container
            {
                Holds = size > 0 ? new(size, Unit) : default, IsSingleDose = drug.IsSingleDose,
            })],
        };
        _coded = VisitCoder.Code(new()
        {
            Id = "worked-case",
            From = drug.Day,
            To = drug.Day,
            Claim = drug.BillType.Length > 0 ? new() { BillType = drug.BillType }
                : new() { PlaceOfService = drug.Place },
            Payers = [new() { Name = drug.Payer, Filing = drug.Filing }],
            Billing = new() { State = "IL" },
            Diagnoses = ["G35"],
            Administrations = [given],
        }, new CodingContext(drug.Tables, drug.Policies));
        Lines = [.. _coded.Claims.SelectMany(claim => claim.Lines)
            .Where(line => line.Kind is CodedLineKind.Drug or CodedLineKind.Waste)];
    }

    /// <summary>The lines of the dose and of its waste.</summary>
    public IReadOnlyList<CodedLine> Lines { get; }

    /// <summary>What a line says: its description, its note, and the remarks of its claim.</summary>
    public string TextOf(CodedLine line) => $"{line.Description} {line.Note} "
        + string.Join(' ', _coded.Claims.Select(claim => claim.Note));

    /// <summary>Units of the dose.</summary>
    public decimal Administered => Lines.Where(line => line.Kind is CodedLineKind.Drug).Sum(line => line.Units ?? 0);

    /// <summary>Units of the waste.</summary>
    public decimal Discarded => Lines.Where(line => line.Kind is CodedLineKind.Waste).Sum(line => line.Units ?? 0);

    /// <summary>True where more is recorded as thrown away than the labels leave.</summary>
    public bool IsOverLabel => _coded.Gaps.Any(gap => gap is { Element: "waste", Pointer: "/given/discarded" });
}
