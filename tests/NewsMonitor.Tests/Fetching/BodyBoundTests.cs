using System.Text;
using NewsMonitor.Fetching;
using NewsMonitor.Tests.Worlds;
using static NewsMonitor.Fetching.FetchOutcome;

namespace NewsMonitor.Tests.Fetching;

public sealed class BodyBoundTests
{
    private const int Bound = 256 * 1024;
    private static readonly FetchingOptions Bounded = FetchWorld.Loopback with { MaxBytes = Bound };
    private static readonly byte[] Xml = Encoding.UTF8.GetBytes("<rss>" + new string('я', 5000) + "</rss>");

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("deflate")]
    public async Task A_compressed_body_is_read(string encoding)
    {
        await using var site = await StubSite.StartAsync(s => s.On("/news.rss").Answers(StubAnswer.Compressed(encoding, Xml, "text/xml")));
        using var world = new FetchWorld();

        Assert.Equal(Xml, Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/news.rss"))).Body.ToArray());
    }

    [Fact]
    public async Task A_gzip_file_without_a_label_is_unpacked_within_the_bound()
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/news.xml.gz").Answers(StubAnswer.Bytes(StubAnswer.Compress("gzip", Xml), "application/gzip"));
            s.On("/bomb.xml.gz").Answers(StubAnswer.Bytes(StubAnswer.Compress("gzip", new byte[16 * Bound]), "application/gzip"));
        });
        using var world = new FetchWorld(Bounded);

        Assert.Equal(Xml, Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/news.xml.gz"))).Body.ToArray());
        Assert.Equal(Bound, Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/bomb.xml.gz"))).Body.Length);
    }

    [Fact]
    public async Task Deflate_without_its_wrapping_is_read()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/news.rss").Answers(StubAnswer.Pressed("raw-deflate", "deflate", Xml, "text/xml")));
        using var world = new FetchWorld();

        Assert.Equal(Xml, Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/news.rss"))).Body.ToArray());
    }

    [Fact]
    public async Task A_zstd_frame_that_asks_for_more_memory_than_the_web_allows_is_a_failure()
    {
        using var pressed = new MemoryStream();
        await using (var compressor = new ZstdSharp.CompressionStream(pressed, leaveOpen: true))
        {
            compressor.SetParameter(ZstdSharp.Unsafe.ZSTD_cParameter.ZSTD_c_windowLog, 27);
            await compressor.WriteAsync(Xml, TestContext.Current.CancellationToken);
            await compressor.FlushAsync(TestContext.Current.CancellationToken);
        }

        await using var site = await ServeAsync(StubAnswer.Bytes(pressed.ToArray(), "text/xml").Header("Content-Encoding", "zstd"));
        using var world = new FetchWorld();

        Assert.Equal(FetchFailure.Encoding, Assert.IsType<Failed>(await world.FeedAsync(site.Url("/news.rss"))).Failure);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("zstd")]
    [InlineData("deflate")]
    [InlineData("identity")]
    [InlineData("utf-8")]
    public async Task A_plain_body_under_a_wrong_label_is_read_as_it_is(string label)
    {
        await using var site = await ServeAsync(StubAnswer.Bytes(Xml, "text/xml").Header("Content-Encoding", label));
        using var world = new FetchWorld();

        Assert.Equal(Xml, Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/news.rss"))).Body.ToArray());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("compress")]
    [InlineData("gzip, gzip, gzip")]
    public async Task A_body_that_cannot_be_decompressed_is_a_failure(string label)
    {
        await using var site = await ServeAsync(StubAnswer.Bytes(Xml, "text/xml").Header("Content-Encoding", label));
        using var world = new FetchWorld();

        Assert.Equal(FetchFailure.Encoding, Assert.IsType<Failed>(await world.FeedAsync(site.Url("/news.rss"))).Failure);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("deflate")]
    public async Task An_empty_body_under_any_label_is_empty(string label)
    {
        await using var site = await ServeAsync(StubAnswer.Bytes(default, "text/xml").Header("Content-Encoding", label));
        using var world = new FetchWorld();

        Assert.Equal(0, Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/news.rss"))).Body.Length);
    }

    [Fact]
    public async Task Large_bodies_wait_for_one_another_and_small_ones_pass_them_by()
    {
        var large = new string('x', BodyReader.LargeBytes + 1);
        var gates = Enumerable.Range(0, BodyReader.LargeAtOnce).Select(_ => new Gate()).ToArray();
        await using var site = await StubSite.StartAsync(s => s.Feed("/small").Answers(StubAnswer.Feed("<rss/>")));
        for (var i = 0; i < gates.Length; i++)
            site.On($"/{i}").Answers(StubAnswer.Dripping(large, [gates[i]], "text/xml"));
        site.Feed("/late", large);
        using var world = new FetchWorld(FetchWorld.Loopback with { PerHostConnections = 10 });

        var held = gates.Select((_, i) => world.FeedAsync(site.Url($"/{i}"))).ToList();
        await Task.WhenAll(gates.Select(gate => gate.Arrived));
        var late = world.FeedAsync(site.Url("/late"));
        var small = await world.FeedAsync(site.Url("/small"));
        foreach (var gate in gates)
            gate.Open();

        Assert.IsType<Fetched>(small);
        Assert.All(await Task.WhenAll([.. held, late]), outcome => Assert.InRange(Assert.IsType<Fetched>(outcome).Body.Length, large.Length, large.Length + 1));
    }

    [Fact]
    public async Task An_endless_body_is_cut_off_at_the_bound()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/news.rss").Answers(StubAnswer.Endless("text/xml")));
        using var world = new FetchWorld(Bounded);

        var fetched = Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/news.rss")));

        Assert.Equal((Bound, $"the body was cut off at {Bound} bytes"), (fetched.Body.Length, fetched.Shortfall));
    }

    [Fact]
    public async Task A_body_of_exactly_the_bound_is_whole()
    {
        await using var site = await ServeAsync(StubAnswer.Bytes(new byte[Bound], "text/xml"));
        using var world = new FetchWorld(Bounded);

        var fetched = Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/news.rss")));

        Assert.Equal((Bound, null), (fetched.Body.Length, fetched.Shortfall));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("deflate")]
    public async Task A_decompression_bomb_is_cut_off_at_the_bound(string encoding)
    {
        await using var site = await StubSite.StartAsync(s => s.On("/news.rss").Answers(StubAnswer.Bomb(encoding, megabytes: 8)));
        using var world = new FetchWorld(Bounded);

        var fetched = Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/news.rss")));

        Assert.Equal(Bound, fetched.Body.Length);
        Assert.NotNull(fetched.Shortfall);
    }

    [Fact]
    public async Task A_bomb_inside_a_bomb_is_cut_off_at_its_outer_layer()
    {
        // The outer layer opens to 2 MB of gzip members that hold nothing, so only a bound on the layer itself can stop it.
        byte[] empty = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        var inner = Enumerable.Repeat(empty, 2 * 1024 * 1024 / empty.Length).SelectMany(bytes => bytes).ToArray();
        var outer = StubAnswer.Compress("gzip", inner);
        await using var site = await ServeAsync(StubAnswer.Bytes(outer, "text/xml").Header("Content-Encoding", "gzip, gzip"));
        using var world = new FetchWorld(Bounded);

        var fetched = Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/news.rss")));

        Assert.Equal(0, fetched.Body.Length);
        Assert.Contains("cut off", fetched.Shortfall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_breaks_off_keeps_what_came_and_says_so()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/news.rss").Answers(StubAnswer.BrokenOff("<rss><item/>", 1000, "text/xml")));
        using var world = new FetchWorld();

        var fetched = Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/news.rss")));

        Assert.Equal("<rss><item/>"u8.ToArray(), fetched.Body.ToArray());
        Assert.Equal("the connection broke after 12 bytes", fetched.Shortfall);
    }

    [Fact]
    public async Task A_compressed_body_that_breaks_off_keeps_what_came_and_says_so()
    {
        var noise = new byte[100_000];
        new Random(7).NextBytes(noise);
        var half = StubAnswer.Compress("gzip", noise)[..50_000];
        await using var site = await ServeAsync(StubAnswer.Bytes(half, "text/xml").Header("Content-Encoding", "gzip"));
        using var world = new FetchWorld();

        var fetched = Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/news.rss")));

        Assert.InRange(fetched.Body.Length, 10_000, 50_000);
        Assert.Contains("compression breaks", fetched.Shortfall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_after_the_end_of_a_compressed_body_are_passed_over()
    {
        byte[] trailed = [.. StubAnswer.Compress("gzip", Xml), .. "garbage"u8];
        await using var site = await ServeAsync(StubAnswer.Bytes(trailed, "text/xml").Header("Content-Encoding", "gzip"));
        using var world = new FetchWorld();

        var fetched = Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/news.rss")));

        Assert.Equal(Xml, fetched.Body.ToArray());
        Assert.Null(fetched.Shortfall);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("deflate")]
    public async Task Other_compressed_bodies_that_break_off_say_so_too(string encoding)
    {
        var noise = new byte[100_000];
        new Random(7).NextBytes(noise);
        var half = StubAnswer.Compress(encoding, noise)[..50_000];
        await using var site = await ServeAsync(StubAnswer.Bytes(half, "text/xml").Header("Content-Encoding", encoding));
        using var world = new FetchWorld();

        Assert.Contains("compression breaks", Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/news.rss"))).Shortfall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_bounded_more_closely_than_a_feed()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/a").Answers(StubAnswer.Bomb("gzip", megabytes: 6)));
        using var world = new FetchWorld();

        Assert.Equal(5 * 1024 * 1024, Assert.IsType<Fetched>(await world.PageAsync(site.Url("/a"))).Body.Length);
        Assert.Equal(6 * 1024 * 1024, Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/a"))).Body.Length);
    }

    private static Task<StubSite> ServeAsync(StubAnswer answer) => StubSite.StartAsync(s => s.On("/news.rss").Answers(answer));
}
