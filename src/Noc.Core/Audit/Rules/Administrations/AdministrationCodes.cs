using Noc.Drugs;

namespace Noc.Audit.Rules.Administrations;

/// <summary>Which procedure codes bring a drug into a patient.</summary>
/// <remarks>Wide on purpose: nearly every operation may place a drug, and a code that is counted only keeps a rule
/// silent. Left out is what surely gives none, above all the flush of a port and taking blood.</remarks>
internal static class AdministrationCodes
{
    /// <summary>Whether a code of this kind stands for a drug that somebody has to give: not what is swallowed, inhaled
    /// or put on, nor contrast, tracers and blood, which come with a procedure of their own.</summary>
    public static bool IsGivenByStaff(HcpcsCode drug) => Codes.IsCore(drug) || drug == Codes.J7999 || drug.Series switch
    {
        'J' => drug.Number is 7199,
        '9' => drug.Number is 399 or 749,   // immune globulin, vaccine
        _ => false,
    };

    /// <summary>Whether the procedure delivers a drug, or may.</summary>
    public static bool Delivers(HcpcsCode code) => code.Series switch
    {
        // Vaccines, HIV prevention, home infusion, joint injection, fillers, pump, implants, supervised nasal doses.
        'G' => code.Number is 8 or 9 or 10 or 12 or 68 or 69 or 70 or 88 or 89 or 90 or 138 or 259 or 260 or 429
            or 498 or 516 or 518 or 2082 or 2083,
        'C' => code.Number is 8957,                        // infusion over hours by pump
        'M' => code.Number is 201 or (>= 220 and <= 250),   // antibodies against COVID-19
        'Q' => code.Number is 81 or 83 or 84 or 85,
        // Home infusion and injection; not catheter care, classes, feeding.
        'S' => code.Number is 9061 or (>= 9325 and <= 9338) or (>= 9345 and <= 9379) or (>= 9490 and <= 9504)
            or 9537 or 9538 or 9542 or (>= 9558 and <= 9563) or 9590 or 9810,
        >= '0' and <= '9' => code.Number >= 0 ? Delivers(((code.Series - '0') * 10_000) + code.Number)
            : code.Last is 'T' or 'A',   // new technologies, COVID-19 vaccines
        _ => false,
    };

    /// <summary>Whether the code is for an infusion or injection into a vein.</summary>
    public static bool IsIntoVein(HcpcsCode code) => code.Series is '9'
        && code.Number is (>= 6360 and <= 6368) or (>= 6374 and <= 6376) or (>= 6409 and <= 6417);

    private static bool Delivers(int code) => code switch
    {
        96_523 => false,                              // flush of a port or catheter
        >= 96_360 and <= 96_549 => true,              // infusion, injection, chemotherapy, refill of pumps
        >= 36_400 and <= 36_425 => false,             // taking blood
        36_591 or 36_592 or 36_598 => false,          // blood out of a port, checking a catheter
        62_367 or 62_368 => false,                    // reading a pump without filling it
        69_209 or 69_210 => false,                    // ear wax
        >= 10_004 and <= 69_990 => true,              // operations and injections, 11900 to 67028 and 68841
        >= 100 and <= 1_999 => true,                  // anaesthesia
        >= 70_010 and <= 79_999 => true,              // pictures with contrast, nuclear medicine
        92_230 or 92_235 or 92_240 or 92_242 => true, // pictures of the eye with a dye
        >= 86_485 and <= 86_580 => true,              // skin tests
        >= 90_460 and <= 90_474 or 90_480 => true,    // vaccines
        >= 90_935 and <= 90_999 => true,              // dialysis
        >= 92_920 and <= 92_998 => true,              // coronary interventions
        >= 93_015 and <= 93_018 => true,              // stress tests
        >= 93_350 and <= 93_352 => true,
        >= 93_451 and <= 93_598 => true,              // heart catheters
        94_070 or 94_640 or 94_642 or 94_644 or 94_645 => true,   // inhaled
        >= 95_004 and <= 95_199 => true,              // allergy tests and injections
        95_990 or 95_991 => true,                     // refill of implanted pumps
        >= 96_567 and <= 96_574 => true,              // light-activated drugs
        >= 99_151 and <= 99_157 => true,              // sedation
        99_601 or 99_602 => true,                     // home infusion visits
        _ => false,
    };
}
