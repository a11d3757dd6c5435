using NewsMonitor.Detection.Reading;

namespace NewsMonitor.Detection.Tests.Reading;

public sealed class NormalizedTextTests
{
    [Theory]
    [InlineData("Rus\u00ADsia", "russia")]
    [InlineData("Ｒｕｓｓｉａ", "russia")]
    [InlineData("Russiа", "russia")]
    [InlineData("Russia’s", "russia's")]
    [InlineData("well-known - yes", "well known - yes")]
    public void Text_is_folded(string text, string expected) => Assert.Equal(expected, new string(NormalizedText.Of(text).Span));

    [Fact]
    public void Every_place_leads_back_to_the_original()
    {
        var text = "A\u00ADB\u200BC\uFEFF";
        var folded = NormalizedText.Of(text);

        Assert.Equal("abc", new string(folded.Span));
        Assert.Equal(new[] { 0, 2, 4 }, Enumerable.Range(0, 3).Select(folded.OriginalOffset));
        Assert.Equal("A\u00ADB", text[folded.OriginalOffset(0)..folded.OriginalEnd(2)]);
    }
}
