using System.Globalization;
using NewsMonitor.Matches;

namespace NewsMonitor.Digests;

/// <summary>The subject of the mail: counts and the day, never a word from an article.</summary>
internal static class DigestSubject
{
    /// <summary>In UTF-16 units, so that a phone's list shows all of it.</summary>
    public const int MaxLength = 70;

    private const string Prefix = "[NewsMonitor] ";

    /// <summary>
    /// <c>[NewsMonitor] DPRK-Russia: 3 new, 2 updated; recognition: 1 new · Sun 22 Nov</c>. Where that is longer than <see cref="MaxLength"/>, the weekday goes, then the
    /// colons; where it still is, the topics are told in one sum.
    /// </summary>
    public static string Of(Digest digest)
    {
        var time = new DigestTime(digest);
        var day = time.DayLabel();
        if (!digest.Counts.Any())
        {
            var read = string.Create(CultureInfo.InvariantCulture, $"{digest.Coverage.ArticlesRead} articles read, {digest.Coverage.Feeds.Down} sources down");
            // That several days are told in one matters more than how much was read.
            return time.Days > 1
                ? FirstThatFits($"no new reports · {read} · {day}", $"no new reports · {day}", "no new reports")
                : FirstThatFits($"no new reports · {read} · {day}", $"no new reports · {read}", $"no new reports · {day}", "no new reports");
        }

        var topics = digest.Topics.Where(topic => topic.Counts.Any()).Select(topic => (Name: TopicNames.Short(topic.Topic), Told: Told(topic.Counts))).ToArray();
        var full = string.Join("; ", topics.Select(topic => $"{topic.Name}: {topic.Told}"));
        var dense = string.Join("; ", topics.Select(topic => $"{topic.Name} {topic.Told}"));
        var sum = Told(digest.Counts);
        return FirstThatFits($"{full} · {day}", $"{full} · {time.ShortDayLabel()}", $"{dense} · {time.ShortDayLabel()}", $"{sum} · {day}", sum);
    }

    // A reader of the subject wants what is new or otherwise than told; repeated stories are named only where there is nothing else.
    private static string Told(DigestCounts counts)
    {
        var told = string.Join(
            ", ",
            new (int Count, string Word)[] { (counts.New, "new"), (counts.Updated, "updated"), (counts.Corrected, "corrected") }
                .Where(part => part.Count > 0)
                .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count} {part.Word}")));
        return told.Length > 0 ? told : string.Create(CultureInfo.InvariantCulture, $"{counts.Repeated} repeated");
    }

    private static string FirstThatFits(params ReadOnlySpan<string> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (Prefix.Length + candidate.Length <= MaxLength)
                return Prefix + candidate;
        }

        return Prefix + candidates[^1];
    }
}
