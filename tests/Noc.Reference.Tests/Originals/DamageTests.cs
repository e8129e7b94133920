using System.Text;
using Noc.Reference.Originals;

namespace Noc.Reference.Tests.Originals;

/// <summary>Files that were damaged on their way: whatever happens to them, a reader gives rows and problems, or says
/// in one kind of exception that it cannot read them.</summary>
public sealed class DamageTests
{
    private const int Rounds = 150, MaxDamages = 10;

    private const string Odd = "\",\n\r\t ~0-9/.$%{[]}'";

    public static TheoryData<string> Names() => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Damaged_files_end_in_rows_problems_or_one_exception(string name)
    {
        var whole = Encoding.UTF8.GetBytes(Samples[name]);
        var reader = Assert.Single(OriginalReaders.All, reader => reader.Recognises(Files.Bytes(whole, name).Head));
        Assert.NotEqual(0, reader.Read(Files.Bytes(whole, name)).RowCount);
        var random = new Random(20261121);
        for (var round = 0; round < Rounds; round++)
        {
            var member = Files.Bytes(Damaged(whole, random), name);
            try
            {
                Assert.InRange(OriginalReaders.All.Count(other => other.Recognises(member.Head)), 0, 1);
                Assert.True(Files.IsWhole(reader.Read(member)));
            }
            catch (UnreadableOriginalException fault)
            {
                Assert.NotEmpty(fault.Message);
            }
        }
    }

    private static byte[] Damaged(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var left = random.Next(1, MaxDamages); left > 0 && bytes.Count > 1; left--)
        {
            var at = random.Next(bytes.Count);
            var some = Math.Min(random.Next(1, 80), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, some);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, some));
                    break;
                case 3:
                    bytes[at] = (byte)Odd[random.Next(Odd.Length)];
                    break;
                case 4:
                    bytes.InsertRange(at, "99999999999999999999999999999999"u8.ToArray());
                    break;
                default:
                    bytes.RemoveRange(at, random.Next(4) == 0 ? bytes.Count - at : 1);
                    break;
            }
        }
        return [.. bytes];
    }

    private static readonly Dictionary<string, string> Samples = new(StringComparer.Ordinal)
    {
        ["GPCI2025.csv"] = "ADDENDUM E. FINAL CY 2025 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE,,,,,,\n"
            + "Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name,2025 PW GPCI,"
            + "2025 PE GPCI,2025 MP GPCI\n" + """
            02102,AK,01,ALASKA*,1.5,1.081,0.592

            *A note,,,,,,
            """,
        ["GPCI2025.txt"] = """
            ADDENDUM E. FINAL CY 2025 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE AND MEDICARE LOCALITY
            10112           AL      00   ALABAMA                                  1.000       0.869       0.575
            02102           AK      01   ALASKA*                                  1.500       1.081       0.592
            """,
        ["25LOCCO.csv"] = """
            COUNTIES INCLUDED IN 2025 LOCALITIES.,,,,
            Medicare Adminstrative Contractor,Locality Number,State ,Fee Schedule Area ,Counties
            2102,1,ALASKA ,STATEWIDE ,ALL COUNTIES
            5302,2,MISSOURI ,METROPOLITAN KANSAS CITY,"CLAY, JACKSON AND PLATTE"
            """,
        ["ZIP5_OCT2025.txt"] = """
            AK999500210201BZ9B  0 A                                                    20254
            AL359581011200RZ9R  1 A                                                    20254
            """,
        ["PFREV25C.txt"] = "\"2025\",\"01112\",\"05\",\"76145\",\"  \",\"0001339.81\",\"0001339.81\",\" \",\"3\",\"A\","
            + "\"0\",\"0000000.00\",\"0000000.00\",\"9\",\"0000000.00\",\"0000000.00\"\n\"TRL- A NOTICE\"\n",
        ["icd10cm_order_2026.txt"] =
            $"00001 E11     0 {"Diabetes",-60} Diabetes\n00002 E1100   1 {"Diabetes",-60} Diabetes\n",
        ["PPRRVU2025_Oct.txt"] = $"HDR A NOTICE\n43400{"",-52}A  25.60  13.77NA  13.77    6.52  45.89 45.890090.09.81"
            + ".1020210             32.3465 090 99      0.00   0.00   0.00\n",
        ["package.txt"] = "PRODUCTID\tPRODUCTNDC\tNDCPACKAGECODE\tPACKAGEDESCRIPTION\tSTARTMARKETINGDATE\t"
            + "ENDMARKETINGDATE\n\t50242-051\t50242-051-21\t1 VIAL\t19971126\t\n",
        ["products.txt"] = "Ingredient~DF;Route~Trade_Name~Applicant~Strength~Appl_Type~Appl_No~Product_No~TE_Code~"
            + "Approval_Date~RLD~Type\nONE~TABLET;ORAL~BRAND~APP~5MG **a**~N~018200~001~AB~Sep 6, 1989~Yes~RX\n",
        ["purplebook.csv"] = "Purple Book Report - August 2026,,\nN/R/U,Applicant,BLA Number,Proprietary Name,"
            + "Proper Name,License Type,Strength,Dosage Form,Route of Administration,Product Presentation,"
            + "Marketing Status,Licensure,Approval Date,Product Number\n"
            + "U,A,100002,Two,two-abcd,351(a),5MG,,,,Rx,Licensed,1-Aug-26,001\n",
        ["nadac.csv"] = "NDC Description,NDC,NADAC Per Unit,Effective Date,Pricing Unit,OTC,Explanation Code,"
            + "As of Date\n"
            + "\"DRUG, ONE\",24385005452,0.28111,09/23/2026,EA,Y,\"1, 5\",09/30/2026\n",
        ["nadac.json"] = "[{\"ndc_description\":\"ONE\",\"ndc\":\"24385005452\",\"nadac_per_unit\":\"0.28111\","
            + "\"effective_date\":\"2026-09-23\",\"as_of_date\":\"2026-09-30\"}]",
        ["rebate.csv"] = "Year,Quarter,Labeler Code,Product Code,Package Size Code,Unit Type,Units Per Pkg Size,"
            + "Market Date\n"
            + "2026,2,2,1200,10,ML,10.000,06/01/2012\n",
        ["MCR_MUE_PractitionerServices_Eff_10-01-2026.csv"] = "\"A notice\n\",,,\n\"HCPCS/\nCPT Code\","
            + "Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\n"
            + "J1885,8,3 Edit: Clinical,Prescribing Information\n",
        ["places.csv"] = "code,name,pfs_rate\n11,Office,NF\n21,Inpatient Hospital,F\n",
        ["reasons.csv"] = "code,in_2026_active_list\n1,Y\nW1,N\n",
        ["remarks.csv"] = "code\nM1\nMA01\nN734\n",
        ["contractors.csv"] = "state,ab_jurisdiction,ab_mac,part_b_contractor_numbers,dme_jurisdiction,dme_mac\n"
            + "CA,JE,Noridian,01112 01182,D,Noridian\n",
    };
}
