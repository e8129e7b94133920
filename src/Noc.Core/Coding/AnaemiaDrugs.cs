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

    private static readonly HcpcsCode[] Dialysis =
    [
        HcpcsCode.Of("J0882"), HcpcsCode.Of("J0886"), HcpcsCode.Of("J0887"), HcpcsCode.Of("Q4081"),
        HcpcsCode.Of("Q5105"),
    ];

    /// <summary>Whether the code is for patients on dialysis, where Medicare wants the route beside it: JA into a vein,
    /// JB under the skin.</summary>
    /// <remarks>Source: modifiers of the coding guide, JA and JB: such drugs on bills 72x.</remarks>
    public static bool IsForDialysis(HcpcsCode code) => Array.IndexOf(Dialysis, code) >= 0;
}
