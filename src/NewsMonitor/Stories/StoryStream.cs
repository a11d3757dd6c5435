using NewsMonitor.Stories.Grouping;
using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Stories;

/// <summary>What grouping says of one report of a stream.</summary>
/// <param name="Report">Its number.</param>
/// <param name="Story">Its story: stories are counted from 1 in the order they start.</param>
/// <param name="Edge">Why it joined its story; null where it started one.</param>
/// <param name="Tells">What it adds to the story.</param>
internal sealed record StreamedReport(long Report, long Story, StoryEdge? Edge, Tells Tells);

/// <summary>Groups reports as they come, without a store: what is remembered is what is within reach of the newest.</summary>
internal sealed class StoryStream(ProfileReader reader)
{
    private readonly List<GroupedReport> recent = [];
    private long stories;

    /// <summary>Takes the next report, in order of publication.</summary>
    public StreamedReport Take(Report report)
    {
        var profile = reader.Read(report);
        recent.RemoveAll(other => profile.Time - other.Profile.Time > StoryGrouping.Reach);
        var edge = StoryGrouping.Place(profile, recent);
        var story = edge?.Story ?? ++stories;
        var tells = Telling.Of(profile, edge, [.. recent.Where(other => other.Story == story).Select(other => other.Profile)]);
        recent.Add(new GroupedReport(profile, story, edge?.Original));
        return new StreamedReport(report.Id, story, edge, tells);
    }
}
