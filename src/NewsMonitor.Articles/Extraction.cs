namespace NewsMonitor.Articles;

/// <summary>What came of reading a page.</summary>
public abstract record Extraction
{
    private Extraction()
    {
    }

    /// <summary>The page is an article.</summary>
    public sealed record Extracted(Article Article) : Extraction;

    /// <summary>The page could be read, but there is no article text on it.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Metadata">What the page said about itself all the same; its <see cref="Article.Text"/> is empty.</param>
    public sealed record NoText(NoTextReason Reason, Article Metadata) : Extraction;

    /// <summary>The page was given up before it could be read.</summary>
    public sealed record Unparsable(UnparsableReason Reason) : Extraction;
}

/// <summary>Why a page that was read has no article text.</summary>
public enum NoTextReason
{
    /// <summary>A question about cookies or data stands where the article would.</summary>
    ConsentWall,

    /// <summary>The page asks for a name and a password.</summary>
    LoginPage,

    /// <summary>The text is for subscribers, and not even its beginning is shown.</summary>
    Paywall,

    /// <summary>The site wants to know whether a human reads it.</summary>
    BotChallenge,

    /// <summary>A video or audio player with a caption at most.</summary>
    VideoPage,

    /// <summary>A front page, a rubric or a list of results.</summary>
    IndexPage,

    /// <summary>The article is not there, whatever the status code said.</summary>
    NotFound,

    /// <summary>The text is fetched by scripts that were not run.</summary>
    ScriptOnly,

    /// <summary>None of these, and yet no text that reads as an article.</summary>
    NoArticle,
}

/// <summary>Why a page was given up.</summary>
public enum UnparsableReason
{
    /// <summary>Reading took longer than the caller allows.</summary>
    Deadline,

    /// <summary>More characters or elements than <see cref="ArticleExtractor"/> reads.</summary>
    TooLarge,
}
