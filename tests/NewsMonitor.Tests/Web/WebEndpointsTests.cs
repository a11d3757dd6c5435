using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Subscriptions;
using NewsMonitor.Tests.Digests;
using NewsMonitor.Web;

namespace NewsMonitor.Tests.Web;

public sealed class WebEndpointsTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task The_page_shows_matches_with_marked_evidence_feeds_and_the_last_digest()
    {
        await using var world = await WebWorld.StartAsync();

        var (response, page) = await world.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("<mark>North Korea has sent</mark>", page, StringComparison.Ordinal);
        Assert.Contains("Nauru withdraws recognition of Abkhazia", page, StringComparison.Ordinal);
        Assert.Contains("41 ok", page, StringComparison.Ordinal);
        Assert.Contains("3 down", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/digests/2026-11-24\"", page, StringComparison.Ordinal);
        Assert.Contains("read from the feed&#39;s summary (consent wall)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_tells_what_is_wrong_with_a_feed_since_when_and_what_to_do_and_which_feed_recovered()
    {
        await using var world = await WebWorld.StartAsync();
        world.Feeds =
        [
            SampleDigests.Fine with { Trouble = new Trouble(TroubleKind.Silent, SampleDigests.Day.Until.AddDays(-9), "nothing new for long"), IsTroubleWorthTelling = true },
            SampleDigests.Fine with { Url = "https://b.example/rss", Title = "Back", Recovery = new Recovery(TroubleKind.Refused, SampleDigests.Day.Until.AddHours(-4), SampleDigests.Day.Until.AddHours(-1)) },
        ];

        var (_, page) = await world.GetAsync("/");

        Assert.Contains("<strong class=\"bad\">silent</strong> since ", page, StringComparison.Ordinal);
        Assert.Contains("nothing new for long", page, StringComparison.Ordinal);
        Assert.Contains(TroubleWords.Mend(TroubleKind.Silent), page, StringComparison.Ordinal);
        Assert.Contains("recovered after 3 h: was refused", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_has_a_title_landmarks_and_headings_in_order()
    {
        await using var world = await WebWorld.StartAsync();

        var (_, page) = await world.GetAsync("/");

        Assert.Matches("<html lang=\"en\">", page);
        Assert.All(["<title>", "<header>", "<nav ", "<main ", "<aside ", "<footer>"], landmark => Assert.Contains(landmark, page, StringComparison.Ordinal));
        var levels = Regex.Matches(page, "<h([1-6])", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(heading => heading.Groups[1].Value[0] - '0').ToArray();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public async Task The_form_asks_with_words_topic_and_stance_and_shows_what_was_asked()
    {
        await using var world = await WebWorld.StartAsync();

        var (_, page) = await world.GetAsync("/?words=%ED%8C%8C%EB%B3%91%22&topic=separatist-recognition&stance=denied");

        Assert.Equal(new MatchQuery("파병\"", "separatist-recognition", Stance: Stance.Denied), Assert.Single(world.Asked));
        Assert.Contains("value=\"파병&quot;\"", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"separatist-recognition\" selected>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_filter_is_answered_with_the_mend()
    {
        await using var world = await WebWorld.StartAsync();

        var page = await world.GetAsync("/?since=<script>");
        var api = await world.GetAsync("/api/matches?limit=many");

        Assert.Equal(HttpStatusCode.BadRequest, page.Response.StatusCode);
        Assert.DoesNotContain("<script", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, api.Response.StatusCode);
        Assert.Contains("use 1 to 10000", api.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_from_outside_becomes_markup()
    {
        await using var world = await WebWorld.StartAsync();
        world.Matches = Hostile.Material().Reports;
        world.Feeds = Hostile.Material().Feeds;

        var (_, page) = await world.GetAsync("/?words=%3Cscript%3E");

        Assert.DoesNotMatch("(?i)<(script|img|svg|b|i)[ >]", page);
        Assert.DoesNotContain("javascript:alert(document", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_forbids_scripts_framing_and_guessing()
    {
        await using var world = await WebWorld.StartAsync();

        foreach (var path in new[] { "/", "/digests/2026-11-24", "/api/matches", "/matches.atom", "/metrics", "/healthz", "/nowhere" })
        {
            var (response, _) = await world.GetAsync(path);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        }
    }

    [Fact]
    public async Task The_style_sheet_of_the_page_is_the_one_the_policy_allows()
    {
        await using var world = await WebWorld.StartAsync();

        var (response, page) = await world.GetAsync("/");

        var sheet = Regex.Match(page, "<style>(.*?)</style>", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Groups[1].Value;
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(sheet)));
        Assert.Contains($"style-src 'sha256-{hash}'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("style=\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_is_shown_whole_and_one_that_is_not_there_is_not_found()
    {
        await using var world = await WebWorld.StartAsync();

        var found = await world.GetAsync("/digests/2026-11-24");
        var missing = await world.GetAsync("/digests/%3Cscript%3E");

        Assert.Contains("Tuesday 24 November 2026", found.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, missing.Response.StatusCode);
        Assert.Equal("text/plain", missing.Response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_API_has_the_filters_and_the_form_of_the_verb()
    {
        await using var world = await WebWorld.StartAsync();

        var (response, body) = await world.GetAsync("/api/matches?kind=troops&region=kosovo&recognizer=srb&language=fr&since=2026-11-01&until=2026-11-30&limit=7");

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            new MatchQuery(
                Kind: "troops", Region: "kosovo", Recognizer: "SRB", Language: "fr", Since: new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), Until: new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), Limit: 7),
            Assert.Single(world.Asked));
        using var json = JsonDocument.Parse(body);
        Assert.Equal(world.Matches.Select(stored => stored.Match.Id), json.RootElement.EnumerateArray().Select(match => match.GetProperty("id").GetInt64()));
    }

    [Fact]
    public async Task The_Atom_feed_has_an_entry_a_match_with_stable_ids_and_survives_hostile_text()
    {
        await using var world = await WebWorld.StartAsync();

        var ids = Entries((await world.GetAsync("/matches.atom")).Body).Select(entry => (string?)entry.Element(Atom + "id")).ToArray();
        world.Matches = Hostile.Material().Reports;
        var hostile = Entries((await world.GetAsync("/matches.atom")).Body);

        Assert.Equal(8, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^urn:uuid:[0-9a-f-]{36}$", id));
        Assert.Equal(2, hostile.Length);
        Assert.Null(hostile[0].Element(Atom + "link"));
        Assert.DoesNotMatch("(?i)<(script|img|svg)", (string)hostile[0].Element(Atom + "content")!);

        static XElement[] Entries(string body) => [.. XDocument.Parse(body).Root!.Elements(Atom + "entry")];
    }

    [Fact]
    public async Task Readiness_tells_what_is_not_ready()
    {
        await using var world = await WebWorld.StartAsync();
        world.Readiness = new Readiness(false, [new ReadinessCheck("database", false, "disk full\r\nforged")]);

        var (response, body) = await world.GetAsync("/readyz");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("not ready\nnot ok: database: disk full forged\n", body);
        Assert.Equal("ok\n", (await world.GetAsync("/healthz")).Body);
    }

    [Fact]
    public async Task With_a_token_only_probes_answer_without_it()
    {
        await using var world = await WebWorld.StartAsync("planted-secret");

        Assert.Equal(HttpStatusCode.Unauthorized, (await world.GetAsync("/")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await world.GetAsync("/metrics")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await world.GetAsync("/nowhere")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await world.GetAsync("/", "planted-secreT")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await world.GetAsync("/", "planted-secret")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await world.GetAsync("/?token=planted-secret", host: "monitor.example")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await world.GetAsync("/healthz")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await world.GetAsync("/readyz")).Response.StatusCode);
    }

    [Fact]
    public async Task A_token_in_the_address_goes_along_to_our_own_links_and_to_no_others()
    {
        await using var world = await WebWorld.StartAsync("planted secret");

        var (_, byAddress) = await world.GetAsync("/?token=planted%20secret");
        var (_, byHeader) = await world.GetAsync("/", "planted secret");

        var links = Regex.Matches(byAddress, "href=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(link => link.Groups[1].Value).Where(link => link[0] != '#').ToArray();
        Assert.All(links, link => Assert.Equal(link[0] == '/', link.Contains("token=planted%20secret", StringComparison.Ordinal)));
        Assert.DoesNotContain("planted", byHeader, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1:8080", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("[::1]:8080", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost.evil.example:8080", HttpStatusCode.MisdirectedRequest)]
    public async Task Without_a_token_only_names_of_this_machine_are_answered(string host, HttpStatusCode status)
    {
        await using var world = await WebWorld.StartAsync();

        Assert.Equal(status, (await world.GetAsync("/api/matches", host: host)).Response.StatusCode);
    }

    [Fact]
    public void A_token_does_not_show_where_options_are_logged() =>
        Assert.DoesNotContain("planted", new WebOptions("http://0.0.0.0:8080", "planted-secret").ToString(), StringComparison.Ordinal);
}
