using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Core.Tests.Payers;

/// <summary>For which lines a value of a policy counts: each member of its scope, met and not met.</summary>
public class PolicyScopeTests
{
    private static readonly DateOnly Day = new(2026, 3, 10);

    private static readonly PolicySubject Office = new()
    {
        Code = HcpcsCode.Of("J3490"), IsUnclassified = true, Place = "11", State = "IL", Jurisdiction = "J6",
        Day = Day, ChargeUsd = 500, Drugs = ["bevacizumab-awwb", "mvasi"], Situation = Situation.SingleDose,
    };

    private static readonly PolicySubject Hospital = Office with { IsInstitutional = true, Place = "131" };

    private static readonly PolicySubject Paper = Office with { IsPaper = true };

    public static TheoryData<PolicyScope, bool, bool, bool> Claims => new()
    {
        { PolicyScope.Any, true, true, true },
        { new() { Claims = ["professional"] }, true, false, false },
        { new() { Claims = ["institutional"] }, false, true, false },
        { new() { Claims = ["paper"] }, false, false, true },
        { new() { Claims = ["professional", "paper"] }, true, false, true },
        { new() { Places = ["11", "12"] }, true, false, true },
        { new() { Places = ["131"] }, false, false, false },
        { new() { Places = ["22"] }, false, false, false },
        { new() { Bills = ["85", "13"] }, false, true, false },
        { new() { Bills = ["11"] }, false, false, false },
    };

    [Theory]
    [MemberData(nameof(Claims))]
    public void Claims_places_and_bills(PolicyScope scope, bool office, bool hospital, bool paper) => Assert.Equal(
        (office, hospital, paper), (scope.Includes(Office), scope.Includes(Hospital), scope.Includes(Paper)));

    public static TheoryData<PolicyScope, bool> Members => new()
    {
        { new() { Codes = ["J3590", "J3490"] }, true },
        { new() { Codes = ["unclassified"] }, true },
        { new() { Codes = ["coded"] }, false },
        { new() { Codes = ["J9*"] }, false },
        { new() { Jurisdictions = ["J5", "J6"] }, true },
        { new() { Jurisdictions = ["J5"] }, false },
        { new() { States = ["IL"] }, true },
        { new() { States = ["WI"] }, false },
        { new() { Order = "primary" }, true },
        { new() { Order = "secondary" }, false },
        { new() { ChargeFrom = 500 }, true },
        { new() { ChargeFrom = 500.01m }, false },
        { new() { ChargeBelow = 500.01m }, true },
        { new() { ChargeBelow = 500 }, false },
        { new() { Drugs = ["aflibercept", "bevacizumab"] }, true },
        { new() { Drugs = ["MVASI"] }, true },
        { new() { Drugs = ["bevacizum"] }, false },
        { new() { Drugs = ["aflibercept"] }, false },
        { new() { When = Situation.SingleDose }, true },
        { new() { When = Situation.SingleDose | Situation.Waste }, false },
        { new() { WhenNot = Situation.Waste }, true },
        { new() { WhenNot = Situation.SingleDose | Situation.Waste }, false },
        { new() { Service = new(Day, null) }, true },
        { new() { Service = new(Day.AddDays(1), null) }, false },
        { new() { Service = new(null, Day) }, true },
        { new() { Service = new(null, Day.AddDays(-1)) }, false },
        { new() { Received = new(Day.AddDays(1), null) }, true },   // nobody knows when it was received
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void A_line_is_in_a_scope_only_where_every_member_is_met(PolicyScope scope, bool isIn)
    {
        Assert.Equal(isIn, scope.Includes(Office));
        Assert.False((scope with { Claims = ["institutional"] }).Includes(Office));
        Assert.True(scope.Narrowness > 0);
    }

    [Fact]
    public void What_is_not_known_of_a_line_narrows_no_dates_but_charges_and_situations()
    {
        var unknown = new PolicySubject();
        Assert.True(new PolicyScope { Service = new(Day, null), Received = new(Day, null) }.Includes(unknown));
        Assert.False(new PolicyScope { ChargeFrom = 1 }.Includes(unknown));
        Assert.False(new PolicyScope { ChargeBelow = 1 }.Includes(unknown));
        Assert.False(new PolicyScope { When = Situation.Waste }.Includes(unknown));
        Assert.False(new PolicyScope { Bills = ["13"] }.Includes(unknown with { IsInstitutional = true }));
        Assert.True(new PolicyScope { Order = "secondary" }.Includes(Office with { IsSecondary = true }));
        Assert.False(new PolicyScope { Received = new(Day, null) }
            .Includes(Office with { Received = Day.AddDays(-1) }));
    }

    [Fact]
    public void Each_member_and_each_situation_makes_a_scope_narrower()
    {
        Assert.Equal(0, PolicyScope.Any.Narrowness);
        Assert.Equal(15, new PolicyScope
        {
            Codes = ["J3490"], Claims = ["paper"], Places = ["11"], Bills = ["13"], Jurisdictions = ["J6"],
            States = ["IL"], Order = "primary", ChargeFrom = 1, ChargeBelow = 2, Drugs = ["mvasi"],
            When = Situation.SingleDose | Situation.Waste, WhenNot = Situation.Free, Service = new(Day, null),
            Received = new(Day, null),
        }.Narrowness);
    }

    [Fact]
    public void A_value_without_dates_is_in_force_from_the_day_that_its_source_names()
    {
        PolicyEntry Entry(DateOnly? effective, PolicyScope? scope = null) => new()
        {
            Key = PolicyKeys.WasteLine, Value = new() { Words = ["jw-line"] }, Confidence = Confidence.High,
            Policy = "x", Source = new("x", "", null, effective, Day), Scope = scope ?? PolicyScope.Any,
        };
        Assert.True(Entry(null).IsInForce(DateOnly.MinValue));
        Assert.True(Entry(Day).IsInForce(Day));
        Assert.False(Entry(Day).IsInForce(Day.AddDays(-1)));
        Assert.True(Entry(Day, new() { Service = new(Day.AddDays(-9), null) }).IsInForce(Day.AddDays(-9)));
        Assert.False(Entry(null, new() { Service = new(null, Day) }).IsInForce(Day.AddDays(1)));
        Assert.True(Entry(Day, new() { Received = new(Day, null) }).IsInForce(Day.AddDays(-1)));
        Assert.False(Entry(Day.AddDays(1)).Includes(Office));
        Assert.True(Entry(Day).Includes(Office));
        Assert.True(Entry(Day.AddDays(1)).Includes(Office with { Day = null }));
        Assert.False(Entry(null, new() { States = ["WI"] }).Includes(Office));
    }
}
