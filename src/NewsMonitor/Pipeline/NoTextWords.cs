using NewsMonitor.Articles;

namespace NewsMonitor.Pipeline;

/// <summary>Reasons for a page without text, in words for readers.</summary>
internal static class NoTextWords
{
    public static string Of(NoTextReason reason) => reason switch
    {
        NoTextReason.ConsentWall => "consent wall",
        NoTextReason.LoginPage => "login page",
        NoTextReason.Paywall => "paywall",
        NoTextReason.BotChallenge => "bot challenge",
        NoTextReason.VideoPage => "video page",
        NoTextReason.IndexPage => "index page",
        NoTextReason.NotFound => "page not found",
        NoTextReason.ScriptOnly => "text only by script",
        NoTextReason.NoArticle => "no article on it",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "unknown reason"),
    };

    public static string Of(UnparsableReason reason) => reason switch
    {
        UnparsableReason.Deadline => "parsing took too long",
        UnparsableReason.TooLarge => "too large",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "unknown reason"),
    };
}
