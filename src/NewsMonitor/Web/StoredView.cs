using NewsMonitor.Detection;
using NewsMonitor.Storage;

namespace NewsMonitor.Web;

/// <summary>The pages' questions, answered from the store.</summary>
internal static class StoredView
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    public static MonitorView Over(IServiceProvider services)
    {
        var matches = services.GetRequiredService<MatchStore>();
        var feeds = services.GetRequiredService<FeedStore>();
        var digests = services.GetRequiredService<DigestStore>();
        return new MonitorView(
            (query, cancel) => Task.Run(() => matches.Find(query), cancel),
            cancel => Task.Run(feeds.Statuses, cancel),
            services.GetRequiredService<TopicSet>().Ids,
            cancel => Task.Run(digests.Newest, cancel),
            (name, cancel) => Task.Run(() => digests.Named(name), cancel),
            (limit, cancel) => Task.Run<IReadOnlyList<string>>(() => [.. digests.List(limit).Select(digest => digest.Name)], cancel),
            services.GetRequiredService<TimeProvider>().GetUtcNow,
            cancel => Task.Run(() => Check(services), cancel));
    }

    private static Readiness Check(IServiceProvider services)
    {
        var database = services.GetRequiredService<Database>();
        var trouble = database.WriteTrouble();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var overdue = services.GetRequiredService<FeedStore>().Statuses().Count(feed => feed.NextPoll < now - Patience);
        ReadinessCheck[] checks =
        [
            new("database", trouble is null, trouble ?? "writable"),
            new("schedule", overdue == 0, overdue == 0 ? "no feed is overdue" : $"{overdue} feeds are overdue by a day"),
        ];
        return new Readiness(checks.All(check => check.Ok), checks);
    }
}
