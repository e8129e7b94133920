namespace Noc.Coding;

/// <summary>How many characters the places hold that take a drug's text.</summary>
/// <remarks>Source: X12 837 guides (SV101-7, SV202-7, NTE02); CMS-1500 instructions, items 19 and 24; UB-04 manual,
/// locator 43.</remarks>
internal static class TextRoom
{
    /// <summary>SV101-7, SV202-7, NTE02.</summary>
    public const int Electronic = 80;

    /// <summary>Item 19 of the CMS-1500.</summary>
    public const int Item19 = 71;

    /// <summary>The shaded part of item 24 of the CMS-1500.</summary>
    public const int Shaded24 = 61;

    /// <summary>Form locator 43 of the UB-04.</summary>
    public const int FormLocator43 = 24;
}
