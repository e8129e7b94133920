using Noc.Drugs;

namespace Noc.Tables;

/// <summary>A code of a product with its unit and the days on which it is valid.</summary>
/// <param name="Code">The code.</param>
/// <param name="UnitText">The unit as the table writes it, such as <c>10 mg</c>.</param>
/// <param name="Unit">The unit as an amount; <c>default</c> where the text is no single amount.</param>
/// <param name="From">First valid day.</param>
/// <param name="To">Last valid day; null while it goes on.</param>
/// <param name="Label">Brand or labeler that the code is meant for; empty where for all.</param>
/// <param name="Confidence">How sure the row is.</param>
public sealed record ProductCode(
    HcpcsCode Code, string UnitText, Amount Unit, DateOnly? From, DateOnly? To, string Label, Confidence Confidence)
{
    /// <summary>What the code is limited to.</summary>
    public CodeUse Use { get; init; }

    /// <summary>One unit of a combination as the sum of its ingredients, where the table prints it: 1.125 g of
    /// <c>1 g/0.125 g (1.125 g)</c>; <c>default</c> for all else.</summary>
    public Amount Total { get; init; }

    /// <summary>The unit in which a dose is counted: that of a combination only where the dose is whole units of the
    /// sum, for people also write the dose of one ingredient.</summary>
    /// <param name="dose">The dose.</param>
    public Amount UnitFor(Amount dose) =>
        Unit.IsNone && !Total.IsNone && dose.In(Total.Unit) is { } amount && amount % Total.Value == 0 ? Total : Unit;

    /// <summary>True where whatever was given is one unit: a dose, a treatment, cells up to a number.</summary>
    public bool IsPerTreatment => Unit.IsNone && (UnitText.Contains("dose", StringComparison.OrdinalIgnoreCase)
        || UnitText is "treatment" || UnitText.EndsWith("cells", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whom the code is for: 0 "any maker", 1 nothing said, 2 one named brand, labeler or form.</summary>
    public int Narrowness => Label.Length == 0 ? 1
        : Label.StartsWith("not otherwise", StringComparison.OrdinalIgnoreCase) ? 0 : 2;

    /// <summary>The names in the label; one without a name where it is empty.</summary>
    public Items<string> Labels => Label.Split('/');

    /// <summary>True where the code is for one brand, labeler or preparation only.</summary>
    public bool IsForOneLabel => Narrowness == 2;

    /// <summary>True where what the code bills is compounded, as some drugs for nebulisers are.</summary>
    public bool IsForCompound => Labels.Contains("compounded");

    /// <summary>Whether the code is valid on a day.</summary>
    public bool IsValidOn(DateOnly day) => (From is null || day >= From) && (To is null || day <= To);

    /// <summary>True for a pass-through code, which only hospitals under OPPS and surgery centres bill.</summary>
    public bool IsOutpatientOnly => Code.Series == 'C';
}
