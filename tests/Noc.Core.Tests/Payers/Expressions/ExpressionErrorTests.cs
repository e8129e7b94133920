using Noc.Payers.Expressions;

namespace Noc.Core.Tests.Payers.Expressions;

/// <summary>Every mistake is answered with its column and what would be right.</summary>
public sealed class ExpressionErrorTests
{
    [Theory]
    [InlineData("", 1, "is empty", "line.units > 1")]
    [InlineData("   ", 1, "is empty", "line.units > 1")]
    [InlineData("line.units = 1", 12, "`=`", "==")]
    [InlineData("true & false", 6, "`&`", "&&")]
    [InlineData("true | false", 6, "`|`", "||")]
    [InlineData("line.code == 'A'", 14, "`'`", "double quotes")]
    [InlineData("line.code == “A”", 14, "U+201C", "double quotes")]
    [InlineData("line.units ≤ 1", 12, "U+2264", "<=")]
    [InlineData("line.units ≥ 1", 12, "U+2265", ">=")]
    [InlineData("line.units ≠ 1", 12, "U+2260", "!=")]
    [InlineData("line.units > .5", 14, "`.`", "0.5")]
    [InlineData("line.units % 2 == 0", 12, "`%`", "+ - * and /")]
    [InlineData("line.code in {\"A\"}", 14, "`{`", "[ and ]")]
    [InlineData("true # yes", 6, "`#`", "one condition")]
    [InlineData("line.code == \"A", 14, "not closed", "\"")]
    [InlineData("line.code == \"A\nB\"", 16, "U+000A", "Leave it out")]
    [InlineData("line.code == \"A\\n\"", 16, "backslash", "\\\\")]
    [InlineData("line.code == \"A\\", 16, "backslash", "\\\\")]
    [InlineData("line.units > 1.", 14, "Digits are missing", "`1`")]
    [InlineData("line.units > 10mg", 14, "`10mg` is no number", "`10`")]
    [InlineData("line.units > 1.2.3", 14, "`1.2.3` is no number", "`1.2`")]
    [InlineData("line.units > 123456789012345678901", 14, "at most 20 digits", "")]
    [InlineData("line.charge > 1,000", 16, "`,`", "numbers have none")]
    public void Words_that_cannot_be_read(string text, int column, string message, string remedy) =>
        Check(text, column, message, remedy);

    [Theory]
    [InlineData("true and false", 6, "`and`", "&&")]
    [InlineData("true OR false", 6, "`OR`", "||")]
    [InlineData("not true", 1, "`not`", "!")]
    [InlineData("line.code is \"A\"", 11, "`is`", "==")]
    [InlineData("line.units >", 13, "missing at the end", "a variable")]
    [InlineData("true &&", 8, "missing at the end", "a variable")]
    [InlineData("!", 2, "missing at the end", "a variable")]
    [InlineData("true false", 6, "`false`", "operator")]
    [InlineData("true \"A\"", 6, "This text", "operator")]
    [InlineData("line.units 1", 12, "`1`", "operator")]
    [InlineData("true)", 5, "`)`", "Nothing is open")]
    [InlineData("()", 2, "`)`", "value before it")]
    [InlineData("(true", 6, "( of column 1 is not closed", ")")]
    [InlineData("has(line.code", 14, "( of column 4 is not closed", ")")]
    [InlineData("(true]", 6, "`]`", "")]
    [InlineData("min(1 2) > 1", 7, "`2`", "comma or )")]
    [InlineData("min(1,) > 1", 7, "`)`", "value before it")]
    [InlineData("min(,1) > 1", 5, "`,`", "comma stands between")]
    [InlineData("line.code in [\"A\" \"B\"]", 19, "This text", "comma or ]")]
    [InlineData("line.code in [\"A\"", 18, "[ of column 14 is not closed", "]")]
    [InlineData("line.code in []", 14, "list is empty", "[\"J3490\"]")]
    [InlineData("line.code in [\"A\", 1]", 20, "all of one type", "two lists")]
    [InlineData("line.code in [line.ndc]", 15, "as they are", "||")]
    [InlineData("line.code in [true]", 15, "as they are", "||")]
    [InlineData("line.units in [1 + 1]", 16, "as they are", "||")]
    [InlineData("1 < line.units < 3", 16, "cannot follow one another", "a < b && b < c")]
    [InlineData("true == in", 9, "`in`", "before it")]
    [InlineData("* 2 == 3", 1, "`*`", "before it")]
    [InlineData("line.date > date(2026)", 13, "one day as text", "date(\"2026-01-31\")")]
    [InlineData("line.date > date()", 13, "one day as text", "date(\"2026-01-31\")")]
    [InlineData("line.date > date(\"01/31/2026\")", 18, "`01/31/2026` is no day", "date(\"2026-01-31\")")]
    [InlineData("line.date > date(\"2026-02-30\")", 18, "is no day", "date(\"2026-01-31\")")]
    public void Words_in_the_wrong_place(string text, int column, string message, string remedy) =>
        Check(text, column, message, remedy);

    [Theory]
    [InlineData("claim.payerid == \"A\"", 1, "no variable `claim.payerid`", "claim.payer.id")]
    [InlineData("payer.id == \"A\"", 1, "no variable `payer.id`", "claim.payer.id")]
    [InlineData("Line.Code == \"A\"", 1, "no variable `Line.Code`", "line.code")]
    [InlineData("line.modifier == \"A\"", 1, "no variable", "line.modifiers")]
    [InlineData("line.untis > 1", 1, "no variable", "line.units")]
    [InlineData("text.has.conc && true", 1, "no variable", "text.has.")]
    [InlineData("true && drug.bioligic", 9, "no variable", "drug.biologic")]
    [InlineData("patient.age > 64", 1, "no variable `patient.age`", "docs/payers/expressions.md")]
    [InlineData("has && true", 1, "has is a function", "has(value)")]
    [InlineData("line.date > date", 13, "date needs a day", "date(\"2026-01-31\")")]
    [InlineData("contain(line.code, \"A\")", 1, "no function `contain`", "contains")]
    [InlineData("startswith(line.code, \"A\")", 1, "no function `startswith`", "startsWith")]
    [InlineData("Date(\"2026-01-01\") == line.date", 1, "no function `Date`", "date")]
    [InlineData("System.Environment.Exit(1)", 1, "no function", "has, contains")]
    [InlineData("line.code() == \"A\"", 1, "variable, not a function", "parentheses")]
    [InlineData("has()", 1, "has takes 1 argument, not 0", "has(value)")]
    [InlineData("min(1) > 0", 1, "min takes 2 arguments, not 1", "min(number, number)")]
    [InlineData("contains(line.code, 1)", 21, "Argument 2 of contains is a number", "contains(text, part)")]
    [InlineData("contains(line.modifiers, \"A\")", 10, "Argument 1 of contains is a list", "\"item\" in list")]
    [InlineData("matches(line.modifiers, \"A\")", 9, "Argument 1", "any(list")]
    [InlineData("any(line.code, \"A\")", 5, "Argument 1 of any is text", "matches(text")]
    [InlineData("matches(line.code, line.ndc)", 20, "written out", "\"Z51*\"")]
    [InlineData("any(line.modifiers, line.code)", 21, "written out", "\"Z51*\"")]
    [InlineData("has([1])", 5, "list of numbers", "has(value)")]
    public void Names_and_arguments(string text, int column, string message, string remedy) =>
        Check(text, column, message, remedy);

    [Theory]
    [InlineData("line.units", 1, "as a whole is a number", "line.units > 1")]
    [InlineData("line.modifiers", 1, "as a whole is a list of text", "Compare")]
    [InlineData("line.units == \"1\"", 12, "a number with text", "`1` without quotes")]
    [InlineData("99 == line.code", 4, "a number with text", "\"99\"")]
    [InlineData("line.code == line.units", 11, "text with a number", "one type")]
    [InlineData("line.date > \"2026-01-01\"", 11, "a date with text", "date(")]
    [InlineData("text.has.dose == \"true\"", 15, "a condition with text", "without quotes")]
    [InlineData("text.has.dose < true", 15, "does not compare a condition", "== or !=")]
    [InlineData("line.modifiers == \"JW\"", 16, "a list of text with text", "value in list")]
    [InlineData("line.modifiers == line.diagnoses", 16, "a list of text with another", "value in list")]
    [InlineData("line.units == [1]", 12, "a number with a list", "value in list")]
    [InlineData("line.date == 2026", 11, "a date with a number", "one type")]
    [InlineData("line.code in \"J3490\"", 11, "needs a list", "contains(text, part)")]
    [InlineData("line.units in 1", 12, "needs a list", "[a, b]")]
    [InlineData("line.code in [1]", 11, "text in a list of numbers", "in quotes")]
    [InlineData("line.units in [\"1\"]", 12, "a number in a list of text", "one type")]
    [InlineData("line.modifiers in [\"JW\"]", 16, "a list of text in a list", "any(list")]
    [InlineData("line.code && true", 1, "&& joins conditions; this is text", "has(...)")]
    [InlineData("true || line.modifiers", 9, "|| joins conditions", "has(...)")]
    [InlineData("!line.units", 1, "! turns a condition", "!(a == b)")]
    [InlineData("-line.date == line.date", 1, "stands before a number", "days(from, to)")]
    [InlineData("line.code + \"A\" == \"B\"", 11, "+ needs numbers; one side is text", "contains")]
    [InlineData("line.date - claim.sent > 1", 11, "one side is a date", "days(from, to)")]
    [InlineData("1 * true > 0", 3, "one side is a condition", "")]
    [InlineData("claim.type == \"profesional\"", 15, "never `profesional`", "\"professional\"")]
    [InlineData("\"837P\" == claim.type", 1, "never `837P`", "\"professional\" or \"institutional\"")]
    [InlineData("claim.order in [\"primary\", \"tertiary\"]", 28, "never `tertiary`", "\"primary\"")]
    public void Types_that_do_not_fit(string text, int column, string message, string remedy) =>
        Check(text, column, message, remedy);

    [Fact]
    public void One_reading_names_all_wrong_names_and_types()
    {
        var errors = WhenExpression.Read("line.cod == 1 && line.units == \"1\" && hass(x)").Errors;
        Assert.Equal([1, 29, 39], errors.Select(error => error.Column));
    }

    [Fact]
    public void A_word_of_a_closed_list_may_be_in_any_case() =>
        Assert.True(SampleLine.Holds("claim.type == \"Professional\" && claim.order in [\"PRIMARY\"]"));

    private static void Check(string text, int column, string message, string remedy)
    {
        var reading = WhenExpression.Read(text);
        Assert.Null(reading.Expression);
        var error = Assert.Single(reading.Errors);
        Assert.Equal((text, column), (text, error.Column));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, error.Remedy, StringComparison.Ordinal);
        Assert.StartsWith($"column {column}: ", error.ToString(), StringComparison.Ordinal);
    }
}
