using NewsMonitor.Detection;
using NewsMonitor.Matches;

namespace NewsMonitor.Tests.Matches;

public sealed class ExcerptCutterTests
{
    [Fact]
    public void A_short_quote_gets_the_sentence_before_it()
    {
        const string Text = "A paragraph.\nMr. Kim spoke at 4.30 p.m. on Monday. Troops were sent. Then he left.";

        Assert.Equal("Mr. Kim spoke at 4.30 p.m. on Monday. Troops were sent.", Cut(Text, "Troops were sent.")!.Text);
    }

    [Fact]
    public void The_first_sentence_of_a_paragraph_gets_the_one_after_it() =>
        Assert.Equal("朝鲜向俄罗斯派兵。克里姆林宫否认。", Cut("导语。\n朝鲜向俄罗斯派兵。克里姆林宫否认。完。", "朝鲜向俄罗斯派兵。")!.Text);

    [Fact]
    public void A_quote_without_neighbors_stands_alone_and_is_marked_whole()
    {
        var excerpt = Cut("One.\nTroops were sent.\nTwo.", "Troops were sent.")!;

        Assert.Equal("Troops were sent.", excerpt.Text);
        Assert.Equal([new TextSpan(0, 17)], excerpt.Marks);
    }

    [Fact]
    public void Known_words_are_marked_and_overlapping_ones_joined()
    {
        const string Text = "North Korea sent troops to Russia.";

        var excerpt = ExcerptCutter.Cut(Text, new Evidence(EvidencePlace.Text, Text, 0, Text.Length), [new(12, 23), new(0, 11), new(17, 23), new(90, 99)])!;

        Assert.Equal(["North Korea", "sent troops"], QuotePieces.Of(excerpt).Where(piece => piece.Marked).Select(piece => piece.Text));
        Assert.Equal(Text, string.Concat(QuotePieces.Of(excerpt).Select(piece => piece.Text)));
    }

    [Fact]
    public void A_sentence_without_end_is_cut_around_its_words_and_says_so()
    {
        var text = new string('a', 5000) + " troops were sent " + string.Concat(Enumerable.Repeat("😀", 3000));

        var excerpt = ExcerptCutter.Cut(text, new Evidence(EvidencePlace.Text, text, 0, text.Length), [new(5001, 5007)])!;

        Assert.InRange(excerpt.Text.Length, 1, ExcerptCutter.MaxLength + 1);
        Assert.Contains("troops were sent", excerpt.Text, StringComparison.Ordinal);
        Assert.True(excerpt.CutBefore && excerpt.CutAfter);
        Assert.Contains(excerpt.Text, text, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(excerpt.Text[^1]));
    }

    [Fact]
    public void A_quote_that_is_not_in_the_text_is_none() => Assert.Null(Cut("Nothing of the kind.", "Troops were sent."));

    private static Excerpt? Cut(string text, string quote)
    {
        var start = text.IndexOf(quote, StringComparison.Ordinal);
        return ExcerptCutter.Cut(text, new Evidence(EvidencePlace.Text, quote, start, start + quote.Length), []);
    }
}
