using System.Net;
using NewsMonitor.Fetching;
using NewsMonitor.Tests.Worlds;
using static NewsMonitor.Fetching.FetchOutcome;

namespace NewsMonitor.Tests.Fetching;

/// <summary>The guard at connect, asked through the whole fetcher. No address but loopback is ever dialed here.</summary>
public sealed class AddressGuardTests
{
    private static readonly FetchingOptions NothingAllowed = new() { PerHostDelay = TimeSpan.Zero };

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    public async Task A_private_address_in_the_url_is_refused_with_a_reason(string url)
    {
        using var world = new FetchWorld(NothingAllowed);

        var refused = Assert.IsType<Refused>(await world.FeedAsync(url));

        Assert.Equal(FetchRule.Network, refused.Rule);
        Assert.Matches(" is refused: it is an? .* address$", refused.Reason);
    }

    [Fact]
    public async Task Not_a_byte_is_sent_to_a_name_that_resolves_to_a_private_address()
    {
        await using var site = await StubSite.StartAsync(s => s.Feed("/news.rss"));
        using var world = new FetchWorld(NothingAllowed);

        var refused = Assert.IsType<Refused>(await world.FeedAsync(site.OriginAs("inside.example") + "/news.rss"));

        Assert.Equal((FetchRule.Network, "inside.example is refused: 127.0.0.1 is a loopback address"), (refused.Rule, refused.Reason));
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task A_name_that_turns_private_between_two_requests_is_refused_the_second_time()
    {
        await using var site = await StubSite.StartAsync(s => s.Feed("/news.rss").Header("Connection", "close"));
        var answers = new Queue<IPAddress>([IPAddress.Parse("127.0.0.1"), IPAddress.Parse("127.9.9.9")]);
        using var world = new FetchWorld(
            NothingAllowed with { AllowedNetworks = ["127.0.0.1/32"] },
            (_, _) => Task.FromResult<IReadOnlyList<IPAddress>>([answers.Dequeue()]));

        var first = await world.FeedAsync(site.OriginAs("rebinding.example") + "/news.rss");
        var second = await world.FeedAsync(site.OriginAs("rebinding.example") + "/news.rss");

        Assert.IsType<Fetched>(first);
        Assert.Equal(FetchRule.Network, Assert.IsType<Refused>(second).Rule);
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task The_resolver_is_asked_once_for_the_address_that_is_dialed()
    {
        await using var site = await StubSite.StartAsync(s => s.Feed("/news.rss"));
        var asked = 0;
        using var world = new FetchWorld(resolver: (_, _) =>
        {
            asked++;
            return Task.FromResult<IReadOnlyList<IPAddress>>([IPAddress.Loopback]);
        });

        await world.FeedAsync(site.OriginAs("once.example") + "/news.rss");

        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Of_mixed_addresses_only_the_allowed_ones_are_dialed()
    {
        await using var site = await StubSite.StartAsync(s => s.Feed("/news.rss"));
        string[] mixed = ["10.0.0.1", "fd00::1", "::ffff:192.168.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "127.0.0.1"];
        using var world = new FetchWorld(resolver: (_, _) => Task.FromResult<IReadOnlyList<IPAddress>>([.. mixed.Select(IPAddress.Parse)]));

        Assert.IsType<Fetched>(await world.FeedAsync(site.OriginAs("mixed.example") + "/news.rss"));
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task An_address_nobody_answers_at_is_passed_over_for_the_next()
    {
        await using var site = await StubSite.StartAsync(s => s.Feed("/news.rss"));
        using var world = new FetchWorld(
            FetchWorld.Loopback with { AllowedNetworks = ["127.0.0.0/8"] },
            (_, _) => Task.FromResult<IReadOnlyList<IPAddress>>([IPAddress.Parse("127.0.0.2"), IPAddress.Loopback]));

        Assert.IsType<Fetched>(await world.FeedAsync(site.OriginAs("two.example") + "/news.rss"));
    }

    [Fact]
    public async Task A_redirect_to_a_private_address_is_refused_at_its_hop()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/news.rss").Answers(StubAnswer.Redirect(301, "http://10.0.0.1/admin")));
        using var world = new FetchWorld();

        var refused = Assert.IsType<Refused>(await world.FeedAsync(site.Url("/news.rss")));

        Assert.Equal((FetchRule.Network, "10.0.0.1 is refused: it is a private address"), (refused.Rule, refused.Reason));
    }

    [Fact]
    public async Task A_redirect_to_a_name_that_resolves_to_a_private_address_is_refused_at_its_hop()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/news.rss").Answers(StubAnswer.Redirect(302, "http://inside.example/")));
        using var world = new FetchWorld(resolver: (host, _) =>
            Task.FromResult<IReadOnlyList<IPAddress>>([IPAddress.Parse(host == "inside.example" ? "192.168.1.1" : "127.0.0.1")]));

        Assert.Equal(FetchRule.Network, Assert.IsType<Refused>(await world.FeedAsync(site.OriginAs("outside.example") + "/news.rss")).Rule);
    }
}
