namespace Noc.Pricing;

/// <summary>What a payer's contract comes to; the first contract and term that speak for a line count.</summary>
internal static class ContractPricing
{
    public static Price? Of(Reckoning work)
    {
        foreach (var contract in work.Inputs.Contracts)
        {
            if (!contract.Binds(work.Line)) continue;
            foreach (var term in contract.Terms)
            {
                if (!term.Includes(work.Line, work.IsUnclassified, work.Class is PriceClass.Procedure)) continue;
                return Amount(work, term) is { } amount ? Done(work, contract, term, amount) : work.NotPriced();
            }
        }
        return null;
    }

    private static Price Done(Reckoning work, Contract contract, ContractTerm term, decimal amount)
    {
        work.Row($"contract {contract.Id} {contract.Days}{(term.Place.Length > 0 ? $" ({term.Place})" : "")}");
        if (term.PlusUsd != 0)
        {
            amount += term.PlusUsd;
            work.Step($"plus ${term.PlusUsd:#,##0.00} a line = ${amount:#,##0.00####}");
        }
        if (term.FloorUsd is { } floor && amount < floor)
        {
            work.Step($"no less than ${floor:#,##0.00}");
            amount = floor;
        }
        if (term.CapUsd is { } cap && amount > cap)
        {
            work.Step($"no more than ${cap:#,##0.00}");
            amount = cap;
        }
        return work.Priced(PriceMethod.Contract, $"contract {contract.Id}: {Words(term)}", amount,
            new($"contract {contract.Id}", term.Place, null, contract.Days.From), contract.IsLesserOfCharge,
            contract.CoinsurancePercent);
    }

    private static decimal? Amount(Reckoning work, ContractTerm term)
    {
        var line = work.Line;
        switch (term.Method)
        {
            case ContractMethod.PercentOfLimit:
                if (MedicareMethods.AnyLimitOf(work) is not { } limit) return null;
                var ofLimit = limit * line.Units * term.Percent / 100;
                work.Step($"${limit:0.000###} x {line.Units:#,##0.###} units x {term.Percent:0.###}% = "
                    + $"${ofLimit:#,##0.00####}");
                return ofLimit;
            case ContractMethod.PercentOfWac:
                return MedicareMethods.FromList(work, work.Inputs.Wac, "WAC", "--wac") is { } wac
                    ? Part(work, wac, term.Percent) : null;
            case ContractMethod.PercentOfAwp:
                return MedicareMethods.FromList(work, work.Inputs.Awp, "AWP", "--awp") is { } awp
                    ? Part(work, awp, term.Percent) : null;
            case ContractMethod.PercentOfCharge:
                return line.ChargeUsd is { } charge ? Part(work, charge, term.Percent)
                    : work.Miss($"the contract pays a percentage of the charge, and there is none", "a charge");
            case ContractMethod.PercentOfFeeSchedule:
                return FeeScheduleMethod.UnitOf(work) is { } fee ? Part(work, fee * line.Units, term.Percent) : null;
            case ContractMethod.InvoicePlus:
                return line.InvoiceUsd is { } invoice ? Part(work, invoice, 100 + term.Percent)
                    : work.Miss($"the contract pays by invoice, and there is none",
                        "an invoice (`--invoice` or `--invoices FILE`)");
            default:
                var listed = term.Fees[line.Code];
                work.Step($"${listed:#,##0.00####} x {line.Units:#,##0.###} units = "
                    + $"${listed * line.Units:#,##0.00####}");
                return listed * line.Units;
        }
    }

    private static decimal Part(Reckoning work, decimal of, decimal percent)
    {
        var part = of * percent / 100;
        work.Step($"${of:#,##0.00####} x {percent:0.###}% = ${part:#,##0.00####}");
        return part;
    }

    private static string Words(ContractTerm term) => term.Method switch
    {
        ContractMethod.PercentOfLimit => Texts.Of($"{term.Percent:0.###}% of the Medicare limit"),
        ContractMethod.PercentOfWac => Texts.Of($"{term.Percent:0.###}% of WAC"),
        ContractMethod.PercentOfAwp => Texts.Of($"{term.Percent:0.###}% of AWP"),
        ContractMethod.PercentOfCharge => Texts.Of($"{term.Percent:0.###}% of the charge"),
        ContractMethod.PercentOfFeeSchedule => Texts.Of($"{term.Percent:0.###}% of the fee schedule"),
        ContractMethod.InvoicePlus => Texts.Of($"invoice plus {term.Percent:0.###}%"),
        _ => "fee list",
    };
}
