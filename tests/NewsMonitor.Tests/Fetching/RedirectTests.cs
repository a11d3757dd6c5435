using System.Net;
using NewsMonitor.Fetching;
using NewsMonitor.Tests.Worlds;
using static NewsMonitor.Fetching.FetchOutcome;

namespace NewsMonitor.Tests.Fetching;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_followed_and_the_final_address_told(int status)
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/old.rss").Answers(StubAnswer.Redirect(status, "new.rss"));
            s.Feed("/new.rss");
        });
        using var world = new FetchWorld();

        var answer = Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/old.rss"))).Answer;

        Assert.Equal(site.Url("/new.rss"), answer.Address.ToString());
        Assert.Equal(status is 301 or 308 ? site.Url("/new.rss") : null, answer.MovedTo?.ToString());
    }

    [Fact]
    public async Task Only_the_unbroken_run_of_permanent_redirects_says_where_a_feed_moved()
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/1").Answers(StubAnswer.Redirect(301, "/2"));
            s.On("/2").Answers(StubAnswer.Redirect(308, "/3"));
            s.On("/3").Answers(StubAnswer.Redirect(302, "/4"));
            s.On("/4").Answers(StubAnswer.Redirect(301, "/5"));
            s.Feed("/5");
        });
        using var world = new FetchWorld();

        var answer = Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/1"))).Answer;

        Assert.Equal((site.Url("/3"), site.Url("/5")), (answer.MovedTo?.ToString(), answer.Address.ToString()));
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_the_sixth_is_not()
    {
        await using var site = await StubSite.StartAsync();
        for (var i = 1; i <= 20; i++)
            site.On($"/{i}").Answers(StubAnswer.Redirect(302, $"/{i + 1}"));
        site.Feed("/6");
        using var world = new FetchWorld();

        Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/1")));
        Assert.Equal(FetchFailure.Redirects, Assert.IsType<Failed>(await world.FeedAsync(site.Url("/7"))).Failure);
        Assert.Empty(site.RequestsTo("/13"));
    }

    [Fact]
    public async Task A_page_that_redirects_to_itself_is_given_up_after_five()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/loop").Answers(StubAnswer.Redirect(302, "/loop")));
        using var world = new FetchWorld();

        Assert.Equal(FetchFailure.Redirects, Assert.IsType<Failed>(await world.FeedAsync(site.Url("/loop"))).Failure);
        Assert.Equal(6, site.Requests.Length);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.com/")]
    [InlineData("gopher://127.0.0.1:6379/")]
    [InlineData("data:text/xml,<rss/>")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://user:secret@127.0.0.1/")]
    [InlineData("http://10.0.0.1\\@example.com/")]
    public async Task A_redirect_to_what_is_no_usable_web_address_is_refused(string location)
    {
        await using var site = await StubSite.StartAsync(s => s.On("/news.rss").Answers(StubAnswer.Redirect(301, location)));
        using var world = new FetchWorld();

        var refused = Assert.IsType<Refused>(await world.FeedAsync(site.Url("/news.rss")));

        Assert.Equal(FetchRule.Redirect, refused.Rule);
        Assert.DoesNotContain("secret", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_that_names_no_target_is_a_failure()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/news.rss").Answers(301));
        using var world = new FetchWorld();

        Assert.Equal(301, Assert.IsType<Failed>(await world.FeedAsync(site.Url("/news.rss"))).Status);
    }

    [Fact]
    public async Task A_redirect_from_https_to_http_is_refused()
    {
        using var transport = new HttpMessageInvoker(new ScriptedTransport(_ =>
            ScriptedTransport.Redirect(HttpStatusCode.MovedPermanently, "http://secure.example/")));
        using var world = new FetchWorld(transport: transport);

        Assert.Equal(FetchRule.Downgrade, Assert.IsType<Refused>(await world.FeedAsync("https://secure.example/news.rss")).Rule);
    }

    [Fact]
    public async Task A_redirect_waits_for_the_turn_of_the_host_it_leads_to()
    {
        await using var site = await StubSite.StartAsync();
        site.On("/old.rss").Answers(StubAnswer.Redirect(302, site.OriginAs("busy.example") + "/new.rss"));
        site.Feed("/new.rss");
        using var world = new FetchWorld(FetchWorld.Loopback with { PerHostConnections = 1 });
        var busy = await world.Politeness.TurnAsync("busy.example", TestContext.Current.CancellationToken);

        var fetch = world.FeedAsync(site.OriginAs("free.example") + "/old.rss");
        (await world.Politeness.TurnAsync("free.example", TestContext.Current.CancellationToken)).Dispose();
        Assert.Empty(site.RequestsTo("/new.rss"));
        busy.Dispose();

        Assert.IsType<Fetched>(await fetch);
    }
}
