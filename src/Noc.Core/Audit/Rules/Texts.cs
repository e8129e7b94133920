using System.Globalization;

namespace Noc.Audit.Rules;

/// <summary>Writes numbers and dates of findings the same way on every machine, whatever its culture.</summary>
internal static class Texts
{
    /// <summary>The text in the invariant culture.</summary>
    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
