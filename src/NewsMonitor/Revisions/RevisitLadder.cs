using System.Collections.Immutable;

namespace NewsMonitor.Revisions;

/// <summary>When a match's page is looked at again: publishers correct most of what they correct within a day, and little after a week.</summary>
internal static class RevisitLadder
{
    private static readonly ImmutableArray<TimeSpan> Steps = [TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24), TimeSpan.FromDays(7)];

    /// <summary>The first step after <paramref name="now"/> of a match that was first seen then; null where all are past. Steps that were missed are not made up for.</summary>
    public static DateTimeOffset? Next(DateTimeOffset firstSeen, DateTimeOffset now)
    {
        foreach (var step in Steps)
        {
            if (firstSeen + step > now)
                return firstSeen + step;
        }

        return null;
    }
}
