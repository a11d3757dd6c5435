using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Tests.Stories;

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
