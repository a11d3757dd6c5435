using NewsMonitor.Digests;
using NewsMonitor.Digests.Delivery;
using NewsMonitor.Storage;
using Monitor = NewsMonitor.Tests.Worlds.Monitor;

namespace NewsMonitor.Tests.Digests.Delivery;

public sealed class EmptyPolicyTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(nameof(EmptyPolicy.Send), 15)]
    [InlineData(nameof(EmptyPolicy.Skip), 0)]
    [InlineData(nameof(EmptyPolicy.Weekly), 3)]
    public async Task Fifteen_days_without_news_are_told_as_often_as_the_policy_says_and_all_are_filed(string policy, int sent)
    {
        await using var monitor = Of(policy);

        var rows = Enumerable.Range(0, 15).SelectMany(day => Rows(monitor, FreezeDay(monitor, day))).ToList();

        Assert.Equal(15, rows.Count(row => row.Channel == ChannelKind.File));
        Assert.Equal(sent, rows.Count(row => row.Channel == ChannelKind.Slack));
    }

    [Fact]
    public async Task One_that_is_sent_by_hand_goes_out()
    {
        await using var monitor = Of(nameof(EmptyPolicy.Skip));

        Assert.Contains(Rows(monitor, monitor.Part<DigestPress>().Freeze()), row => row.Channel == ChannelKind.Slack);
    }

    private static Monitor Of(string policy) => new(
        settings => settings with
        {
            Digest = settings.Digest with
            {
                Empty = Enum.Parse<EmptyPolicy>(policy),
                Delivery = settings.Digest.Delivery with { Slack = ["https://hooks.example/services/1"] },
            },
        },
        Start);

    private static Digest FreezeDay(Monitor monitor, int day)
    {
        // The first slot comes after the store began to watch.
        if (day == 0)
            monitor.Subscribe("https://feed.example/rss");
        var slot = Start.AddDays(day).AddHours(1);
        monitor.Clock.Advance(slot.AddSeconds(day % 7) - monitor.Clock.GetUtcNow());
        return monitor.Part<DigestPress>().FreezeDue(new DigestSlot(slot.DateTime, slot))!;
    }

    private static IReadOnlyList<OutboxRow> Rows(Monitor monitor, Digest digest) => monitor.Part<OutboxStore>().Of(digest.Name);
}
