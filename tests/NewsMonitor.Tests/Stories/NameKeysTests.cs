using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Tests.Stories;

public sealed class NameKeysTests
{
    [Theory]
    [InlineData("en", "in Kursk", "ru", "в Курске")]
    [InlineData("en", "to Alabuga", "uk", "до Алабуги")]
    [InlineData("en", "minister Kozlov", "ko", "장관 코즐로프")]
    [InlineData("en", "in Kursk", "ko", "어제 쿠르스크에서")]
    [InlineData("en", "in Kursk", "ja", "昨日クルスクで")]
    [InlineData("en", "envoy Lavrov", "ja", "外相ラブロフが")]
    public void A_name_has_the_same_key_in_every_alphabet(string language, string text, string otherLanguage, string otherText)
    {
        var keys = NameKeys.Of(text, language).Select(name => name.Key);

        Assert.Contains(keys, key => NameKeys.Of(otherText, otherLanguage).Any(other => other.Key.StartsWith(key, StringComparison.Ordinal)));
    }

    [Fact]
    public void Designations_are_the_same_in_Latin_and_Cyrillic() => Assert.Equal(NameKeys.Designations("an Il-76 landed"), NameKeys.Designations("самолёт Ил-76 сел"));
}
