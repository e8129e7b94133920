using Noc.Claims;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Answers where discarded drug is told: places that are paid as a whole, and drugs that are not paid apart,
/// know neither JW nor JZ.</summary>
/// <remarks>Sources: coding guide B5; Noridian, JW and JZ; CMS, questions on JW and JZ.</remarks>
public static class WasteSubject
{
    /// <summary>Whether a line tells what was discarded.</summary>
    /// <param name="setting">Where the drug was given.</param>
    /// <param name="bill">What an institution bills; none on professional claims.</param>
    /// <param name="isPaidAsAWhole">True for places whose visits or stays are paid as a whole.</param>
    /// <param name="program">The payer's program.</param>
    /// <param name="code">The code on the line.</param>
    /// <param name="isUnclassified">True for a catch-all code.</param>
    /// <param name="tables">Where hospitals are paid for the code apart.</param>
    /// <param name="day">Date of service.</param>
    public static bool Of(
        Setting setting, BillType bill, bool isPaidAsAWhole, PayerProgram program, HcpcsCode code,
        bool isUnclassified, ReferenceTables tables, DateOnly day)
    {
        if (program is PayerProgram.MedicareDme) return false;
        if (setting is Setting.Office) return !isPaidAsAWhole;
        if (program is not PayerProgram.Medicare) return setting is Setting.Opps;
        // What a critical access hospital gives is paid by its cost: nothing is packaged there.
        if (code == Codes.C9399 || (isUnclassified && bill == BillType.CriticalAccess)) return true;
        return !isUnclassified && (setting is Setting.Opps or Setting.Asc || bill == BillType.CriticalAccess)
            && SeparatePayment.IsPaidApart(tables, code, day);
    }
}
