using NewsMonitor.Digests.Rendering;
using NewsMonitor.Matches;
using NewsMonitor.Tests.Digests;

namespace NewsMonitor.Tests.Digests.Rendering;

public sealed class ChangedWordsTests
{
    [Theory]
    [InlineData("About 3,000 soldiers came.", "About 3,600 soldiers came.", "3,000", "3,600")]
    [InlineData("It sends shells.", "It never sends shells.", "", "never")]
    [InlineData("Moscow confirmed it.", "Moscow confused it.", "confirmed", "confused")]
    [InlineData("朝鲜派遣了三千名士兵。", "朝鲜派遣了五千名士兵。", "三", "五")]
    [InlineData("북한이 병력을 보냈다.", "북한이 병력을 보내지 않았다.", "보냈다", "보내지 않았다")]
    [InlineData("The same.", "The same.", "", "")]
    [InlineData("aa", "aaa", "aa", "aaa")]
    public void What_differs_is_marked_in_whole_words(string before, string after, string left, string right)
    {
        var (was, now) = Between(before, after);

        Assert.Equal((before, after), (was.Text, now!.Text));
        Assert.Equal((left, right), (Marked(was), Marked(now)));
    }

    [Fact]
    public void Of_a_sentence_without_end_the_part_that_changed_is_shown()
    {
        var filler = string.Concat(Enumerable.Repeat("word ", 400));

        var (was, now) = Between(filler + "old " + filler, filler + "new " + filler);

        Assert.Equal(("old", "new"), (Marked(was), Marked(now!)));
        Assert.All([was, now!], quote => Assert.True(quote is { CutBefore: true, CutAfter: true } && quote.Text.Length <= ExcerptCutter.MaxLength));
    }

    private static (Excerpt Before, Excerpt? After) Between(string before, string after) =>
        ChangedWords.Of(SampleDigests.Correction(1, TopicNames.Support, "words", before, after).Entry);

    private static string Marked(Excerpt quote) => string.Concat(quote.Marks.Select(mark => quote.Text[mark.Start..mark.End]));
}
