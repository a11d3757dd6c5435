using NewsMonitor.Detection;
using NewsMonitor.Stories;
using NewsMonitor.Stories.Grouping;
using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Tests.Stories;

public sealed class StoryGroupingTests
{
    private const string Title = "Third contingent of North Korean troops on its way to Russia, Seoul says";

    private const string Agency =
        "About 6,000 North Korean soldiers of a third contingent have left the port of Chongjin for Russia since October 21, South Korea's National Intelligence Service said on Friday.\n"
        + "Four thousand of them belong to the Storm Corps, a special forces unit. They are expected at the front in early December, the agency told lawmakers in Seoul.";

    private const string Russian =
        "Около шести тысяч военных КНДР отправились с 21 октября из порта Чхонджин в Россию, сообщила в пятницу Национальная служба разведки Южной Кореи.\n"
        + "Четыре тысячи из них служат в корпусе специального назначения, на фронте их ожидают в начале декабря.";

    private const string Other = "Trade between Russia and North Korea rose by 52 percent to 41 million dollars in nine months, minister Alexander Kozlov told a commission in Pyongyang on Friday.";

    private static readonly DateTimeOffset Friday = new(2026, 10, 30, 3, 0, 0, TimeSpan.Zero);
    private static readonly Detector Detector = new(TopicSet.BuiltIn);

    [Fact]
    public void A_report_of_another_event_starts_a_story() => Assert.Null(StoryGrouping.Place(Profile(2, Other, "Trade with North Korea up by half"), [Known(1, 7, Agency)]));

    [Fact]
    public void A_copy_with_a_new_headline_and_a_tail_joins_as_a_copy_and_says_why()
    {
        var edge = StoryGrouping.Place(Profile(2, Agency + "\nHarbor Post staff contributed.", "More troops"), [Known(1, 7, Agency)]);

        Assert.NotNull(edge);
        Assert.Equal((7L, EdgeKind.Copy, 1L), (edge.Story, edge.Kind, edge.Original));
        Assert.Contains("of the shorter text stands in https://one.example/1", edge.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_of_a_copy_names_the_original()
    {
        var copy = Known(2, 7, Agency + "\nHarbor Post staff contributed.") with { Original = 1 };

        Assert.Equal(1, StoryGrouping.Place(Profile(3, Agency + "\nHarbor Post staff contributed."), [Known(1, 7, Agency), copy])!.Original);
    }

    [Fact]
    public void The_same_event_in_another_language_joins_by_numbers_days_and_names()
    {
        var edge = StoryGrouping.Place(Profile(2, Russian, "КНДР перебрасывает в Россию третий контингент", "ru"), [Known(1, 7, Agency)]);

        Assert.Equal(EdgeKind.Translation, edge?.Kind);
        Assert.Contains("6000", edge!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_out_of_reach_is_of_another_event_but_the_same_address_is_the_same_report()
    {
        var late = Profile(2, Agency) with { Time = Friday + StoryGrouping.Reach + TimeSpan.FromDays(1) };

        Assert.Null(StoryGrouping.Place(late, [Known(1, 7, Agency)]));
        Assert.Equal(7, StoryGrouping.Place(late with { Url = "https://one.example/1" }, [Known(1, 7, Agency)])!.Story);
    }

    [Fact]
    public void The_order_in_which_reports_are_handed_in_does_not_matter()
    {
        GroupedReport[] recent = [Known(1, 7, Agency[..150]), Known(3, 9, Agency), Known(4, 8, Other)];

        var forward = StoryGrouping.Place(Profile(5, Agency), recent);

        Assert.Equal(9, forward!.Story);
        Assert.Equal(forward, StoryGrouping.Place(Profile(5, Agency), recent.Reverse()));
    }

    [Fact]
    public void A_text_of_broken_characters_or_none_is_a_story_of_its_own()
    {
        Assert.Null(StoryGrouping.Place(Profile(2, "\ud800 lone \udc00 surrogates \u0301 and ﬁ ligatures", "\udfff"), [Known(1, 7, Agency)]));
        Assert.Null(StoryGrouping.Place(Profile(3, "", "", language: null), [Known(1, 7, ""), Known(2, 8, Agency)]));
    }

    [Fact]
    public void A_profile_is_read_back_from_its_stored_form_as_it_was()
    {
        var profile = Profile(2, Russian, language: "ru");

        var back = ProfileJson.Read(ProfileJson.Write(profile), profile.Report, profile.Url, profile.Outlet, profile.Language, profile.Time);

        Assert.Equal(ProfileJson.Write(profile), ProfileJson.Write(back));
        Assert.Equal(StoryGrouping.Place(Profile(3, Agency), [new GroupedReport(profile, 7, null)]), StoryGrouping.Place(Profile(3, Agency), [new GroupedReport(back, 7, null)]));
    }

    private static ReportProfile Profile(long id, string text, string title = Title, string? language = "en") => new ProfileReader(Detector).Read(new Report(
        id, $"https://one.example/{id}", "One", title, text, language, Friday.AddHours(id), Detector.Detect(new Document(title, text, language)).Findings));

    private static GroupedReport Known(long id, long story, string text) => new(Profile(id, text), story, null);
}
