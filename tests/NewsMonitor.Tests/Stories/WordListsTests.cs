using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Tests.Stories;

public sealed class WordListsTests
{
    public static readonly string[] Languages = ["de", "en", "es", "fr", "ja", "ko", "ru", "uk", "zh"];

    [Fact]
    public void Every_language_has_the_lists_that_claims_need() =>
        Assert.All(Languages, language => Assert.All(["unit", "times", "before", "says", "body", "office", "correct", "further"], list => Assert.NotSame(WordList.Empty, WordLists.For(language)![list])));

    [Fact]
    public void A_language_without_lists_has_none() => Assert.Null(WordLists.For("ar"));
}
