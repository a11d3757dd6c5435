using NewsMonitor.Fetching;

namespace NewsMonitor.Tests.Fetching;

public sealed class FetchingOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.Empty(new FetchingOptions().Validate());

    [Fact]
    public void Every_problem_is_named_at_once_with_key_value_and_mend()
    {
        var problems = new FetchingOptions
        {
            UserAgent = "",
            PerHostDelay = TimeSpan.FromSeconds(-1),
            PerHostConnections = 0,
            MaxConcurrency = 0,
            Timeout = TimeSpan.Zero,
            MaxBytes = 0,
            AllowedNetworks = ["10.0.0.0/8", "10.0.0.0/33", "home"],
        }.Validate();

        Assert.Equal(
            "UserAgent PerHostDelay PerHostConnections MaxConcurrency Timeout MaxBytes AllowedNetworks AllowedNetworks",
            string.Join(' ', problems.Select(problem => problem.Key["Fetching:".Length..])));
        Assert.Equal("home", problems[^1].Value);
        Assert.All(problems, problem => Assert.NotEmpty(problem.Mend));
    }

    [Theory]
    [InlineData("Monitor/1.0\r\nX-Injected: 1")]
    [InlineData("(only a comment)")]
    [InlineData("новости/1.0")]
    public void A_user_agent_that_cannot_stand_in_a_header_is_a_problem(string userAgent) =>
        Assert.Equal("Fetching:UserAgent", Assert.Single(new FetchingOptions { UserAgent = userAgent }.Validate()).Key);
}
