using System.Collections.Immutable;
using System.Globalization;
using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Stories.Claims;

namespace NewsMonitor.Digests;

/// <summary>Makes a digest of what the store holds: a pure function, so that the same material always gives the same digest.</summary>
internal static class DigestComposer
{
    private const int TrendDays = 14;

    /// <summary>Composes the digest. Findings and corrections whose quotes the stored text does not contain are left out, and a note says so.</summary>
    /// <exception cref="TimeZoneNotFoundException">The zone is unknown; the configuration is checked for it at start.</exception>
    public static Digest Compose(DigestMaterial material)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(material.Zone);
        var date = material.Day ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(material.Window.Until, zone).DateTime);
        var notes = ImmutableArray.CreateBuilder<string>();
        var entered = material.Ledger.Entries.ToDictionary(entry => (entry.Article, entry.Key));
        var quoted = material.Reports.OrderBy(report => report.Match.FirstSeen).ThenBy(report => report.Match.Id)
            .SelectMany(report => Quote(report, entered, notes))
            .ToArray();
        var corrections = Proven(material.Ledger.Corrections, notes);
        var earlier = material.Earlier.ToLookup(match => match.Story);
        var outlets = material.Reports.Select(report => report.Match).Concat(material.Earlier).DistinctBy(match => match.Id).ToDictionary(match => match.Id, match => match.Outlet);

        var topics = material.Topics
            .Concat(quoted.Select(claim => claim.Finding.Topic).Concat(corrections.Select(correction => correction.Topic)).Order(StringComparer.Ordinal))
            .Distinct(StringComparer.Ordinal);
        ImmutableArray<TopicSection> sections =
        [
            .. topics.Select(topic => Section(topic, date, quoted.Where(claim => claim.Finding.Topic == topic), corrections.Where(correction => correction.Topic == topic), earlier, outlets, material)),
        ];

        return new Digest(
            material.Name,
            date,
            material.Zone,
            material.Window,
            Count(sections.SelectMany(section => section.Stories), sections.Sum(section => section.Corrections.Length)),
            sections,
            new Coverage(
                material.Reading.ArticlesRead,
                material.Reading.PagesWithoutText,
                material.Reading.LanguagesWithoutRules,
                FeedHealth.Tally(material.Feeds),
                FeedHealth.Trouble(material.Feeds))
            {
                Recovered = FeedHealth.Recovered(material.Feeds, material.Window.From),
            },
            notes.ToImmutable(),
            material.ProgramVersion,
            material.RulesVersion,
            material.ReportUrl);
    }

    private static List<QuotedClaim> Quote(StoredMatch report, Dictionary<(long Article, string Key), EnteredClaim> entered, ImmutableArray<string>.Builder notes)
    {
        var match = report.Match;
        var claims = new List<QuotedClaim>(match.Findings.Length);
        var dropped = 0;
        for (var i = 0; i < match.Findings.Length; i++)
        {
            // What the ledger did not enter within the window was told before.
            if (!entered.TryGetValue((match.Id, ClaimKey.Of(match.Findings[i])), out var entry))
                continue;
            if (report.Quote(i) is { } excerpt)
                claims.Add(new QuotedClaim(match, match.Findings[i], excerpt, entry));
            else
                dropped++;
        }

        if (dropped > 0)
        {
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{dropped} of {match.Findings.Length} claims of {match.Url} left out: the stored text does not contain the quote."));
        }

        return claims;
    }

    private static List<CorrectedClaim> Proven(ImmutableArray<CorrectedClaim> corrections, ImmutableArray<string>.Builder notes)
    {
        var proven = new List<CorrectedClaim>(corrections.Length);
        foreach (var correction in corrections)
        {
            if (correction.IsProven())
                proven.Add(correction);
            else
                notes.Add($"A correction of {correction.Entry.Url} left out: no stored version contains its sentences.");
        }

        return proven;
    }

    private static TopicSection Section(
        string topic,
        DateOnly date,
        IEnumerable<QuotedClaim> claims,
        IEnumerable<CorrectedClaim> corrected,
        ILookup<long, Match> earlier,
        Dictionary<long, string> outlets,
        DigestMaterial material)
    {
        ImmutableArray<StoryEntry> stories =
        [
            .. claims.GroupBy(claim => claim.Match.Story)
                .Select(story => Story(story.Key, [.. story], [.. earlier[story.Key]], material.Ledger.Copies, outlets))
                .OrderBy(story => story.Status)
                .ThenByDescending(story => story.Sources.Length)
                .ThenBy(story => story.FirstSeen)
                .ThenBy(story => story.Story),
        ];
        ImmutableArray<CorrectionEntry> corrections = [.. corrected.Select(correction => correction.Entry).OrderBy(entry => entry.At).ThenBy(entry => entry.Claim)];
        var counts = Count(stories, corrections.Length);
        return new TopicSection(topic, counts, TrendOf(topic, date, counts.New, material.Past), stories, corrections);
    }

    private static StoryEntry Story(long id, IReadOnlyList<QuotedClaim> claims, IReadOnlyList<Match> earlier, ImmutableDictionary<long, long> copies, Dictionary<long, string> outlets)
    {
        ImmutableArray<ClaimEntry> entries =
        [
            .. claims.GroupBy(claim => ClaimKey.Of(claim.Finding), StringComparer.Ordinal)
                .Select(claim => Claim([.. claim], copies))
                .OrderBy(claim => claim.Status)
                .ThenByDescending(claim => claim.Reports),
        ];
        ImmutableArray<StorySource> sources =
        [
            .. claims.Select(claim => claim.Match).DistinctBy(match => match.Id).Select(match => copies.TryGetValue(match.Id, out var original) ? Source(match, original, outlets.GetValueOrDefault(original)) : Source(match, null, null)),
        ];
        var first = earlier.Concat(claims.Select(claim => claim.Match)).MinBy(match => (match.FirstSeen, match.Id))!;
        // A story that only says again what stands in the ledger is no news, though it is the first of its event.
        var status = !entries[0].IsNew ? StoryStatus.Repeated : earlier.Count == 0 ? StoryStatus.New : StoryStatus.Updated;
        return new StoryEntry(id, status, first.Title, first.Language, first.FirstSeen, first.Outlet, entries, sources, earlier.Count);
    }

    /// <summary>
    /// One claim of several reports: what is newest of it is told, quoted from the report that proves that best: a read page before a feed's summary, then
    /// the surest, then the first.
    /// </summary>
    private static ClaimEntry Claim(IReadOnlyList<QuotedClaim> claims, ImmutableDictionary<long, long> copies)
    {
        var newest = claims.MinBy(claim => claim.Entered.Status)!;
        // A new claim any report proves; what was updated only the one that tells it.
        var best = claims.Where(claim => newest.Entered.Status == ClaimStatus.New || claim.Entered.Status == newest.Entered.Status)
            .OrderBy(claim => claim.Match.TextSource == TextSource.Feed).ThenByDescending(claim => claim.Finding.Confidence).First();
        var reports = claims.DistinctBy(claim => claim.Match.Id).ToArray();
        return new ClaimEntry(
            ClaimWords.Of(best.Finding, best.Entered.Claimant, best.Entered.Quantity),
            newest.Entered.Status,
            newest.Entered.Because,
            best.Finding,
            best.Excerpt,
            best.Match.Id,
            reports.Length,
            reports.Count(claim => copies.ContainsKey(claim.Match.Id)));
    }

    private static StorySource Source(Match match, long? copyOf, string? copyOfOutlet) => new(
        match.Id, match.Outlet, match.Title, match.Url, match.Language, match.Authors, match.Published, match.FirstSeen, match.TextSource, match.Note, copyOf, copyOfOutlet);

    /// <summary>Counts stories once each, by the newest thing they are under any topic.</summary>
    private static DigestCounts Count(IEnumerable<StoryEntry> entries, int corrected)
    {
        var stories = entries.GroupBy(entry => entry.Story).ToArray();
        var statuses = stories.CountBy(story => story.Min(entry => entry.Status)).ToDictionary();
        var reports = stories.SelectMany(story => story.SelectMany(entry => entry.Sources)).DistinctBy(source => source.Article).Count();
        return new DigestCounts(
            statuses.GetValueOrDefault(StoryStatus.New), statuses.GetValueOrDefault(StoryStatus.Updated), statuses.GetValueOrDefault(StoryStatus.Repeated), reports, corrected);
    }

    /// <summary>New stories a day since the first digest, at most two weeks back; a day without a digest had none.</summary>
    private static Trend TrendOf(string topic, DateOnly date, int today, ImmutableArray<PastDigest> past)
    {
        var recent = past.Where(digest => digest.Date <= date && digest.Date > date.AddDays(-TrendDays)).ToArray();
        var first = recent.Length == 0 ? date : recent.Min(digest => digest.Date);
        var days = new int[date.DayNumber - first.DayNumber + 1];
        days[^1] = today;
        foreach (var digest in recent)
            days[digest.Date.DayNumber - first.DayNumber] += digest.NewStories.GetValueOrDefault(topic);
        return new Trend([.. days]);
    }

    private sealed record QuotedClaim(Match Match, Finding Finding, Excerpt Excerpt, EnteredClaim Entered);
}
