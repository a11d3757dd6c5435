using System.Globalization;
using Dapper;

namespace NewsMonitor.Tests.Simulation;

/// <summary>
/// Whole lives of a monitor on a virtual clock. NEWSMONITOR_SIMULATED_DAYS makes the random one longer, NEWSMONITOR_KILL_EVERY=1 ends the short one at every statement.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Start = new(2026, 10, 20, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Through_downtime_ends_edits_and_unreachable_readers_the_digests_are_exactly_the_ledger()
    {
        var days = Asked("NEWSMONITOR_SIMULATED_DAYS", 6);
        var seed = Asked("NEWSMONITOR_SIMULATION_SEED", 20261124);
        using var world = new SimulatedMonitor(Start, new SimulatedNews(seed).Days(Start, days), seed);
        var random = new Random(seed);

        var end = Start.AddDays(days);
        while (world.Clock.GetUtcNow() < end)
        {
            if (random.Next(12) == 0)
                world.Statements.BreakAfter(random.Next(1, 80));
            var down = random.Next(150) == 0 ? TimeSpan.FromHours(random.Next(2, 75)) : TimeSpan.Zero;
            await world.WakeAsync(TimeSpan.FromMinutes(random.Next(20, 60)) + down);
        }

        await QuietDaysAsync(world, 9);

        SimulationChecks.Hold(world);
        output.WriteLine(Summary(world, days, seed));
        Assert.True(world.Ends > days, $"{world.Ends} ends");
        Assert.True(world.Database.Read(connection => connection.QuerySingle<int>("SELECT count(*) FROM corrections")) > 0, "nothing was ever corrected");
    }

    [Fact]
    public async Task A_process_that_ends_at_any_statement_loses_nothing_and_tells_nothing_twice()
    {
        var statements = await LifeAsync(breakAt: null);
        var step = Asked("NEWSMONITOR_KILL_EVERY", 61);

        var lives = 0;
        for (var at = 1L; at <= statements; at += step, lives++)
            await LifeAsync(at);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{statements} statements, ended at {lives} of them"));
        Assert.True(lives > 3, $"{statements} statements");
    }

    /// <summary>Nine days in which a claim is reported, copied, corrected, withdrawn and taken down, and four digests and more are sent.</summary>
    private static async Task<long> LifeAsync(long? breakAt)
    {
        const string Sent = "North Korea has sent 3,000 soldiers to Russia, Seoul's defense ministry said on Monday.";
        const string More = "North Korea has sent 9,000 soldiers to Russia, Seoul's defense ministry said on Monday.";
        string[] quiet = ["The harbor master counted eleven ships in the roads this morning, three more than a week ago.", "Fishermen who had waited since Friday spoke of a long week and of nets to mend until the spring."];
        using var world = new SimulatedMonitor(
            Start,
            [
                new(Start.AddMinutes(5), "/a", "Soldiers by train", [Sent, .. quiet]),
                new(Start.AddMinutes(20), "/b", "Soldiers by train", [Sent, .. quiet]),
                new(Start.AddMinutes(30), "/c", "Recognition", ["Nauru has recognized the independence of Abkhazia, its foreign ministry said.", .. quiet]),
                new(Start.AddMinutes(40), "/d", "Fog", [.. quiet]),
                new(Start.AddHours(5), "/a", "Soldiers by train", [More, .. quiet]),
                new(Start.AddHours(8), "/b", "Soldiers by train", [.. quiet, "The report was taken back."]),
                new(Start.AddHours(9), "/c", "Recognition", null),
            ],
            seed: 7);
        if (breakAt is { } at)
            world.Statements.BreakAfter(at);

        var before = world.Statements.Count;
        foreach (var hours in new[] { 0.75, 0.5, 1, 3, 5, 3, 12, 7, 20, 24, 24 * 4, 26 })
        {
            var ends = world.Ends;
            await world.WakeAsync(TimeSpan.FromHours(hours));

            // The claims of the dead run out by the clock.
            if (world.Ends > ends)
                await world.WakeAsync(TimeSpan.FromMinutes(45));
        }

        var statements = world.Statements.Count - before;
        await QuietDaysAsync(world, 2);
        SimulationChecks.Hold(world);
        Assert.True(breakAt is not null || world.Ends == 0, "nobody ended it");
        return statements;
    }

    /// <summary>No more news, no more ends: what is owed is told and delivered.</summary>
    private static async Task QuietDaysAsync(SimulatedMonitor world, int days)
    {
        world.Statements.Mend();
        for (var hours = 0; hours < days * 24; hours += 3)
            await world.WakeAsync(TimeSpan.FromHours(3));

        // Until just after the hour of a digest, and long enough after it for the last attempt of the most unreachable reader.
        while (world.Clock.GetUtcNow().Hour != 5)
            await world.WakeAsync(TimeSpan.FromMinutes(30));
        for (var halfHours = 0; halfHours < 24; halfHours++)
            await world.WakeAsync(TimeSpan.FromMinutes(30));
    }

    private static string Summary(SimulatedMonitor world, int days, int seed)
    {
        int Count(string sql) => world.Database.Read(connection => connection.QuerySingle<int>(sql));

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{days} days (seed {seed}): {world.Statements.Count} statements, ended {world.Ends} times; {Count("SELECT count(*) FROM articles")} articles, {Count("SELECT count(*) FROM matches")} matches, "
            + $"{Count("SELECT count(*) FROM stories")} stories, {Count("SELECT count(*) FROM claims")} claims, {Count("SELECT count(*) FROM claim_reports")} entries, {Count("SELECT count(*) FROM revisions")} revisions, "
            + $"{Count("SELECT count(*) FROM articles WHERE vanished_at IS NOT NULL")} vanished, {Count("SELECT count(*) FROM corrections")} corrections; {Count("SELECT count(*) FROM digests")} digests, "
            + $"{world.Readers.Arrivals.Count} arrivals, {world.Readers.Arrivals.Count - world.Readers.Arrivals.Distinct().Count()} of them repeated");
    }

    private static int Asked(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : otherwise;
}
