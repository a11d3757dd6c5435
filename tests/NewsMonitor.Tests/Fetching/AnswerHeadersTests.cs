using NewsMonitor.Fetching;

namespace NewsMonitor.Tests.Fetching;

public sealed class AnswerHeadersTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("120", 120)]
    [InlineData(" 0 ", 0)]
    [InlineData("259200", 259200)]
    [InlineData("Mon, 02 Mar 2026 12:02:00 GMT", 120)]
    [InlineData("Monday, 02-Mar-26 12:02:00 GMT", 120)]
    [InlineData("Mon Mar  2 12:02:00 2026", 120)]
    [InlineData("Sun, 01 Mar 2026 00:00:00 GMT", 0)]
    [InlineData("99999999999999999999", 7 * 86400)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 7 * 86400)]
    public void Retry_after_is_read_as_seconds_or_a_date_and_kept_within_a_week(string value, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), AnswerHeaders.RetryAfter(value, Now));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("٣")]
    [InlineData("2026-03-02")]
    public void Retry_after_that_is_nonsense_says_nothing(string? value) => Assert.Null(AnswerHeaders.RetryAfter(value, Now));

    [Theory]
    [InlineData("public, max-age=600", null, null, null, 600)]
    [InlineData("Max-Age=\"600\"", null, null, null, 600)]
    [InlineData("max-age=600", "Mon, 02 Mar 2026 18:00:00 GMT", null, "100", 500)]
    [InlineData("max-age=60", null, null, "100", 0)]
    [InlineData(null, "Mon, 02 Mar 2026 13:00:00 GMT", null, null, 3600)]
    [InlineData(null, "Mon, 02 Mar 2026 13:00:00 GMT", "Mon, 02 Mar 2026 12:30:00 GMT", null, 1800)]
    [InlineData("max-age=99999999999", null, null, null, 365 * 86400)]
    public void Freshness_comes_from_max_age_and_else_from_expires(string? cacheControl, string? expires, string? date, string? age, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), AnswerHeaders.Freshness(cacheControl, expires, date, age, Now));

    [Theory]
    [InlineData("no-cache, max-age=600", null)]
    [InlineData("no-store", "Mon, 02 Mar 2026 13:00:00 GMT")]
    [InlineData("max-age=soon", null)]
    [InlineData(null, "0")]
    [InlineData(null, null)]
    public void An_answer_that_must_not_be_kept_or_says_nothing_has_no_freshness(string? cacheControl, string? expires) =>
        Assert.Null(AnswerHeaders.Freshness(cacheControl, expires, null, null, Now));
}
