using NewsMonitor.Fetching;

namespace NewsMonitor.Tests.Fetching;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\r\nb", "a b")]
    [InlineData("\u001b[31mred", "[31mred")]
    [InlineData("a\u2028b\u202Ec\0d", "a b c d")]
    [InlineData("한국 🛰", "한국 🛰")]
    [InlineData(null, "")]
    public void Words_from_outside_stay_on_one_line(string? text, string expected) => Assert.Equal(expected, OneLine.Of(text));

    [Fact]
    public void A_lone_surrogate_becomes_a_replacement_character() => Assert.Equal("a\ufffdb", OneLine.Of("a\ud800b"));

    [Fact]
    public void Long_words_are_cut_between_characters()
    {
        var line = OneLine.Of(string.Concat(Enumerable.Repeat("🛰", 400)));

        Assert.True(line.Length <= OneLine.MaxLength);
        Assert.EndsWith("🛰…", line, StringComparison.Ordinal);
    }
}
