using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using NewsMonitor.Digests;
using NewsMonitor.Digests.Rendering;
using NewsMonitor.Matches;
using NewsMonitor.Tests.Digests;

namespace NewsMonitor.Tests.Digests.Rendering;

public sealed partial class HtmlDigestTests
{
    [Fact]
    public void Five_hundred_matches_stay_below_the_limit_and_what_is_missing_is_counted_exactly()
    {
        var digest = SampleDigests.Huge(500);

        var html = HtmlDigest.Render(digest, HtmlExtent.Mail);

        Assert.InRange(Encoding.UTF8.GetByteCount(html), 40_000, HtmlDigest.MailLimit - 1);
        var missing = More().Matches(html).Sum(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(500, Stories().Count(html) + missing);
        Assert.Equal(2, More().Count(html));
    }

    [Fact]
    public void The_whole_report_lists_every_story() => Assert.Equal(500, Stories().Count(HtmlDigest.Render(SampleDigests.Huge(500), HtmlExtent.Whole)));

    [Fact]
    public void Five_hundred_matches_hide_no_correction_without_counting_it_and_the_first_are_shown()
    {
        var corrections = Enumerable.Range(1, 60).Select(i => SampleDigests.Correction(i, TopicNames.Support, $"Claim {i}", $"Sentence {i} as it was.", $"Sentence {i} as it is.").Entry);
        var digest = SampleDigests.Huge(500);
        var topic = digest.Topics[0];
        digest = digest with
        {
            Counts = digest.Counts with { Corrected = 60 },
            Topics = [topic with { Counts = topic.Counts with { Corrected = 60 }, Corrections = [.. corrections] }, digest.Topics[1]],
        };

        var html = HtmlDigest.Render(digest, HtmlExtent.Mail);

        Assert.InRange(Encoding.UTF8.GetByteCount(html), 40_000, HtmlDigest.MailLimit - 1);
        Assert.Contains(">Claim 10<", html, StringComparison.Ordinal);
        Assert.DoesNotContain(">Claim 11<", html, StringComparison.Ordinal);
        Assert.Contains("And 50 more corrections", html, StringComparison.Ordinal);
        Assert.Equal(560, Stories().Count(HtmlDigest.Render(digest, HtmlExtent.Whole)));
    }

    [Fact]
    public void A_correction_shows_both_sentences_to_the_letter_and_tells_them_apart_in_words()
    {
        var html = HtmlDigest.Render(SampleDigests.CatchUp(), HtmlExtent.Mail);

        Assert.Matches("(?s)CORRECTED</span>.*Changed in the article.*Before:</p>\\s*<blockquote[^>]*lang=\"en\" dir=\"ltr\">About <mark>3,000</mark> soldiers", html);
        Assert.Contains("About <mark>3,600</mark> soldiers", html, StringComparison.Ordinal);
        Assert.Matches("(?s)WITHDRAWN</span>.*lang=\"ko\" dir=\"ltr\">러시아가 북한에 방공 장비를 제공했다고 국정원이 밝혔다.</blockquote>\\s*<p[^>]*>Now: the sentence is gone", html);
    }

    [Fact]
    public void Every_quote_stands_in_it_to_the_letter()
    {
        var digest = SampleDigests.Busy();

        var shown = Quotes().Matches(HtmlDigest.Render(digest, HtmlExtent.Mail))
            .Select(quote => WebUtility.HtmlDecode(Tags().Replace(quote.Groups[1].Value, ""))).ToArray();

        var told = digest.Topics.SelectMany(topic => topic.Stories).Where(story => story.Status != StoryStatus.Repeated).SelectMany(story => story.Claims).ToArray();
        Assert.Equal(told.Select(claim => claim.Excerpt.Text), shown);
    }

    [Fact]
    public void Every_quote_declares_its_language_and_direction()
    {
        var html = HtmlDigest.Render(SampleDigests.Busy(), HtmlExtent.Mail);

        Assert.Equal(Quotes().Count(html), QuotesWithLanguage().Count(html));
        Assert.Contains("lang=\"ko\" dir=\"ltr\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_from_outside_becomes_markup()
    {
        var html = HtmlDigest.Render(Hostile.Digest(), HtmlExtent.Whole);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<svg", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", html, StringComparison.OrdinalIgnoreCase);
        Assert.All(Attributes().Matches(html), attribute => Assert.DoesNotContain("on", attribute.Groups[1].Value[..2], StringComparison.Ordinal));
        Assert.DoesNotContain(html, unit => unit is '\0' or '\u001b' or '\u202e' or '\ud800');
    }

    [Fact]
    public void Only_web_addresses_become_links()
    {
        var links = Links().Matches(HtmlDigest.Render(Hostile.Digest(), HtmlExtent.Whole)).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).ToArray();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.StartsWith("https://news.example/?q=%22%3E%3Cscript%3E", link, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_loaded_from_anywhere()
    {
        var html = HtmlDigest.Render(SampleDigests.Busy(), HtmlExtent.Whole);

        Assert.DoesNotMatch(@"(?i)\ssrc=|url\(|@import|<link|<iframe|<script", html);
    }

    [Fact]
    public void An_empty_day_says_so_in_one_line()
    {
        var html = HtmlDigest.Render(SampleDigests.Empty(), HtmlExtent.Mail);

        Assert.Contains("No new reports: 214 articles read, 1 source ok, 2 down.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<article", html, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_the_same_after_the_digest_was_stored()
    {
        var digest = SampleDigests.Busy();

        Assert.Equal(HtmlDigest.Render(digest, HtmlExtent.Mail), HtmlDigest.Render(DigestJson.Read(DigestJson.Write(digest)), HtmlExtent.Mail));
    }

    [Theory]
    [InlineData("#1b1f24", "#ffffff")]
    [InlineData("#0a58ca", "#ffffff")]
    [InlineData("#57606a", "#ffffff")]
    [InlineData("#57606a", "#f6f8fa")]
    [InlineData("#1b1f24", "#fff0a6")]
    [InlineData("#ffffff", "#0f5132")]
    [InlineData("#ffffff", "#7a4100")]
    [InlineData("#3d444d", "#e7eaee")]
    [InlineData("#ffffff", "#7d1f3f")]
    [InlineData("#3d0a1c", "#f5b8cb")]
    [InlineData("#e4e8ee", "#14171c")]
    [InlineData("#8bb8ff", "#14171c")]
    [InlineData("#a4aebb", "#14171c")]
    [InlineData("#a4aebb", "#1b2027")]
    [InlineData("#fff3c2", "#5c4a06")]
    [InlineData("#0b2a19", "#a6e3bf")]
    [InlineData("#3a2200", "#ffd08a")]
    [InlineData("#c6ced8", "#2c333d")]
    public void Colors_that_meet_have_a_contrast_of_at_least_4_5(string text, string ground)
    {
        var sheet = HtmlStyle.Sheet().ToString();

        Assert.Contains(text == "#ffffff" ? "#fff" : text, sheet, StringComparison.Ordinal);
        Assert.Contains(ground == "#ffffff" ? "#fff" : ground, sheet, StringComparison.Ordinal);
        Assert.InRange((Math.Max(Luminance(text), Luminance(ground)) + 0.05) / (Math.Min(Luminance(text), Luminance(ground)) + 0.05), 4.5, 21);
    }

    [Fact]
    public void Ten_thousand_sources_of_one_story_stay_below_the_limit()
    {
        var digest = SampleDigests.Huge(2);
        var story = digest.Topics[0].Stories[0];
        var crowded = story with { Sources = [.. Enumerable.Range(1, 10_000).Select(i => story.Sources[0] with { Article = i })] };
        var poisoned = digest with { Topics = [digest.Topics[0] with { Stories = [crowded] }] };

        var html = HtmlDigest.Render(poisoned, HtmlExtent.Mail);

        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, HtmlDigest.MailLimit - 1);
        Assert.Contains("Also reported by 9999", html, StringComparison.Ordinal);
        Assert.Contains("and 9991 more", html, StringComparison.Ordinal);
    }

    /// <summary>Relative luminance after WCAG 2.</summary>
    private static double Luminance(string color)
    {
        var rgb = Convert.FromHexString(color[1..]).Select(part => part / 255.0).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]);
    }

    [GeneratedRegex(@"And (\d+) more stor", RegexOptions.None, 1000)]
    private static partial Regex More();

    [GeneratedRegex("<article", RegexOptions.None, 1000)]
    private static partial Regex Stories();

    [GeneratedRegex("<blockquote[^>]*>(.*?)</blockquote>", RegexOptions.Singleline, 1000)]
    private static partial Regex Quotes();

    [GeneratedRegex("<blockquote[^>]* lang=\"[a-z]*\" dir=\"(ltr|rtl|auto)\">", RegexOptions.None, 1000)]
    private static partial Regex QuotesWithLanguage();

    [GeneratedRegex("<[^>]+>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex("<[a-z][^>]*? ([a-z-]+)=", RegexOptions.None, 1000)]
    private static partial Regex Attributes();

    [GeneratedRegex("href=\"([^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Links();
}
