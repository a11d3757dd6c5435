using System.Globalization;
using NewsMonitor.Revisions;

namespace NewsMonitor.Tests.Revisions;

public sealed class RevisitLadderTests
{
    private static readonly DateTimeOffset FirstSeen = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("00:00:00", "01:00:00")]
    [InlineData("00:59:59", "01:00:00")]
    [InlineData("01:00:00", "06:00:00")]
    [InlineData("06:00:00", "1.00:00:00")]
    [InlineData("1.00:00:00", "7.00:00:00")]
    [InlineData("3.00:00:00", "7.00:00:00")]
    [InlineData("-02:00:00", "01:00:00")]
    public void The_next_look_is_the_first_step_that_is_still_to_come(string after, string next) =>
        Assert.Equal(FirstSeen + Span(next), RevisitLadder.Next(FirstSeen, FirstSeen + Span(after)));

    [Fact]
    public void After_a_week_nobody_looks_any_more() => Assert.Null(RevisitLadder.Next(FirstSeen, FirstSeen.AddDays(7)));

    private static TimeSpan Span(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
