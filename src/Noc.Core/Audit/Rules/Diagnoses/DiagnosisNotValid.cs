using Noc.Audit.Rules.Claims;
using Noc.Tables;

namespace Noc.Audit.Rules.Diagnoses;

/// <summary>DXC005 diagnosis-not-valid: a diagnosis does not exist on the date of service, or is only a
/// heading.</summary>
/// <remarks>
/// <para>Why it matters: ICD-10-CM changes every October; a code that is not valid to its last character rejects the
/// claim.</para>
/// <para>What to do: take the code of the date from the record, with all its characters.</para>
/// <para>Source: CMS ICD-10-CM code tables by fiscal year.</para>
/// <para>Silent when: the codes of the date are not loaded whole, or the claim has no date. A warning where the dates
/// of the claim lie on both sides of an October.</para>
/// </remarks>
public static class DiagnosisNotValid
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("DXC005", "diagnosis-not-valid", "diagnosis", Severity.Reject,
        "A diagnosis that is not valid on the date rejects the claim.", Sources.Icd10);

    /// <summary>Judges each diagnosis once, for the whole claim.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var claim = context.Claim;
        var tables = context.Tables;
        if (!tables.Coverage.Has(Dataset.Icd10Cm) || context.DrugLines[0].Day is not { } first) return;
        var last = FilingLate.LastDay(claim) ?? first;
        if (tables.Coverage.Of(Dataset.Icd10Cm, first) is not CoverageKind.Complete
            || tables.Coverage.Of(Dataset.Icd10Cm, last) is not CoverageKind.Complete) return;
        var rows = tables.Image.Rows<DiagnosisRecord>();
        Span<char> text = stackalloc char[8];
        for (var i = 0; i < claim.Diagnoses.Count; i++)
        {
            var code = claim.Diagnoses[i].Code;
            if (code.Bytes.Length is < 3 or > 8) continue;
            var length = 0;
            foreach (var b in code.Bytes)
                if (b != (byte)'.') text[length++] = char.ToUpperInvariant((char)b);
            var key = TableKey.OfText(text[..length]);
            if (key == 0) continue;
            var (atFirst, atLast) = (rows.Of(key).On(first), rows.Of(key).On(last));
            if (atFirst is { IsBillable: 1 } && atLast is { IsBillable: 1 }) continue;
            var isOnce = atFirst is { IsBillable: 1 } || atLast is { IsBillable: 1 };
            findings.Add(Info, context, "2300/HI", atFirst is { IsBillable: 0 } || atLast is { IsBillable: 0 }
                ? $"{code.Text} is a heading: the code needs more characters."
                : Texts.Of($"{code.Text} is not valid on {(atFirst is null ? first : last):yyyy-MM-dd}."),
                code, severity: isOnce ? Severity.Warn : null, detail: code.Text);
        }
    }
}
