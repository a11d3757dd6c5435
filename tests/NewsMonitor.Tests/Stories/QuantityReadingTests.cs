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

public sealed class WordListsTests
{
    public static readonly string[] Languages = ["de", "en", "es", "fr", "ja", "ko", "ru", "uk", "zh"];

    [Fact]
    public void Every_language_has_the_lists_that_claims_need() =>
        Assert.All(Languages, language => Assert.All(["unit", "times", "before", "says", "body", "office", "correct", "further"], list => Assert.NotSame(WordList.Empty, WordLists.For(language)![list])));

    [Fact]
    public void A_language_without_lists_has_none() => Assert.Null(WordLists.For("ar"));
}

public sealed class DateReadingTests
{
    private static readonly DateOnly Published = new(2026, 11, 9); // a Monday

    [Theory]
    [InlineData("en", "on October 22 and 3 December", "2026-10-22 2026-12-03")]
    [InlineData("ru", "с 21 октября", "2026-10-21")]
    [InlineData("de", "am 3. Dezember", "2026-12-03")]
    [InlineData("fr", "le 1er novembre", "2026-11-01")]
    [InlineData("es", "el 13 de octubre", "2026-10-13")]
    [InlineData("ko", "12월 3일부터, 9일 밝혔다", "2026-12-03 2026-11-09")]
    [InlineData("ja", "10月22日に、9日発表した", "2026-10-22 2026-11-09")]
    [InlineData("en", "on January 5", "2027-01-05")]
    [InlineData("en", "said on Thursday", "2026-11-05")]
    [InlineData("en", "they may 3 times", "")]
    public void Days_are_read_as_the_nearest_to_publication(string language, string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', DateReading.Of(text, WordLists.For(language), Published).Select(day => day.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));
}

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
