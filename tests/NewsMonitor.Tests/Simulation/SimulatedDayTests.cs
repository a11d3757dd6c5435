using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Simulation;

public sealed class SimulatedDayTests
{
    [Fact]
    public async Task In_a_day_no_host_is_overburdened_no_feed_asked_before_its_time_no_item_missed_and_most_requests_saved()
    {
        using var folder = new TemporaryFolder();

        var day = await SimulatedDay.RunAsync(feeds: 120, hosts: 40, folder.Path, seed: 20261124);

        Assert.Empty(day.Breaches);
        Assert.Equal(day.Shown, day.Recorded);
        Assert.Empty(day.Losses);
        Assert.True(day.Published > 1000, $"{day.Published} entries are no test");
        Assert.All(["200", "304", "500", "broken"], answer => Assert.True(day.Answers.GetValueOrDefault(answer) > 0, answer));
        Assert.True(day.SavedPercent > 50, $"{day.SavedPercent:0.0} % saved");
    }
}
