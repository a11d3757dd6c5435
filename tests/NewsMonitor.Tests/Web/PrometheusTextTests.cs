using NewsMonitor.Digests;
using NewsMonitor.Metrics;
using NewsMonitor.Subscriptions;
using NewsMonitor.Tests.Digests;
using NewsMonitor.Web;

namespace NewsMonitor.Tests.Web;

public sealed class PrometheusTextTests
{
    [Fact]
    public void Counters_add_up_by_label()
    {
        using var metrics = new NewsMonitorMetrics();
        using var text = new PrometheusText(meter => meter == metrics.Meter);

        metrics.Delivery("mail", "delivered");
        metrics.Delivery("mail", "delivered");
        metrics.Delivery("file", "parked");

        var written = text.Write();
        Assert.Contains("# TYPE newsmonitor_deliveries_total counter\n", written, StringComparison.Ordinal);
        Assert.Contains("newsmonitor_deliveries_total{channel=\"mail\",outcome=\"delivered\"} 2\n", written, StringComparison.Ordinal);
        Assert.Contains("newsmonitor_deliveries_total{channel=\"file\",outcome=\"parked\"} 1\n", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Histograms_have_cumulative_buckets_sum_and_count()
    {
        using var metrics = new NewsMonitorMetrics();
        using var text = new PrometheusText(meter => meter == metrics.Meter);

        metrics.Polled("ok", TimeSpan.FromSeconds(0.3));
        metrics.Polled("ok", TimeSpan.FromSeconds(100));

        var written = text.Write();
        Assert.Contains("newsmonitor_feed_poll_duration_seconds_bucket{le=\"0.25\"} 0\n", written, StringComparison.Ordinal);
        Assert.Contains("newsmonitor_feed_poll_duration_seconds_bucket{le=\"0.5\"} 1\n", written, StringComparison.Ordinal);
        Assert.Contains("newsmonitor_feed_poll_duration_seconds_bucket{le=\"+Inf\"} 2\n", written, StringComparison.Ordinal);
        Assert.Contains("newsmonitor_feed_poll_duration_seconds_sum 100.3\n", written, StringComparison.Ordinal);
        Assert.Contains("newsmonitor_feed_poll_duration_seconds_count 2\n", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Gauges_tell_what_is_true_at_each_reading()
    {
        using var metrics = new NewsMonitorMetrics();
        using var text = new PrometheusText(meter => meter == metrics.Meter);
        var pending = 5;
        var broken = SampleDigests.Down("https://b.example/rss", "not a feed") with { Trouble = new Trouble(TroubleKind.Broken, DateTimeOffset.UnixEpoch, "not a feed") };
        metrics.Observe(() => [SampleDigests.Fine, broken], () => pending, () => DateTimeOffset.UnixEpoch.AddSeconds(60));

        var before = text.Write();
        pending = 0;

        Assert.Contains("newsmonitor_items_pending 5\n", before, StringComparison.Ordinal);
        Assert.Contains("newsmonitor_items_pending 0\n", text.Write(), StringComparison.Ordinal);
        Assert.Contains("newsmonitor_feeds{state=\"down\"} 1\n", before, StringComparison.Ordinal);
        Assert.Contains("newsmonitor_feeds_trouble{kind=\"broken\"} 1\n", before, StringComparison.Ordinal);
        Assert.Contains("newsmonitor_feeds_trouble{kind=\"silent\"} 0\n", before, StringComparison.Ordinal);
        Assert.Contains("newsmonitor_digest_last_time_seconds 60\n", before, StringComparison.Ordinal);
    }

    [Fact]
    public void Meters_that_were_not_named_are_not_told()
    {
        using var metrics = new NewsMonitorMetrics();
        using var text = new PrometheusText(_ => false);

        metrics.ItemsSeen(3);

        Assert.Empty(text.Write());
    }
}
