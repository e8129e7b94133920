using Noc.Drugs;

namespace Noc.Coding;

/// <summary>Drugs that make red cells, for patients who are not on dialysis.</summary>
/// <remarks>Source: CMS national coverage determination 110.21; HCPCS Level II.</remarks>
public static class AnaemiaDrugs
{
    private static readonly HcpcsCode[] Codes =
        [HcpcsCode.Of("J0881"), HcpcsCode.Of("J0885"), HcpcsCode.Of("J0888"), HcpcsCode.Of("Q5106")];

    /// <summary>Whether Medicare wants the reason of the anaemia beside the code: EA, EB or EC.</summary>
    public static bool Includes(HcpcsCode code) => Array.IndexOf(Codes, code) >= 0;
}
