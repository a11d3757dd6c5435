using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsMonitor.Fetching;

namespace NewsMonitor.Tests.Simulation.Polls;

/// <summary>A web of feeds on hosts with moods, in place of a network. It writes down every breach of manners and every entry it has shown.</summary>
internal sealed class SimulatedWeb : HttpMessageHandler
{
    private readonly SimulatedClock clock;
    private readonly FetchingOptions options;
    private readonly TimeSpan minInterval;
    private readonly Random random;
    private readonly Dictionary<string, SimulatedHost> hosts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Visits> feeds = new(StringComparer.Ordinal);
    private int underWay;

    public SimulatedWeb(int feedCount, int hostCount, SimulatedClock clock, TimeSpan length, FetchingOptions options, TimeSpan minInterval, Random random)
    {
        (this.clock, this.options, this.minInterval, this.random) = (clock, options, minInterval, random);
        var start = clock.GetUtcNow();
        var names = Enumerable.Range(0, hostCount).Select(i => string.Create(CultureInfo.InvariantCulture, $"h{i}.example")).ToArray();
        foreach (var name in names)
            hosts[name] = new SimulatedHost(name, start, random);

        // Every host has a feed; of the rest a few hosts have most.
        for (var i = 0; i < feedCount; i++)
        {
            var host = names[i < hostCount ? i : (int)(hostCount * Math.Pow(random.NextDouble(), 3))];
            var feed = new SimulatedFeed(i, host, start, length, random);
            var fate = random.NextDouble();
            if (fate < 0.02)
                feed.MovedTo = string.Create(CultureInfo.InvariantCulture, $"http://{names[random.Next(hostCount)]}/moved/{i}");
            else if (fate < 0.03)
                feed.GoneAt = start.AddHours(random.Next(24));
            else if (fate < 0.04)
                feed.Broken = (start.AddHours(random.Next(20)), start.AddHours(random.Next(20, 24)));
            var visits = new Visits(feed);
            feeds[feed.Url] = visits;
            if (feed.MovedTo is { } target)
                feeds[target] = visits;
        }
    }

    public IEnumerable<string> Urls => feeds.Values.Distinct().Select(visits => visits.Feed.Url);

    /// <summary>Each breach in one line.</summary>
    public List<string> Breaches { get; } = [];

    /// <summary>Each time entries were pushed out unseen although their server answered, in one line.</summary>
    public List<string> Losses { get; } = [];

    public Dictionary<string, int> Answers { get; } = new(StringComparer.Ordinal);

    public int Requests { get; private set; }

    /// <summary>How many different entries were shown in whole bodies.</summary>
    public int Shown => feeds.Values.Distinct().Sum(visits => visits.Shown);

    /// <summary>Entries that were pushed out unseen while their server did not answer, or it or the feed asked to be left alone.</summary>
    public int Excused => feeds.Values.Distinct().Sum(visits => visits.Excused);

    /// <summary>How many entries were published within the day, before their feed was last asked.</summary>
    public int PublishedBeforeLastVisit(DateTimeOffset start) => feeds.Values.Distinct().Sum(visits => visits.Seen is { } last ? Math.Max(0, last - visits.Feed.CountAt(start)) : 0);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var host = hosts[request.RequestUri!.Host];
        var visits = feeds[request.RequestUri.AbsoluteUri];
        var start = clock.GetUtcNow();
        Requests++;
        Look(host, visits, request.RequestUri.AbsoluteUri, start);
        host.LastStart = start;
        host.UnderWay++;
        underWay++;
        try
        {
            if (host.IsDownAt(start))
            {
                Count("down");
                visits.WasFailed = true;
                if (host.Outage is { Hangs: true })
                    await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellationToken);
                throw new HttpRequestException("down", new SocketException((int)SocketError.ConnectionRefused));
            }

            await Task.Delay(host.Latency, clock, cancellationToken);
            return Answer(host, visits, request);
        }
        catch (OperationCanceledException)
        {
            visits.WasFailed = true;
            throw;
        }
        finally
        {
            host.UnderWay--;
            underWay--;
        }
    }

    private void Look(SimulatedHost host, Visits visits, string url, DateTimeOffset now)
    {
        void Require(bool holds, string rule)
        {
            if (!holds)
                Breaches.Add(string.Create(CultureInfo.InvariantCulture, $"{now:HH:mm:ss} {url}: {rule}"));
        }

        Require(host.UnderWay < options.PerHostConnections, "one connection too many to its host");
        Require(underWay < options.MaxConcurrency, "one connection too many in all");
        Require(host.LastStart is not { } last || now - last >= options.PerHostDelay, "too soon after the last request to its host");
        Require(now >= host.LeftAloneUntil, "its host asked to be left alone");

        // The second step of a redirect belongs to the first.
        if (url == visits.Feed.MovedTo && visits.IsRedirected)
            return;
        Require(visits.NotBefore is not { } due || now >= due, "before its time");
        Require(visits.Seen is null || !visits.Feed.SkipHours.Contains(now.Hour) || visits.IsInTransit(now), "in an hour that it asks to be skipped");
    }

    private HttpResponseMessage Answer(SimulatedHost host, Visits visits, HttpRequestMessage request)
    {
        var now = clock.GetUtcNow();
        var feed = visits.Feed;
        if (host.IsTooMuch(now))
            return Throttle(host, visits, now);
        if (random.NextDouble() < host.ErrorRate)
            return Fail(visits, HttpStatusCode.InternalServerError, now);
        if (feed.GoneAt <= now)
        {
            visits.NotBefore = DateTimeOffset.MaxValue;
            return Plain(HttpStatusCode.Gone);
        }

        if (feed.MovedTo is { } target && request.RequestUri!.AbsoluteUri != target)
        {
            visits.IsRedirected = true;
            var moved = Plain(HttpStatusCode.MovedPermanently);
            moved.Headers.TryAddWithoutValidation("Location", target);
            return moved;
        }

        visits.IsRedirected = false;
        var (etag, modified) = feed.ValidatorsAt(now);
        var isKnown = request.Headers.TryGetValues("If-None-Match", out var tags) ? tags.Single() == etag : request.Headers.TryGetValues("If-Modified-Since", out var dates) && dates.Single() == modified;
        var isBroken = feed.Broken is { } broken && now >= broken.From && now < broken.Until;
        return isKnown && !isBroken ? NotModified(visits, now, etag, modified) : Body(visits, now, isBroken, etag, modified);
    }

    private HttpResponseMessage Throttle(SimulatedHost host, Visits visits, DateTimeOffset now)
    {
        var rest = TimeSpan.FromSeconds(random.Next(30, 600));
        host.LeftAloneUntil = now + rest;
        visits.WasFailed = true;
        visits.NotBefore = now + rest;
        var throttled = Plain(HttpStatusCode.TooManyRequests);
        throttled.Headers.TryAddWithoutValidation("Retry-After", rest.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        return throttled;
    }

    // One failure in three names a time.
    private HttpResponseMessage Fail(Visits visits, HttpStatusCode status, DateTimeOffset now)
    {
        var failed = Plain(status);
        visits.WasFailed = true;
        visits.IsRedirected = false;
        visits.NotBefore = now + minInterval;
        if (random.Next(3) == 0)
        {
            visits.NotBefore = now.AddHours(1);
            failed.Headers.TryAddWithoutValidation("Retry-After", "3600");
        }

        return failed;
    }

    private HttpResponseMessage NotModified(Visits visits, DateTimeOffset now, string? etag, string? modified)
    {
        visits.Leave(now, minInterval);
        return Described(Plain(HttpStatusCode.NotModified), visits.Feed, etag, modified);
    }

    private HttpResponseMessage Body(Visits visits, DateTimeOffset now, bool isBroken, string? etag, string? modified)
    {
        var body = visits.Feed.BodyAt(now);
        if (isBroken)
        {
            visits.WasFailed = true;
            visits.NotBefore = now + minInterval;
            body = "<rss version=\"2.0\"><chan";
        }
        else
        {
            if (visits.Show(now, visits.WasFailed || hosts[visits.Feed.Host].LeftAloneUntil > visits.ShownAt || visits.WasLeftAlone(now)) is { } loss)
                Losses.Add(string.Create(CultureInfo.InvariantCulture, $"{now:HH:mm:ss} {visits.Feed.Url}: {loss}"));
            visits.Leave(now, minInterval);
        }

        Count(isBroken ? "broken" : "200");
        return Described(new HttpResponseMessage { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) }, visits.Feed, etag, modified);
    }

    private static HttpResponseMessage Described(HttpResponseMessage answer, SimulatedFeed feed, string? etag, string? modified)
    {
        if (etag is not null)
            answer.Headers.TryAddWithoutValidation("ETag", etag);
        if (modified is not null)
            answer.Content.Headers.TryAddWithoutValidation("Last-Modified", modified);
        if (feed.MaxAge is { } age)
            answer.Headers.TryAddWithoutValidation("Cache-Control", string.Create(CultureInfo.InvariantCulture, $"max-age={age.TotalSeconds}"));
        return answer;
    }

    private HttpResponseMessage Plain(HttpStatusCode status)
    {
        Count(((int)status).ToString(CultureInfo.InvariantCulture));
        return new HttpResponseMessage(status);
    }

    private void Count(string answer) => Answers[answer] = Answers.GetValueOrDefault(answer) + 1;

    /// <summary>What a feed has seen of us.</summary>
    private sealed class Visits(SimulatedFeed feed)
    {
        private DateTimeOffset? dueInTransit;

        public SimulatedFeed Feed { get; } = feed;

        /// <summary>It must not be asked before; null where nothing was said yet.</summary>
        public DateTimeOffset? NotBefore { get; set; }

        /// <summary>How many of its entries had been published when its body was last shown; null before the first time.</summary>
        public int? Seen { get; private set; }

        public bool IsRedirected { get; set; }

        /// <summary>Whether it was asked in vain since its body was last shown.</summary>
        public bool WasFailed { get; set; }

        public int Shown { get; private set; }

        public DateTimeOffset? ShownAt { get; private set; }

        public int Excused { get; private set; }

        /// <summary>Whether it may have been due before the hours to be skipped began and waited for its host since.</summary>
        public bool IsInTransit(DateTimeOffset now) => dueInTransit is { } due && now - due < TimeSpan.FromHours(7) && !Feed.SkipHours.Contains(due.Hour);

        /// <summary>Shows its body.</summary>
        /// <param name="isExcused">Whether it was asked in vain since, or not to be asked.</param>
        /// <returns>What was pushed out unseen without such an excuse; null where nothing was.</returns>
        public string? Show(DateTimeOffset now, bool isExcused)
        {
            var (from, until) = Feed.ListedAt(now);
            var seen = Seen ?? from;
            Shown += until - Math.Max(from, seen);
            var missed = Math.Max(0, from - seen);
            var loss = missed > 0 && !isExcused
                ? string.Create(CultureInfo.InvariantCulture, $"{missed} entries pushed out unseen within {now - ShownAt}; it lists {until - from}, {(Feed.IsDated ? "dated" : "undated")}")
                : null;
            Excused += isExcused ? missed : 0;
            (Seen, ShownAt) = (until, now);
            return loss;
        }

        /// <summary>Whether it was asked as soon as it allows, give or take the jitter and a tick.</summary>
        public bool WasLeftAlone(DateTimeOffset now) => Feed.Ttl is { } ttl && now - ShownAt <= (ttl * 1.1) + TimeSpan.FromMinutes(2);

        public void Leave(DateTimeOffset now, TimeSpan minInterval)
        {
            WasFailed = false;
            dueInTransit = now + minInterval;

            // A server's freshness yields where entries would be pushed out before it ends.
            var (from, until) = Feed.ListedAt(now);
            var room = TimeSpan.FromTicks(Math.Min((now - Feed.PublishedAt(from)).Ticks / 2, (now - Feed.PublishedAt(until - 1 - ((until - from) / 3))).Ticks));
            NotBefore = now + (Feed.MaxAge is { } age && age <= room && age > minInterval ? age : minInterval);
        }
    }
}
