using System.Globalization;
using NewsMonitor.Scheduling;

namespace NewsMonitor.Tests.Scheduling;

public sealed class DigestCalendarTests
{
    public static TheoryData<string, string, double[]> Days()
    {
        var data = new TheoryData<string, string, double[]>();
        foreach (var (zone, hours) in new (string, double[])[]
        {
            ("Europe/Kyiv", [23, 24, 25]), ("America/New_York", [23, 24, 25]), ("Asia/Seoul", [24]), ("Australia/Lord_Howe", [23.5, 24, 24.5]), ("UTC", [24]),
        })
        {
            foreach (var cron in new[] { "0 0 7 * * ?", "0 0 0 * * ?", "0 59 23 * * ?", "0 30 0 * * ?", "0 30 1 * * ?", "0 45 1 * * ?", "0 15 2 * * ?", "0 30 2 * * ?", "0 15 3 * * ?", "0 30 3 * * ?" })
                data.Add(zone, cron, hours);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Every_local_day_of_a_year_has_one_slot_and_slots_are_a_local_day_apart(string zone, string cron, double[] hours)
    {
        var calendar = new DigestCalendar(cron, TimeZoneInfo.FindSystemTimeZoneById(zone));

        var slots = calendar.Between(new DateTime(2025, 12, 31), new DateTime(2027, 1, 2)).ToList();

        var days = slots.Select(slot => slot.Day).ToList();
        Assert.Equal(days.Distinct(), days);
        Assert.Equal(Enumerable.Range(0, 365).Select(new DateOnly(2026, 1, 1).AddDays), days.Where(day => day.Year == 2026));

        // A time that clocks leave out is told up to an hour later that day, so the day after it may be shorter by as much.
        var apart = slots.Zip(slots.Skip(1), (one, next) => (next.Instant - one.Instant).TotalHours).ToList();
        Assert.All(apart, span => Assert.InRange(span, 22, 26));
        Assert.Superset(apart.ToHashSet(), hours.Concat([23.0, 24.0, 25.0]).ToHashSet());
        Assert.All(slots, slot => Assert.Equal(slot, calendar.Latest(slot.Instant)));
        Assert.All(slots, slot => Assert.NotEqual(slot, calendar.Latest(slot.Instant.AddSeconds(-1))));
    }

    [Theory]
    [InlineData("Europe/Kyiv", "0 30 3 * * ?", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("America/New_York", "0 30 1 * * ?", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z")]
    [InlineData("Australia/Lord_Howe", "0 45 1 * * ?", "2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z")]
    public void An_hour_that_is_shown_twice_counts_the_first_time(string zone, string cron, string first, string second)
    {
        var calendar = new DigestCalendar(cron, TimeZoneInfo.FindSystemTimeZoneById(zone));

        var slot = calendar.Latest(At(first));

        Assert.Equal(At(first), slot?.Instant);
        Assert.Equal(slot, calendar.Latest(At(second)));
        Assert.Equal(slot, calendar.Latest(At(second).AddHours(1)));
    }

    [Theory]
    [InlineData("Europe/Kyiv", "0 30 3 * * ?", "2026-03-29T01:30:00Z")]
    [InlineData("America/New_York", "0 30 2 * * ?", "2026-03-08T07:30:00Z")]
    [InlineData("Australia/Lord_Howe", "0 15 2 * * ?", "2026-10-03T15:45:00Z")]
    public void A_time_that_is_left_out_comes_when_it_would_have_been(string zone, string cron, string instant)
    {
        var slot = new DigestCalendar(cron, TimeZoneInfo.FindSystemTimeZoneById(zone)).Latest(At(instant));

        Assert.Equal(At(instant), slot?.Instant);
    }

    [Theory]
    [InlineData("* * * * * ?", "2026-11-24T08:15:30")]
    [InlineData("0 0 7,19 * * ?", "2026-11-24T07:00:00")]
    [InlineData("0 0 7 ? * MON", "2026-11-23T07:00:00")]
    [InlineData("0 0 7 1 * ?", "2026-11-01T07:00:00")]
    [InlineData("0 0 7 1 1 ?", "2026-01-01T07:00:00")]
    public void A_schedule_may_be_closer_or_wider_than_a_day(string cron, string local) =>
        Assert.Equal(DateTime.Parse(local, CultureInfo.InvariantCulture), new DigestCalendar(cron, TimeZoneInfo.Utc).Latest(At("2026-11-24T08:15:30Z"))?.Local);

    [Fact]
    public void A_schedule_that_never_comes_has_no_slot() => Assert.Null(new DigestCalendar("0 0 7 1 1 ? 2031", TimeZoneInfo.Utc).Latest(At("2026-11-24T08:15:30Z")));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
