using NewsMonitor.Revisions;

namespace NewsMonitor.Tests.Revisions;

public sealed class SentenceDiffTests
{
    [Theory]
    [InlineData("One ship came. Two left.", new[] { "One ship came.", "Two left." })]
    [InlineData("Mr. Kim met the U.S. envoy. He left.", new[] { "Mr. Kim met the U.S. envoy.", "He left." })]
    [InlineData("\"We sent them.\" Nobody asked", new[] { "\"We sent them.\"", "Nobody asked" })]
    [InlineData("It cost 3.5 million. Really?! Yes", new[] { "It cost 3.5 million.", "Really?!", "Yes" })]
    [InlineData("First\nSecond paragraph\n\n***\nThird", new[] { "First", "Second paragraph", "Third" })]
    [InlineData("朝鲜向俄罗斯派兵。克里姆林宫拒绝评论。", new[] { "朝鲜向俄罗斯派兵。", "克里姆林宫拒绝评论。" })]
    [InlineData("북한이 병력을 파병했다. 러시아는 부인했다.", new[] { "북한이 병력을 파병했다.", "러시아는 부인했다." })]
    [InlineData("«Мы признаём», заявил он. Позже он ушёл.", new[] { "«Мы признаём», заявил он.", "Позже он ушёл." })]
    public void A_text_is_split_where_its_sentences_end(string text, string[] sentences)
    {
        Assert.Equal(sentences, Sentences.Of(text).Select(sentence => sentence.Text));
        Assert.All(Sentences.Of(text), sentence => Assert.Equal(sentence.Text, text[sentence.Start..sentence.End]));
    }

    [Theory]
    [InlineData("One ship came. Two left.", "One ship came.  Two  left.")]
    [InlineData("One ship came. Two left.", "Two left. One ship came.")]
    [InlineData("It's \"done\", he said.", "It’s “done” he said!")]
    [InlineData("One ship came.", "One\u00a0ship came. ")]
    public void Blanks_punctuation_and_another_order_are_no_change(string before, string after) => Assert.Empty(SentenceDiff.Between(before, after));

    [Fact]
    public void A_sentence_is_paired_with_the_one_that_resembles_it_and_the_rest_is_taken_out_or_put_in()
    {
        const string Before = "The port was quiet. North Korea sent 3,000 soldiers to Russia in October, Seoul said. Fog lay over the bay. Nobody was hurt.";
        const string After = "The port was quiet. Fog lay over the bay. North Korea sent 10,000 soldiers to Russia in October, Seoul said. A spokesman declined to comment.";

        var changes = SentenceDiff.Between(Before, After);

        Assert.Equal(
            [
                ("North Korea sent 3,000 soldiers to Russia in October, Seoul said.", "North Korea sent 10,000 soldiers to Russia in October, Seoul said."),
                ("Nobody was hurt.", null),
                (null, "A spokesman declined to comment."),
            ],
            changes.Select(change => (change.Before?.Text, change.After?.Text)));
    }

    [Fact]
    public void A_sentence_in_the_place_of_another_needs_less_likeness_to_be_its_successor()
    {
        const string Before = "The port was quiet. North Korea has shipped shells to Russia, Seoul's ministry said. Fog lay over the bay.";
        const string After = "The port was quiet. Seoul's ministry took back what it had said about shells. Fog lay over the bay.";

        var change = Assert.Single(SentenceDiff.Between(Before, After));

        Assert.Equal("Seoul's ministry took back what it had said about shells.", change.After?.Text);
    }

    [Fact]
    public void Of_repeated_sentences_as_many_are_shared_as_both_have()
    {
        var changes = SentenceDiff.Between("Read more. Read more. Read more.", "Read more.");

        Assert.Equal(2, changes.Length);
        Assert.All(changes, change => Assert.Null(change.After));
    }

    [Fact]
    public void Texts_that_share_nothing_and_are_very_long_are_compared_within_a_second()
    {
        var before = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"Sentence {i} speaks of harbor {i * 7}."));
        var after = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"Report {i} tells of mountain {i * 11}."));
        var clock = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal(40_000, SentenceDiff.Between(before, after).Sum(change => change is { Before: not null, After: not null } ? 2 : 1));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"took {clock.Elapsed}");
    }
}
