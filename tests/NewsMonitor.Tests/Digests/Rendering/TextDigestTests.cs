using NewsMonitor.Digests.Rendering;
using NewsMonitor.Display;
using NewsMonitor.Tests.Digests;

namespace NewsMonitor.Tests.Digests.Rendering;

public sealed class TextDigestTests
{
    [Fact]
    public void No_line_is_wider_than_72_columns_except_addresses_and_these_stand_alone()
    {
        foreach (var line in TextDigest.Render(SampleDigests.CatchUp()).Split('\n'))
        {
            Assert.True(DisplayWidth.Of(line) <= TextDigest.Width || line.TrimStart().StartsWith("https://", StringComparison.Ordinal), line);
            Assert.False(line.Contains(" https://", StringComparison.Ordinal) && !line.TrimStart().StartsWith("https://", StringComparison.Ordinal) && !line.Contains("read)", StringComparison.Ordinal), line);
        }
    }

    [Fact]
    public void It_is_complete_every_story_with_claim_quote_and_address()
    {
        var digest = SampleDigests.Huge(500);

        var text = TextDigest.Render(digest);

        Assert.All(digest.Topics.SelectMany(topic => topic.Stories), story => Assert.Contains(story.Sources[0].Url + "\n", text, StringComparison.Ordinal));
        Assert.Equal(500, text.Split("[NEW]").Length - 1);
    }

    [Fact]
    public void Evidence_stands_between_asterisks() => Assert.Contains("*North Korea has sent*", TextDigest.Render(SampleDigests.Busy()), StringComparison.Ordinal);

    [Fact]
    public void Terminals_and_readers_get_no_controls_and_no_overrides()
    {
        var text = TextDigest.Render(Hostile.Digest());

        Assert.DoesNotContain(text, unit => (char.IsControl(unit) && unit != '\n') || unit is '\u202e' or '\u2028' || char.IsSurrogate(unit));
        Assert.DoesNotContain(text.Split('\n'), line => line.StartsWith("Bcc:", StringComparison.Ordinal) || line.StartsWith("X-Injected", StringComparison.Ordinal));
        Assert.DoesNotContain("javascript:alert(document.cookie)\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_day_says_so_in_one_line() =>
        Assert.Contains("\nNo new reports: 214 articles read, 1 source ok, 2 down.\n", TextDigest.Render(SampleDigests.Empty()), StringComparison.Ordinal);

    [Fact]
    public void Feeds_down_for_the_same_reason_share_a_line() =>
        Assert.Contains("2 sources down: no connection: connection refused", TextDigest.Render(SampleDigests.Busy()), StringComparison.Ordinal);
}
