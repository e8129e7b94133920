using Noc.Claims;

namespace Noc.Formats.Tests.X837;

public class InstitutionalClaimTests
{
    private static readonly Result File = Samples.Read(Samples.Corpus("institutional-full.837"));

    private static Claim Claim => File.Only;

    [Fact]
    public void Is_read_without_a_problem() => Assert.Empty(File.Problems);

    [Fact]
    public void Keeps_what_the_claim_says()
    {
        Assert.Equal(ClaimType.Institutional, Claim.Type);
        Assert.Equal(Noc.Claims.BillType.Outpatient, Claim.BillType);
        Assert.Equal((new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 8)), (Claim.StatementFrom, Claim.StatementTo));
        Assert.Equal(["ADD", "MED"], Claim.Notes.Select(n => n.Kind.Text));
        File.Has(Claim.Reference("F8"u8), "2300/REF02", "HICN");
        File.Has(Claim.Paperwork[0].ControlNumber, "2300/PWK06", "HATT");
        Assert.Null(Claim.Subscriber);
        File.Has(Claim.Patient.MemberId, "2010BA/NM109", "MEM0002");
    }

    [Fact]
    public void Keeps_diagnoses_and_the_other_codes()
    {
        Assert.Equal(["C50911", "D509", "Z5111"], Claim.Diagnoses.Select(d => d.Code.Text));
        Assert.Equal(["ABJ", "APR", "BH", "BE", "BE", "BG"], Claim.Codes.Select(c => c.Qualifier.Text));
        File.Has(Claim.Codes[3].Code, "2300/HI01-2", "D4");
        File.Has(Claim.Codes[3].Amount, "2300/HI01-5", "12345678");
        File.Has(Claim.Codes[4].Amount, "2300/HI02-5", "4");
    }

    [Fact]
    public void Names_its_providers_by_the_loops_of_its_own_guide()
    {
        File.Has(Claim.Attending!.Npi, "2310A/NM109", "1234567893");
        File.Has(Claim.Attending.Taxonomy, "2310A/PRV03", "207R00000X");
        File.Has(Claim.Rendering!.Npi, "2310D/NM109", "1000000004");
        File.Has(Claim.ServiceFacility!.State, "2310E/N402", "FL");
        File.Has(Claim.Lines[0].Rendering!.Npi, "2420C/NM109", "1555555551");
    }

    [Fact]
    public void Keeps_the_service_of_a_line()
    {
        var line = Claim.Lines[0];
        File.Has(line.RevenueCode, "2400/SV201", "0636");
        File.Has(line.CodeQualifier, "2400/SV202-1", "HC");
        File.Has(line.CodeText, "2400/SV202-2", "C9399");
        File.Has(line.ModifierTexts[0], "2400/SV202-3", "JZ");
        File.Has(line.Description, "2400/SV202-7", "TESTODRUGIN 250MG IV");
        File.Has(line.ChargeText, "2400/SV203", "9900");
        File.Has(line.UnitKind, "2400/SV204", "UN");
        File.Has(line.UnitsText, "2400/SV205", "1");
        File.Has(line.NdcText, "2410/LIN03", "55555012301");
        File.Has(line.NdcUnit, "2410/CTP05-1", "UN");
        File.Has(line.PrescriptionNumber, "2410/REF02", "RXH1");
        Assert.Equal(new DateOnly(2026, 1, 6), line.ServiceDate);
    }

    [Fact]
    public void Gives_a_line_without_a_date_the_statement_period()
    {
        var line = Claim.Lines[1];
        Assert.True(line.Code.IsNone);
        Assert.Equal((new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 8)), (line.ServiceDate, line.LastServiceDate));
        Assert.True(line.ServiceDateText.IsEmpty);
    }
}
