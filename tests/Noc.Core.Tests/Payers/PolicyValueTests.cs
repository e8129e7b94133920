using Noc.Payers;

namespace Noc.Core.Tests.Payers;

public sealed class PolicyValueTests
{
    private static readonly PolicyKey Word = Key(PolicyForm.Word, "one", "several"), Words = Key(PolicyForm.Words,
        "name", "dose", "route"), Number = Key(PolicyForm.Number), Either = Key(PolicyForm.NumberOrWord, "zero"),
        Window = Key(PolicyForm.Window), Text = Key(PolicyForm.Text), Codes = Key(PolicyForm.Codes);

    private static PolicyKey Key(PolicyForm form, params string[] words) => new("test.key", form, "", "", words);

    private static PolicyKey Of(PolicyForm form) => form switch
    {
        PolicyForm.Word => Word,
        PolicyForm.Words => Words,
        PolicyForm.Number => Number,
        PolicyForm.NumberOrWord => Either,
        PolicyForm.Window => Window,
        PolicyForm.Text => Text,
        _ => Codes,
    };

    private static string[] Parts(string text) => text.Length == 0 ? [] : text.Split('|');

    [Theory]
    [InlineData(PolicyForm.Word, "one")]
    [InlineData(PolicyForm.Words, "name, dose")]
    [InlineData(PolicyForm.Number, "99999.99")]
    [InlineData(PolicyForm.Number, "0")]
    [InlineData(PolicyForm.NumberOrWord, "0.01")]
    [InlineData(PolicyForm.NumberOrWord, "zero")]
    [InlineData(PolicyForm.Window, "95 days")]
    [InlineData(PolicyForm.Window, "1 year")]
    [InlineData(PolicyForm.Window, "under 1 year")]
    [InlineData(PolicyForm.Window, "under 30 days")]
    [InlineData(PolicyForm.Window, "end of next year")]
    [InlineData(PolicyForm.Text, "NAME DOSE")]
    [InlineData(PolicyForm.Codes, "JW, JZ")]
    [InlineData(PolicyForm.Codes, "ABCD1234")]
    public void What_is_read_is_written_the_same(PolicyForm form, string text)
    {
        var value = PolicyValue.Parse(Of(form), form is PolicyForm.Text ? [text] : text.Split(", "), out var error);
        Assert.Null(error);
        Assert.Equal(text, value?.ToString());
    }

    [Theory]
    [InlineData(PolicyForm.Number, "-1", "takes one number")]
    [InlineData(PolicyForm.Number, "1,000", "no comma")]
    [InlineData(PolicyForm.Number, "1|2", "takes one number")]
    [InlineData(PolicyForm.Window, "95", "takes a span")]
    [InlineData(PolicyForm.Window, "95 hours", "takes a span")]
    [InlineData(PolicyForm.Window, "95 days|1 year", "takes a span")]
    [InlineData(PolicyForm.Text, "", "up to 400 characters")]
    [InlineData(PolicyForm.Text, "one|two", "up to 400 characters")]
    [InlineData(PolicyForm.Word, "one|several", "takes one word; it takes one, several")]
    [InlineData(PolicyForm.Word, "", "takes one word; it takes one, several")]
    [InlineData(PolicyForm.Word, "on", "does not know \"on\"; nearest: one")]
    [InlineData(PolicyForm.Words, "", "takes at least one word; it takes name, dose, route")]
    [InlineData(PolicyForm.Words, "name|zzzzzzzz", "does not know \"zzzzzzzz\"; it takes name, dose, route")]
    [InlineData(PolicyForm.NumberOrWord, "many", "does not know \"many\"")]
    [InlineData(PolicyForm.NumberOrWord, "zero|zero", "takes one word")]
    [InlineData(PolicyForm.Codes, "", "takes at least one word; it takes letters and digits, such as JW")]
    [InlineData(PolicyForm.Codes, "JW|J-Z", "takes codes of letters and digits, not \"J-Z\"")]
    [InlineData(PolicyForm.Codes, "ABCD12345", "not \"ABCD12345\"")]
    public void What_is_wrong_is_told_with_what_would_be_right(PolicyForm form, string parts, string message)
    {
        Assert.Null(PolicyValue.Parse(Of(form), Parts(parts), out var error));
        Assert.StartsWith("test.key ", error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_fault_of_a_list_is_told()
    {
        PolicyValue.Parse(Codes, ["A-1", "B-2"], out var error);
        Assert.Contains("A-1", error, StringComparison.Ordinal);
        PolicyValue.Parse(Words, ["qqqqqqqq", "zzzzzzzz"], out error);
        Assert.Contains("qqqqqqqq", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_may_have_400_characters()
    {
        Assert.NotNull(PolicyValue.Parse(Text, [new string('A', 400)], out _));
        Assert.Null(PolicyValue.Parse(Text, [new string('A', 401)], out _));
    }

    [Fact]
    public void The_word_is_the_first_one_and_empty_where_there_is_none()
    {
        Assert.Equal("name", new PolicyValue { Words = ["name", "dose"] }.Word);
        Assert.Equal("", new PolicyValue { Number = 1 }.Word);
        Assert.True(new PolicyValue { Words = ["name", "dose"] }.Has("dose"));
        Assert.False(new PolicyValue { Words = ["name", "dose"] }.Has("route"));
    }

    [Fact]
    public void Values_are_equal_where_they_say_the_same()
    {
        PolicyValue one = new() { Words = ["name"], Number = 1, Window = new(1, WindowUnit.Years), Adds = true };
        Assert.Equal(one, one with { Words = ["name"] });
        Assert.Equal(one.GetHashCode(), (one with { Words = ["name"] }).GetHashCode());
        Assert.NotEqual(one, one with { Words = ["dose"] });
        Assert.NotEqual(one, one with { Number = 2 });
        Assert.NotEqual(one, one with { Window = null });
        Assert.NotEqual(one, one with { Adds = false });
        Assert.False(one.Equals(null));
    }
}
