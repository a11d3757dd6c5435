using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsMonitor.Display;
using NewsMonitor.Storage;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Commands;

/// <summary><c>feeds list</c>: a table for people, a JSON array for programs, one feed a line in both.</summary>
internal static class FeedsListing
{
    public static readonly Option<bool> Json = new("--json") { Description = "As a JSON array." };

    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly TimeSpan RecoveryIsNews = TimeSpan.FromDays(1);

    public static async Task<int> PrintAsync(ParseResult call, IServiceProvider monitor, CancellationToken cancel)
    {
        var feeds = monitor.GetRequiredService<FeedStore>().Statuses();
        var now = monitor.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var output = StandardOutput.Open();
        await output.WriteAsync(call.GetValue(Json) ? OfJson(feeds) : OfTable(feeds, now));
        return CommandLine.Done;
    }

    /// <summary>State or trouble, language, last success, address; below a feed in trouble why, since when and the mend.</summary>
    public static string OfTable(IReadOnlyList<FeedStatus> feeds, DateTimeOffset now) => string.Concat(feeds.Select(feed =>
    {
        var state = feed.Trouble is { } trouble ? TroubleWords.Word(trouble.Kind) : StateWord(feed.State);
        var line = $"{state,-12}{feed.Language ?? "",-4}{(feed.LastSuccess is { } success ? Minute(success) : "never"),-19}{feed.Url}\n";
        if (feed.Trouble is { } wrong)
            return $"{line}            since {Minute(wrong.Since)}: {SafeText.Line(wrong.Reason).TrimEnd('.')}. {(feed.State == FeedState.Parked ? "Not polled any more. " : "")}{wrong.Mend}\n";
        return feed.Recovery is { } recovery && recovery.At >= now - RecoveryIsNews ? $"{line}            {TroubleWords.Words(recovery)}\n" : line;
    }));

    public static string OfJson(IReadOnlyList<FeedStatus> feeds) => $"[{string.Join(",", feeds.Select(feed => "\n" + JsonSerializer.Serialize(FeedLine.Of(feed), Form)))}\n]\n";

    private static string StateWord(FeedState state) => Enum.GetName(state)!.ToLowerInvariant();

    private static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    private sealed record FeedLine(
        string Url, string? Title, string? Language, string State, TroubleLine? Trouble, RecoveryLine? Recovered, string? LastPolled, string? LastSuccess, string? NextPoll, int ConsecutiveFailures)
    {
        public static FeedLine Of(FeedStatus feed) => new(
            feed.Url,
            feed.Title,
            feed.Language,
            StateWord(feed.State),
            feed.Trouble is { } trouble ? new TroubleLine(TroubleWords.Word(trouble.Kind), Instant(trouble.Since)!, trouble.Reason, trouble.Mend) : null,
            feed.Recovery is { } recovery ? new RecoveryLine(TroubleWords.Word(recovery.From), Instant(recovery.Since)!, Instant(recovery.At)!) : null,
            Instant(feed.LastPolled),
            Instant(feed.LastSuccess),
            Instant(feed.NextPoll),
            feed.ConsecutiveFailures);

        private static string? Instant(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    private sealed record TroubleLine(string Kind, string Since, string Reason, string Mend);

    private sealed record RecoveryLine(string From, string Since, string At);
}
