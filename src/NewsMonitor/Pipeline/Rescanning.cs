using System.Collections.Immutable;
using System.Data;
using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Storage;
using NewsMonitor.Stories;

namespace NewsMonitor.Pipeline;

/// <summary>What today's rules read in one article that is otherwise than what is stored.</summary>
/// <param name="Gained">Findings that were not made before.</param>
/// <param name="Lost">Findings that are not made any more.</param>
/// <param name="Changed">Findings of the same attributes with another stance or another quote, before and now.</param>
internal sealed record Reread(
    long ArticleId, string Title, string Url, ImmutableArray<Finding> Gained, ImmutableArray<Finding> Lost, ImmutableArray<(Finding Before, Finding Now)> Changed)
{
    public bool IsSame => Gained.IsEmpty && Lost.IsEmpty && Changed.IsEmpty;

    public static Reread Of(Match stored, ImmutableArray<Finding> now)
    {
        var before = stored.Findings;
        return new Reread(
            stored.Id,
            stored.Title,
            stored.Url,
            [.. now.Where(f => !before.Any(b => What(b) == What(f)))],
            [.. before.Where(b => !now.Any(f => What(b) == What(f)))],
            [.. before.SelectMany(b => now.Where(f => What(f) == What(b) && (f.Stance != b.Stance || f.Evidence != b.Evidence)).Select(f => (b, f)))]);
    }

    // A stance that changed is a change, not a loss and a gain.
    private static string What(Finding finding) =>
        $"{finding.Topic}|{finding.Kind}|{finding.Direction}|{finding.Recognizer}|{string.Join('+', finding.Regions ?? [])}";
}

/// <summary>Reads the stored articles again with today's rules. Equal text, rules and program give equal findings, bit for bit.</summary>
internal sealed class Rescanning(Database database, ArticleArchive archive, Detector detector, ReportReader reader, TopicSet topics, TimeProvider time)
{
    private readonly ProfileShelf shelf = new();

    /// <summary>Reads every article with text that was first seen since <paramref name="since"/>; writes nothing.</summary>
    /// <param name="read">Called with each article read; true to go on.</param>
    public IEnumerable<Reread> Compare(DateTimeOffset? since, CancellationToken cancel)
    {
        foreach (var stored in archive.WithText(since))
        {
            cancel.ThrowIfCancellationRequested();
            yield return Reread.Of(stored.Match, Read(stored).Detection.Findings);
        }
    }

    /// <summary>Reads them again and brings the store in step, all in one transaction; what was said before is kept.</summary>
    /// <returns>What was read otherwise.</returns>
    public IReadOnlyList<Reread> Run(DateTimeOffset? since, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return database.Write(connection =>
        {
            var changes = new List<Reread>();
            foreach (var stored in archive.WithText(since))
            {
                cancel.ThrowIfCancellationRequested();
                var explained = Read(stored);
                var change = Reread.Of(stored.Match, explained.Detection.Findings);
                Bring(connection, stored, explained, change, now);
                if (!change.IsSame)
                    changes.Add(change);
            }

            return changes;
        });
    }

    private ExplainedDetection Read(StoredMatch stored) => detector.DetectExplained(new Document(stored.Match.Title, stored.Text, stored.Match.Language));

    private void Bring(IDbConnection connection, StoredMatch stored, ExplainedDetection explained, Reread change, DateTimeOffset now)
    {
        var findings = explained.Detection.Findings;
        var told = change.IsSame || findings.IsEmpty ? null : reader.Read(AsReport(stored.Match, stored.Text, findings));
        ArticleStore.Reread(
            connection,
            stored,
            new Reading(topics.Version, findings, [.. explained.Reasons.Select(FiredWords.Of)], DecisionJson.Of(explained), told, HasChanged: !change.IsSame),
            shelf,
            now);
    }

    private static Report AsReport(Match match, string text, ImmutableArray<Finding> findings) => new(
        match.Id, match.Url, match.Outlet, match.Title, text, match.Language, match.Published?.Instant ?? match.FirstSeen, findings, Agency: null);
}
