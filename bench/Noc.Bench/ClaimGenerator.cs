using System.Globalization;
using System.Text;

namespace Noc.Bench;

/// <summary>Writes a valid 837P of invented people: two thirds of the claims bill an unclassified drug, in thousands of
/// different narratives; every NPI has a right check digit. Same arguments, same bytes.</summary>
internal static class ClaimGenerator
{
    private const int FlushCharacters = 1 << 20;

    private static readonly string[] Syllables = ["AL", "BEN", "CO", "DI", "EX", "FU", "GLI", "HY", "IN", "JO", "KE",
        "LU"];
    private static readonly string[] Endings = ["MAB", "ZOLE", "TIDE", "CEPT", "NIB", "PARIN", "STIM", "FERON"];
    private static readonly string[] Routes = ["IV", "IM", "SC", "IVPB", "SUBQ", "INTRAVITREAL"];
    private static readonly string[] Codes = ["J3490", "J3490", "J3590", "J3590", "J9999", "C9399", "J7999"];
    private static readonly string[] Procedures = ["96372", "96365", "96413", "99213", "99214", "36415"];
    private static readonly string[] Filings = ["MB", "MC", "CI", "BL", "16"];
    private static readonly string[] States = ["IL", "TX", "FL", "CO", "NY", "CA", "OH"];

    /// <summary>What was written.</summary>
    /// <param name="Bytes">Bytes of the file.</param>
    /// <param name="Claims">Claims in it.</param>
    /// <param name="Sets">Transaction sets in it.</param>
    public readonly record struct Written(long Bytes, int Claims, int Sets);

    /// <summary>Writes claims until there are as many, or as many megabytes, as the options ask for.</summary>
    public static int Run(string output, Options options)
    {
        using var file = new FileStream(output, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        var (bytes, claims, sets) = Write(file, options);
        Console.WriteLine($"{bytes} bytes, {claims} claims, {sets} transaction sets");
        return 0;
    }

    /// <summary>The same into any stream.</summary>
    public static Written Write(Stream file, Options options)
    {
        var random = new Random(options.Seed);
        long written = 0;
        int claims = 0, sets = 0, segments = 0;
        var text = new StringBuilder();
        void Segment(string segment)
        {
            text.Append(segment).Append('~');
            segments++;
        }
        void Flush()
        {
            var bytes = Encoding.ASCII.GetBytes(text.ToString());
            file.Write(bytes);
            written += bytes.Length;
            text.Clear();
        }
        bool IsEnough() => options.Claims is { } most ? claims >= most : written + text.Length >= options.Bytes;
        Segment("ISA*00*          *00*          "
            + "*ZZ*NOCBENCH       *ZZ*NOWHERE        *260115*0830*^*00501*000000001*0*T*:");
        Segment("GS*HC*NOCBENCH*NOWHERE*20260115*0830*1*X*005010X222A1");
        do
        {
            segments = 0;
            var control = (++sets).ToString("D4", CultureInfo.InvariantCulture);
            Header(random, sets, control, Segment);
            for (var i = 0; i < options.ClaimsPerSet && !IsEnough(); i++)
            {
                Claim(random, ++claims, i + 2, Segment);
                if (text.Length > FlushCharacters) Flush();
            }
            Segment($"SE*{segments + 1}*{control}");
        }
        while (!IsEnough());
        Segment($"GE*{sets}*1");
        Segment("IEA*1*000000001");
        Flush();
        return new(written, claims, sets);
    }

    private static void Header(Random random, int number, string control, Action<string> segment)
    {
        segment($"ST*837*{control}*005010X222A1");
        segment($"BHT*0019*00*B{number}*20260115*0830*CH");
        segment("NM1*41*2*INVENTED BILLING*****46*NB1");
        segment("PER*IC*NOBODY*TE*5555550100");
        segment("NM1*40*2*INVENTED HOUSE*****46*NB2");
        segment("HL*1**20*1");
        segment($"NM1*85*2*INVENTED ONCOLOGY {number}*****XX*{Npi(random)}");
        segment("N3*1 NOWHERE ROAD");
        segment($"N4*NOWHERE*{Pick(random, States)}*000010001");
        segment("REF*EI*000000000");
    }

    private static void Claim(Random random, int number, int level, Action<string> segment)
    {
        segment($"HL*{level}*1*22*0");
        segment($"SBR*P*18*******{Pick(random, Filings)}");
        segment($"NM1*IL*1*NOBODY{random.Next(5000)}*PAT****MI*M{random.Next(1_000_000_000):D9}");
        segment("N3*2 NOWHERE ROAD");
        segment($"N4*NOWHERE*{Pick(random, States)}*000010002");
        segment($"DMG*D8*{random.Next(1935, 2010)}0102*F");
        segment($"NM1*PR*2*INVENTED PAYER {random.Next(60)}*****PI*{random.Next(60):D5}");
        var lines = new List<(string Composite, int Cents, int Units, string? Note, string? Ndc)>();
        var hasUnclassified = random.Next(3) < 2;
        var count = random.Next(2, 7);
        for (var i = 0; i < count; i++)
        {
            if ((i == 0 && hasUnclassified) || (hasUnclassified && random.Next(8) == 0))
            {
                var text = Narrative(random);
                lines.Add(($"HC:{Pick(random, Codes)}:{(random.Next(3) == 0 ? "JZ" : "")}::::{text}",
                    random.Next(1500, 950_000), 1, text + $" INV ${random.Next(10, 9000)}.00",
                        $"55555{random.Next(1_000_000):D6}"));
            }
            else lines.Add(($"HC:{Pick(random, Procedures)}", random.Next(1000, 45_000), 1, null, null));
        }
        segment($"CLM*NB{number:D9}*{Money(lines.Sum(l => l.Cents))}***11:B:1*Y*A*Y*Y");
        segment("HI*ABK:C50911*ABF:D509*ABF:I10");
        segment($"NM1*82*1*NOBODY*DOC****XX*{Npi(random)}");
        for (var i = 0; i < lines.Count; i++)
        {
            segment($"LX*{i + 1}");
            segment($"SV1*{lines[i].Composite}*{Money(lines[i].Cents)}*UN*{lines[i].Units}***1:2");
            segment($"DTP*472*D8*2026{random.Next(1, 4):D2}{random.Next(1, 29):D2}");
            segment($"REF*6R*{number:D9}{i:D2}");
            if (lines[i].Note is { } note) segment($"NTE*ADD*{(note.Length > 80 ? note[..80] : note)}");
            if (lines[i].Ndc is not { } ndc) continue;
            segment($"LIN**N4*{ndc}");
            segment($"CTP****{random.Next(1, 40)}*{(random.Next(2) == 0 ? "ML" : "UN")}");
        }
    }

    private static string Narrative(Random random)
    {
        var name = Pick(random, Syllables) + Pick(random, Syllables) + Pick(random, Syllables) + Pick(random, Endings);
        var dose = random.Next(1, 200) * 5;
        var route = Pick(random, Routes);
        return random.Next(6) switch
        {
            0 => $"{name} {dose}MG {route}",
            1 => $"{name} {dose} MG GIVEN {route}",
            2 => $"{route} {name} {dose / 10m:0.0} MCG",
            3 => $"{name} 50MG/ML {dose}MG {route}",
            4 => $"{name} {dose}MG VIAL {route}",
            _ => $"INJ {name} TOTAL DOSE {dose}MG WASTE {random.Next(1, 50)}MG {route}",
        };
    }

    private static string Pick(Random random, string[] values) => values[random.Next(values.Length)];

    private static string Money(int cents) => (cents / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    // The check digit of an NPI is Luhn's over 80840 and the nine digits.
    private static string Npi(Random random)
    {
        var digits = "1" + random.Next(100_000_000).ToString("D8", CultureInfo.InvariantCulture);
        var sum = 24;
        for (var i = 0; i < 9; i++)
        {
            var digit = digits[8 - i] - '0';
            sum += i % 2 == 0 ? (digit * 2 / 10) + (digit * 2 % 10) : digit;
        }
        return digits + ((10 - (sum % 10)) % 10);
    }
}
