using NewsMonitor.Detection;
using NewsMonitor.Matches;

namespace NewsMonitor.Tests.Matches;

public sealed class MatchQueryTests
{
    [Fact]
    public void Names_and_values_become_a_query()
    {
        var query = Parse(out _, ("words", " 파병 "), ("recognizer", "prk"), ("stance", "Denied"), ("since", "2026-11-01"), ("until", "2026-11-23"), ("limit", "5"));

        Assert.Equal(
            new MatchQuery(
                "파병", Recognizer: "PRK", Stance: Stance.Denied, Since: new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), Until: new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero), Limit: 5),
            query);
    }

    [Fact]
    public void What_is_not_given_is_not_asked_for() => Assert.Equal(new MatchQuery(), Parse(out _, ("topic", " "), ("words", "")));

    [Theory]
    [InlineData("stance", "maybe", "stance 'maybe' is unknown: use affirmed, denied, prospective or withdrawn")]
    [InlineData("since", "yesterday", "since 'yesterday' is no date: use 2026-11-24, or 2026-11-24T07:00:00Z")]
    [InlineData("until", "24.11.2026", "until '24.11.2026' is no date: use 2026-11-24, or 2026-11-24T07:00:00Z")]
    [InlineData("limit", "0", "limit '0' is no number of matches: use 1 to 10000")]
    [InlineData("limit", "-1\n", "limit '-1' is no number of matches: use 1 to 10000")]
    public void A_wrong_value_is_named_with_the_mend(string name, string value, string error)
    {
        Assert.Null(Parse(out var said, (name, value)));
        Assert.Equal(error, said);
    }

    [Fact]
    public void A_time_without_a_zone_is_UTC() => Assert.Equal(new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero), Parse(out _, ("since", "2026-11-24T07:00:00"))?.Since);

    private static MatchQuery? Parse(out string? error, params (string Name, string Value)[] given) =>
        MatchQuery.Parse(name => given.FirstOrDefault(pair => pair.Name == name).Value, out error);
}
