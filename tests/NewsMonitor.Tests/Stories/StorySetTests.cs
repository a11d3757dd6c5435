namespace NewsMonitor.Tests.Stories;

/// <summary>The floors of grouping on the story set, on all of it and on the third that nothing was tuned on.</summary>
public sealed class StorySetTests(ITestOutputHelper output)
{
    [Fact]
    public void The_story_set_is_grouped_well_enough_on_all_of_it_and_on_the_part_held_back()
    {
        var told = StorySet.Told();

        AssertFloors("all", StoryScore.Of(told, _ => true), slack: 0);
        // A part has few events, and one of them moves a share by some hundredths.
        AssertFloors("tuned", StoryScore.Of(told, report => !report.IsHeld), slack: 0.04);
        AssertFloors("held", StoryScore.Of(told, report => report.IsHeld), slack: 0.04);
    }

    [Fact]
    public void The_set_has_events_in_many_languages_and_as_many_unrelated_reports_as_it_needs()
    {
        var events = StorySet.Reports.GroupBy(report => report.Event, StringComparer.Ordinal).ToArray();

        Assert.InRange(events.Count(reports => reports.Count() > 1), 60, 80);
        Assert.InRange(events.Count(reports => reports.Count() == 1), 120, 140);
        Assert.Equal(9, StorySet.Reports.Select(report => report.Lang).Distinct(StringComparer.Ordinal).Count());
        Assert.All(StorySet.Reports.Where(report => report.CopyOf is not null), copy => Assert.Contains(StorySet.Reports, original => original.Id == copy.CopyOf && original.Event == copy.Event));
    }

    private void AssertFloors(string name, StoryScore score, double slack)
    {
        output.WriteLine($"{name}: {score}");
        Assert.True(score.Precision >= 0.95 - slack, $"{name}: {score}");
        Assert.True(score.RecallWithinLanguage >= 0.85 - slack, $"{name}: {score}");
        Assert.True(score.RecallAcross >= 0.60 - slack, $"{name}: {score}");
        Assert.True(score.CopyPrecision >= 0.95 - slack, $"{name}: {score}");
        Assert.True(score.CopyRecall >= 0.95 - slack, $"{name}: {score}");
        Assert.True(score.FirstSeen >= 0.95 - slack, $"{name}: {score}");
        Assert.True(score.Verdict >= 0.85 - slack, $"{name}: {score}");
    }
}
