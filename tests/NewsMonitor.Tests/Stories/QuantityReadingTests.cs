using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Tests.Stories;

public sealed class QuantityReadingTests
{
    private static readonly DateOnly Published = new(2026, 11, 9);

    [Theory]
    [InlineData("en", "It sent up to 6,000 North Korean soldiers by rail.", "up to 6,000 soldiers")]
    [InlineData("en", "About 13,000 containers arrived.", "about 13,000 containers")]
    [InlineData("en", "They paid $2.5 million for it.", "2,500,000 dollars")]
    [InlineData("en", "Thirteen members voted; six workers stayed.", "6 workers")]
    [InlineData("ru", "Погибли около двух тысяч военных.", "about 2,000 soldiers")]
    [InlineData("ru", "Пришло 10 тыс. снарядов и 58 тонн муки.", "10,000 shells|58 tons")]
    [InlineData("uk", "Понад 12 тисяч робітників прибули.", "at least 12,000 workers")]
    [InlineData("de", "Rund 12.000 Soldaten und 1,5 Millionen Barrel Öl.", "about 12,000 soldiers|1,500,000 barrels")]
    [InlineData("fr", "Quelque 5 000 soldats sont partis.", "about 5,000 soldiers")]
    [InlineData("es", "Unos 1.000 soldados norcoreanos llegaron.", "about 1,000 soldiers")]
    [InlineData("ko", "병력 1만2천여 명이 이동했다.", "about 12,000 people")]
    [InlineData("ko", "사상자가 6천300명을 넘었다.", "6,300 people")]
    [InlineData("ja", "約1万2千人が派遣された。", "about 12,000 people")]
    [InlineData("zh", "约3000名士兵被派往前线。", "about 3,000 soldiers")]
    [InlineData("zh", "两万五千人参加。", "25,000 people")]
    public void Numbers_are_read_with_what_they_count_and_how_surely(string language, string text, string expected) =>
        Assert.Equal(expected.Split('|'), Told(language, text));

    [Theory]
    [InlineData("en", "In 2024 the Il-76 and a KN-23 came at 07:30 on November 5.")]
    [InlineData("ko", "2024년 6월 5일에 왔다.")]
    [InlineData("ja", "9月中旬、3日間にわたり。")]
    [InlineData("en", "One of them said so.")]
    public void Years_days_times_and_designations_are_no_quantities(string language, string text) => Assert.Empty(Told(language, text));

    [Fact]
    public void Text_of_any_kind_is_read_without_trouble() =>
        Assert.All(WordListsTests.Languages, language => Assert.NotNull(Told(language, "\ud800 9999999999999999999999999999 1.2.3.4 ，。 十百千万億 1万万 $ € % \udc00")));

    private static string[] Told(string language, string text)
    {
        var words = WordLists.For(language);
        var days = DateReading.Of(text, words, Published).ToList();
        return [.. QuantityReading.Of(text, words, days).Select(quantity => quantity.Words())];
    }
}
