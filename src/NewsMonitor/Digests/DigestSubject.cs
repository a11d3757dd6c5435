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
    /// <c>[NewsMonitor] DPRK-Russia: 3 new, 2 updated; recognition: 1 new · Sun 22 Nov</c>. Where that is longer than <see cref="MaxLength"/>,
    /// the topics are told in one sum.
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

        var topics = string.Join("; ", digest.Topics.Where(topic => topic.Counts.Any()).Select(topic => $"{TopicNames.Short(topic.Topic)}: {Told(topic.Counts)}"));
        var sum = Told(digest.Counts);
        return FirstThatFits($"{topics} · {day}", $"{sum} · {day}", sum);
    }

    // A reader of the subject wants what is new or not so any more; repeated stories are named only where there is nothing else.
    private static string Told(DigestCounts counts)
    {
        string[] parts =
        [
            .. counts.New > 0 ? [$"{counts.New.ToString(CultureInfo.InvariantCulture)} new"] : Array.Empty<string>(),
            .. counts.Updated > 0 ? [$"{counts.Updated.ToString(CultureInfo.InvariantCulture)} updated"] : Array.Empty<string>(),
            .. counts.Corrected > 0 ? [$"{counts.Corrected.ToString(CultureInfo.InvariantCulture)} corrected"] : Array.Empty<string>(),
        ];
        return parts.Length > 0 ? string.Join(", ", parts) : $"{counts.Repeated.ToString(CultureInfo.InvariantCulture)} repeated";
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
