using System.Globalization;
using NewsMonitor.Articles.Fingerprints;

namespace NewsMonitor.Articles.Tests.Fingerprints;

public sealed class CopyRecognitionTests(ITestOutputHelper output)
{
    [Fact]
    public void Copies_are_told_from_other_articles_on_the_same_subject()
    {
        var read = ArticlePairs.All.Select(pair => (Pair: pair, One: TextFingerprint.Of(pair.One), Other: TextFingerprint.Of(pair.Other))).ToList();
        foreach (var how in read.GroupBy(one => one.Pair.How, StringComparer.Ordinal))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{how.Count(),5} pairs, {how.Count(one => one.One.IsCopyOf(one.Other)),5} taken for copies, containment {how.Min(one => one.One.Containment(one.Other)):0.00} to {how.Max(one => one.One.Containment(one.Other)):0.00}: {how.Key}"));
        }

        var (found, missed, invented) = (
            read.Count(one => one.Pair.IsCopy && one.One.IsCopyOf(one.Other)),
            read.Count(one => one.Pair.IsCopy && !one.One.IsCopyOf(one.Other)),
            read.Count(one => !one.Pair.IsCopy && one.One.IsCopyOf(one.Other)));
        var (precision, recall) = ((double)found / (found + invented), (double)found / (found + missed));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read.Count} pairs: precision {precision:0.0000}, recall {recall:0.0000}"));

        Assert.True(read.Count > 6000);
        Assert.InRange(precision, 0.995, 1);
        Assert.InRange(recall, 0.995, 1);
    }
}
