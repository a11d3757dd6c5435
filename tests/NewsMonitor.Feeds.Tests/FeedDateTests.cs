using System.Globalization;

namespace NewsMonitor.Feeds.Tests;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Mon, 16 Nov 2026 09:30:00", "2026-11-16T09:30:00+00:00")]
    [InlineData("2026-11-16 09:30", "2026-11-16T09:30:00+00:00")]
    [InlineData("2026년 11월 16일 오후 6:30", "2026-11-16T18:30:00+09:00")]
    [InlineData("Mon, 16 Nov 2026 15:00:00 IST", "2026-11-16")]
    [InlineData("2026-11", "2026-11-01")]
    [InlineData("2026", "2026-01-01")]
    [InlineData("週一, 16 11月 2026 17:30:00 +0800", "2026-11-16T17:30:00+08:00")]
    [InlineData("Пн, 16 ноя 2026 12:30:00 +0300", "2026-11-16T12:30:00+03:00")]
    public void What_a_date_lacks_is_completed_only_where_the_format_leaves_no_choice(string text, string date) => Assert.Equal(date, FeedDate.Read(text).ToString());

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    [InlineData("")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var item = Samples.FirstOf("<TITLE>I</TITLE><PUBDATE>Mon, 16 NOV 2026 09:30:00 GMT</PUBDATE><LINK>HTTPS://NEWS.EXAMPLE/I</LINK>");
            Assert.Equal("I", item.Title);
            Assert.Equal("HTTPS://NEWS.EXAMPLE/I", item.Link);
            Assert.Equal("2026-11-16T09:30:00+00:00", item.Published.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
