using Noc.Claims;
using Noc.Drugs;
using Noc.Payers.Expressions;

namespace Noc.Core.Tests.Payers.Expressions;

/// <summary>The sample line of docs/payers/expressions.md, and lines made from it.</summary>
internal static class SampleLine
{
    public static ClaimLineFacts Facts { get; } = new()
    {
        Sent = new(2026, 4, 10),
        AsOf = new(2026, 4, 12),
        DrugNames = ["EXAMPLA", "EXAMPLAZOLE"],
        IsCompounded = false,
        IsAntineoplastic = false,
        Route = "IV",
        Approved = new(2025, 9, 30),
        TextHasName = true,
        TextHasDose = true,
        TextHasStrength = false,
        TextHasConcentration = false,
        TextHasRoute = true,
        TextHasPrice = true,
        TextPrice = 450,
        TextHasManufacturer = false,
        TextHasWaste = true,
        IsUnclassified = true,
        IsCodeValid = true,
    };

    public static ClaimLineView View(string description = "EXAMPLAZOLE 150MG IV")
    {
        Assert.True(Ndc11.TryParse("00000111122", out var ndc));
        return new(Claim(), new()
        {
            Number = 1,
            CodeText = Field("J3490"),
            Code = HcpcsCode.Of("J3490"),
            ModifierTexts = [Field("JZ"), Field("RT")],
            UnitsText = Field("2"),
            ChargeText = Field("900"),
            Description = Field(description),
            Notes = [new(Field("ADD"), Field("INV. $450.00")), new(Field("ADD"), Field("WASTAGE 5MG"))],
            ServiceDate = new(2026, 3, 10),
            DiagnosisPointers = [Field("2")],
            Drug = new() { NdcText = Field("00000111122"), Ndc = ndc, QuantityText = Field("1.5"), Unit = Field("ML") },
        }, Facts);
    }

    public static Claim Claim() => new()
    {
        Place = default,
        Source = new NoSource(),
        Type = ClaimType.Professional,
        ChargeUsd = 1250.50m,
        Frequency = Field("1"),
        FacilityCode = Field("11"),
        Payer = new()
        {
            Id = Field("TREST"),
            Name = Field("EXAMPLE EAST"),
            FilingIndicator = Field("CH"),
            Sequence = Field("P"),
        },
        Patient = new(),
        Billing = new() { State = Field("FL") },
        Diagnoses = [new(Field("Z5111"), Field("ABK")), new(Field("M05.79"), Field("ABF"))],
    };

    public static WhenExpression Read(string text)
    {
        var reading = WhenExpression.Read(text);
        Assert.True(reading.Errors.Count == 0, $"{text}: {string.Join("; ", reading.Errors)}");
        return reading.Expression!;
    }

    public static bool Holds(string text) => Read(text).Holds(View());

    public static Field Field(string text) => TestTables.Field(text);

    public sealed class NoSource : ClaimSource
    {
        public override long? OffsetOf(int line, string element) => null;
    }
}
