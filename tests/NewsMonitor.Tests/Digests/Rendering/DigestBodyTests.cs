using System.Text.RegularExpressions;
using NewsMonitor.Digests;
using NewsMonitor.Digests.Rendering;
using NewsMonitor.Tests.Digests;

namespace NewsMonitor.Tests.Digests.Rendering;

/// <summary>What every form of a digest has in common.</summary>
public sealed class DigestBodyTests
{
    public static TheoryData<string> Forms => ["text", "markdown", "html"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_parts_stand_in_the_order_in_which_they_matter(string form)
    {
        var rendered = Render(WithUpdated(SampleDigests.CatchUp()), form);

        string[] order = ["1214 articles read", "At a glance", "New", "Updated", "Corrected or withdrawn since we reported them", "Repeated", "Coverage and blind spots", "To unsubscribe"];
        var found = order.Select(part => rendered.IndexOf(Heading(part, form), StringComparison.Ordinal)).ToArray();

        Assert.DoesNotContain(-1, found);
        Assert.Equal(found.Order(), found);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void What_is_counted_is_what_is_listed(string form)
    {
        foreach (var digest in new[] { SampleDigests.Empty(), SampleDigests.Busy(), WithUpdated(SampleDigests.CatchUp()), SampleDigests.Huge(300), Hostile.Digest() })
        {
            var rendered = Render(digest, form);
            Assert.Equal(digest.Topics.Sum(topic => topic.Counts.New), Listed(rendered, "NEW", form));
            Assert.Equal(digest.Topics.Sum(topic => topic.Counts.Updated), Listed(rendered, "UPDATED", form));
            Assert.Equal(digest.Topics.Sum(topic => topic.Counts.Repeated), Listed(rendered, "REPEATED", form));
            Assert.Equal(digest.Counts.Corrected, Listed(rendered, "CORRECTED", form) + Listed(rendered, "WITHDRAWN", form));
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void It_is_told_who_copied_whom(string form) =>
        Assert.Contains("Also reported by 11 (9 copies of Yonhap)", Flat(Render(SampleDigests.CatchUp(), form)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_claim_says_what_it_is_and_why(string form)
    {
        var rendered = Flat(Render(SampleDigests.CatchUp(), form));

        Assert.Contains("New: first report", rendered, StringComparison.Ordinal);
        Assert.Contains("said by 12 reports, 9 of them copies", rendered, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_spark_line_has_its_spoken_alternative(string form)
    {
        var rendered = Flat(Render(SampleDigests.Busy(), form));

        Assert.Contains("new stories in the last 14 days, oldest first: 1, 2, 1, 5, 3, 0, 7, 4, 4, 2, 1, 3, 2, 3", rendered, StringComparison.Ordinal);
        Assert.Contains("2 new the day before; mean of the 7 days before 3.3", rendered, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_day_with_nothing_but_a_correction_is_no_empty_day(string form)
    {
        var material = SampleDigests.Material() with
        {
            Ledger = LedgerExtract.Empty with { Corrections = [SampleDigests.Correction(1, NewsMonitor.Matches.TopicNames.Support, "words", "It was so.", after: null)] },
        };

        var rendered = Render(SampleDigests.Compose(material), form);

        Assert.DoesNotContain("No new reports", rendered, StringComparison.Ordinal);
        Assert.Contains("0 reports in 0 stories, 1 correction", Flat(rendered), StringComparison.Ordinal);
        Assert.Equal(1, Listed(rendered, "WITHDRAWN", form));
    }

    private static Digest WithUpdated(Digest digest)
    {
        var topic = digest.Topics[0];
        var counts = topic.Counts with { New = topic.Counts.New - 1, Updated = topic.Counts.Updated + 1 };
        return digest with { Topics = digest.Topics.SetItem(0, topic with { Counts = counts, Stories = topic.Stories.SetItem(0, topic.Stories[0] with { Status = StoryStatus.Updated }) }) };
    }

    private static string Render(Digest digest, string form) => form switch
    {
        "text" => TextDigest.Render(digest),
        "markdown" => MarkdownDigest.Render(digest),
        _ => HtmlDigest.Render(digest, HtmlExtent.Whole),
    };

    private static string Heading(string part, string form) => (form, part) switch
    {
        (_, "1214 articles read" or "To unsubscribe") => part,
        ("text", _) => $"\n{part.ToUpperInvariant()}\n---",
        ("markdown", _) => $"\n## {part}\n",
        (_, "At a glance") => "aria-label=\"At a glance\"",
        _ => $">{part}</h2>",
    };

    private static int Listed(string rendered, string status, string form) => form switch
    {
        "text" => Regex.Count(rendered, $@"(?m)^\[{status}\] "),
        "markdown" => Regex.Count(rendered, $"(?m)^(#### |- ){status}: "),
        _ => Regex.Count(rendered, $@"<article[^>]*>\n<p[^>]*><span[^>]*>{status}</span>"),
    };

    private static string Flat(string rendered) => string.Join(' ', rendered.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
