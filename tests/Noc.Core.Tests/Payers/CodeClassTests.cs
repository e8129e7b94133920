using Noc.Drugs;
using Noc.Payers;

namespace Noc.Core.Tests.Payers;

/// <summary>Which codes a word, a range or a series of a policy file names.</summary>
public class CodeClassTests
{
    private static bool Names(string text, string code, bool isUnclassified = false) =>
        CodeClass.Includes(text, HcpcsCode.Of(code), isUnclassified);

    // Both ends of every range of each class, and the codes beside them.
    [Theory]
    [InlineData("drug", "J0120 J9999 Q0138 Q0145 Q2004 Q2057 Q4074 Q4082 Q5101 Q5199 Q9950 Q9992 C9000 C9399 A4641 "
        + "A9500 A9700 S0012 S0199 90281 90759",
        "Q0137 Q0146 Q2003 Q2058 Q4073 Q4083 Q5100 Q5200 Q9949 Q9993 C8999 C9400 A4640 A4642 A9499 A9701 S0011 S0200 "
        + "90280 90760 G0008 E0781 96365")]
    [InlineData("radiopharmaceutical", "A4641 A9500 A9574 A9586 A9697 A9699",
        "A4640 A4642 A9499 A9575 A9585 A9698 A9700 A9701 J9500 Q9950")]
    [InlineData("contrast", "Q9950 Q9983 A9575 A9585 A9698 A9700", "Q9949 Q9984 A9574 A9586 A9697 A9699 A9701 J9960")]
    [InlineData("compound", "J7999 Q9977", "J7998 J9977 Q7999 Q9976 J3490")]
    [InlineData("vaccine", "90476 90759 Q2034 Q2039", "90475 90760 Q2033 Q2040 J2034 90281")]
    [InlineData("J0120-J0130", "J0120 J0125 J0130", "J0119 J0131 Q0125")]
    [InlineData("J3490", "J3490", "J3489 J3491 J3590")]
    [InlineData("Q*", "Q0138 Q9999", "J0138 A9500")]
    [InlineData("9*", "90476 96365", "J9999")]
    [InlineData("no such word", "", "J3490 Q9977 A9698 90476")]
    public void A_text_names_its_codes_and_none_beside_them(string text, string named, string others)
    {
        string[] blank = [];
        Assert.Equal(blank, named.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(one => !Names(text, one)));
        Assert.Equal(blank, others.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(one => Names(text, one)));
    }

    [Theory]
    [InlineData("unclassified", "J9271", false, false)]
    [InlineData("unclassified", "J9999", true, true)]
    [InlineData("drug", "99070", true, true)]
    [InlineData("drug", "99070", false, false)]
    [InlineData("coded", "J9271", false, true)]
    [InlineData("coded", "J9999", true, false)]
    [InlineData("coded", "99070", false, false)]
    public void Whether_a_code_leaves_the_drug_open_is_told_by_the_table(
        string text, string code, bool isUnclassified, bool isNamed) =>
        Assert.Equal(isNamed, Names(text, code, isUnclassified));

    [Theory]
    [InlineData("J3490", true)]
    [InlineData("96365", true)]
    [InlineData("J*", true)]
    [InlineData("9*", true)]
    [InlineData("J0120-J0130", true)]
    [InlineData("unclassified", true)]
    [InlineData("drug", true)]
    [InlineData("coded", true)]
    [InlineData("radiopharmaceutical", true)]
    [InlineData("compound", true)]
    [InlineData("contrast", true)]
    [InlineData("vaccine", true)]
    [InlineData("", false)]
    [InlineData("*", false)]
    [InlineData("j*", false)]
    [InlineData("J**", false)]
    [InlineData("drugs", false)]
    [InlineData("DRUGS", false)]
    [InlineData("j3490", false)]
    [InlineData("0001U", true)]
    [InlineData("0001u", false)]
    [InlineData("J34X0", false)]
    [InlineData("JX490", false)]
    [InlineData("-3490", false)]
    [InlineData("J349-", false)]
    [InlineData("J349", false)]
    [InlineData("J0130-J0120", false)]
    [InlineData("J0120-J0120", false)]
    [InlineData("J0120_J0130", false)]
    [InlineData("J0120-J01301", false)]
    [InlineData("X!120-J0130", false)]
    [InlineData("J0120-X!130", false)]
    [InlineData("J0120-J0130 ", false)]
    public void A_text_that_names_no_codes_is_refused(string text, bool isValid) =>
        Assert.Equal(isValid, CodeClass.IsValid(text));

    [Fact]
    public void Every_word_is_read_as_a_class_of_its_own()
    {
        var tests = CodeTest.Of([.. CodeClass.Words]);
        Assert.Equal(7, tests.Select(one => one.Kind).Distinct().Count());
        Assert.DoesNotContain(tests, one => one.Kind is CodeKind.None or CodeKind.Range or CodeKind.Series);
    }
}
