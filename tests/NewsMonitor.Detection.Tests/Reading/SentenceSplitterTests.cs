using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Tests.Reading;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("One. Two.", "One.|Two.")]
    [InlineData("Gen. Kim spoke. Nobody heard.", "Gen. Kim spoke.|Nobody heard.")]
    [InlineData("J. Smith left.", "J. Smith left.")]
    [InlineData("It fell by 3.5 per cent. Why?", "It fell by 3.5 per cent.|Why?")]
    [InlineData("capabilities.To address this", "capabilities.|To address this")]
    [InlineData("\"No,\" he said. \"Never.\" He left.", "\"No,\" he said.|\"Never.\"|He left.")]
    [InlineData("Line one\nLine two", "Line one|Line two")]
    public void Sentences_end_where_a_reader_ends_them(string text, string expected)
    {
        var lexicon = new Lexicon("en", Words.Spaced) { Abbreviations = { "gen" } };

        var sentences = SentenceSplitter.Split(NormalizedText.Of(text), lexicon, isTitle: false);

        Assert.Equal(expected.Split('|'), sentences.Select(s => text[s.Start..s.End]));
    }

    [Theory]
    [InlineData("| a | b |", "Row")]
    [InlineData("- an item", "Item")]
    [InlineData("07:15 Kim has inspected a plant", "Entry")]
    [InlineData("Plain prose.", "Prose")]
    public void Lines_are_known_by_their_form(string text, string form)
    {
        var sentence = SentenceSplitter.Split(NormalizedText.Of(text), new Lexicon("en", Words.Spaced), isTitle: false)[0];

        Assert.Equal(form, sentence.Form.ToString());
    }
}
