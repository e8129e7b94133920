using System.Globalization;
using Noc.Payers.Expressions;

namespace Noc.Core.Tests.Payers.Expressions;

public sealed class WhenExpressionTests
{
    [Theory]
    [InlineData("line.units == 2", true)]
    [InlineData("line.units == 2.0", true)]
    [InlineData("line.units == 3", false)]
    [InlineData("line.units != 3", true)]
    [InlineData("line.units != 2", false)]
    [InlineData("line.units < 2", false)]
    [InlineData("line.units < 2.1", true)]
    [InlineData("line.units <= 2", true)]
    [InlineData("line.units <= 1.9", false)]
    [InlineData("line.units > 2", false)]
    [InlineData("line.units > 1.9", true)]
    [InlineData("line.units >= 2", true)]
    [InlineData("line.units >= 2.1", false)]
    [InlineData("line.units > -3", true)]
    [InlineData("line.code == \"J3490\"", true)]
    [InlineData("line.code == \"j3490\"", true)]
    [InlineData("line.code == \"J3590\"", false)]
    [InlineData("line.code != \"j3490\"", false)]
    [InlineData("line.code != \"J3590\"", true)]
    [InlineData("line.code < \"J3491\"", true)]
    [InlineData("line.code < \"j3490\"", false)]
    [InlineData("line.code <= \"j3490\"", true)]
    [InlineData("line.code > \"A9999\"", true)]
    [InlineData("line.code > \"j3490\"", false)]
    [InlineData("line.code >= \"j3490\"", true)]
    [InlineData("line.code >= \"J9\"", false)]
    [InlineData("line.date == date(\"2026-03-10\")", true)]
    [InlineData("line.date != date(\"2026-03-10\")", false)]
    [InlineData("line.date < date(\"2026-03-11\")", true)]
    [InlineData("line.date <= date(\"2026-03-09\")", false)]
    [InlineData("line.date > date(\"2026-03-09\")", true)]
    [InlineData("line.date >= date(\"2026-03-11\")", false)]
    [InlineData("text.has.dose == true", true)]
    [InlineData("text.has.dose != true", false)]
    [InlineData("text.has.dose != text.has.strength", true)]
    [InlineData("(line.units > 1) == (line.charge > 1)", true)]
    public void Comparisons(string text, bool holds) => Assert.Equal(holds, SampleLine.Holds(text));

    [Theory]
    [InlineData("line.units in [1, 2.00]", true)]
    [InlineData("line.units in [1, 3]", false)]
    [InlineData("line.code in [\"A\", \"j3490\"]", true)]
    [InlineData("line.code in [\"A\"]", false)]
    [InlineData("line.date in [date(\"2026-03-10\")]", true)]
    [InlineData("line.date in [date(\"2026-03-11\"), date(\"2026-03-12\")]", false)]
    [InlineData("\"rt\" in line.modifiers", true)]
    [InlineData("\"R\" in line.modifiers", false)]
    [InlineData("-1 in [-1]", true)]
    [InlineData("line.route_of in [1]", null)]
    public void In_finds_whole_items(string text, bool? holds)
    {
        if (holds is { } expected) Assert.Equal(expected, SampleLine.Holds(text));
        else Assert.NotEmpty(WhenExpression.Read(text).Errors);
    }

    [Theory]
    [InlineData("true && true", true)]
    [InlineData("true && false", false)]
    [InlineData("false && true", false)]
    [InlineData("true && true && false", false)]
    [InlineData("true || false", true)]
    [InlineData("false || true", true)]
    [InlineData("false || false", false)]
    [InlineData("!true", false)]
    [InlineData("!false", true)]
    [InlineData("!!true", true)]
    [InlineData("true || true && false", true)]
    [InlineData("(true || true) && false", false)]
    [InlineData("!false && false", false)]
    [InlineData("!(false && false)", true)]
    public void Conditions_join_and_turn_round(string text, bool holds) => Assert.Equal(holds, SampleLine.Holds(text));

    [Theory]
    [InlineData("1 + 2 * 3 == 7")]
    [InlineData("(1 + 2) * 3 == 9")]
    [InlineData("10 - 4 - 3 == 3")]
    [InlineData("10 - (4 - 3) == 9")]
    [InlineData("12 / 4 / 3 == 1")]
    [InlineData("12 / (4 / 2) == 6")]
    [InlineData("-2 * 3 == -6")]
    [InlineData("2 - -3 == 5")]
    [InlineData("-(1 + 1) == -line.units")]
    [InlineData("0.1 + 0.2 == 0.3")]
    [InlineData("line.units * 450 == line.charge")]
    [InlineData("line.charge / line.units - 50 == 400")]
    public void Arithmetic_is_that_of_decimal_numbers(string text) => Assert.True(SampleLine.Holds(text));

    [Theory]
    [InlineData("claim.bill == \"13\"")]
    [InlineData("claim.bill != \"13\"")]
    [InlineData("claim.bill < \"13\"")]
    [InlineData("claim.bill >= \"13\"")]
    [InlineData("claim.bill == claim.bill")]
    [InlineData("claim.bill in [\"13\"]")]
    [InlineData("claim.bill in line.modifiers")]
    [InlineData("drug.biologic")]
    [InlineData("drug.biologic == true")]
    [InlineData("drug.biologic == false")]
    [InlineData("drug.biologic != false")]
    [InlineData("drug.biologic && true")]
    [InlineData("drug.biologic || false")]
    [InlineData("contains(claim.note, \"A\")")]
    [InlineData("contains(line.note, claim.note)")]
    [InlineData("startsWith(claim.note, \"\")")]
    [InlineData("matches(claim.note, \"*\")")]
    [InlineData("len(claim.note) >= 0")]
    [InlineData("has(claim.note)")]
    [InlineData("has(len(claim.note))")]
    [InlineData("has(line.units / 0)")]
    [InlineData("line.units / (line.units - 2) > 0")]
    [InlineData("len(claim.note) + 1 > 0")]
    [InlineData("-len(claim.note) <= 0")]
    [InlineData("has(99999999999999999999 * 99999999999999999999)")]
    public void What_is_absent_makes_a_comparison_false(string text) => Assert.False(SampleLine.Holds(text));

    [Fact]
    public void What_is_absent_is_turned_round_like_false()
    {
        Assert.True(SampleLine.Holds("!drug.biologic"));
        Assert.True(SampleLine.Holds("!(claim.bill == \"13\")"));
        Assert.True(SampleLine.Holds("!has(claim.bill)"));
    }

    [Fact]
    public void A_line_about_which_nothing_is_known_has_no_values()
    {
        var view = new ClaimLineView(new()
        {
            Place = default,
            Source = new SampleLine.NoSource(),
            Type = Noc.Claims.ClaimType.Professional,
            Payer = new(),
            Patient = new(),
            Billing = new(),
        }, new() { Number = 1 }, ClaimLineFacts.None);
        string[] known = ["claim.type", "claim.order", "claim.authorization", "line.number", "line.attachment"];
        foreach (var variable in ExpressionVariables.All)
        {
            Assert.Equal(known.Contains(variable.Name), SampleLine.Read($"has({variable.Name})").Holds(view));
        }
    }

    [Fact]
    public void An_expression_knows_its_variables_once_each()
    {
        var read = SampleLine.Read("line.units > 1 && line.code == \"A\" || line.units < 0 || has(claim.sent)");
        Assert.Equal(["line.units", "line.code", "claim.sent"], read.Variables.Select(variable => variable.Name));
        Assert.Empty(SampleLine.Read("true").Variables);
    }

    [Theory]
    [InlineData("((line.units))>1&&(true&&(false))", "line.units > 1 && true && false")]
    [InlineData("(true || false) && !(true&&false)", "(true || false) && !(true && false)")]
    [InlineData("1-(2-3)==(4*5)/6", "1 - (2 - 3) == 4 * 5 / 6")]
    [InlineData("-(5) == - 5", "-(5) == -5")]
    [InlineData("(1 < 2) == (2 < 3)", "(1 < 2) == (2 < 3)")]
    [InlineData("\"a\\\"b\\\\\" in[\"x\",\"y\"]", "\"a\\\"b\\\\\" in [\"x\", \"y\"]")]
    [InlineData("has( line.code )\n&& max(1 ,2)==2.50", "has(line.code) && max(1, 2) == 2.50")]
    public void The_normal_form_has_no_more_than_it_needs(string text, string normal)
    {
        Assert.Equal(normal, SampleLine.Read(text).ToString());
        Assert.Equal(normal, SampleLine.Read(normal).ToString());
        Assert.Equal(text, SampleLine.Read(text).Source);
    }

    [Fact]
    public void Turkish_letters_change_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new("tr-TR");
            Assert.True(SampleLine.Holds("contains(line.description, \"iv\") && matches(line.description, \"*iv\")"));
            Assert.True(SampleLine.Holds("drug.route == \"iv\" && drug.route in [\"iv\"] && line.charge > 0.5"));
            Assert.Equal("line.charge > 0.5", SampleLine.Read("line.charge>0.5").ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Evaluating_allocates_nothing()
    {
        var view = SampleLine.View();
        WhenExpression[] expressions =
        [
            SampleLine.Read("line.units > 1 && line.charge / line.units - 1 >= 10.5 || line.units in [7, 8]"),
            SampleLine.Read("line.code == \"J3590\" || line.code in [\"J9999\", \"A\"] || line.code > \"Z\""),
            SampleLine.Read("\"XX\" in line.modifiers || any(claim.diagnoses, \"Q*\") || len(line.note) > 300"),
            SampleLine.Read("contains(line.note, \"zz\") || matches(line.description, \"*A*Z*1\")"),
            SampleLine.Read("days(line.date, claim.sent) > 400 || months(line.date, claim.asof) > 12"
                + " || !has(line.ndc)"),
            SampleLine.Read("text.has.dose == false || min(ceil(line.ndc.quantity), 3) == max(1, round(7.5))"),
        ];
        var count = Count(expressions, view, 100);   // warm: texts are made once
        var before = GC.GetAllocatedBytesForCurrentThread();
        count += Count(expressions, view, 1_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(1_100, count);
    }

    private static int Count(WhenExpression[] expressions, ClaimLineView view, int times)
    {
        var count = 0;
        for (var i = 0; i < times; i++)
            foreach (var expression in expressions)
                if (expression.Holds(view)) count++;
        return count;
    }
}
