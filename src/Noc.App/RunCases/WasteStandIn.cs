using System.Globalization;
using Noc.Audit;
using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.App.RunCases;

/// <summary>The drug, the place and the payer of a case of waste, which names amounts and little else: an invented drug
/// with the unit and the container of the case, on tables that hold it beside all others.</summary>
internal sealed class WasteStandIn
{
    /// <summary>The drug.</summary>
    public const string Drug = "CASEDRUG";

    /// <summary>The payer where the case says how it takes waste on unclassified lines.</summary>
    public const string OwnPayer = "Payer of the case";

    private static readonly DateOnly Always = new(2005, 1, 1);

    private readonly CaseInput _input;

    public WasteStandIn(CaseInput input, AuditContext shared, decimal? unit)
    {
        _input = input;
        Day = input.Day("date") ?? shared.Tables.CoveredTo;
        Unclassified = HcpcsCode.TryParse(input.Text("code"), out var code)
            && shared.Tables.CatchAll(code) is not null ? code : default;
        Code = !Unclassified.IsNone ? Unclassified : CodeOn(shared.Tables);
        Tables = shared.Tables.With(Product(unit));
        Policies = new([.. shared.Policies.All, .. Own()]);
    }

    /// <summary>Date of service; the newest day of the tables where the case names none.</summary>
    public DateOnly Day { get; }

    /// <summary>The code of the line.</summary>
    public HcpcsCode Code { get; }

    /// <summary>The unclassified code of the case; none where the drug has a code of its own.</summary>
    public HcpcsCode Unclassified { get; }

    /// <summary>The tables with the drug.</summary>
    public ReferenceTables Tables { get; }

    /// <summary>The policies with the payer's own.</summary>
    public PolicySet Policies { get; }

    /// <summary>True out of single-dose containers.</summary>
    public bool IsSingleDose => _input.Given("singleDose") ?? true;

    /// <summary>True where the case says that the drug is part of the visit.</summary>
    public bool IsPackaged => _input.Given("separatelyPayable") is false || _input.Text("statusIndicator") is "N";

    /// <summary>True where it cost nothing.</summary>
    public bool IsFree => _input.Flag("freeDrug") || _input.Flag("free") || _input.Flag("isFree");

    /// <summary>Bill type; empty for a practice.</summary>
    public string BillType => CaseWords.Has(Where, "rhc", "rural") ? "711"
        : CaseWords.Has(Where, "fqhc", "health") ? "771"
        : CaseWords.Has(Where, "inpatient") ? "111"
        : CaseWords.Has(Where, "cah", "critical") ? "851"
        : IsPackaged || Unclassified.Value is "C9399" || CaseWords.Setting(_input.Text("setting")) is Setting.Opps
            ? "131" : "";

    /// <summary>Place of service of a practice.</summary>
    public string Place => _input.Text("placeOfService") is { Length: > 0 } place ? place : "11";

    /// <summary>Claim filing indicator.</summary>
    public string Filing => _input.Text("payer") is { Length: > 0 } payer && !CaseWords.IsMedicare(payer) ? "CI"
        : BillType.Length > 0 ? "MA" : "MB";

    /// <summary>Name of the payer.</summary>
    public string Payer => _input.Text("payerNocWaste").Length > 0 ? OwnPayer : Filing is "CI" ? "Commercial payer"
        : "Medicare";

    private string Where => $"{_input.Text("providerType")} {_input.Text("setting")} {_input.Text("provider")}";

    // A number that hospitals are paid for apart, or not, as the case says; the drug behind it is the invented one.
    private HcpcsCode CodeOn(ReferenceTables tables)
    {
        if (BillType is not ("131" or "851")) return HcpcsCode.Of("J0009");
        foreach (var product in tables.Products)
            foreach (var row in product.Codes)
                if (row.Code.Series is 'J' && row.IsValidOn(Day) && (IsPackaged
                    ? SeparatePayment.IsPackaged(tables, row.Code, Day)
                    : tables.IsSurelySingleDose(row.Code, Day) && SeparatePayment.IsPaidApart(tables, row.Code, Day)))
                    return row.Code;
        throw new FormatException();
    }

    private Product Product(decimal? unit) => new()
    {
        Id = "worked-case",
        Ingredient = Drug.ToLowerInvariant(),
        Pathway = Unclassified.Value is "J3590" ? "BLA" : "NDA",
        IsBiologic = Unclassified.Value is "J3590",
        IsAntineoplastic = Unclassified.Value is "J9999",
        Routes = ["IV"],
        Container = IsSingleDose ? ContainerKind.SingleDose : ContainerKind.MultiDose,
        Approved = Always,
        IsApprovalVerified = true,
        Fallback = Unclassified.Value is "J3590" or "J9999" ? Unclassified : HcpcsCode.Of("J3490"),
        Codes = !Unclassified.IsNone ? []
            : [new(Code, string.Create(CultureInfo.InvariantCulture, $"{unit ?? 1} mg"), new(unit ?? 1, "MG"), Always,
                null, "", Confidence.High)],
        Confidence = Confidence.High,
    };

    // Medicare's rules, and the payer's own word on the waste of unclassified drugs.
    private IEnumerable<Policy> Own()
    {
        if (_input.Text("payerNocWaste") is not { Length: > 0 } word) return [];
        return
        [
            new()
            {
                Id = "worked-case",
                Name = OwnPayer,
                Level = PolicyLevel.Plan,
                Extends = "medicare",
                Who = new([], [], []) { Names = [OwnPayer] },
                Values =
                [
                    new()
                    {
                        Key = PolicyKeys.WasteLine,
                        Value = new() { Words = [CaseWords.Has(word, "narrative", "text") ? "text" : "jw-line"] },
                        Scope = PolicyScope.Any with { When = Situation.SingleDose | Situation.Waste },
                        Confidence = Confidence.High,
                        Source = new("Worked case", "", null, Always),
                        Policy = "worked-case",
                    },
                ],
            },
        ];
    }
}
