using System.Globalization;
using NewsMonitor.Detection;
using NewsMonitor.Digests;
using NewsMonitor.Digests.Rendering;
using NewsMonitor.Display;
using NewsMonitor.Matches;
using NewsMonitor.Subscriptions;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Web;

/// <summary>The page at <c>/</c>: the latest matches with their evidence, and how the monitor fares. Rendered whole; no script.</summary>
internal sealed record FrontPage(
    MatchQuery Query,
    string? Error,
    IReadOnlyList<StoredMatch> Matches,
    IReadOnlyList<FeedStatus> Feeds,
    IReadOnlyList<string> Topics,
    Digest? LastDigest,
    IReadOnlyList<string> RecentDigests,
    DateTimeOffset Now,
    string? Token)
{
    private const int ListedTrouble = 12;
    private static readonly TimeSpan RecoveryIsNews = TimeSpan.FromDays(1);

    public string Render()
    {
        var html = new HtmlBuilder();
        html.Add($"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
        html.Add($"<meta name=\"color-scheme\" content=\"light dark\">\n<title>NewsMonitor</title>\n");
        html.Add($"<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Matches\" href=\"{Local("/matches.atom", Filter())}\">\n");
        html.Add($"<style>{Sheet()}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#matches\">Skip to the matches</a>\n{Header()}");
        html.Add($"<div class=\"wrap cols\">\n<main id=\"matches\">\n{Form()}{Listing()}</main>\n<aside aria-label=\"State of the monitor\">\n{DigestBox()}{FeedBox()}</aside>\n</div>\n");
        html.Add($"<footer><div class=\"wrap\">Times are UTC. Every quote is verbatim from the text as it was stored.</div></footer>\n</body>\n</html>\n");
        return html.ToString();
    }

    // The policy names the sheet by its hash, so it stands in the page to the letter. It is ours and has nothing to escape.
    private static HtmlBuilder Sheet() => HtmlBuilder.OfTrusted(FrontStyle.Sheet);

    private HtmlBuilder Header()
    {
        var html = new HtmlBuilder().Add($"<header><div class=\"wrap\">\n<h1>NewsMonitor</h1>\n<nav aria-label=\"Pages\">\n<a href=\"{Local("/", "")}\">All matches</a>\n");
        if (LastDigest is { } digest)
            html.Add($"<a href=\"{Local("/digests/" + Uri.EscapeDataString(digest.Name), "")}\">Last digest</a>\n");
        html.Add($"<a href=\"#feeds\">Feed health</a>\n<a href=\"{Local("/matches.atom", Filter())}\">Atom feed</a>\n<a href=\"{Local("/api/matches", Filter())}\">JSON</a>\n");
        return html.Add($"<a href=\"{Local("/metrics", "")}\">Metrics</a>\n</nav>\n</div></header>\n");
    }

    private HtmlBuilder Form()
    {
        var html = new HtmlBuilder().Add($"<form method=\"get\" action=\"/\" role=\"search\">\n<label>Words<input type=\"search\" name=\"words\" value=\"{Query.Words}\"></label>\n");
        html.Add($"<label>Topic<select name=\"topic\">{Option("", "All topics", Query.Topic is null)}");
        foreach (var topic in Topics)
            html.Add($"{Option(topic, TopicNames.Title(topic), topic == Query.Topic)}");
        html.Add($"</select></label>\n<label>Stance<select name=\"stance\">{Option("", "Any", Query.Stance is null)}");
        foreach (var stance in Enum.GetValues<Stance>())
            html.Add($"{Option(stance.Word(), stance.Word(), stance == Query.Stance)}");
        html.Add($"</select></label>\n");
        if (Token is not null)
            html.Add($"<input type=\"hidden\" name=\"token\" value=\"{Token}\">\n");
        return html.Add($"<button type=\"submit\">Show</button>\n</form>\n");
    }

    private static HtmlBuilder Option(string value, string label, bool selected) => selected
        ? new HtmlBuilder().Add($"<option value=\"{value}\" selected>{label}</option>")
        : new HtmlBuilder().Add($"<option value=\"{value}\">{label}</option>");

    private HtmlBuilder Listing()
    {
        var html = new HtmlBuilder();
        if (Error is not null)
            return html.Add($"<h2>That cannot be looked up</h2>\n<p role=\"alert\">{Error}</p>\n");
        html.Add($"<h2>{Heading()}</h2>\n");
        if (Matches.Count == 0)
            return html.Add($"<p>{(Filtered() ? "Nothing that was saved fits this filter." : "No article has matched yet. What the feeds bring is shown here as soon as it is read.")}</p>\n");
        foreach (var match in Matches)
            html.Add($"{Card(match)}");
        return html;
    }

    private string Heading()
    {
        var count = Phrases.Count(Matches.Count, "match", "matches");
        var most = Matches.Count == Query.Limit ? "Latest " : "";
        return Filtered() ? $"{most}{count} for this filter" : $"{(most.Length > 0 ? most : "All ")}{count}";
    }

    private static HtmlBuilder Card(StoredMatch stored)
    {
        var match = stored.Match;
        var title = SafeText.Line(match.Title, width: 200) is { Length: > 0 } headline ? headline : "(no headline)";
        var label = new HtmlBuilder().Add($"<span {QuoteHtml.Language(match.Language)}>{title}</span>");
        var html = new HtmlBuilder().Add($"<article>\n<h3>{(SafeLink.Of(match.Url) is { } link ? new HtmlBuilder().Add($"<a href=\"{link}\" rel=\"noreferrer\">{label}</a>") : label)}</h3>\n");
        html.Add($"<p class=\"small soft\">{SafeText.Line(match.Outlet, width: 60)}{Authors(match)} · {match.Language ?? "language unknown"} · {Published(match.Published)}");
        html.Add($" · first seen {Moment(match.FirstSeen)} · story {match.Story}{Read(match)}</p>\n");
        for (var i = 0; i < match.Findings.Length; i++)
        {
            var finding = match.Findings[i];
            html.Add($"<p class=\"claim\">{FindingWords.Of(finding)}</p>\n");
            if (stored.Quote(i) is { } quote)
                html.Add($"<blockquote {QuoteHtml.Language(match.Language)}>{QuoteHtml.Inside(quote)}</blockquote>\n");
            html.Add($"<p class=\"small soft\">{Phrases.Why(finding)}</p>\n");
        }

        return html.Add($"</article>\n");
    }

    private HtmlBuilder DigestBox()
    {
        var html = new HtmlBuilder().Add($"<section class=\"box\">\n<h2>Last digest</h2>\n");
        if (LastDigest is not { } digest)
            return html.Add($"<p>None has been written yet.</p>\n</section>\n");
        var phrases = new Phrases(digest);
        html.Add($"<p><a href=\"{Local("/digests/" + Uri.EscapeDataString(digest.Name), "")}\">{phrases.Title()}</a></p>\n");
        if (!digest.Counts.Any())
        {
            html.Add($"<p class=\"small soft\">{phrases.Nothing()}</p>\n");
        }
        else
        {
            html.Add($"<p>{Phrases.Counts(digest.Counts)}</p>\n<p class=\"small soft\">{phrases.Facts()}</p>\n");
        }

        var past = RecentDigests.Where(name => name != digest.Name).ToArray();
        if (past.Length == 0)
            return html.Add($"</section>\n");
        html.Add($"<details><summary>Earlier digests</summary>\n<ul>\n");
        foreach (var name in past)
            html.Add($"<li><a href=\"{Local("/digests/" + Uri.EscapeDataString(name), "")}\">{name}</a></li>\n");
        return html.Add($"</ul>\n</details>\n</section>\n");
    }

    private HtmlBuilder FeedBox()
    {
        var tally = FeedHealth.Tally(Feeds);
        var html = new HtmlBuilder().Add($"<section class=\"box\" id=\"feeds\">\n<h2>Feeds</h2>\n<p><span class=\"good\">{Phrases.Number(tally.Ok)} ok</span>");
        html.Add($", <span class=\"{(tally.Down > 0 ? "bad" : "good")}\">{Phrases.Number(tally.Down)} down</span>, {Phrases.Number(tally.Waiting)} not polled yet</p>\n");
        var trouble = FeedHealth.Trouble(Feeds);
        var recovered = FeedHealth.Recovered(Feeds, Now - RecoveryIsNews);
        if (trouble.Length + recovered.Length == 0)
            return html.Add($"</section>\n");
        html.Add($"<ul>\n");
        foreach (var feed in trouble.Take(ListedTrouble))
            html.Add($"{InTrouble(feed)}");
        if (trouble.Length > ListedTrouble)
            html.Add($"<li>and {Phrases.Number(trouble.Length - ListedTrouble)} more</li>\n");
        foreach (var feed in recovered.Take(ListedTrouble))
            html.Add($"<li>{Name(feed.Title, feed.Url)}: <span class=\"good\">{TroubleWords.Words(new Recovery(feed.From, feed.Since, feed.At))}</span></li>\n");
        return html.Add($"</ul>\n</section>\n");
    }

    private static HtmlBuilder InTrouble(FeedTrouble feed)
    {
        var html = new HtmlBuilder().Add($"<li>{Name(feed.Title, feed.Url)}: ");
        if (feed.Kind is { } kind)
            html.Add($"<strong class=\"bad\">{TroubleWords.Word(kind)}</strong>{(feed.Since is { } since ? " since " + Moment(since) : "")}: ");
        html.Add($"{SafeText.Line(feed.Reason ?? "no reason known", width: 140)} ");
        html.Add($"<span class=\"soft\">({(feed.LastSuccess is { } read ? "last read " + Moment(read) : "never read")}{(feed.State == FeedState.Parked ? "; not polled any more" : "")})");
        return html.Add($"{(feed.Mend is { } mend ? " " + mend : "")}</span></li>\n");
    }

    private static string Name(string? title, string url) => SafeText.Line(title is { Length: > 0 } ? title : url, width: 60);

    private static string Authors(Match match) => match.Authors.IsEmpty ? "" : ", " + SafeText.Line(string.Join(", ", match.Authors.Take(3)), width: 80);

    private static string Read(Match match) => match.TextSource switch
    {
        TextSource.Feed => $" · read from the feed's summary{(match.Note is { Length: > 0 } note ? $" ({SafeText.Line(note, width: 120)})" : "")}",
        TextSource.Seed => " · from a seed file",
        _ => "",
    };

    private static string Published(PublicationTime? published) => published switch
    {
        null => "date unknown",
        { Instant: { } instant } => "published " + Moment(instant),
        { } day => "published " + day.Date.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
    };

    private static string Moment(DateTimeOffset time) => time.ToUniversalTime().ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture);

    private bool Filtered() => Query with { Limit = MatchQuery.DefaultLimit } != new MatchQuery();

    /// <summary>What the page is filtered by, as the query of the other forms of the same list.</summary>
    private string Filter()
    {
        (string Name, string? Value)[] given =
        [
            ("words", Query.Words), ("topic", Query.Topic), ("kind", Query.Kind), ("region", Query.Region), ("recognizer", Query.Recognizer),
            ("stance", Query.Stance?.Word()), ("language", Query.Language),
            ("since", Query.Since?.ToString("O", CultureInfo.InvariantCulture)), ("until", Query.Until?.ToString("O", CultureInfo.InvariantCulture)),
        ];
        return string.Join('&', given.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(WholeText.Of(part.Value!))}"));
    }

    /// <summary>An address of ours; the token goes along for a reader who came with it in the address.</summary>
    private string Local(string path, string query)
    {
        var parts = string.Join('&', new[] { query, Token is null ? "" : "token=" + Uri.EscapeDataString(WholeText.Of(Token)) }.Where(part => part.Length > 0));
        return parts.Length == 0 ? path : $"{path}?{parts}";
    }
}
