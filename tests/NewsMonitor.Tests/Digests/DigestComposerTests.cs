using System.Collections.Immutable;
using NewsMonitor.Detection;
using NewsMonitor.Digests;
using NewsMonitor.Digests.Rendering;
using NewsMonitor.Matches;
using NewsMonitor.Subscriptions;
using NewsMonitor.Tests.Matches;

namespace NewsMonitor.Tests.Digests;

public sealed class DigestComposerTests
{
    private const string Text = "North Korea sent troops to Russia. It also sent shells there.";
    private const string Troops = "North Korea sent troops to Russia.";
    private const string Shells = "It also sent shells there.";

    [Fact]
    public void Every_quote_is_a_verbatim_part_of_the_text_or_title_it_was_read_in()
    {
        var material = SampleDigests.BusyMaterial();
        var texts = material.Reports.ToDictionary(report => report.Match.Id);

        var claims = SampleDigests.Compose(material).Topics.SelectMany(topic => topic.Stories).SelectMany(story => story.Claims).ToArray();

        Assert.Equal(8, claims.Length);
        Assert.All(claims, claim => Assert.Contains(claim.Excerpt.Text, texts[claim.Source].Text, StringComparison.Ordinal));
        Assert.All(claims, claim => Assert.NotEmpty(claim.Excerpt.Marks));
    }

    [Fact]
    public void A_claim_whose_quote_the_stored_text_does_not_contain_is_left_out_and_a_note_says_so()
    {
        var report = Sample.Match(Text, [Sample.Support(Text, Troops), Sample.Support(Text, Shells, "materiel")]) with { Text = Troops };

        var digest = SampleDigests.Compose(SampleDigests.Material(report));

        var claim = Assert.Single(Assert.Single(digest.Topics[0].Stories).Claims);
        Assert.Equal("troops", claim.Finding.Kind);
        Assert.Contains("1 of 2 claims of https://news.example/1", Assert.Single(digest.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_whose_sentences_no_stored_version_contains_is_left_out_and_a_note_says_so()
    {
        var proven = SampleDigests.Correction(1, TopicNames.Support, "words", Troops, Shells);
        var unproven = SampleDigests.Correction(2, TopicNames.Support, "words", Troops, Shells) with { Versions = [Troops] };

        var digest = SampleDigests.Compose(SampleDigests.Material() with { Ledger = LedgerExtract.Empty with { Corrections = [proven, unproven] } });

        Assert.Equal(1, Assert.Single(digest.Topics[0].Corrections).Claim);
        Assert.Equal((1, 1), (digest.Counts.Corrected, digest.Topics[0].Counts.Corrected));
        Assert.Contains("A correction of https://news.example/corrected/2 left out", Assert.Single(digest.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_moved_within_the_text_is_found_where_it_stands_now()
    {
        var report = Sample.Match(Text, [Sample.Support(Text, Troops)]) with { Text = "Updated.\n" + Text };

        var claim = Assert.Single(SampleDigests.Compose(SampleDigests.Material(report)).Topics[0].Stories[0].Claims);

        var mark = Assert.Single(claim.Excerpt.Marks);
        Assert.Equal(Troops, claim.Excerpt.Text[mark.Start..mark.End]);
    }

    [Fact]
    public void Counts_equal_what_is_listed()
    {
        var digest = SampleDigests.Busy();

        foreach (var section in digest.Topics)
        {
            Assert.Equal(section.Counts.New, section.Stories.Count(story => story.Status == StoryStatus.New));
            Assert.Equal(section.Counts.Updated, section.Stories.Count(story => story.Status == StoryStatus.Updated));
            Assert.Equal(section.Counts.Repeated, section.Stories.Count(story => story.Status == StoryStatus.Repeated));
        }

        Assert.Equal(7, digest.Counts.Stories());
        Assert.Equal(8, digest.Counts.Reports);
    }

    [Fact]
    public void A_story_under_two_topics_is_listed_in_both_and_counted_once()
    {
        var report = Sample.Match(Text, [Sample.Support(Text, Troops), Sample.Recognition(Text, Shells)]);

        var digest = SampleDigests.Compose(SampleDigests.Material(report));

        Assert.All(digest.Topics, topic => Assert.Single(topic.Stories));
        Assert.Equal(new DigestCounts(1, 0, 0, 1), digest.Counts);
    }

    [Fact]
    public void A_known_story_with_a_new_claim_is_updated_and_tells_the_new_claim_first()
    {
        var earlier = Sample.Match(Text, [Sample.Support(Text, Troops)], 1, 7, seen: SampleDigests.Day.From.AddHours(-3), outlet: "First Wire");
        var report = Sample.Match(Text, [Sample.Support(Text, Troops), Sample.Support(Text, Shells, "materiel")], 2, 7);

        var story = Assert.Single(SampleDigests.Compose(SampleDigests.Material(report) with { Earlier = [earlier.Match] }).Topics[0].Stories);

        Assert.Equal(StoryStatus.Updated, story.Status);
        Assert.Equal(["materiel", "troops"], story.Claims.Select(claim => claim.Finding.Kind));
        Assert.Equal([true, false], story.Claims.Select(claim => claim.IsNew));
        Assert.Equal(("First Wire", 1), (story.FirstSeenBy, story.EarlierReports));
    }

    [Fact]
    public void A_known_story_without_a_new_claim_is_repeated()
    {
        var earlier = Sample.Match(Text, [Sample.Support(Text, Troops)], 1, 7, seen: SampleDigests.Day.From.AddHours(-3));
        var report = Sample.Match(Text, [Sample.Support(Text, Troops)], 2, 7);

        var digest = SampleDigests.Compose(SampleDigests.Material(report) with { Earlier = [earlier.Match] });

        Assert.Equal(new DigestCounts(0, 0, 1, 1), digest.Counts);
    }

    [Fact]
    public void A_claim_of_several_reports_is_told_once_and_quoted_from_a_page_before_a_feed()
    {
        var feed = Sample.Match(Text, [Sample.Support(Text, Troops)], 1, 7, source: TextSource.Feed);
        var page = Sample.Match(Text, [Sample.Support(Text, Troops)], 2, 7, seen: Sample.Seen.AddHours(1));

        var story = Assert.Single(SampleDigests.Compose(SampleDigests.Material(page, feed)).Topics[0].Stories);

        var claim = Assert.Single(story.Claims);
        Assert.Equal((2L, 2), (claim.Source, claim.Reports));
        Assert.Equal([1L, 2L], story.Sources.Select(source => source.Article));
    }

    [Fact]
    public void A_topic_without_stories_has_its_section_all_the_same()
    {
        var digest = SampleDigests.Empty();

        Assert.Equal([TopicNames.Support, TopicNames.Recognition], digest.Topics.Select(topic => topic.Topic));
        Assert.Equal(0, digest.Counts.Stories());
        Assert.Equal(new FeedTally(1, 2, 0), digest.Coverage.Feeds);
    }

    [Fact]
    public void Feeds_that_are_read_and_odd_are_blind_spots_too_and_only_recoveries_of_the_window_are_told()
    {
        var window = SampleDigests.Day;
        var silent = SampleDigests.Fine with { Url = "https://s.example/rss", Trouble = new Trouble(TroubleKind.Silent, window.From.AddDays(-9), "nothing new"), IsTroubleWorthTelling = true };
        var hiccup = SampleDigests.Fine with { Url = "https://h.example/rss", State = FeedState.Failing, ConsecutiveFailures = 1, Trouble = new Trouble(TroubleKind.Unreachable, window.Until, "timeout") };
        var back = SampleDigests.Fine with { Url = "https://b.example/rss", Recovery = new Recovery(TroubleKind.Broken, window.From.AddHours(1), window.From.AddHours(4)) };
        var backForLong = SampleDigests.Fine with { Url = "https://l.example/rss", Recovery = new Recovery(TroubleKind.Broken, window.From.AddDays(-3), window.From.AddDays(-2)) };

        var digest = DigestComposer.Compose(SampleDigests.Material() with { Feeds = [silent, hiccup, back, backForLong] });

        Assert.Equal(new FeedTally(4, 0, 0), digest.Coverage.Feeds);
        Assert.Equal((silent.Url, TroubleKind.Silent), (Assert.Single(digest.Coverage.Trouble).Url, digest.Coverage.Trouble[0].Kind));
        Assert.Equal(back.Url, Assert.Single(digest.Coverage.Recovered).Url);
        Assert.Contains("recovered after 3 h: was broken", TextDigest.Render(digest), StringComparison.Ordinal);
        Assert.Contains("1 source silent: nothing new. See whether the site still publishes", TextDigest.Render(digest), StringComparison.Ordinal);
        Assert.Equal(digest.Coverage.Recovered, DigestJson.Read(DigestJson.Write(digest)).Coverage.Recovered);
    }

    [Fact]
    public void The_trend_begins_with_the_first_digest_and_counts_a_day_without_one_as_zero()
    {
        var past = new PastDigest(new DateOnly(2026, 11, 21), ImmutableDictionary<string, int>.Empty.Add(TopicNames.Support, 4));

        var trend = SampleDigests.Compose(SampleDigests.Material() with { Past = [past] }).Topics[0].Trend;

        Assert.Equal([4, 0, 0, 0], trend.Days);
        Assert.Equal(0, trend.DayBefore());
        Assert.Equal(4 / 3.0, trend.WeekMean());
    }

    [Fact]
    public void A_digest_stored_as_JSON_is_read_back_equal()
    {
        var stored = DigestJson.Write(SampleDigests.Busy());

        Assert.Equal(stored, DigestJson.Write(DigestJson.Read(stored)));
        Assert.Equal(stored, DigestJson.Write(DigestJson.Read(DigestJson.WriteIndented(SampleDigests.Busy()))));
        Assert.Contains("국정원", stored, StringComparison.Ordinal);
        Assert.Equal(DigestJson.Write(SampleDigests.CatchUp()), DigestJson.Write(DigestJson.Read(DigestJson.Write(SampleDigests.CatchUp()))));
    }

    [Fact]
    public void A_hostile_digest_is_stored_and_read_back_too()
    {
        var stored = DigestJson.Write(Hostile.Digest());

        Assert.Equal(stored, DigestJson.Write(DigestJson.Read(stored)));
    }

    [Fact]
    public void Quotes_in_a_stored_digest_are_what_they_were_byte_for_byte()
    {
        var digest = SampleDigests.Busy();

        var back = DigestJson.Read(DigestJson.Write(digest));

        Assert.Equal(Quotes(digest), Quotes(back));

        static string[] Quotes(Digest from) => [.. from.Topics.SelectMany(topic => topic.Stories).SelectMany(story => story.Claims).Select(claim => claim.Excerpt.Text)];
    }

    [Fact]
    public void The_same_material_gives_the_same_digest_in_whatever_order_it_comes()
    {
        var material = SampleDigests.BusyMaterial();

        var backwards = SampleDigests.Compose(material with { Reports = [.. material.Reports.Reverse()] });

        Assert.Equal(DigestJson.Write(SampleDigests.Compose(material)), DigestJson.Write(backwards));
    }

    [Fact]
    public void A_stance_that_changed_is_a_new_claim()
    {
        var earlier = Sample.Match(Text, [Sample.Support(Text, Troops)], 1, 7, seen: SampleDigests.Day.From.AddHours(-3));
        var report = Sample.Match(Text, [Sample.Support(Text, Troops, stance: Stance.Denied)], 2, 7);

        var story = SampleDigests.Compose(SampleDigests.Material(report) with { Earlier = [earlier.Match] }).Topics[0].Stories[0];

        Assert.Equal(StoryStatus.Updated, story.Status);
    }
}
