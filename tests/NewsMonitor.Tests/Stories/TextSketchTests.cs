using NewsMonitor.Stories;

namespace NewsMonitor.Tests.Stories;

public sealed class TextSketchTests
{
    [Fact]
    public void A_text_resembles_itself_whatever_its_case_punctuation_and_width()
    {
        var sketch = TextSketch.Of("North Korea sent 3,000 troops to Russia in October");

        Assert.Equal(1, sketch.Resemblance(TextSketch.Of("NORTH KOREA SENT ３,０００ “troops” to Russia — in October!")));
    }

    [Fact]
    public void Texts_without_a_common_phrase_do_not_resemble() => Assert.Equal(0, TextSketch.Of(Words(0, 400)).Resemblance(TextSketch.Of(Words(1000, 400))));

    [Theory]
    [InlineData(1000, 500)]
    [InlineData(4000, 2000)]
    public void The_estimate_is_close_for_long_texts(int words, int common)
    {
        var first = TextSketch.Of(Words(0, words));
        var second = TextSketch.Of(Words(words - common, words));

        Assert.InRange(first.Resemblance(second), (double)common / ((2 * words) - common) - 0.1, (double)common / ((2 * words) - common) + 0.1);
    }

    [Fact]
    public void A_part_is_contained_in_the_whole()
    {
        var whole = TextSketch.Of(Words(0, 900));
        var part = TextSketch.Of(Words(100, 300));

        Assert.InRange(part.Containment(whole), 0.75, 1);
        Assert.Equal(part.Containment(whole), whole.Containment(part));
    }

    [Theory]
    [InlineData("")]
    [InlineData("... !!!")]
    public void A_text_without_words_resembles_nothing(string text)
    {
        Assert.Equal(0, TextSketch.Of(text).Resemblance(TextSketch.Of(text)));
        Assert.Equal(0, TextSketch.Of(text).Containment(TextSketch.Of(Words(0, 50))));
    }

    [Fact]
    public void It_is_stored_and_read_back()
    {
        var sketch = TextSketch.Of(Words(0, 500));

        var back = TextSketch.FromBytes(sketch.ToBytes());

        Assert.Equal(sketch.Hashes, back.Hashes);
        Assert.Equal(sketch.Shingles, back.Shingles);
        Assert.Throws<FormatException>(() => TextSketch.FromBytes([1, 2, 3]));
    }

    [Fact]
    public void What_is_stored_stays_comparable_across_versions() => Assert.Equal(
        "010000009C0B8661D06DE02A", Convert.ToHexString(TextSketch.Of("one two three four five").ToBytes()));

    private static string Words(int from, int count) => string.Join(' ', Enumerable.Range(from, count).Select(i => $"word{i}"));
}
