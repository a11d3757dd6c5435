namespace NewsMonitor.Detection.Tests;

public sealed class EvidenceTests
{
    private static readonly Detector Detector = new(TopicSet.BuiltIn);

    [Fact]
    public void Every_quote_is_what_stands_in_its_range()
    {
        var seen = 0;
        foreach (var text in LabelledTexts.Passages.Concat(LabelledTexts.Documents))
        {
            foreach (var finding in Detector.Detect(text.Document).Findings)
            {
                AssertQuotes(text.Document, finding.Evidence);
                seen++;
            }
        }

        Assert.True(seen > 500, $"only {seen} findings were checked");
    }

    [Theory]
    [InlineData("North Ko\u00ADrea sent mil\u200Blions of shells to Rus\u00ADsia.")]
    [InlineData("Ｎｏｒｔｈ Ｋｏｒｅａ sent millions of shells to Russia.")]
    [InlineData("Nоrth Kоrea sent millions of shells to Russiа.")]
    [InlineData("“North Korea sent millions of shells to Russia,”Seoul said,citing its spies.")]
    public void Disguised_text_is_read_and_quoted_as_it_stands(string text)
    {
        var document = new Document(null, text, "en");

        var finding = Assert.Single(Detector.Detect(document).Findings);

        Assert.Equal("materiel", finding.Kind);
        Assert.Equal("dprk-to-russia", finding.Direction);
        AssertQuotes(document, finding.Evidence);
    }

    [Fact]
    public void A_finding_in_the_title_says_so()
    {
        var document = new Document("North Korea sent shells to Russia", "More follows.", "en");

        var finding = Assert.Single(Detector.Detect(document).Findings);

        Assert.Equal(EvidencePlace.Title, finding.Evidence.In);
        AssertQuotes(document, finding.Evidence);
    }

    private static void AssertQuotes(Document document, Evidence evidence)
    {
        var place = evidence.In == EvidencePlace.Title ? document.Title! : document.Text;
        Assert.Equal(place[evidence.Start..evidence.End], evidence.Quote);
        Assert.NotEqual("", evidence.Quote);
    }
}
