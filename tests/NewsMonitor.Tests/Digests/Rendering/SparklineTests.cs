using NewsMonitor.Digests.Rendering;

namespace NewsMonitor.Tests.Digests.Rendering;

public sealed class SparklineTests
{
    [Fact]
    public void The_highest_number_has_the_highest_bar_and_zero_the_lowest() => Assert.Equal("▁▂█▅", Sparkline.Of([0, 1, 8, 4]));

    [Fact]
    public void Nothing_at_all_is_a_flat_line() => Assert.Equal("▁▁▁", Sparkline.Of([0, 0, 0]));

    [Fact]
    public void It_can_be_spoken() => Assert.Equal("new stories in the last 3 days, oldest first: 1, 0, 2", Sparkline.Spoken([1, 0, 2]));
}
