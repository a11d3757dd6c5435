using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsMonitor.Digests;
using NewsMonitor.Digests.Chat;

namespace NewsMonitor.Tests.Digests.Chat;

/// <summary>A digest parted into messages: whole quotes, exact counts, each chat's own limits.</summary>
public sealed class ChatMessagesTests
{
    private static readonly IReadOnlyDictionary<string, IChatForm> Forms = new Dictionary<string, IChatForm>(StringComparer.Ordinal)
    {
        ["slack"] = new SlackForm(),
        ["teams"] = new TeamsForm(),
        ["telegram"] = new TelegramForm(),
    };

    public static TheoryData<string> Names => [.. Forms.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_claim_of_a_busy_day_stands_whole_in_one_message(string name)
    {
        var digest = SampleDigests.Busy();

        var told = Messages(digest, name).SelectMany(message => message).ToList();

        var claims = digest.Topics.SelectMany(topic => topic.Stories).SelectMany(story => story.Claims).Where(claim => claim.IsNew).ToList();
        Assert.NotEmpty(claims);
        Assert.All(claims, claim => Assert.Contains(told, passage => Quotes(passage).Contains(claim.Excerpt.Text, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_does_not_fit_is_told_as_the_exact_count(string name)
    {
        var digest = SampleDigests.Huge(500);
        var form = Forms[name];

        var messages = Messages(digest, name);

        Assert.Equal(form.Limits.Messages, messages.Length);
        var told = messages.SelectMany(message => message).Sum(passage => passage.Entries);
        Assert.InRange(told, 1, 499);
        Assert.Contains($"{500 - told} more entries in the full digest", messages[^1][^1].Lines[0].Runs[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_of_telegram_has_at_most_4096_characters() =>
        Assert.All(Bodies(SampleDigests.Huge(500), "telegram"), body => Assert.InRange(body["text"]!.GetValue<string>().Length, 1, 4096));

    [Fact]
    public void A_message_of_teams_stays_below_28_kilobytes() =>
        Assert.All(Bodies(SampleDigests.Huge(500), "teams"), body => Assert.InRange(ChatJson.Bytes(body).Length, 1, 28 * 1024));

    [Fact]
    public void A_message_of_slack_has_at_most_50_blocks_of_3000_characters_and_40000_in_all() => Assert.All(Bodies(SampleDigests.Huge(500), "slack"), body =>
    {
        var blocks = body["blocks"]!.AsArray();
        Assert.InRange(blocks.Count, 1, 50);
        Assert.All(blocks, block => Assert.InRange(Texts(block!).Sum(text => text.Length), 1, 3000));
        Assert.InRange(blocks.Sum(block => Texts(block!).Sum(text => text.Length)), 1, 40_000);
    });

    [Fact]
    public void A_passage_that_fits_no_message_is_named_and_never_cut()
    {
        var digest = SampleDigests.Busy();
        var limits = new ChatLimits(Message: 400, Passage: 400, Passages: 100, Messages: 1000);

        var messages = ChatMessages.Of(digest, limits, new SlackForm().Size);

        var excerpts = digest.Topics.SelectMany(topic => topic.Stories).SelectMany(story => story.Claims).Select(claim => claim.Excerpt.Text).ToHashSet(StringComparer.Ordinal);
        var quotes = messages.SelectMany(message => message).Select(Quotes).Where(quote => quote.Length > 0).Select(quote => quote.Replace("… ", "", StringComparison.Ordinal).Replace(" …", "", StringComparison.Ordinal)).ToList();
        Assert.All(messages, message => Assert.InRange(message.Sum(new SlackForm().Size), 1, 400));
        Assert.All(quotes, quote => Assert.Contains(quote, excerpts));
        Assert.Contains(messages.SelectMany(message => message), passage => passage.Entries > 0 && passage.Lines[0].Runs[0].Text.StartsWith("Something too long", StringComparison.Ordinal));
    }

    [Fact]
    public void Messages_are_numbered_and_a_single_one_is_not()
    {
        var many = Messages(SampleDigests.Huge(40), "telegram");
        var one = Assert.Single(Messages(SampleDigests.Empty(), "telegram"));

        Assert.True(many.Length > 1);
        Assert.All(many.Select((message, i) => (message, i)), each => Assert.EndsWith($"({each.i + 1} of {many.Length})", each.message[0].Lines[0].Runs[0].Text, StringComparison.Ordinal));
        Assert.Equal(DigestSubject.Of(SampleDigests.Empty()), one[0].Lines[0].Runs[0].Text);
    }

    [Fact]
    public void Hostile_text_makes_no_markup_in_telegram()
    {
        var text = string.Concat(Bodies(Hostile.Digest(), "telegram").Select(body => body["text"]!.GetValue<string>()));

        Assert.Equal(["a", "b", "blockquote"], Regex.Matches(text, "<([^/ >]+)", RegexOptions.None, Regex.InfiniteMatchTimeout).Select(tag => tag.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Regex.Matches(text, "<a href=\"([^\"]*)\"", RegexOptions.None, Regex.InfiniteMatchTimeout).Select(link => link.Groups[1].Value), link => Assert.StartsWith("https://", link, StringComparison.Ordinal));
        Assert.DoesNotContain("@everyone", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', text);
    }

    [Theory]
    [InlineData("slack", "url")]
    [InlineData("teams", "url")]
    public void Hostile_text_is_literal_and_only_web_addresses_are_links(string name, string key)
    {
        var bodies = Bodies(Hostile.Digest(), name);

        Assert.All(bodies.SelectMany(body => Values(body, key)), url => Assert.StartsWith("https://", url, StringComparison.Ordinal));
        Assert.Contains(bodies.SelectMany(body => Values(body, "text")), text => text.Contains("<!channel>", StringComparison.Ordinal));
        Assert.DoesNotContain(bodies.SelectMany(body => Values(body, "type")), type => type is "mrkdwn" or "TextBlock");
    }

    [Fact]
    public void The_text_beside_slacks_blocks_is_escaped() => Assert.Equal("a &lt;!channel&gt; &amp; b", SlackForm.Escape("a <!channel> & b"));

    private static ImmutableArray<ImmutableArray<Passage>> Messages(Digest digest, string name) => ChatMessages.Of(digest, Forms[name].Limits, Forms[name].Size);

    private static List<JsonObject> Bodies(Digest digest, string name) => [.. Messages(digest, name).Select(message => Forms[name].Body(message, DigestSubject.Of(digest), "1"))];

    private static string Quotes(Passage passage) => string.Concat(passage.Lines.Where(line => line.IsQuote).SelectMany(line => line.Runs).Select(run => run.Text));

    private static IEnumerable<string> Texts(JsonNode node) => Values(node, "text");

    private static IEnumerable<string> Values(JsonNode? node, string key) => node switch
    {
        JsonObject obj => obj.SelectMany(pair => pair.Key == key && pair.Value is JsonValue value ? [value.GetValue<string>()] : Values(pair.Value, key)),
        JsonArray array => array.SelectMany(item => Values(item, key)),
        _ => [],
    };
}
