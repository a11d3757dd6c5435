using NewsMonitor.Digests;
using NewsMonitor.Matches;
using NewsMonitor.Subscriptions;
using NewsMonitor.Tests.Matches;

namespace NewsMonitor.Tests.Digests;

/// <summary>A digest of which every text that comes from outside attacks whoever shows it.</summary>
internal static class Hostile
{
    public const string Title = "\"><script>alert(1)</script> ](http://evil.example) \u202egpj.exe\u202c\r\nBcc: victim@example.org\0\u001b[31m @everyone <!channel>";
    public const string Quote = "<img src=x onerror=alert(1)> North Korea sent \u202eshells\u202c to [Russia](javascript:alert(1)) & \ud800 left '\"`*_ behind.";

    public static DigestMaterial Material()
    {
        const string Text = "First line.\n" + Quote + " More.";
        var report = Sample.Match(
            Text,
            [Sample.Support(Text, Quote, "materiel")],
            title: Title,
            outlet: "<b>Outlet</b>\r\nX-Injected: yes",
            language: "x\" onload=\"alert(1)",
            url: "javascript:alert(document.cookie)//",
            authors: ["<script>", "A\u2028B"],
            source: TextSource.Feed,
            note: "<svg onload=alert(1)>");
        var good = Sample.Match(Text, [Sample.Support(Text, Quote, "troops")], 2, title: Title, url: "https://news.example/?q=\"><script>&a=(b)", outlet: "<i>", language: null);
        return SampleDigests.Material(report, good) with
        {
            Feeds = [new FeedStatus("https://feed.example/<script>", "<script>feed</script>", null, FeedState.Failing, "500 <script>\r\nreason\u001b[0m", SampleDigests.Day.Until, null, null, 9)],
            Ledger = LedgerExtract.Empty with
            {
                Corrections =
                [
                    SampleDigests.Correction(
                        1, TopicNames.Support, "North Korea sends materiel to Russia", Quote, "Nothing was left <script>behind</script>.\u2028", "<b>because\r\nBcc: x</b>", "<i>Outlet</i>", "x\" onload=\"alert(1)", "javascript:alert(1)//"),
                ],
            },
            Reading = new ReadingTally(3, [new Tally("<script>wall", 1)], [new Tally("<x>", 2)]),
        };
    }

    public static Digest Digest() => SampleDigests.Compose(Material());
}
