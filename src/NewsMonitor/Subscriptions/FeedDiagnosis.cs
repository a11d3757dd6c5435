using System.Globalization;
using NewsMonitor.Fetching;

namespace NewsMonitor.Subscriptions;

/// <summary>From what was remembered of a feed's polls to what is wrong with it. Pure: the clock is handed in.</summary>
internal static class FeedDiagnosis
{
    /// <summary>A feed that failed fewer times than this in a row, and was read before, has a hiccup that is not worth telling.</summary>
    public const int FailuresWorthTelling = 3;

    // Weekends and holidays are no silence, however busy the weekdays are.
    private static readonly TimeSpan LeastSilence = TimeSpan.FromDays(3);
    private const int SilentGaps = 4;

    private const int LeastUsualItems = 8;
    private const int ShrunkTo = 4;
    private static readonly TimeSpan ShrunkForGood = TimeSpan.FromDays(7);
    private const double UsualItemsPace = 0.25;

    /// <summary>What is wrong with a feed now; null where nothing is. What keeps it from being read comes before what is odd about a feed that can be read.</summary>
    public static Trouble? Of(PollState state, DateTimeOffset now)
    {
        if (state.State is FeedState.Failing or FeedState.Parked)
            return new Trouble(state.Failure ?? TroubleKind.Unreachable, state.FailingSince ?? state.LastPolledAt ?? now, state.Reason ?? "no reason known");
        if (state is { MovedTo: { } target, MovedSince: { } moved })
            return new Trouble(TroubleKind.Moved, moved, $"redirects for good to {Shown(target)}{(state.IsTargetTaken ? ", which is subscribed already" : "")}");
        if (state is { ShrunkSince: { } shrunk, ListedItems: { } listed, UsualItems: { } usual })
            return new Trouble(TroubleKind.Shrunk, shrunk, string.Create(CultureInfo.InvariantCulture, $"lists {listed} entries, usually about {usual:0}"));
        if (LastNews(state) is { } last && state.LongGap is { } gap && now - last > Longer(LeastSilence, gap * SilentGaps))
            return new Trouble(TroubleKind.Silent, last, string.Create(CultureInfo.InvariantCulture, $"nothing new since {last.UtcDateTime:yyyy-MM-dd HH:mm'Z'}, usually something within {TroubleWords.Length(gap)}"));
        return null;
    }

    /// <summary>Whether a human should know: a first failure is most often over by the next poll, and a redirect that has just begun may not last.</summary>
    public static bool IsWorthTelling(TroubleKind? trouble, FeedState state, int failures, bool wasRead, bool isFollowed) => trouble switch
    {
        null => false,
        TroubleKind.Shrunk or TroubleKind.Silent => true,
        TroubleKind.Moved when state == FeedState.Ok => !isFollowed,
        _ => state == FeedState.Parked || !wasRead || failures >= FailuresWorthTelling,
    };

    /// <summary>The state after a poll with its trouble, and with the recovery where the poll ended one that was worth telling.</summary>
    public static PollState After(PollState before, PollState after, DateTimeOffset now)
    {
        var trouble = Of(after, now);
        var ended = trouble is null && before.Trouble is { } was && (before.IsTroubleWorthTelling || after.Url != before.Url) ? new Recovery(was.Kind, was.Since, now) : null;
        return after with { Trouble = trouble, Recovery = ended ?? after.Recovery };
    }

    /// <summary>The state with what a body showed of how many entries are usual, and when the last new one came.</summary>
    public static PollState Learn(PollState state, FeedHints hints, TimeSpan? longGap, DateTimeOffset now)
    {
        // The entries of the very first poll are new to us, not to the world, unless nothing dates them.
        var isNews = hints.NewItems > 0 && (state.LastSuccessAt is not null || state.NewestItemAt is null);
        var waited = isNews && state.LastNewsAt is { } last ? now - last : (TimeSpan?)null;
        return Count(state, hints.Listed, now) with
        {
            LastNewsAt = isNews ? now : state.LastNewsAt,
            LongGap = longGap ?? (waited is null ? state.LongGap : Longer(waited.Value, (state.LongGap ?? TimeSpan.Zero) * 0.9)),
        };
    }

    private static PollState Count(PollState state, int? listed, DateTimeOffset now)
    {
        if (listed is not { } items)
            return state;
        var usual = state.UsualItems ?? items;
        var isShrunk = usual >= LeastUsualItems && items <= usual / ShrunkTo;
        var since = isShrunk ? state.ShrunkSince ?? now : (DateTimeOffset?)null;

        // What has lasted for a week is the feed's way now.
        return now - since > ShrunkForGood
            ? state with { ListedItems = items, UsualItems = items, ShrunkSince = null }
            : state with { ListedItems = items, UsualItems = isShrunk ? usual : usual + ((items - usual) * UsualItemsPace), ShrunkSince = since };
    }

    private static DateTimeOffset? LastNews(PollState state) => state.NewestItemAt is { } newest && !(state.LastNewsAt > newest) ? newest : state.LastNewsAt;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static string Shown(string address) => WebAddress.TryParse(address, out var target, out _) ? target.Display : OneLine.Of(address);
}
