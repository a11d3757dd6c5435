using NewsMonitor.Fetching;

namespace NewsMonitor.Tests.Fetching;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("user-AGENT : *\r\ndisALLOW : /private # not for you\r\n", "/private/a", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/Private", true)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /", "/a", false)]
    [InlineData("<html>not found</html>", "/a", true)]
    public void A_path_is_allowed_unless_a_rule_for_everyone_excludes_it(string robots, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(robots, "NewsMonitor").Allows(path));

    [Theory]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: NewsMonitor\nDisallow: /b", "/a", true)]
    [InlineData("User-agent: NewsMonitor/1.0\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", false)]
    [InlineData("User-agent: newsmonitor\nUser-agent: other\nDisallow: /", "/a", false)]
    [InlineData("User-agent: other\nUser-agent: newsmonitor\nDisallow: /", "/a", false)]
    [InlineData("User-agent: NewsMonitor\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: newsmonitor\nDisallow: /c", "/c", false)]
    [InlineData("User-agent: NewsMonitor\nDisallow: /a\nUser-agent: other\nDisallow: /b", "/b", true)]
    [InlineData("User-agent: NewsMonitor\nSitemap: https://a.example/s.xml\nUser-agent: other\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: NewsMonitor", "/a", true)]
    [InlineData("User-agent: NewsMonitorX\nDisallow: /", "/a", true)]
    [InlineData("User-agent: News\nDisallow: /", "/a", true)]
    public void The_groups_that_name_us_replace_those_for_everyone(string robots, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(robots, "NewsMonitor").Allows(path));

    [Theory]
    [InlineData("Disallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("Allow: /a\nDisallow: /a/b", "/a/b/c", false)]
    [InlineData("Disallow: /a\nAllow: /a", "/a", true)]
    [InlineData("Disallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("Disallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("Disallow: /*?print=", "/x?print=1", false)]
    [InlineData("Disallow: /x$", "/x", false)]
    [InlineData("Disallow: /x$", "/xy", true)]
    [InlineData("Disallow: *secret", "/a/secret", false)]
    [InlineData("Disallow: /a*b*c$", "/a1b2b3c", false)]
    [InlineData("Disallow: /a*bc$", "/abc", false)]
    [InlineData("Disallow: /ab*bc$", "/abc", true)]
    [InlineData("Disallow: /новости", "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8", false)]
    [InlineData("Disallow: /%d0%bd", "/%D0%BD", false)]
    [InlineData("Disallow: /%7Euser", "/~user", false)]
    [InlineData("Disallow: /a%2Fb", "/a/b", true)]
    public void The_longest_matching_pattern_decides(string rules, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse("User-agent: *\n" + rules, "NewsMonitor").Allows(path));

    [Fact(Timeout = 5000)]
    public async Task A_hostile_file_is_judged_within_a_moment()
    {
        var pattern = "Disallow: /" + string.Concat(Enumerable.Repeat("*a", 40)) + "*b$\n";
        var rules = RobotsRules.Parse("User-agent: *\n" + string.Concat(Enumerable.Repeat(pattern, 5000)), "NewsMonitor");

        Assert.True(await Task.Run(() => rules.Allows("/" + new string('a', 100_000)), TestContext.Current.CancellationToken));
    }
}
