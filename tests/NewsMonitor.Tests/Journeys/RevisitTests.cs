using Dapper;
using NewsMonitor.Digests;
using NewsMonitor.Digests.Delivery;
using NewsMonitor.Digests.Rendering;
using NewsMonitor.Pipeline;
using NewsMonitor.Stories.Claims;
using NewsMonitor.Tests.Worlds;
using Monitor = NewsMonitor.Tests.Worlds.Monitor;

namespace NewsMonitor.Tests.Journeys;

/// <summary>What publishers do to a page after it was told, and what the next digest says of it.</summary>
public sealed class RevisitTests
{
    private const string Corrected = "North Korea has shipped mortar rounds to Russia by rail, Seoul's defense ministry said on Monday.";

    [Fact]
    public async Task The_page_of_a_match_is_looked_at_after_an_hour_six_hours_a_day_and_a_week_and_never_again()
    {
        await using var world = await World.ToldAsync(StubAnswer.Page(News.Page("Shells by rail", News.ShellsSentence)).Header("ETag", "\"v1\""));

        var looks = new List<double>();
        for (var hour = 0.0; hour <= 30 * 24; hour += 0.5)
        {
            var before = world.Looks;
            await world.RevisitAsync();
            if (world.Looks > before)
                looks.Add(hour);
            world.Monitor.Clock.Advance(TimeSpan.FromHours(0.5));
        }

        Assert.Equal([1, 6, 24, 7 * 24], looks);
        Assert.All(world.Site.RequestsTo("/shells").Skip(1), request => Assert.Equal("\"v1\"", request.Headers["If-None-Match"]));
        Assert.Empty(world.Corrections());
    }

    [Fact]
    public async Task A_page_without_findings_is_not_looked_at_again()
    {
        await using var world = await World.ToldAsync(StubAnswer.Page(News.Page("Fog", "The lighthouse keeper retires after forty years.")));

        await world.HoursLaterAsync(2);

        Assert.Equal(1, world.Looks);
    }

    [Fact]
    public async Task A_changed_sentence_is_kept_before_and_after_and_the_next_digest_has_both()
    {
        await using var world = await World.ToldAsync(News.Page("Shells by rail", News.ShellsSentence), News.Page("Shells by rail", Corrected));

        await world.HoursLaterAsync(1);

        var correction = Assert.Single(world.Corrections());
        Assert.Equal(("changed in the article", News.ShellsSentence, Corrected), (correction.Because, correction.Before, correction.After));
        Assert.Equal(Corrected, Assert.Single(Assert.Single(world.Monitor.Matches()).Findings).Evidence.Quote);
        Assert.Equal((News.ShellsSentence, Corrected), world.Ask<(string, string)>("SELECT before, after FROM revision_sentences"));
        Assert.Contains(News.ShellsSentence, world.Ask<string>("SELECT text FROM revisions"), StringComparison.Ordinal);
        Assert.Equal(1, world.Ask<long>("SELECT count(*) FROM sightings"));
    }

    [Fact]
    public async Task A_correction_is_due_in_one_digest_alone()
    {
        await using var world = await World.ToldAsync(News.Page("Shells by rail", News.ShellsSentence), News.Page("Shells by rail", Corrected));
        await world.HoursLaterAsync(1);

        Assert.Single(world.Corrections());
        var digest = world.Monitor.Part<DigestPress>().Freeze();

        Assert.Empty(world.Corrections());
        Assert.Contains("DPRK-Russia: 1 corrected", DigestSubject.Of(digest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_form_of_a_digest_has_the_sentence_before_and_after()
    {
        await using var world = await World.ToldAsync(News.Page("Shells by rail", News.ShellsSentence), News.Page("Shells by rail", Corrected));
        await world.HoursLaterAsync(1);
        var digest = world.Monitor.Part<DigestPress>().Freeze();

        foreach (var form in new[] { TextDigest.Render(digest), MarkdownDigest.Render(digest), HtmlDigest.Render(digest, HtmlExtent.Mail), HtmlDigest.Render(digest, HtmlExtent.Whole) })
        {
            Assert.Contains("CORRECTED", form, StringComparison.Ordinal);
            Assert.Matches(@"(?s)Before:.*North\s+Korea has shipped\s+(\*+|<mark>)artillery.*Now:.*North\s+Korea has shipped\s+(\*+|<mark>)mortar", form);
            Assert.DoesNotContain("No new reports", form, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_changed_before_it_was_told_is_told_as_it_is_and_corrects_nothing()
    {
        await using var world = await World.SeenAsync(StubAnswer.Page(News.Page("Shells by rail", News.ShellsSentence)), StubAnswer.Page(News.Page("Shells by rail", Corrected)));

        await world.HoursLaterAsync(1);

        Assert.Empty(world.Corrections());
        var claim = Assert.Single(world.Monitor.Part<DigestPress>().Freeze().Topics.SelectMany(topic => topic.Stories).SelectMany(story => story.Claims));
        Assert.Contains(Corrected, claim.Excerpt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_is_undone_before_the_next_digest_corrects_nothing()
    {
        var first = News.Page("Shells by rail", News.ShellsSentence);
        await using var world = await World.ToldAsync(first, News.Page("Shells by rail", Corrected), first);

        await world.HoursLaterAsync(1);
        await world.HoursLaterAsync(5);

        Assert.Equal(2, world.Ask<long>("SELECT count(*) FROM revisions"));
        Assert.Empty(world.Corrections());
    }

    [Fact]
    public async Task Two_changes_between_digests_are_told_as_one()
    {
        const string Last = "North Korea has shipped rocket launchers to Russia by sea, Seoul's defense ministry said on Monday.";
        await using var world = await World.ToldAsync(News.Page("Shells by rail", News.ShellsSentence), News.Page("Shells by rail", Corrected), News.Page("Shells by rail", Last));

        await world.HoursLaterAsync(1);
        await world.HoursLaterAsync(5);

        var correction = Assert.Single(world.Corrections());
        Assert.Equal((News.ShellsSentence, Last), (correction.Before, correction.After));
    }

    [Fact]
    public async Task A_claim_that_is_taken_out_is_withdrawn_and_told_again_when_it_is_put_back()
    {
        var first = News.Page("Shells by rail", News.ShellsSentence);
        await using var world = await World.ToldAsync(first, News.Page("Shells by rail", "The ministry took back what it had said."), first);

        await world.HoursLaterAsync(1);
        var withdrawn = world.Monitor.Part<DigestPress>().Freeze();
        await world.HoursLaterAsync(5);
        var back = world.Monitor.Part<DigestPress>().Freeze();

        Assert.Equal("gone from the article", Assert.Single(withdrawn.Topics.SelectMany(topic => topic.Corrections)).Because);
        Assert.Equal((0, 1), (back.Counts.New, back.Counts.Updated));
        Assert.Equal(0, back.Counts.Corrected);
    }

    [Fact]
    public async Task A_claim_that_was_taken_out_before_anybody_was_told_is_not_told_and_who_else_makes_it_was_the_first()
    {
        await using var world = await World.SeenAsync(
            StubAnswer.Page(News.Page("Shells by rail", News.ShellsSentence)), StubAnswer.Page(News.Page("Shells by rail", "The ministry took back what it had said.")));
        world.Site.Page("/copy", News.Page("Shells by rail", News.ShellsSentence));
        world.Site.Feed("/other.rss", News.Rss((world.Site.Url("/copy"), "Shells by rail", "")));
        world.Monitor.Subscribe(world.Site.Url("/other.rss"));
        await world.Monitor.PollAsync();

        await world.HoursLaterAsync(1);
        var digest = world.Monitor.Part<DigestPress>().Freeze();

        var claim = Assert.Single(digest.Topics.SelectMany(topic => topic.Stories).SelectMany(story => story.Claims));
        Assert.Equal((ClaimStatus.New, 1), (claim.Status, claim.Reports));
        Assert.Equal(0, digest.Counts.Corrected);
    }

    [Fact]
    public async Task A_claim_that_a_publisher_adds_is_told_as_an_update_of_its_story()
    {
        const string More = "North Korea has sent 3,000 soldiers to Russia, the ministry added.";
        await using var world = await World.ToldAsync(News.Page("Shells by rail", News.ShellsSentence), News.Page("Shells by rail", $"{News.ShellsSentence} {More}"));

        await world.HoursLaterAsync(1);
        var digest = world.Monitor.Part<DigestPress>().Freeze();
        var after = world.Monitor.Part<DigestPress>().Freeze();

        Assert.Equal((0, 1, 0), (digest.Counts.New, digest.Counts.Updated, digest.Counts.Repeated));
        var added = Assert.Single(digest.Topics.SelectMany(topic => topic.Stories).SelectMany(story => story.Claims), claim => claim.IsNew);
        Assert.Equal("troops", added.Finding.Kind);
        Assert.Equal(0, after.Counts.Stories());
    }

    [Theory]
    [InlineData(404, 404)]
    [InlineData(410, 410)]
    [InlineData(404, 410)]
    public async Task A_page_that_is_gone_twice_hours_apart_was_taken_down_and_its_claims_are_withdrawn(int first, int second)
    {
        await using var world = await World.ToldAsync(StubAnswer.Page(News.Page("Shells by rail", News.ShellsSentence)), StubAnswer.Status(first), StubAnswer.Status(second));

        await world.HoursLaterAsync(1);
        Assert.Empty(world.Corrections());
        await world.HoursLaterAsync(6);

        var correction = Assert.Single(world.Corrections());
        Assert.Equal((News.ShellsSentence, null), (correction.Before, correction.After));
        Assert.StartsWith("the page was taken down", correction.Because, StringComparison.Ordinal);
        var match = Assert.Single(world.Monitor.Matches());
        Assert.StartsWith("the page was taken down", match.Note, StringComparison.Ordinal);
        Assert.Single(match.Findings);
        await world.HoursLaterAsync(24 * 8);
        Assert.Equal(3, world.Looks);
    }

    [Fact]
    public async Task A_page_that_is_gone_once_and_back_again_was_not_taken_down()
    {
        var page = StubAnswer.Page(News.Page("Shells by rail", News.ShellsSentence));
        await using var world = await World.ToldAsync(page, StubAnswer.Status(404), page, StubAnswer.Status(404), page);

        foreach (var hours in new[] { 1, 6, 24, 24, 24 * 6 })
            await world.HoursLaterAsync(hours);

        Assert.Empty(world.Corrections());
        Assert.Equal(0, world.Ask<long>("SELECT count(*) FROM revisions"));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(451)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task An_answer_that_is_neither_the_page_nor_its_absence_changes_nothing(int status)
    {
        await using var world = await World.ToldAsync(StubAnswer.Page(News.Page("Shells by rail", News.ShellsSentence)), StubAnswer.Status(status));

        for (var i = 0; i < 20; i++)
            await world.HoursLaterAsync(12);

        Assert.True(world.Looks >= 4, $"{world.Looks} looks");
        Assert.True(world.Looks <= 20, $"{world.Looks} looks");
        Assert.Empty(world.Corrections());
        Assert.Single(world.Monitor.Matches());
    }

    [Theory]
    [MemberData(nameof(Walls))]
    public async Task A_wall_where_the_page_was_changes_nothing_and_its_validators_are_not_taken(string wall)
    {
        await using var world = await World.ToldAsync(
            StubAnswer.Page(News.Page("Shells by rail", News.ShellsSentence)).Header("ETag", "\"page\""), StubAnswer.Page(wall).Header("ETag", "\"wall\""));

        await world.HoursLaterAsync(1);
        await world.HoursLaterAsync(5);

        Assert.Equal("\"page\"", world.Site.RequestsTo("/shells")[^1].Headers["If-None-Match"]);
        Assert.Empty(world.Corrections());
        Assert.Equal(0, world.Ask<long>("SELECT count(*) FROM revisions"));
        Assert.Equal(News.ShellsSentence, Assert.Single(Assert.Single(world.Monitor.Matches()).Findings).Evidence.Quote);
    }

    public static TheoryData<string> Walls() =>
    [
        "<!DOCTYPE html><html><head><title>Before you continue</title></head><body><div class=\"consent\"><h1>Before you continue</h1><p>We use cookies and data to deliver our services. "
            + "If you accept all, we will also use cookies for ads.</p><button>Accept all</button><button>Reject all</button></div></body></html>",
        "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1><p>Enable JavaScript and cookies to continue. Verify you are human by completing the "
            + "action below.</p><div id=\"challenge-form\"></div></body></html>",
        "<!DOCTYPE html><html><head><title>Page not found</title></head><body><h1>404</h1><p>Sorry, the page you are looking for does not exist.</p></body></html>",
    ];

    [Fact]
    public async Task A_page_that_breaks_off_changes_nothing_and_is_asked_for_again_soon()
    {
        var page = News.Page("Shells by rail", News.ShellsSentence);
        await using var world = await World.ToldAsync(
            StubAnswer.Page(page), StubAnswer.BrokenOff(page[..(page.Length / 2)].Replace(News.ShellsSentence, "", StringComparison.Ordinal), page.Length, "text/html; charset=utf-8"), StubAnswer.Page(page));

        await world.HoursLaterAsync(1);
        await world.HoursLaterAsync(1);

        Assert.Equal(3, world.Looks);
        Assert.Empty(world.Corrections());
    }

    [Fact]
    public async Task Another_article_under_the_same_address_is_no_change_of_the_first()
    {
        await using var world = await World.ToldAsync(News.Page("Shells by rail", News.ShellsSentence));
        world.Site.Page("/shells", $"""
            <!DOCTYPE html><html lang="en"><head><title>Ten soups for autumn</title><link rel="canonical" href="{world.Site.Url("/soups")}"></head><body><article><h1>Ten soups for autumn</h1>
            <p>Pumpkin, leek and chestnut make the best soups once the leaves have fallen and the evenings are long.</p>
            <p>Cut the pumpkin into small cubes, let the onions turn golden in butter, and add the stock little by little.</p>
            <p>Serve it hot with a spoon of cream, a few roasted seeds and a slice of dark bread from the day before.</p></article></body></html>
            """);

        await world.HoursLaterAsync(1);

        Assert.Equal(2, world.Looks);
        Assert.Empty(world.Corrections());
        Assert.Equal("Shells by rail", Assert.Single(world.Monitor.Matches()).Title);
    }

    [Fact]
    public async Task What_is_due_survives_a_restart_and_a_week_of_downtime_costs_one_look()
    {
        await using var world = await World.ToldAsync(News.Page("Shells by rail", News.ShellsSentence), News.Page("Shells by rail", Corrected));

        await world.Monitor.RestartAsync();
        await world.HoursLaterAsync(24 * 8);
        await world.HoursLaterAsync(24 * 8);

        Assert.Equal(2, world.Looks);
        Assert.Single(world.Corrections());
    }

    [Fact]
    public async Task Robots_that_exclude_the_page_by_now_are_heeded()
    {
        await using var world = await World.ToldAsync(News.Page("Shells by rail", News.ShellsSentence));
        world.Site.On("/robots.txt").Answers(StubAnswer.Text("User-agent: *\nDisallow: /"));
        await world.Monitor.RestartAsync();

        await world.HoursLaterAsync(1);

        Assert.Equal(1, world.Looks);
        Assert.Empty(world.Corrections());
    }

    /// <summary>A site with one page, and a monitor that has read it.</summary>
    private sealed class World : IAsyncDisposable
    {
        private World(StubSite site) => Site = site;

        public StubSite Site { get; }

        public Monitor Monitor { get; } = new();

        public int Looks => Site.RequestsTo("/shells").Length;

        /// <summary>The page is read and told in a digest; later looks get the further answers.</summary>
        public static async Task<World> ToldAsync(params StubAnswer[] answers)
        {
            var world = await SeenAsync(answers);
            world.Monitor.Part<DigestPress>().Freeze();
            return world;
        }

        public static Task<World> ToldAsync(params string[] pages) => ToldAsync([.. pages.Select(StubAnswer.Page)]);

        public static async Task<World> SeenAsync(params StubAnswer[] answers)
        {
            var world = new World(await StubSite.StartAsync());
            world.Site.On("/shells").Answers([.. answers]);
            world.Site.Feed("/rss", News.Rss((world.Site.Url("/shells"), "Shells by rail", "")));
            world.Monitor.Subscribe(world.Site.Url("/rss"));
            await world.Monitor.PollAsync();
            return world;
        }

        public Task RevisitAsync() => Monitor.Part<Revisiting>().RunDueAsync(TestContext.Current.CancellationToken);

        public Task HoursLaterAsync(double hours)
        {
            Monitor.Clock.Advance(TimeSpan.FromHours(hours));
            return RevisitAsync();
        }

        /// <summary>What a digest frozen now would correct.</summary>
        public IReadOnlyList<CorrectionEntry> Corrections() =>
            [.. Monitor.Part<DigestPress>().Preview().Topics.SelectMany(topic => topic.Corrections)];

        public T Ask<T>(string sql) => Monitor.Database.Read(connection => connection.QuerySingle<T>(sql));

        public async ValueTask DisposeAsync()
        {
            await Monitor.DisposeAsync();
            await Site.DisposeAsync();
        }
    }
}
