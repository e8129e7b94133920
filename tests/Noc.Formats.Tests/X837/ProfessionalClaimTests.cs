using Noc.Claims;

namespace Noc.Formats.Tests.X837;

public class ProfessionalClaimTests
{
    private static readonly Result File = Samples.Read(Samples.Corpus("professional-full.837"));

    private static Claim Claim => File.Only;

    [Fact]
    public void Is_read_without_a_problem() => Assert.Empty(File.Problems);

    [Fact]
    public void Says_where_it_stands()
    {
        Assert.Equal(new ClaimPlace(1, 1, 1, 1), Claim.Place);
        Assert.Equal(ClaimType.Professional, Claim.Type);
        Assert.True(Claim.IsReplacement);
        Assert.True(Claim.IsSecondary);
        Assert.False(Claim.IsPredetermination);
    }

    [Fact]
    public void Keeps_the_parties_above_it()
    {
        File.Has(Claim.Billing.Name, "2010AA/NM103", "INVENTED ONCOLOGY GROUP");
        File.Has(Claim.Billing.Npi, "2010AA/NM109", "1987654328");
        File.Has(Claim.Billing.Taxonomy, "2000A/PRV03", "207RH0003X");
        File.Has(Claim.Billing.State, "2010AA/N402", "IL");
        File.Has(Claim.Billing.Zip, "2010AA/N403", "627010001");
        File.Has(Claim.Payer.Name, "2010BB/NM103", "INVENTED MEDICARE");
        File.Has(Claim.Payer.Id, "2010BB/NM109", "PAY001");
        File.Has(Claim.Payer.Sequence, "2000B/SBR01", "S");
        File.Has(Claim.Payer.GroupNumber, "2000B/SBR03", "GRP77");
        File.Has(Claim.Payer.InsuranceType, "2000B/SBR05", "47");
        File.Has(Claim.Payer.FilingIndicator, "2000B/SBR09", "MB");
        File.Has(Claim.Payer.State, "2010BB/N402", "NE");
    }

    [Fact]
    public void Takes_the_dependent_as_the_patient_and_keeps_the_subscriber()
    {
        File.Has(Claim.Patient.LastName, "2010CA/NM103", "EXAMPLE");
        File.Has(Claim.Patient.FirstName, "2010CA/NM104", "ROBIN");
        File.Has(Claim.Patient.MemberId, "2010BA/NM109", "MEM0001");
        File.Has(Claim.Patient.State, "2010CA/N402", "TX");
        File.Has(Claim.Patient.Sex, "2010CA/DMG03", "M");
        Assert.Equal(new DateOnly(2010, 3, 4), Claim.Patient.BirthDate);
        File.Has(Claim.Subscriber!.FirstName, "2010BA/NM104", "SAM");
        Assert.Equal(new DateOnly(1950, 1, 2), Claim.Subscriber.BirthDate);
    }

    [Fact]
    public void Keeps_what_the_claim_says()
    {
        File.Has(Claim.AccountNumber, "2300/CLM01", "ACC-17");
        File.Has(Claim.ChargeText, "2300/CLM02", "1234.5");
        Assert.Equal(1234.5m, Claim.ChargeUsd);
        File.Has(Claim.FacilityCode, "2300/CLM05-1", "11");
        File.Has(Claim.Frequency, "2300/CLM05-3", "7");
        File.Has(Claim.Reference("F8"u8), "2300/REF02", "ICN123456");
        File.Has(Claim.Reference("G1"u8), "2300/REF02", "AUTH77");
        File.Has(Claim.Reference("P4"u8), "2300/REF02", "12345678");
        File.Has(Claim.Reference("9F"u8), "2300/REF02", "REFERRAL9");
        Assert.Equal(4, Claim.References.Count);
        File.Has(Claim.FileInformation[0], "2300/K301", "STATE RULE TEXT");
        File.Has(Claim.Notes[0].Kind, "2300/NTE01", "ADD");
        File.Has(Claim.Notes[0].Text, "2300/NTE02", "CLAIM NOTE HERE");
        File.Has(Claim.Paperwork[0].ReportType, "2300/PWK01", "OZ");
        File.Has(Claim.Paperwork[0].Transmission, "2300/PWK02", "FX");
        File.Has(Claim.Paperwork[0].ControlNumber, "2300/PWK06", "ATT-1");
    }

    [Fact]
    public void Keeps_the_diagnoses_in_pointer_order_and_the_other_codes_apart()
    {
        Assert.Equal(["C50911", "D509", "Z5111"], Claim.Diagnoses.Select(d => d.Code.Text));
        File.Has(Claim.Diagnoses[0].Qualifier, "2300/HI01-1", "ABK");
        File.Has(Claim.Diagnoses[2].Code, "2300/HI03-2", "Z5111");
        Assert.Equal(["BP00100", "BGA1", "BGB2"], Claim.Codes.Select(c => c.Qualifier.Text + c.Code.Text));
    }

    [Fact]
    public void Keeps_its_providers()
    {
        File.Has(Claim.Rendering!.Name, "2310B/NM103", "RENDERER");
        File.Has(Claim.Rendering.Npi, "2310B/NM109", "1234567893");
        File.Has(Claim.Rendering.Taxonomy, "2310B/PRV03", "207RX0202X");
        File.Has(Claim.ServiceFacility!.Npi, "2310C/NM109", "1111111112");
        File.Has(Claim.ServiceFacility.State, "2310C/N402", "TX");
        File.Has(Claim.ServiceFacility.Zip, "2310C/N403", "752010001");
        Assert.Null(Claim.Attending);
    }

    [Fact]
    public void Keeps_the_other_payers()
    {
        Assert.Equal(2, Claim.OtherPayers.Count);
        var other = Claim.OtherPayers[0];
        File.Has(other.Sequence, "2320/SBR01", "P");
        File.Has(other.FilingIndicator, "2320/SBR09", "CI");
        File.Has(other.PaidUsd, "2320/AMT02", "400.25");
        File.Has(other.Name, "2330B/NM103", "OTHER INVENTED PLAN");
        File.Has(other.Id, "2330B/NM109", "OTH99");
        Assert.Equal(3, other.Adjustments.Count);
        File.Has(other.Adjustments[0].Group, "2320/CAS01", "CO");
        File.Has(other.Adjustments[1].Reason, "2320/CAS05", "253");
        File.Has(other.Adjustments[1].Amount, "2320/CAS06", "2.25");
        Assert.Equal(new DateOnly(2026, 1, 20), other.DecidedOn);
        File.Has(Claim.OtherPayers[1].Id, "2330B/NM109", "OTH55");
        Assert.Null(Claim.OtherPayers[1].DecidedOn);
    }

    [Fact]
    public void Keeps_the_service_of_a_line()
    {
        var line = Claim.Lines[0];
        Assert.Equal((2, 1), (Claim.Lines.Count, line.Number));
        File.Has(line.AssignedNumber, "2400/LX01", "1");
        File.Has(line.CodeQualifier, "2400/SV101-1", "HC");
        File.Has(line.CodeText, "2400/SV101-2", "J3490");
        Assert.Equal("J3490", line.Code.Value);
        File.Has(line.ModifierTexts[0], "2400/SV101-3", "JZ");
        File.Has(line.ModifierTexts[1], "2400/SV101-4", "KX");
        Assert.Equal(["JZ", "KX"], line.Modifiers.Select(m => m.Value));
        File.Has(line.Description, "2400/SV101-7", "TESTODRUGIN 250MG IV");
        File.Has(line.ChargeText, "2400/SV102", "1000.5");
        Assert.Equal((1000.5m, 1m), (line.ChargeUsd, line.BilledUnits));
        File.Has(line.UnitKind, "2400/SV103", "UN");
        File.Has(line.UnitsText, "2400/SV104", "1");
        File.Has(line.PlaceOfService, "2400/SV105", "22");
        File.Has(line.DiagnosisPointers[0], "2400/SV107-1", "1");
        File.Has(line.DiagnosisPointers[1], "2400/SV107-2", "3");
        Assert.Equal(2, line.DiagnosisPointers.Count);
    }

    [Fact]
    public void Keeps_the_dates_notes_and_references_of_a_line()
    {
        var line = Claim.Lines[0];
        File.Has(line.ServiceDateText, "2400/DTP03", "20260105-20260107");
        Assert.Equal((new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 7)), (line.ServiceDate, line.LastServiceDate));
        File.Has(line.Paperwork[0].ControlNumber, "2400/PWK06", "LINEATT");
        Assert.Equal(["6R", "G1"], line.References.Select(r => r.Qualifier.Text));
        File.Has(line.References[1].Value, "2400/REF02", "LINEAUTH");
        File.Has(line.FileInformation[0], "2400/K301", "LINE K3 TEXT");
        Assert.Equal(["ADD", "TPO"], line.Notes.Select(n => n.Kind.Text));
        File.Has(line.Notes[0].Text, "2400/NTE02", "TESTODRUGIN 250MG IV OVER 2 HOURS");
    }

    [Fact]
    public void Keeps_the_drug_of_a_line()
    {
        var line = Claim.Lines[0];
        File.Has(line.NdcQualifier, "2410/LIN02", "N4");
        File.Has(line.NdcText, "2410/LIN03", "55555012301");
        Assert.Equal("55555012301", line.Ndc?.Digits);
        File.Has(line.NdcQuantityText, "2410/CTP04", "2.5");
        File.Has(line.NdcUnit, "2410/CTP05-1", "ML");
        Assert.Equal((2.5m, 1), (line.NdcQuantity, line.NdcCount));
        File.Has(line.PrescriptionNumber, "2410/REF02", "RX001");
        Assert.True(line.CompoundLink.IsEmpty);
        var second = Claim.Lines[1];
        File.Has(second.NdcText, "2410/LIN03", "55555-0456-02");
        Assert.Null(second.Ndc);
        File.Has(second.CompoundLink, "2410/REF02", "LINK01");
        Assert.True(second.NdcQuantityText.IsEmpty);
    }

    [Fact]
    public void Keeps_the_providers_and_earlier_payments_of_a_line()
    {
        var line = Claim.Lines[0];
        File.Has(line.Rendering!.Npi, "2420A/NM109", "1555555551");
        File.Has(line.Rendering.Taxonomy, "2420A/PRV03", "363L00000X");
        File.Has(line.ServiceFacility!.State, "2420C/N402", "NV");
        File.Has(line.Ordering!.Name, "2420E/NM103", "ORDERER");
        Assert.Equal(2, line.Adjudications.Count);
        File.Has(line.Adjudications[0].PayerId, "2430/SVD01", "OTH99");
        File.Has(line.Adjudications[0].PaidUsd, "2430/SVD02", "400.25");
        File.Has(line.Adjudications[0].Adjustments[0].Amount, "2430/CAS03", "600.25");
        Assert.Equal(new DateOnly(2026, 1, 20), line.Adjudications[0].DecidedOn);
        Assert.Equal("23", line.Adjudications[1].Adjustments[0].Reason.Text);
        Assert.Null(line.Adjudications[1].DecidedOn);
        Assert.Empty(Claim.Lines[1].Adjudications);
    }
}
