using System.Collections.Frozen;

namespace Noc.Payers.Expressions;

/// <summary>The closed table of what an expression may read.</summary>
public static class ExpressionVariables
{
    /// <summary>All variables in the order of the documentation.</summary>
    public static IReadOnlyList<ExpressionVariable> All { get; } =
    [
        Word("claim.type", "what form the claim takes", v => v.ClaimType, "professional", "institutional"),
        Number("claim.charge", "total charge of the claim, US dollars", v => v.Claim.ChargeUsd),
        Text("claim.frequency", "1 original, 7 replacement, 8 void (CLM05-3)", v => v.Frequency),
        Text("claim.place", "place of service of the claim; professional only", v => v.ClaimPlace),
        Text("claim.bill", "bill type without its last digit, such as 13; institutional only", v => v.Bill),
        Text("claim.payer.id", "payer id as sent (NM109)", v => v.PayerId),
        Text("claim.payer.name", "payer name as sent (NM103)", v => v.PayerName),
        Text("claim.filing", "claim filing indicator (SBR09), such as MB, MC, CI", v => v.Filing),
        Text("claim.state", "state where the line was given, two letters", v => v.State),
        Text("claim.jurisdiction", "Medicare contractor jurisdiction, such as JE", v => v.Facts.Jurisdiction),
        Word("claim.order", "whether this payer pays first", v => v.Order, "primary", "secondary"),
        Texts("claim.diagnoses", "diagnosis codes of the claim, without points", v => v.ClaimDiagnoses),
        Texts("claim.revenues", "revenue codes of the lines; institutional only", v => v.ClaimRevenues),
        Truth("claim.authorization", "a prior authorization number stands on the claim or line (REF*G1)",
            v => v.HasAuthorization),
        Text("claim.note", "notes of the claim, one behind the other", v => v.ClaimNote),
        Date("claim.sent", "day on which the claim was sent; absent where not known", v => v.Facts.Sent),
        Date("claim.asof", "day for which the claim is judged", v => v.Facts.AsOf),
        Number("line.number", "number of the line, from 1", v => v.Line.Number),
        Text("line.code", "procedure code", v => v.Code),
        Texts("line.modifiers", "modifiers, in order", v => v.Modifiers),
        Number("line.units", "billed units", v => v.Line.BilledUnits),
        Number("line.charge", "charge of the line, US dollars", v => v.Line.ChargeUsd),
        Text("line.description", "description of the line (SV101-7, SV202-7)", v => v.Description),
        Text("line.note", "notes of the line, one behind the other", v => v.LineNote),
        Date("line.date", "first day of service", v => v.Line.ServiceDate),
        Text("line.place", "place of service of the line, else of the claim; professional only", v => v.LinePlace),
        Text("line.revenue", "revenue code; institutional only", v => v.Revenue),
        Text("line.ndc", "NDC of the line (LIN03), eleven digits where it is one", v => v.Ndc),
        Number("line.ndc.quantity", "NDC quantity (CTP04)", v => v.Line.NdcQuantity),
        Text("line.ndc.unit", "unit of the NDC quantity (CTP05-1): UN, ML, GR, F2 or ME", v => v.NdcUnit),
        Truth("line.attachment", "paperwork is announced on the line or claim (PWK)", v => v.HasAttachment),
        Texts("line.diagnoses", "diagnosis codes that the line points to, without points; professional only",
            v => v.LineDiagnoses),
        Texts("drug.names", "brand and ingredient names of the products that the line may mean",
            v => v.Facts.DrugNames),
        Truth("drug.compounded", "the drug was mixed by a pharmacy", v => v.Facts.IsCompounded),
        Truth("drug.biologic", "the product is a biologic", v => v.Facts.IsBiologic),
        Truth("drug.antineoplastic", "the product is an anticancer drug", v => v.Facts.IsAntineoplastic),
        Text("drug.route", "route by which it was given, such as IV", v => v.Facts.Route),
        Date("drug.approved", "first day of approval of the product", v => v.Facts.Approved),
        Truth("text.has.name", "a text of the line names the drug", v => v.Facts.TextHasName),
        Truth("text.has.dose", "a text names the dose", v => v.Facts.TextHasDose),
        Truth("text.has.strength", "a text names the strength", v => v.Facts.TextHasStrength),
        Truth("text.has.concentration", "a text names an amount per volume", v => v.Facts.TextHasConcentration),
        Truth("text.has.route", "a text names the route", v => v.Facts.TextHasRoute),
        Truth("text.has.price", "a text names a price", v => v.Facts.TextHasPrice),
        Number("text.price", "the price that a text names, US dollars", v => v.Facts.TextPrice),
        Truth("text.has.manufacturer", "a text names the manufacturer", v => v.Facts.TextHasManufacturer),
        Truth("text.has.waste", "a text tells what was discarded", v => v.Facts.TextHasWaste),
        Text("text.ndc", "NDC that a text names, eleven digits", v => v.Facts.TextNdc),
        Truth("code.unclassified", "the code is unclassified on the date of service", v => v.Facts.IsUnclassified),
        Truth("code.valid", "the code exists on the date of service", v => v.Facts.IsCodeValid),
    ];

    private static readonly FrozenDictionary<string, ExpressionVariable> ByName =
        All.ToFrozenDictionary(variable => variable.Name);

    /// <summary>The variable of this name; null where there is none. Case counts.</summary>
    public static ExpressionVariable? Find(string name) => ByName.GetValueOrDefault(name);

    private static ExpressionVariable Truth(string name, string meaning, Func<ClaimLineView, bool?> get) =>
        new(name, meaning, new BoundTruth(get));

    private static ExpressionVariable Number(string name, string meaning, Func<ClaimLineView, decimal?> get) =>
        new(name, meaning, new BoundNumber(get));

    private static ExpressionVariable Text(string name, string meaning, Func<ClaimLineView, string?> get) =>
        new(name, meaning, new BoundText(get));

    private static ExpressionVariable Word(
        string name, string meaning, Func<ClaimLineView, string?> get, params string[] words) =>
        new(name, meaning, new BoundText(get), words);

    private static ExpressionVariable Date(string name, string meaning, Func<ClaimLineView, DateOnly?> get) =>
        new(name, meaning, new BoundDate(get));

    private static ExpressionVariable Texts(
        string name, string meaning, Func<ClaimLineView, IReadOnlyList<string>> get) =>
        new(name, meaning, new BoundTexts(get));
}
