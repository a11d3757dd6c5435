namespace NewsMonitor.Detection.Tests;

public sealed class SieveTests
{
    private static readonly Detector Detector = new(TopicSet.BuiltIn);

    [Theory]
    [InlineData("The Kremlin declined to comment.", true)]
    [InlineData("Talks on KOSOVO resumed.", true)]
    [InlineData("Py\u00ADongyang fired a missile.", true)]
    [InlineData("The council approved the new bus lane.", false)]
    [InlineData("", false)]
    public void It_knows_whether_a_text_names_an_actor_or_a_territory(string text, bool names) => Assert.Equal(names, Detector.NamesActor(text));

    [Fact]
    public void It_lets_every_text_with_a_finding_through()
    {
        foreach (var text in LabelledTexts.Passages.Where(t => t.Findings.Length > 0 && t.Document.Language == "en"))
            Assert.True(Detector.NamesActor(text.Document.Text) || text.Findings.All(f => f.Regions.IsEmpty), text.Id);
    }
}
