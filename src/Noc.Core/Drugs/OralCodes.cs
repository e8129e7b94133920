namespace Noc.Drugs;

/// <summary>Codes of drugs that are swallowed: tablets, capsules, liquids by mouth.</summary>
/// <remarks>Source: CMS HCPCS Level II: J8498 to J8999 (oral drugs), the oral ones among the immunosuppressants of J75,
/// Q0161 to Q0181 (antiemetics), J0571 to J0575 (under the tongue).</remarks>
public static class OralCodes
{
    /// <summary>Whether a code is of a drug that is swallowed.</summary>
    public static bool Includes(HcpcsCode code) => (code.Series, code.Number) switch
    {
        ('J', >= 8498 and <= 8999) or ('Q', >= 161 and <= 181) or ('J', >= 571 and <= 575) => true,
        ('J', 7500 or 7502 or 7503 or (>= 7507 and <= 7510) or 7512 or 7514 or 7515 or 7517 or 7518 or 7520 or 7521
            or 7527 or 7528) => true,
        _ => false,
    };
}
