using NewsMonitor.Digests;
using NewsMonitor.Matches;
using NewsMonitor.Tests.Matches;

namespace NewsMonitor.Tests.Digests;

public sealed class DigestSubjectTests
{
    [Fact]
    public void It_counts_by_topic_and_names_the_day() =>
        Assert.Equal("[NewsMonitor] DPRK-Russia: 3 new; recognition: 3 new · Tue 24 Nov", DigestSubject.Of(SampleDigests.Busy()));

    [Fact]
    public void An_empty_day_says_what_was_read_and_what_is_down() =>
        Assert.Equal("[NewsMonitor] no new reports · 214 articles read, 2 sources down", DigestSubject.Of(SampleDigests.Empty()));

    [Fact]
    public void A_digest_after_downtime_says_how_many_days_it_covers()
    {
        var material = SampleDigests.Material() with { Window = new DigestWindow(SampleDigests.Day.Until.AddDays(-3), SampleDigests.Day.Until) };

        Assert.Contains("no new reports", DigestSubject.Of(SampleDigests.Compose(material)), StringComparison.Ordinal);
        Assert.Equal("22-24 Nov (3 days)", new DigestTime(SampleDigests.Compose(material)).DayLabel());
    }

    [Theory]
    [InlineData(3, 0, 0, 0, 0, 1, "DPRK-Russia: 3 new; recognition: 1 corrected · 24 Nov")]
    [InlineData(3, 0, 0, 1, 0, 1, "4 new, 1 corrected · Tue 24 Nov")]
    [InlineData(3, 2, 0, 1, 0, 0, "DPRK-Russia 3 new, 2 updated; recognition 1 new · 24 Nov")]
    [InlineData(3, 2, 0, 1, 0, 1, "4 new, 2 updated, 1 corrected · Tue 24 Nov")]
    [InlineData(0, 0, 2, 0, 0, 0, "DPRK-Russia: 2 corrected · Tue 24 Nov")]
    public void What_does_not_fit_goes_from_the_least_to_the_most_worth_telling(int new1, int updated1, int corrected1, int new2, int updated2, int corrected2, string subject)
    {
        var digest = SampleDigests.Busy();
        var first = new DigestCounts(new1, updated1, 0, 1, corrected1);
        var second = new DigestCounts(new2, updated2, 0, 1, corrected2);
        var sum = new DigestCounts(new1 + new2, updated1 + updated2, 0, 2, corrected1 + corrected2);

        var told = DigestSubject.Of(digest with { Counts = sum, Topics = [digest.Topics[0] with { Counts = first }, digest.Topics[1] with { Counts = second }] });

        Assert.Equal("[NewsMonitor] " + subject, told);
        Assert.InRange(told.Length, 1, DigestSubject.MaxLength);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(999_999)]
    [InlineData(int.MaxValue)]
    public void It_never_exceeds_70_characters(int count)
    {
        var digest = SampleDigests.Busy();
        var counts = new DigestCounts(count, count, count, count, count);
        var busy = digest with { Counts = counts, Topics = [.. digest.Topics.Select(topic => topic with { Counts = counts })] };
        var empty = SampleDigests.Empty();
        var silent = empty with { Coverage = empty.Coverage with { ArticlesRead = count, Feeds = new FeedTally(0, count, 0) } };

        Assert.InRange(DigestSubject.Of(busy).Length, 1, DigestSubject.MaxLength);
        Assert.InRange(DigestSubject.Of(silent).Length, 1, DigestSubject.MaxLength);
    }

    [Fact]
    public void No_word_of_an_article_reaches_it() => Assert.Equal("[NewsMonitor] DPRK-Russia: 2 new, 1 corrected · Tue 24 Nov", DigestSubject.Of(Hostile.Digest()));

    [Theory]
    [InlineData("Europe/Kyiv", "2026-10-24T04:00:00Z", "2026-10-25T05:00:00Z")]
    [InlineData("Europe/Kyiv", "2026-03-28T05:00:00Z", "2026-03-29T04:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-03T20:30:00Z", "2026-10-04T20:00:00Z")]
    public void A_day_of_23_or_25_hours_is_one_day(string zone, string from, string until)
    {
        var window = new DigestWindow(
            DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture));

        var digest = SampleDigests.Compose(SampleDigests.Material(Report()) with { Window = window, Zone = zone });

        Assert.Equal(1, new DigestTime(digest).Days);
    }

    private static StoredMatch Report()
    {
        const string Text = "North Korea sent troops to Russia.";
        return Sample.Match(Text, [Sample.Support(Text, Text)]);
    }
}
