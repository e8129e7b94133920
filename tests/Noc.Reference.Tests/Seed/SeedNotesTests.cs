using Noc.Drugs;
using Noc.Reference.Seed;
using Noc.Search;

namespace Noc.Reference.Tests.Seed;

public class SeedNotesTests
{
    private static readonly SeedNotes Notes = SeedNotes.Load();

    public static TheoryData<string> MainCodes => ["J3490", "J3590", "J9999", "C9399", "J7999"];

    [Theory]
    [MemberData(nameof(MainCodes))]
    public void The_main_catch_all_codes_have_every_kind_of_note(string code)
    {
        var topics = Notes.Notes.Where(note => note.Codes.Contains(HcpcsCode.Of(code))).Select(note => note.Topic)
            .ToHashSet();
        foreach (var topic in (NoteTopic[])
            [NoteTopic.Meaning, NoteTopic.AlsoCalled, NoteTopic.Short, NoteTopic.Use, NoteTopic.NotFor, NoteTopic.Say,
            NoteTopic.Document, NoteTopic.Payment, NoteTopic.Related, NoteTopic.Question, NoteTopic.Clean,
            NoteTopic.Denied, NoteTopic.Corrected, NoteTopic.Specialty])
            Assert.Contains(topic, topics);
    }

    [Theory]
    [InlineData("90399")]
    [InlineData("90749")]
    [InlineData("A4641")]
    [InlineData("A9597")]
    [InlineData("A9598")]
    [InlineData("A9698")]
    [InlineData("A9699")]
    [InlineData("J0799")]
    [InlineData("J3535")]
    [InlineData("J7199")]
    [InlineData("J7599")]
    [InlineData("J8498")]
    [InlineData("J8499")]
    [InlineData("J8597")]
    [InlineData("J8999")]
    [InlineData("Q0181")]
    public void Other_catch_all_codes_have_questions_examples_and_specialties(string code)
    {
        var topics = Notes.Notes.Where(note => note.Codes.Contains(HcpcsCode.Of(code))).Select(note => note.Topic)
            .ToHashSet();
        foreach (var topic in (NoteTopic[])
            [NoteTopic.Question, NoteTopic.Clean, NoteTopic.Denied, NoteTopic.Corrected, NoteTopic.Specialty])
            Assert.Contains(topic, topics);
    }

    [Fact]
    public void Every_note_says_where_it_is_from() =>
        Assert.All(Notes.Notes, note => Assert.NotEmpty(note.Sources));

    [Fact]
    public void Every_catch_all_code_has_a_note()
    {
        var said = Notes.Notes.SelectMany(note => note.Codes).ToHashSet();
        Assert.DoesNotContain(SeedTables.Unclassified(new("unclassified-codes.csv")), code =>
            code.Kind is Noc.Tables.CatchAllKind.Unclassified && !said.Contains(code.Code)
                && code.Code.Value is not ("A4100" or "A9152" or "A9153"));
    }

    [Fact]
    public void Uses_belong_to_products() => Assert.Empty(
        Notes.Uses.Keys.Except(SeedTables.Load().Products.Select(product => product.Id)));

    [Fact]
    public void Phrases_that_name_a_code_name_one_that_exists()
    {
        var tables = SeedTables.Load();
        Assert.All(Notes.Phrases.Where(phrase => phrase.Kind is PhraseKind.Code
            or PhraseKind.Perhaps or PhraseKind.Made or PhraseKind.OfKind),
            phrase => Assert.True(HcpcsCode.Of(phrase.Target) is var code
                && (tables.CatchAll(code) is not null || tables.IsProductCode(code)
                    || !tables.Image.Rows<LimitRecord>().Of(TableKey.Of(code)).IsEmpty), phrase.Target));
    }

    [Theory]
    [InlineData("codes,topic,label,text,rule,confidence,source\nJ3490,use,,,,high,recall\n", "has no text")]
    [InlineData("codes,topic,label,text,rule,confidence,source\nJ34,use,,x,,high,recall\n", "J34 is no code")]
    [InlineData("codes,topic,label,text,rule,confidence,source\nJ3490,often,,x,,high,recall\n", "topic is not known")]
    [InlineData("codes,topic,label,text,rule,confidence,source\nJ3490,use,,x,,high,nobody\n", "not in sources.csv")]
    public void A_broken_row_is_named(string text, string message)
    {
        var error = Assert.Throws<InvalidOperationException>(() =>
            SeedNotes.NotesOf(new("code-notes.csv", text), SeedNotes.SourcesOf(new("sources.csv"))));
        Assert.Contains($"data/seed/code-notes.csv, row 2: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
