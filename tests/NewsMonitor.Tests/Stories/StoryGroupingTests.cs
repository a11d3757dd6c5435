using NewsMonitor.Stories;
using NewsMonitor.Tests.Matches;

namespace NewsMonitor.Tests.Stories;

public sealed class StoryGroupingTests
{
    private const string Agency =
        "South Korea's intelligence service told a closed session of the National Assembly on Monday that North Korea had sent some three thousand more soldiers to Russia "
        + "since the beginning of October. According to two lawmakers who attended the briefing, the new units have been assigned to guard depots and roads behind the front. "
        + "The service said that it had confirmed the transfer by satellite imagery and by conversations it had intercepted. Moscow and Pyongyang have not commented on the claim.";

    private const string Other =
        "A train with North Korean soldiers crossed the Tumen bridge on Tuesday night, a railway worker in Khasan told reporters, and went on toward Vladivostok. "
        + "Residents of the border village said they had seen several such trains in recent weeks, most of them after dark and with covered windows. "
        + "Officials of the Primorye region declined to answer questions about the traffic on the line, which was reopened for passengers in June.";

    private const string KoreanReport =
        "국가정보원은 23일 국회 정보위원회에 북한이 지난 10월 이후 병력 3천여 명을 러시아 쿠르스크에 추가로 파병했다고 보고했다. 회의에 참석한 의원들은 새로 파병된 부대가 후방의 창고와 도로를 경비하고 있다고 전했다.";

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_report_like_no_other_starts_a_story() =>
        Assert.IsType<StoryAssignment.Started>(StoryGrouping.Assign(Report(2, Agency), [Known(1, 7, Other, title: "A train crosses the border at night")]));

    [Fact]
    public void A_copy_with_another_headline_joins_and_says_why()
    {
        var joined = Assert.IsType<StoryAssignment.Joined>(StoryGrouping.Assign(Report(2, Agency + " (Agency staff contributed.)", title: "More troops"), [Known(1, 7, Agency)]));

        Assert.Equal((7L, 1L), (joined.Story, joined.Article));
        Assert.Matches(@"^same claim and \d+ % of the text shared with https://one\.example/1$", joined.Reason);
    }

    [Fact]
    public void A_shortened_copy_joins()
    {
        var head = Agency[..(Agency.IndexOf(". According", StringComparison.Ordinal) + 1)] + " According to two lawmakers who attended the briefing, the new units guard depots.";

        Assert.IsType<StoryAssignment.Joined>(StoryGrouping.Assign(Report(2, head, title: "Briefly"), [Known(1, 7, Agency)]));
    }

    [Fact]
    public void A_copy_in_a_script_without_spaces_joins()
    {
        var copy = KoreanReport.Replace("전했다", "말했다", StringComparison.Ordinal);

        Assert.IsType<StoryAssignment.Joined>(StoryGrouping.Assign(Report(2, copy, title: "둘"), [Known(1, 7, KoreanReport, title: "하나")]));
    }

    [Fact]
    public void One_headline_at_two_outlets_joins_and_at_one_outlet_is_a_series()
    {
        const string Title = "North Korean troops in Russia: what we know";
        var known = Known(1, 7, Agency, Title);

        Assert.IsType<StoryAssignment.Joined>(StoryGrouping.Assign(Report(2, Other, Title + " - Two Daily", "https://two.example/2", outlet: "Two Daily"), [known]));
        Assert.IsType<StoryAssignment.Started>(StoryGrouping.Assign(Report(2, Other, Title, "https://one.example/2"), [known]));
    }

    [Fact]
    public void A_short_headline_is_no_reason_to_join() =>
        Assert.IsType<StoryAssignment.Started>(StoryGrouping.Assign(Report(2, Other, "Troops for Russia"), [Known(1, 7, Agency, "Troops for Russia")]));

    [Fact]
    public void The_same_text_with_another_claim_stays_apart()
    {
        var denial = Report(2, Agency, kind: "materiel");

        Assert.IsType<StoryAssignment.Started>(StoryGrouping.Assign(denial, [Known(1, 7, Agency)]));
    }

    [Fact]
    public void The_same_text_a_week_later_stays_apart_and_the_same_address_does_not()
    {
        var late = Report(2, Agency) with { Time = Monday.AddDays(7) };

        Assert.IsType<StoryAssignment.Started>(StoryGrouping.Assign(late, [Known(1, 7, Agency)]));
        Assert.IsType<StoryAssignment.Joined>(StoryGrouping.Assign(late with { Url = "https://one.example/1" }, [Known(1, 7, Agency)]));
    }

    [Fact]
    public void Of_several_stories_the_closest_is_joined_in_whatever_order_they_come()
    {
        ReportFingerprint[] recent = [Known(1, 7, Agency[..380]), Known(3, 9, Agency), Known(4, 8, Other)];

        var forward = StoryGrouping.Assign(Report(5, Agency), recent);

        Assert.Equal(9, Assert.IsType<StoryAssignment.Joined>(forward).Story);
        Assert.Equal(forward, StoryGrouping.Assign(Report(5, Agency), [.. recent.Reverse()]));
    }

    [Fact]
    public void A_text_of_broken_characters_has_a_fingerprint_too()
    {
        var broken = Report(2, "\ud800 lone \udc00 surrogates \u0301 and ﬁ ligatures", title: "\udfff");

        Assert.IsType<StoryAssignment.Started>(StoryGrouping.Assign(broken, [broken with { Article = 1, Story = 7, Url = "https://x.example/" }]));
    }

    private static ReportFingerprint Report(
        long id, string text, string title = "Seoul says Pyongyang sent more troops to Russia", string? url = null, string outlet = "Outlet", string kind = "troops") =>
        ReportFingerprint.Of(id, url ?? $"https://two.example/{id}", Monday.AddHours(id), title, outlet, text, [Sample.Support(text, text, kind)]);

    private static ReportFingerprint Known(long id, long story, string text, string title = "Pyongyang sends three thousand more soldiers, Seoul says") =>
        Report(id, text, title, $"https://one.example/{id}") with { Story = story };
}
