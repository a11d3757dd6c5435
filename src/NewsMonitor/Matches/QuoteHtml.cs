using NewsMonitor.Display;

namespace NewsMonitor.Matches;

/// <summary>An excerpt as HTML: its words escaped, its evidence in <c>mark</c>, its language and direction declared.</summary>
internal static class QuoteHtml
{
    /// <summary>What stands inside the quote's element.</summary>
    public static HtmlBuilder Inside(Excerpt excerpt)
    {
        var html = new HtmlBuilder();
        if (excerpt.CutBefore)
            html.Add($"… ");
        foreach (var (text, marked) in QuotePieces.Of(excerpt))
        {
            if (marked)
                html.Add($"<mark>{text}</mark>");
            else
                html.Add($"{text}");
        }

        return excerpt.CutAfter ? html.Add($" …") : html;
    }

    /// <summary>The attributes <c>lang</c> and <c>dir</c> for text in a language that may be unknown.</summary>
    public static HtmlBuilder Language(string? language) => new HtmlBuilder().Add($"lang=\"{Tag(language)}\" dir=\"{Direction(language)}\"");

    // An empty tag says "unknown" and keeps a screen reader from taking the page's language for the quote's.
    private static string Tag(string? language) => language is { Length: >= 2 and <= 35 } && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? language : "";

    private static string Direction(string? language) => language switch
    {
        null => "auto",
        "ar" or "fa" or "he" or "ps" or "sd" or "ug" or "ur" or "yi" => "rtl",
        _ => "ltr",
    };
}
